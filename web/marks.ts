// SPDX-License-Identifier: Apache-2.0
// Marks an element with the score it shows: what a script or a test finds it by (the contract).

import { noChange } from "lit";
import { directive, Directive, type ElementPart } from "lit/directive.js";
import type { Measure } from "../wasm/js/report.js";

export function mark(element: Element, measure: Measure): void {
  element.setAttribute("data-measure", measure.id);
  element.setAttribute("data-question", measure.question);
  element.setAttribute("data-segment", JSON.stringify(measure.segment));
  element.setAttribute("data-wave", measure.wave ?? "");
  element.setAttribute("data-value", measure.value === undefined ? "" : String(measure.value));
}

class Marks extends Directive {
  render(_measure: Measure) {
    return noChange;
  }
  override update(part: ElementPart, [measure]: [Measure]) {
    mark(part.element, measure);
    return noChange;
  }
}

export const marks = directive(Marks);
