// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { sizeText } from "./numbers.js";
import type { Study } from "./study.js";
import { say } from "./words/words.js";

/** What the core is busy with, how far it is, and the way out. */
export function readingView(study: Study) {
  const { status, progress, report } = study;
  if (status !== "reading") return nothing;
  const name = study.inputs.map((input) => input.name).join(", ");
  if (!progress) return html`<section class="tl-reading tl-brief" role="status"><p>${say(report ? "state.updating" : "state.starting")}</p></section>`;
  return html`<section class="tl-reading" role="status">
    <p>${say(progress.again ? "state.readingAgain" : "state.reading", { name })}</p>
    <progress max=${progress.total} value=${progress.read} aria-label=${name}></progress>
    <p class="tl-note">${say("state.progress", { read: sizeText(progress.read), total: sizeText(progress.total) })}</p>
    <button data-role="cancel" @click=${() => study.cancel()}>${say("action.cancel")}</button>
  </section>`;
}

/** What went wrong, where it is to be seen, with the way back. */
export function troubleView(study: Study) {
  const { failure } = study;
  if (!failure) return nothing;
  return html`<section class="tl-trouble" role="alert" data-message=${failure.code}>
    <h2>${say("error.title")}</h2>
    <p>${failure.code === "out_of_memory" ? say("error.outOfMemory") : failure.message}</p>
    ${study.report && study.canUndo ? html`<button @click=${() => study.undo()}>${say("action.undo")}</button>` : nothing}
  </section>`;
}
