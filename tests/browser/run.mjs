// SPDX-License-Identifier: Apache-2.0
// The page in real browsers, from file:// and over http. `node tests/browser/run.mjs [pattern]`

import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { accessCases } from "./access.cases.mjs";
import { launchChromium, launchFirefox } from "./browsers.mjs";
import { changeCases } from "./change.cases.mjs";
import { chartCases } from "./charts.cases.mjs";
import { commentsCases } from "./comments.cases.mjs";
import { declareCases } from "./declare.cases.mjs";
import { finish, skip } from "./harness.mjs";
import { largeCases } from "./large.cases.mjs";
import { readCases } from "./read.cases.mjs";
import { rolloutCases } from "./rollout.cases.mjs";
import { screenCases } from "./screen.cases.mjs";
import { serve } from "./server.mjs";
import { stopwatchCases } from "./stopwatch.cases.mjs";
import { takeCases } from "./take.cases.mjs";
import { troubleCases } from "./trouble.cases.mjs";
import { wordsCases } from "./words.cases.mjs";
import { workbookCases } from "./workbook.cases.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
if (!existsSync(`${root}dist/topline.html`)) {
  console.error("dist/topline.html is missing: build it first with node web/build.mjs");
  process.exit(1);
}
const pictures = `${root}build/screenshots`;
mkdirSync(pictures, { recursive: true });

await wordsCases();
const host = await serve(`${root}dist/site`);
const places = { file: pathToFileURL(`${root}dist/topline.html`).href, http: host.url };
for (const launch of [launchChromium, launchFirefox]) {
  const browser = await launch();
  if (!browser) {
    skip(launch.name, "this browser is not installed");
    continue;
  }
  try {
    for (const [place, url] of Object.entries(places)) {
      await readCases({ browser, place, url, site: host.url });
      await workbookCases({ browser, place, url });
    }
    const world = { browser, url: places.file, site: host.url, pictures, root };
    await stopwatchCases(world);
    await changeCases(world);
    await declareCases(world);
    await commentsCases(world);
    await chartCases(world);
    await troubleCases(world);
    if (browser.name === "chromium") {
      await rolloutCases(world);
      await takeCases(world);
      await accessCases(world);
      await screenCases(world);
      await largeCases(world);
    }
  } finally {
    await browser.close();
  }
}
host.close();
finish();
