// SPDX-License-Identifier: Apache-2.0
#pragma once

// Gates: limits that a report's figures must keep, and the goals of the study, for scripts that
// stop where one is missed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/report/report.h"

namespace topline {

/// "nps[department=Sales,wave=2026-Q2]=20": a measure, which of its values, and the limit.
struct Gate {
  enum class Side : uint8_t { under, over };  ///< what fails: a figure under the limit, or over it
  enum class On : uint8_t { value, low, high };
  Side side = Side::under;
  std::string text;  ///< as it was said
  MeasureId id = MeasureId::nps;
  std::vector<std::pair<std::string, std::string>> segment;
  std::optional<std::string> wave, question, option, table;
  double limit = 0;  ///< in the measure's unit
};

/// Reads `ID=LIMIT` or `ID[key=value,…]=LIMIT`. The keys wave, question, option and table pick
/// among the measure's values; any other one names a segment's column. "\" lets a mark stand for
/// itself. The limit may carry its unit: "20", "90%", "4h", "1.2万". Errors: bad_option;
/// unknown_measure with the nearest ids.
Result<Gate> read_gate(std::string_view text, Gate::Side side);

/// One figure against its limit.
struct Check {
  std::string gate;     ///< as it was said; "goal: " and the KPI
  std::string measure;  ///< its id, empty for a goal that is no measure
  std::string table, question;
  Cell cell;
  std::string unit;
  std::optional<double> value, low, high;
  std::optional<double> limit;
  Gate::Side side = Gate::Side::under;
  bool passed = false;
  std::string why;  ///< why it is missed where there is no figure: "not_in_report", "hidden", the
                    ///< measure's own why, "no_interval"; of a goal its status
};

/// A gate looks at the headline values of its measure unless it says which; it makes one Check per
/// value (a report may have several questions of a kind). A measure that is absent or hidden misses
/// its gate. Figures are compared as the report writes them, in 12 digits.
std::vector<Check> check_gates(const Report& report, const std::vector<Gate>& gates, Gate::On on);
/// The goals of the report: passed where they are reached or on their way ("on_track").
std::vector<Check> check_goals(const Report& report);

}  // namespace topline
