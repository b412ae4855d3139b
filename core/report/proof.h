// SPDX-License-Identifier: Apache-2.0
#pragma once

// A score opened up: what it is made of, R code that gives the same figures, and what other tools' rules
// would make of the same answers. Counts only, never rows.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/report/labels.h"
#include "core/report/render.h"
#include "core/report/report.h"

namespace topline {

struct Proof {
  const Measure* measure = nullptr;
  std::string formula;   ///< the catalogue's
  uint64_t rows = 0;     ///< used rows of the table
  uint64_t missing = 0;  ///< of them, over all waves and segments: without an answer
  uint64_t invalid = 0;  ///< and those whose answer counts nowhere
  /// Base R, whole: its last line prints the value and the ends of the interval. Empty for weighted
  /// scores, whose sums of weights a report doesn't hold.
  std::string r;
  struct Rule {
    std::string id;    ///< "skips_in_base"
    std::string text;  ///< what the rule is, in the report's language
    double value = 0;  ///< in the rule's unit
    std::string unit;
  };
  std::vector<Rule> others;  ///< rules that give another figure
};

/// Every headline score of a survey with a value.
std::vector<Proof> prove_headlines(const Report& report);

/// R code for a score from its counts; empty where there is none.
std::string r_code(const Report& report, const Measure& measure);
/// What other tools' rules give.
std::vector<Proof::Rule> other_rules(const Report& report, const Measure& measure, const Labels& labels);

/// `topline explain ID --on FILE`: the proofs of the measures of that id.
void render_proofs_text(const Report& report, MeasureId id, const Sink& sink);

}  // namespace topline
