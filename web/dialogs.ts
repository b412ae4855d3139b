// SPDX-License-Identifier: Apache-2.0
// What is shown over the page. Contents are functions: they are drawn anew with every report.

import { html, type TemplateResult } from "lit";
import type { Measure, ReportColumn } from "../wasm/js/report.js";
import type { NamedInput } from "../wasm/js/source.js";
import "./analyses.js";
import { columnsOf, kindOf } from "./columns.js";
import { countsView } from "./counts.js";
import { nameOf } from "./names.js";
import "./options.js";
import { privacyView, proofOf, proofView } from "./proof.js";
import "./role_menu.js";
import type { Study } from "./study.js";
import { say } from "./words/words.js";

export interface OpenDialog {
  heading: string;
  content: () => TemplateResult | string;
  /** beside this, instead of in the middle */
  at?: DOMRect | null;
}

export function privacyDialog(): OpenDialog {
  return { heading: say("private.title"), content: privacyView };
}

export function optionsDialog(study: Study, table: string): OpenDialog {
  return {
    heading: say("options.title"),
    content: () => html`<topline-options .report=${study.report!} .settings=${study.settings} .table=${table}></topline-options>`,
  };
}

export function analysesDialog(study: Study, table: string): OpenDialog {
  return {
    heading: say("analyses.title"),
    content: () => html`<topline-analyses .report=${study.report!} .settings=${study.settings} .table=${table}></topline-analyses>`,
  };
}

export function countsDialog(study: Study, input: number): OpenDialog {
  return { heading: say("counts.title"), content: () => countsView(study.report!, study.report!.inputs[input]) };
}

export async function proofDialog(study: Study, measure: Measure): Promise<OpenDialog> {
  const explanation = await study.explain(measure.id);
  const name = nameOf(measure);
  return {
    heading: name === measure.question ? name : `${name} · ${measure.question}`,
    content: () => proofView(measure, explanation, proofOf(study.report!, measure)),
  };
}

export function roleDialog(study: Study, table: string, column: ReportColumn, at: DOMRect | null): OpenDialog {
  const columns = columnsOf(study.report!, table);
  return {
    heading: say("role.title"),
    at,
    content: () => html`<topline-role-menu .column=${column} .columns=${columns}
      .kind=${kindOf(study.report!, table)} .table=${table} .settings=${study.settings}></topline-role-menu>`,
  };
}

export function placeDialog(inputs: NamedInput[], add: () => void, replace: () => void): OpenDialog {
  return {
    heading: say("paste.title"),
    content: () => html`<p>${say("paste.more", { name: inputs.map(({ name }) => name).join(", ") })}</p>
      <div class="tl-places">
        <button data-role="paste-add" @click=${add}><b>${say("paste.add")}</b> <span>${say("paste.addMore")}</span></button>
        <button data-role="paste-replace" @click=${replace}><b>${say("paste.replace")}</b> <span>${say("paste.replaceMore")}</span></button>
      </div>`,
  };
}

export function copyDialog(plain: string): OpenDialog {
  const keys = /Mac/.test(navigator.platform) ? "⌘C" : "Ctrl+C";
  return {
    heading: say("copy.title"),
    content: () => html`<p>${say("copy.denied", { keys })}</p>
      <textarea class="tl-copy-field" readonly rows="6" aria-label=${say("summary.label")} .value=${plain}></textarea>`,
  };
}
