// SPDX-License-Identifier: Apache-2.0
#pragma once

// The report in the order in which a reader takes it: headline scores, then what is compared. The
// text and the Markdown renderer both walk an Outline; neither picks measures by itself.

#include <cstdint>
#include <string>
#include <vector>

#include "core/report/report.h"

namespace topline {

/// A headline score and, for a share of satisfied answers, the mean of the same answers.
struct Card {
  const Measure* score = nullptr;
  const Measure* mean = nullptr;
};

/// Measures of one kind that are looked at side by side, on one axis.
struct Comparison {
  enum class Of : uint8_t { segments, waves, questions, options };
  Of of = Of::segments;
  MeasureId measure = MeasureId::nps;
  std::string dimension =
      {};  ///< segments: "department", "department × role"; questions: the scale
  const Measure* everyone = nullptr;      ///< the line that segments are compared with; may be null
  std::vector<const Measure*> rows = {};  ///< with a value; segments: highest first, waves: in time
  /// By row: against the rest, against the wave before; null where it was not compared. Empty for
  /// questions and options.
  std::vector<const Difference*> differences = {};
  const Difference* since_first = nullptr;  ///< the headline wave against the first
  const Trend* trend = nullptr;             ///< of waves
  std::vector<const Measure*> absent = {};  ///< without one, and not hidden
  std::vector<const Measure*> hidden = {};  ///< suppressed
};

struct TableOutline {
  const ReportTable* table = nullptr;
  std::vector<Card> cards;
  std::vector<Comparison> comparisons;
};

/// One TableOutline per table of the report, which must outlive it. Segments are those of the
/// headline wave (or of everyone without waves), for the scores that have a card. Comparisons
/// without any row are left out unless something in them is hidden.
std::vector<TableOutline> make_outline(const Report& report);

const Cell& cell_of(const Report& report, const Measure& measure);
/// "Sales", "Sales × rep"; `no_answer` stands for an empty value.
std::string segment_text(const Cell& cell, std::string_view no_answer);
/// "department", "department × role"
std::string dimension_of(const Cell& cell);
bool has_note(const Measure& measure, std::string_view note);
/// The scores of the scale that are in the box ("4-5 of 5": 4 and 5).
bool in_box(const Measure& measure, std::string_view score);

}  // namespace topline
