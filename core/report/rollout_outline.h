// SPDX-License-Identifier: Apache-2.0
#pragma once

// The measures of a roll-out in the order in which a reader takes them: by theme, first the figures
// for all, then what they are broken down by. Text, Markdown and the page walk this outline.

#include <optional>
#include <string>
#include <vector>

#include "core/report/labels.h"
#include "core/report/report.h"

namespace topline {

/// One measure by segment, over time, or by its options.
struct Breakdown {
  enum class Of : uint8_t { segments, waves, options };
  Of of = Of::segments;
  MeasureId measure = MeasureId::nps;
  std::string dimension = {};  ///< segments: "team"
  std::vector<const Measure*> rows = {};  ///< segments and options: highest first; waves: in time
};

struct RolloutTheme {
  Label title = Label::theme_adoption;
  std::vector<const Measure*> figures;  ///< of everyone and all times, in the catalogue's order
  std::vector<Breakdown> breakdowns;
};

/// The theme that a measure belongs to, as a label ("theme_money"); of surveys none.
std::optional<Label> theme_of(const MeasureInfo& info);

/// The themes that have any measure. The report must outlive them.
std::vector<RolloutTheme> rollout_themes(const Report& report);

/// Is a figure of the measure a headline?
bool is_headline(const Report& report, MeasureId id);

/// What a row of a breakdown is called.
std::string breakdown_row(const Report& report, const Breakdown& breakdown, const Measure& measure,
                          const Labels& labels);
/// "Win rate by team"
std::string breakdown_title(const Breakdown& breakdown, const Labels& labels);

}  // namespace topline
