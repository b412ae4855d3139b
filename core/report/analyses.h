// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was declared beside the scores, in the order in which a reader takes it: what goes with an
// outcome, scales, favourable answers. Text and Markdown walk this outline.

#include <string>
#include <vector>

#include "core/report/labels.h"
#include "core/report/report.h"

namespace topline {

struct DriverTable {
  std::string outcome;
  std::vector<const Measure*> rows;    ///< with a value, the largest part first
  std::vector<const Measure*> absent;  ///< without one
};

/// One reliability or usability figure of a scale, of everyone.
struct ScaleFigures {
  const Measure* figure = nullptr;
  std::vector<std::string> items;  ///< of alpha: those with an alpha if dropped
};

struct Analyses {
  std::vector<DriverTable> drivers;
  std::vector<ScaleFigures> scales;
  std::vector<const Measure*> favourable;  ///< of everyone, in the headline wave
  bool empty() const { return drivers.empty() && scales.empty() && favourable.empty(); }
};

/// Of one table. The report must outlive it.
Analyses analyses_of(const Report& report, uint32_t table);

/// The figure of that name; 0 where there is none.
double figure_of(const Measure& measure, std::string_view name);
uint64_t part_of(const Measure& measure, std::string_view name);

/// "“Ease”: 39% of what these items explain (R² 0.58)"
std::string driver_sentence(const Report& report, const DriverTable& table, const Labels& labels);
/// The base of a table of drivers and what it is not.
std::string driver_base(const DriverTable& table, const Labels& labels);
/// "Trust: Reliability (Cronbach’s alpha)"
std::string scale_title(const Measure& measure, const Labels& labels);
/// The notes of a measure in words; where it has no value, why.
std::string notes_text(const Measure& measure, const Labels& labels);
/// Two decimals, with the interval behind it where there is one: "0.81 (0.75 to 0.86)".
std::string with_range(const Measure& measure, const Labels& labels);

}  // namespace topline
