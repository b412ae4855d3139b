// SPDX-License-Identifier: Apache-2.0
// The two sizes that come first, in both languages: nothing runs over the edge. The pictures are for
// people to look at (build/screenshots).

import assert from "node:assert/strict";
import { test } from "./harness.mjs";
import { answered, settled } from "./page.mjs";

export async function screenCases({ browser, url, pictures }) {
  for (const language of ["en-US", "zh-CN"]) {
    for (const [width, height] of [[1366, 768], [390, 844], [1920, 1080]]) {
      await test(`${browser.name}: ${width} px, ${language}`, async () => {
        const page = await browser.open({ language, width, height });
        try {
          const shot = (name) => page.picture(`${pictures}/${language}-${width}-${name}.png`, width < 500);
          await page.goto(url);
          await page.wait("[data-role=paste]");
          await shot("start");
          await page.click("[data-role=sample]");
          await answered(page);
          await shot("report");
          await page.click("[data-message=segments_proposed]");
          await page.wait("topline-intervals .tl-plot");
          await settled(page);
          await page.run(() => document.querySelector(".tl-right").scrollTo(0, 0));
          await shot("compared");
          await page.click("#tl-tab-segments");
          await page.wait("topline-segments .tl-plot");
          await shot("segments");
          await page.click("topline-segments [data-role=view-differences]");
          await page.wait("topline-differences svg");
          await shot("differences");
          await page.click("#tl-tab-topline");
          await page.click("[data-role=analyses]");
          await page.click("[data-role=add-drivers]");
          await page.wait("topline-driver-form");
          await page.picture(`${pictures}/${language}-${width}-analyses.png`);
          const wide = await page.run(() => [...document.querySelectorAll(".tl-dialog-body, .tl-dialog-body *")]
            .filter((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== "inline" && !each.matches("select, input, textarea"))
            .map((each) => each.className || each.localName));
          assert.deepEqual(wide, []);
          await page.press("Escape");
          const over = await page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.equal(over, 0);
        } finally {
          await page.close();
        }
      });
    }
  }
  await test(`${browser.name}: targets are at least 24 px`, async () => {
    const page = await browser.open();
    try {
      await page.goto(url);
      await page.click("[data-role=sample]");
      await answered(page);
      const small = await page.run(() => [...document.querySelectorAll("button, select, input, summary")]
        .filter((each) => each.offsetParent !== null)
        .map((each) => ({ text: each.textContent.trim().slice(0, 30), height: each.getBoundingClientRect().height, inline: getComputedStyle(each).display === "inline" }))
        .filter(({ height, inline }) => !inline && height < 23.5));
      assert.deepEqual(small, []);
    } finally {
      await page.close();
    }
  });
}
