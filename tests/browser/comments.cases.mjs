// SPDX-License-Identifier: Apache-2.0
// Comments on the page: themes declared in its form, counted by promoters, passives and detractors; the
// words that set them apart; quotes, and what privacy keeps back.

import assert from "node:assert/strict";
import { test } from "./harness.mjs";
import { onReportOf } from "./on_report.mjs";
import { openStudy, savedStudy, settled } from "./page.mjs";
import { panelRows } from "./panel.mjs";
import { checkStudy } from "./study_schema.mjs";

const groupOf = (row) => (Number(row[3]) >= 9 ? "promoters" : Number(row[3]) >= 7 ? "passives" : "detractors");
const commentOf = (row) => row[8];
const speaksOf = (row, words) => new RegExp(`\\b(${words.join("|")})\\b`, "i").test(commentOf(row));

/** What the page shows of each theme: the people of all and of each group, in the order drawn. */
const shownThemes = (page) => page.run(() => Object.fromEntries([...document.querySelectorAll("[data-theme]")].map((theme) =>
  [theme.dataset.theme, [...theme.querySelectorAll(".tl-theme-share")].map((share) => [share.title, share.textContent.trim()])])));

const shownTerms = (page, group) => page.run((group) => [...document.querySelectorAll(`[data-terms=${group}] tbody tr`)]
  .map((row) => [...row.children].map((cell) => cell.textContent)), group);

export async function commentsCases({ browser, url }) {
  const rows = panelRows({ people: 240, waves: 1, seed: 5 });
  const commented = rows.slice(1).filter((row) => commentOf(row) !== "");

  for (const language of ["en-US", "zh-CN"]) {
    const speaks = (en, zh) => (language === "en-US" ? en : zh);
    const reported = onReportOf({ browser, url, language, keep: true });
    const onReport = (name, table, body) => reported(name, { rows: table }, body);

    await onReport("themes of comments are declared, and counted by promoters, passives and detractors", rows, async (page) => {
      await page.click("[data-role=analyses]");
      await page.click("[data-role=add-codebook]");
      await page.wait("topline-comments-form");
      const write = (themes, quotes) => page.run(([themes, quotes]) => {
        const fill = (role, value) => {
          const field = document.querySelector(`[data-role=${role}]`);
          field.value = value;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        };
        fill("comments-themes", themes);
        fill("comments-quotes", quotes);
      }, [themes, quotes]);
      await write("Speed: fast\nonly a name", "4");
      await page.click("[data-role=comments-apply]");
      await page.until((words) => document.querySelector("topline-comments-form [role=alert]")?.textContent.includes(words), speaks("Line 2", "第 2 行"));
      await write("Speed: fast", "51");
      await page.click("[data-role=comments-apply]");
      await page.until(() => document.querySelector("topline-comments-form [role=alert]")?.textContent.includes("50"));
      const [speed, login] = [speaks("Speed", "速度"), speaks("Login", "登录")];
      await write(speaks("Speed: fast, slow\n\nLogin: login*", "速度：fast、slow\n登录：login*"), "4");
      await page.click("[data-role=comments-apply]");
      await page.wait(`[data-theme="${speed}"]`);
      await page.press("Escape");

      const shown = await shownThemes(page);
      assert.deepEqual(Object.keys(shown).sort(), [login, speed].sort());
      for (const [theme, words] of [[speed, ["fast", "slow"]], [login, ["login"]]]) {
        const speaking = commented.filter((row) => speaksOf(row, words));
        const counts = ["detractors", "passives", "promoters"].map((group) => speaking.filter((row) => groupOf(row) === group).length);
        assert.deepEqual(shown[theme].map(([count]) => Number(count)), [speaking.length, ...counts], theme);
        const share = Math.round((100 * counts[0]) / commented.filter((row) => groupOf(row) === "detractors").length);
        assert.equal(shown[theme][1][1], `${share}%`);
      }
      const study = await savedStudy(page);
      checkStudy(study);
      assert.deepEqual(study.comments, { column: "Comment", themes: [{ name: speed, words: ["fast", "slow"] }, { name: login, words: ["login*"] }], quotes: 4 });
      await page.click("[data-role=undo]");
      await page.until(() => !document.querySelector("topline-comments section"));
      await openStudy(page, study);
      await page.wait("[data-theme]");
      assert.deepEqual(await shownThemes(page), shown);
      await page.click("[data-role=analyses]");
      await page.click("[data-analysis=codebook] [data-role=change]");
      await page.wait("topline-comments-form");
      assert.equal(await page.run(() => document.querySelector("[data-role=comments-themes]").value), `${speed}: fast, slow\n${login}: login*`);
    });

    await onReport("the words that set promoters and detractors apart", rows, async (page) => {
      await openStudy(page, { comments: { column: "Comment" } });
      await page.wait("[data-terms=promoters]");
      for (const [group, leading, foreign] of [["promoters", "great", "slow"], ["detractors", "slow", "great"]]) {
        const terms = await shownTerms(page, group);
        assert.equal(terms.some(([term]) => term === foreign), false);
        const [, here, elsewhere] = terms.find(([term]) => term === leading);
        const speaking = commented.filter((row) => speaksOf(row, [leading]));
        assert.equal(Number(here), speaking.filter((row) => groupOf(row) === group).length);
        assert.equal(Number(elsewhere), speaking.filter((row) => groupOf(row) !== group).length);
      }
      assert.equal(await page.run(() => document.querySelector("topline-comments h3").textContent), speaks("Words that set promoters apart", "推荐者的特征词"));
    });

    await onReport("quotes: as many as were asked for, word for word, contacts masked", rows, async (page) => {
      await openStudy(page, { comments: { column: "Comment", quotes: 30 } });
      await page.wait("topline-comments blockquote");
      const quotes = await page.run(() => [...document.querySelectorAll("topline-comments blockquote")].map((quote) => quote.textContent));
      assert.equal(quotes.length, 30);
      assert.equal(new Set(quotes).size, 30);
      const masked = new Set(commented.map((row) => commentOf(row).replace("anna@example.com", "[…]")));
      assert.deepEqual(quotes.filter((quote) => !masked.has(quote)), []);
      assert.ok(quotes.some((quote) => quote.includes("[…]")), "one that held an address is among them");
      assert.equal(await page.run(() => document.querySelector(".tl-right").textContent.includes("anna@example.com")), false);
      assert.equal(await page.run(() => document.querySelectorAll("topline-comments blockquote :is([data-measure], [data-score])").length), 0);
    });

    const eight = new Set(commented.slice(0, 8));
    const few = [rows[0], ...rows.slice(1).map((row) => (eight.has(row) ? row : [...row.slice(0, 8), ""]))];
    await onReport("few comments: none is quoted and no group is told apart", few, async (page) => {
      await openStudy(page, { comments: { column: "Comment", quotes: 5, themes: [{ name: "Speed", words: ["fast", "slow"] }] } });
      await page.wait("topline-comments section");
      await settled(page);
      const said = await page.run(() => document.querySelector("topline-comments").textContent);
      assert.equal(await page.run(() => document.querySelectorAll("topline-comments blockquote").length), 0);
      assert.ok(said.includes(speaks("No comments are quoted: they are too few.", "留言过少，不予引用。")), said);
      assert.deepEqual(Object.values(await shownThemes(page)).flat().filter(([count, share]) => /^[1-9]\d*$/.test(count) || /^[1-9]\d*%$/.test(share)), []);
      assert.equal((await shownTerms(page, "promoters")).length + (await shownTerms(page, "detractors")).length, 0);
    });

    await onReport("under a filter no comment is quoted: it would tell whose they are", rows, async (page) => {
      await openStudy(page, { where: [["Department", "Sales"]], comments: { column: "Comment", quotes: 5 } });
      await page.wait("topline-comments section");
      await page.until((words) => document.querySelector("topline-comments").textContent.includes(words), speaks("under a filter", "有筛选条件"));
      assert.equal(await page.run(() => document.querySelectorAll("topline-comments blockquote").length), 0);
    });
  }
}
