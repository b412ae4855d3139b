// SPDX-License-Identifier: Apache-2.0
// dist/npm/: the library, the worker's script, the module and the types.

import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

export async function buildPackage({ root, bundled, wasm }) {
  const out = `${root}dist/npm`;
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await writeFile(`${out}/index.js`, await bundled({ entryPoints: [`${root}wasm/js/index.ts`], format: "esm" }));
  await writeFile(`${out}/worker.js`, await bundled({ entryPoints: [`${root}wasm/js/worker.ts`] }));
  await writeFile(`${out}/xls.js`, await bundled({ entryPoints: [`${root}wasm/js/xls.ts`], format: "esm" }));
  await copyFile(wasm, `${out}/topline.wasm`);
  await run(process.execPath, [
    `${root}node_modules/typescript/bin/tsc`, "-p", `${root}wasm/js/tsconfig.json`, "--outDir", `${out}/types`,
  ]);
  await copyFile(`${root}wasm/js/README.md`, `${out}/README.md`);
  const { version, license } = JSON.parse(await readFile(`${root}package.json`, "utf8"));
  const manifest = {
    name: "topline",
    version,
    description: "Survey tables in, scores with their uncertainty out; computed where the data is",
    license,
    type: "module",
    exports: {
      ".": { types: "./types/index.d.ts", default: "./index.js" },
      "./worker": "./worker.js",
      "./xls": { types: "./types/xls.d.ts", default: "./xls.js" },
      "./topline.wasm": "./topline.wasm",
    },
    types: "./types/index.d.ts",
    files: ["index.js", "worker.js", "xls.js", "topline.wasm", "types", "README.md"],
    sideEffects: false,
  };
  await writeFile(`${out}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}
