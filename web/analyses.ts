// SPDX-License-Identifier: Apache-2.0

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Measure, Report } from "../wasm/js/report.js";
import type { CommentsChoice, DriverChoice, ScaleChoice, Settings } from "../wasm/js/settings.js";
import { columnKey, columnsOf, keyText } from "./columns.js";
import "./comments_form.js";
import { driversOf, inNumbers, isComment, withDriver, withoutDriver, withoutScale, withScale } from "./declared.js";
import "./driver_form.js";
import type { NamedColumn } from "./item_picker.js";
import { Piece } from "./piece.js";
import "./scale_form.js";
import { say } from "./words/words.js";

type Kind = "drivers" | "scales" | "codebook";
type FormEvent<Choice> = CustomEvent<Choice | null>;

/** What the answers can be asked beside their scores: what goes with one, scales, favourable answers,
 * comments. Each can be declared, changed and taken away; a problem is said beside it. */
@customElement("topline-analyses")
export class ToplineAnalyses extends Piece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) settings: Settings = {};
  @property() table = "";
  /** the form that is open, and which of the declared it changes */
  @state() private form: { kind: Kind; at: number } | null = null;

  override render() {
    const offered = this.columns().filter(({ column }) => inNumbers(column));
    return html`${this.drivers(offered)} ${this.scales(offered)} ${this.favourable()} ${this.comments()}`;
  }

  private drivers(offered: readonly NamedColumn[]) {
    const { settings } = this;
    const told = driversOf(settings);
    const form = (at: number) => html`<topline-driver-form .offered=${offered} .driver=${told[at]}
      @topline-form=${({ detail }: FormEvent<DriverChoice>) => this.done("drivers", detail && withDriver(settings, detail, at))}></topline-driver-form>`;
    return this.section("drivers", offered.length < 2 ? say("analyses.noNumbers") : "", form, told.map(({ outcome, items }, at) => ({
      text: say("drivers.told", { outcome: this.text(outcome), items: items.map((item) => this.text(item)).join(say("list.comma")) }),
      name: this.text(outcome),
      problems: this.reasons(({ id, option }) => id === "driver" && option === this.text(outcome)),
      remove: () => withoutDriver(settings, at),
    })));
  }

  private scales(offered: readonly NamedColumn[]) {
    const { settings } = this;
    const told = settings.scales ?? [];
    const form = (at: number) => html`<topline-scale-form .offered=${offered} .scale=${told[at]}
      .taken=${told.filter((_, other) => other !== at).map(({ name }) => name)}
      @topline-form=${({ detail }: FormEvent<ScaleChoice>) => this.done("scales", detail && withScale(settings, detail, at))}></topline-scale-form>`;
    return this.section("scales", offered.length < 2 ? say("analyses.noNumbers") : "", form, told.map(({ name, kind, items }, at) => ({
      text: say("scales.told", { name, kind: say(`scales.${kind ?? "alpha"}`), items: items.map((item) => this.text(item)).join(say("list.comma")) }),
      name,
      problems: this.reasons(({ id, option }) => ["alpha", "omega", "sus", "umux_lite"].includes(id) && option === name),
      remove: () => withoutScale(settings, at),
    })));
  }

  private comments() {
    const { settings } = this;
    const told = settings.comments;
    const offered = this.columns().filter((each) => isComment(each.column) || each.key === told?.column);
    const form = () => html`<topline-comments-form .offered=${offered} .comments=${told}
      @topline-form=${({ detail }: FormEvent<CommentsChoice>) => this.done("codebook", detail && { ...settings, comments: detail })}></topline-comments-form>`;
    const themes = told?.themes ?? [];
    return this.section("codebook", offered.length === 0 ? say("codebook.noColumn") : "", form, told ? [{
      text: themes.length > 0
        ? say("codebook.told", { column: this.text(told.column), themes: themes.map(({ name }) => name).join(say("list.comma")) })
        : this.text(told.column),
      name: this.text(told.column),
      problems: (this.report.open_answers ?? []).flatMap(({ why }) => this.report.words[why ?? ""] ?? []),
      remove: () => ({ ...settings, comments: undefined }),
    }] : [], 1);
  }

  private favourable() {
    const { settings, report } = this;
    const told = settings.favourable === true;
    const found = report.measures.some(({ id }) => id === "favourable");
    return html`<section class="tl-declare" data-analysis="favourable" aria-labelledby="tl-declare-favourable">
      <h3 id="tl-declare-favourable">${say("favourable.title")}</h3>
      <label class="tl-check"><input type="checkbox" data-role="favourable" .checked=${told}
        @change=${(event: Event) => this.emit("topline-tell", { ...settings, favourable: (event.target as HTMLInputElement).checked || undefined })}>
        <span>${say("favourable.what")}</span></label>
      ${told && !found ? html`<p class="tl-problem">${say("favourable.noItems")}</p>` : nothing}
    </section>`;
  }

  /** One kind of analysis: what it is, those declared, and the form of one that is added or changed. */
  private section(kind: Kind, lacking: string, form: (at: number) => TemplateResult,
    told: { text: string; name: string; problems: readonly string[]; remove: () => Settings }[], most = Infinity) {
    const open = this.form?.kind === kind ? this.form.at : null;
    return html`<section class="tl-declare" data-analysis=${kind} aria-labelledby="tl-declare-${kind}">
      <h3 id="tl-declare-${kind}">${say(`analyses.titleOf.${kind}`)}</h3>
      <p class="tl-note">${say(`analyses.whatOf.${kind}`)}</p>
      ${told.length === 0 ? nothing : html`<ul class="tl-declared">${told.map(({ text, name, problems, remove }, at) => html`<li>
        <span>${text}</span>
        <span class="tl-choices">
          <button data-role="change" aria-label="${say("analyses.change")}: ${name}" @click=${() => (this.form = { kind, at })}>${say("analyses.change")}</button>
          <button data-role="remove" aria-label="${say("analyses.remove")}: ${name}" @click=${() => this.done(kind, remove())}>${say("analyses.remove")}</button>
        </span>
        ${problems.map((problem) => html`<p class="tl-problem">${problem}</p>`)}
      </li>`)}</ul>`}
      ${open !== null ? form(open)
        : lacking && told.length === 0 ? html`<p class="tl-problem">${lacking}</p>`
        : told.length < most ? html`<button data-role="add-${kind}" @click=${() => (this.form = { kind, at: -1 })}>${say(`analyses.addTo.${kind}`)}</button>`
        : nothing}
    </section>`;
  }

  /** The form closes; where something is told, the core answers. The focus stays in the section. */
  private async done(kind: Kind, settings: Settings | null): Promise<void> {
    this.form = null;
    if (settings) this.emit("topline-tell", settings);
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-analysis=${kind}] button`)?.focus();
  }

  private columns(): NamedColumn[] {
    const columns = columnsOf(this.report, this.table);
    return columns.map((column) => ({ key: columnKey(column, columns), column }));
  }

  private text(key: string): string {
    return keyText(columnsOf(this.report, this.table), key);
  }

  /** Why figures are absent, each reason once. */
  private reasons(isMeant: (measure: Measure) => boolean): string[] {
    const { measures, words } = this.report;
    const absent = measures.filter((measure) => measure.value === undefined && measure.why && isMeant(measure));
    return [...new Set(absent.map(({ why }) => words[why!] ?? why!))];
  }
}
