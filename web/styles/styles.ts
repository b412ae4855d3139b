// SPDX-License-Identifier: Apache-2.0
// One sheet for all elements, added to the document when the first of them is.

import base from "./base.css";
import chart from "./chart.css";
import frame from "./frame.css";
import dialog from "./dialog.css";
import print from "./print.css";
import report from "./report.css";
import rollout from "./rollout.css";
import sheet from "./sheet.css";
import start from "./start.css";
import tokens from "./tokens.css";

let added = false;

export function addStyles(): void {
  if (added) return;
  added = true;
  const style = document.createElement("style");
  style.textContent = [tokens, base, frame, start, sheet, report, rollout, chart, dialog, print].join("\n");
  document.head.append(style);
}
