// SPDX-License-Identifier: Apache-2.0
// The summary for mails and slides: rich and plain. Programs that take a paste as data want an ASCII
// hyphen and plain spaces, so typographic ones are taken off here.

import type { Report } from "../wasm/js/report.js";
import { nameOf } from "./names.js";
import { levelText, rangeText, scoreText, countText } from "./numbers.js";
import { scoredQuestions } from "./readings.js";
import { say } from "./words/words.js";

export interface Copied {
  plain: string;
  rich: string;
}

export function summaryToCopy(report: Report): Copied {
  const plain = ascii(report.summary);
  const lines = scoredQuestions(report).map(({ headline }) => headline).filter(({ value }) => value !== undefined);
  const level = levelText(report.settings.confidence);
  const head = [say("chart.question"), say("chart.value"), say("chart.range", { level }), say("chart.n")];
  const rows = lines.map((measure) => [
    `${measure.question} · ${nameOf(measure)}`,
    scoreText(measure.unit, measure.value!),
    measure.interval ? rangeText(measure.unit, measure.interval) : "",
    measure.n === undefined ? "" : countText(measure.n),
  ]);
  const table = rows.length === 0 ? "" : `<table><tr>${cells("th", head)}</tr>${rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("")}</table>`;
  const title = report.title ? `<p><b>${escaped(report.title)}</b></p>` : "";
  return { plain, rich: ascii(`${title}<p>${escaped(report.summary)}</p>${table}`) };
}

/** True where the clipboard took it. */
export async function copy({ plain, rich }: Copied): Promise<boolean> {
  try {
    const item = new ClipboardItem({
      "text/plain": new Blob([plain], { type: "text/plain" }),
      "text/html": new Blob([rich], { type: "text/html" }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return copyByEvent({ plain, rich });
  }
}

/** The older way, which asks for no permission. */
function copyByEvent({ plain, rich }: Copied): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData("text/plain", plain);
    event.clipboardData.setData("text/html", rich);
    event.preventDefault();
    taken = true;
  };
  document.addEventListener("copy", fill, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", fill);
  return done && taken;
}

const cells = (tag: string, texts: readonly string[]) => texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join("");
const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const ascii = (text: string) => text.replace(/−/g, "-").replace(/[\u00a0\u2009\u202f]/g, " ");
