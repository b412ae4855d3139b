// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tables that are made, not read: the seeded sample of a whole CRM roll-out, and blank tables to
// fill in. The same seed, rows and language give the same bytes everywhere.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/profile/table_kind.h"
#include "core/report/render.h"
#include "core/sample/sheet.h"

namespace topline {

struct SampleOptions {
  uint64_t seed = 1;
  uint64_t rows = 1200;         ///< of the survey
  std::string language = "en";  ///< "en", "zh-CN"
  std::string text =
      "plain";  ///< of the survey: "plain", or "messy": quoted commas, quotes and newlines, both scripts
  std::string kind = "survey";  ///< a kind's name: "orders" …
};

/// The sample table of `options.kind` as CSV; nothing for a kind that there is not.
void write_sample(const SampleOptions& options, const Sink& sink);
/// The same as a sheet, named after its kind in the language. REQUIRES: a kind that there is.
SampleSheet sample_sheet(const SampleOptions& options);
/// The study that joins the sample tables, as JSON: for the CSV files (sample_file_name) and for the
/// sheets of the workbook of that name.
std::string sample_study(const SampleOptions& options);
/// "orders.csv", "orders.zh-CN.csv"; "rollout.xlsx" …
std::string sample_file_name(std::string_view stem, std::string_view language, std::string_view ending);

/// A blank table of the kind, its header in the language; `example`: with one row filled in.
SampleSheet blank_sheet(TableKind kind, std::string_view language, bool example);
/// What a table of the kind brings: "churn, retained revenue …".
std::string_view kind_brings(TableKind kind, std::string_view language);

}  // namespace topline
