// SPDX-License-Identifier: Apache-2.0
// The analyses that a study declares, as changes of its settings. What is taken away leaves no empty list
// behind, so that a saved study holds what was told and nothing else.

import type { ReportColumn } from "../wasm/js/report.js";
import type { CommentsChoice, DriverChoice, ScaleChoice, Settings } from "../wasm/js/settings.js";

export type ScaleKind = NonNullable<ScaleChoice["kind"]>;
export type Theme = NonNullable<CommentsChoice["themes"]>[number];

export const scaleKinds: readonly ScaleKind[] = ["alpha", "sus", "umux_lite"];

/** As many items as a kind takes; of alpha the fewest. */
export const scaleItems: Record<ScaleKind, number> = { alpha: 2, sus: 10, umux_lite: 2 };

/** A study may hold one driver analysis without a list around it. */
export function driversOf({ drivers }: Settings): readonly DriverChoice[] {
  if (drivers === undefined) return [];
  return Array.isArray(drivers) ? drivers : [drivers];
}

/** In the place of the one at `at`; as the last where there is none. */
function put<Each>(list: readonly Each[], at: number, each: Each): Each[] {
  return at >= 0 && at < list.length ? list.map((other, index) => (index === at ? each : other)) : [...list, each];
}

function orNothing<Each>(list: readonly Each[]): Each[] | undefined {
  return list.length > 0 ? [...list] : undefined;
}

export function withDriver(settings: Settings, driver: DriverChoice, at = -1): Settings {
  return { ...settings, drivers: put(driversOf(settings), at, driver) };
}
export function withoutDriver(settings: Settings, at: number): Settings {
  return { ...settings, drivers: orNothing(driversOf(settings).filter((_, index) => index !== at)) };
}
export function withScale(settings: Settings, scale: ScaleChoice, at = -1): Settings {
  return { ...settings, scales: put(settings.scales ?? [], at, scale) };
}
export function withoutScale(settings: Settings, at: number): Settings {
  return { ...settings, scales: orNothing((settings.scales ?? []).filter((_, index) => index !== at)) };
}

const numeric = new Set(["nps", "enps", "csat", "ces", "rating", "number"]);

/** Columns whose answers are, or may be, numbers: outcomes and items. */
export function inNumbers({ role, alternative }: ReportColumn): boolean {
  return numeric.has(role) || numeric.has(alternative ?? "");
}

export function isComment({ role, alternative }: ReportColumn): boolean {
  return role === "text" || alternative === "text";
}

/** "Speed: slow, fast*", a theme a line, with the signs of either language. Lines that hold no name or no
 * words are told by their number, from 1. */
export function readThemes(text: string): { themes: Theme[]; wrong: number[] } {
  const themes: Theme[] = [];
  const wrong: number[] = [];
  text.split("\n").forEach((line, at) => {
    if (line.trim() === "") return;
    const [, name = "", rest = ""] = /^([^:：]*)[:：](.*)$/.exec(line) ?? [];
    const words = rest.split(/[,，、;；]/).map((word) => word.trim()).filter(Boolean);
    if (name.trim() === "" || words.length === 0) wrong.push(at + 1);
    else themes.push({ name: name.trim(), words });
  });
  return { themes, wrong };
}

export function themesText(themes: readonly Theme[] = []): string {
  return themes.map(({ name, words }) => `${name}: ${words.join(", ")}`).join("\n");
}
