// SPDX-License-Identifier: Apache-2.0

import { LitElement } from "lit";
import type { Settings } from "../wasm/js/settings.js";
import { addStyles } from "./styles/styles.js";
import { whenSpoken } from "./words/words.js";

/** A custom element of ours. It renders into itself, not into a shadow root: labels may then refer to
 * each other across elements, a script finds the marked scores with one query, and one style sheet
 * prints the whole page. */
export class Piece extends LitElement {
  private silence?: () => void;

  override createRenderRoot() {
    return this;
  }
  override connectedCallback() {
    addStyles();
    super.connectedCallback();
    this.silence = whenSpoken(() => this.requestUpdate());
  }
  override disconnectedCallback() {
    super.disconnectedCallback();
    this.silence?.();
  }

  protected emit<Name extends keyof Events>(name: Name, detail: Events[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** What our elements tell those around them. */
export interface Events {
  /** the core is to be told something else */
  "topline-tell": Settings;
  /** inputs to read */
  "topline-open": File[];
  "topline-paste": string;
  "topline-sample": null;
  "topline-sample-rollout": null;
  "topline-cancel": null;
  "topline-add": null;
  /** a score whose proof is to be shown */
  "topline-proof": import("../wasm/js/report.js").Measure;
  "topline-options": null;
  "topline-analyses": null;
  "topline-counts": null;
  /** the columns that are chosen, by their keys */
  "topline-items": string[];
  /** what a form of a declared analysis says; null where it was left */
  "topline-form": object | null;
  "topline-role": { column: import("../wasm/js/report.js").ReportColumn; table: string; at: DOMRect | null };
  "topline-tab": string;
  "topline-dismiss": null;
  "topline-split": number;
}
