// SPDX-License-Identifier: Apache-2.0
// What is taken away: files of the report and of the study, all made by the core.

import { fileName, save } from "./download.js";
import type { Study } from "./study.js";
import { studyFile } from "./study_file.js";

export type TakeAway = "save" | "json" | "csv" | "markdown";

export async function takeAway(study: Study, what: TakeAway): Promise<void> {
  const title = study.report?.title || study.inputs[0]?.name.replace(/\.\w+$/, "") || "topline";
  switch (what) {
    case "save":
      return save(fileName(title, "topline.json"), "application/json", studyFile(study.settings));
    case "json":
      return save(fileName(title, "json"), "application/json", study.json);
    case "csv":
      return save(fileName(title, "csv"), "text/csv", await study.render("csv"));
    case "markdown":
      return save(fileName(title, "md"), "text/markdown", await study.render("markdown"));
  }
}
