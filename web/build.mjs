// SPDX-License-Identifier: Apache-2.0
// Builds dist/topline.html (one self-contained file), dist/site/ (for any static host) and dist/npm/
// from build/wasm/ and the sources here. No option, no network.

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { buildPackage } from "../wasm/js/package.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const glue = `${root}build/wasm/topline.js`;
const wasm = `${root}build/wasm/topline.wasm`;

if (!existsSync(wasm)) {
  console.error("build/wasm/topline.wasm is missing: run cmake --preset wasm && cmake --build --preset wasm first");
  process.exit(1);
}

const shared = {
  bundle: true,
  minify: true,
  legalComments: "none",
  format: "iife",
  target: ["chrome111", "firefox115", "safari16.4"],
  loader: { ".css": "text" },
  tsconfig: `${root}tsconfig.json`,
  logLevel: "warning",
};

/** The glue ends by exporting itself in every old way; in a bundle it is an ES module. */
const glueAsModule = {
  name: "topline-glue",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^topline-glue$/ }, () => ({ path: glue, namespace: "glue" }));
    esbuild.onLoad({ filter: /.*/, namespace: "glue" }, async () => {
      const text = await readFile(glue, "utf8");
      return { contents: `${text.replace(/\nif \(typeof exports === [\s\S]*$/, "")}\nexport default createTopline;` };
    });
  },
};

async function bundled(options) {
  const plugins = [glueAsModule, ...(options.plugins ?? [])];
  const { outputFiles } = await build({ ...shared, ...options, plugins, write: false });
  return outputFiles[0].text;
}

/** The styles are text in the script: their blanks go too. */
const squeezedCss = {
  name: "squeezed-css",
  setup(esbuild) {
    esbuild.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await esbuild.esbuild.transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      return { contents: code, loader: "text" };
    });
  },
};

const worker = await bundled({ entryPoints: [`${root}wasm/js/worker.ts`] });
const bytes = (await readFile(wasm)).toString("base64");
const engine = `export const bundledWasm=${JSON.stringify(bytes)};export const bundledWorker=${JSON.stringify(worker)};`;
const inPage = {
  name: "topline-bundled",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^topline-bundled$/ }, ({ path }) => ({ path, namespace: "bundled" }));
    esbuild.onLoad({ filter: /.*/, namespace: "bundled" }, () => ({ contents: engine }));
  },
};
const page = await bundled({ entryPoints: [`${root}web/main.ts`], plugins: [inPage, squeezedCss] });
// Inside a script element these two end or hide it.
const inline = page.replace(/<\/script/gi, "<\\/script").replace(/<!--/g, "<\\!--");
const html = await readFile(`${root}web/index.html`, "utf8");

/** Nothing may connect anywhere: the module travels inside the script in both builds. */
function policy(script) {
  return [
    "default-src 'none'", `script-src ${script} 'wasm-unsafe-eval'`, "worker-src blob:", "connect-src 'none'",
    "img-src data: blob:", "style-src 'unsafe-inline'", "form-action 'none'", "base-uri 'none'",
  ].join("; ");
}

function filled(script, source) {
  return html
    .replace("<!-- policy -->", () => `<meta http-equiv="Content-Security-Policy" content="${policy(source)}">`)
    .replace("<!-- scripts -->", () => script);
}

// What reads .xls is large and seldom needed: packed, and not a script until it is unpacked.
const xlsWorker = await bundled({ entryPoints: [`${root}wasm/js/xls_worker.ts`] });
const packedXls = gzipSync(xlsWorker, { level: 9 }).toString("base64");
const inert = `<script type="text/plain" data-role="xls">${packedXls}</script>`;

const hash = createHash("sha256").update(inline).digest("base64");
await mkdir(`${root}dist/site`, { recursive: true });
await writeFile(`${root}dist/topline.html`, filled(`${inert}<script>${inline}</script>`, `'sha256-${hash}'`));
await rm(`${root}dist/site`, { recursive: true });
await mkdir(`${root}dist/site`, { recursive: true });
await writeFile(`${root}dist/site/index.html`, filled('<script src="topline.js"></script>', "'self'"));
await writeFile(`${root}dist/site/topline.js`, page);
await writeFile(`${root}dist/site/xls.js`, `globalThis.toplineXls=${JSON.stringify(packedXls)};`);
await buildPackage({ root, bundled, wasm });
