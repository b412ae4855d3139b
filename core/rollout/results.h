// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is concluded of a roll-out beside its measures and their differences: goals, the scorecard,
// how tables were joined.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/measure/difference.h"
#include "core/measure/measure.h"

namespace topline {

/// Two tables that were joined by a key: how many found each other, and who did not.
struct Join {
  uint32_t left = 0;   ///< index into Report::tables
  uint32_t right = 0;
  std::string key;     ///< "customer", "user"
  uint64_t left_keys = 0;
  uint64_t right_keys = 0;
  uint64_t matched = 0;
  std::vector<std::string> left_only;   ///< the first in the order of their texts, at most kMostNames
  std::vector<std::string> right_only;
  static constexpr size_t kMostNames = 20;
};

/// A goal and how far it has come.
struct Goal {
  std::string kpi;
  std::string owner, start, due;
  std::string target_text;            ///< as it was written
  std::optional<double> baseline, target, value;
  std::string unit;
  std::optional<double> progress;     ///< in %
  std::optional<double> run_rate;     ///< needed a month from as_of to due, in the unit
  std::optional<double> pace;         ///< had a month so far
  std::optional<double> projected;    ///< at due, at the pace so far
  std::optional<MeasureInterval> projection;
  std::string status;                 ///< "reached", "on_track", "behind", "missed", "open" (not reached,
                                      ///< no date or line to judge by), "not_measured", "asked", "refused" (relative NPS)
  std::vector<std::string> missing;   ///< of SMART: "number", "date", "owner", "baseline", "kpi"
  std::string question;               ///< what is asked: "relative_or_points", "change_or_value"; empty: nothing
  std::optional<double> deviation;    ///< value − where a straight line to the target would be now
  std::string reason;                 ///< what moved most: "buyers", "frequency", "value", "mix", "rate"; or empty
  struct Milestone {
    std::string name, due;
    std::optional<double> value;
    std::string status;  ///< "reached", "open", "late"
  };
  std::vector<Milestone> milestones;
};

/// One line of the scorecard.
struct Criterion {
  enum class Verdict : uint8_t { met, not_met, too_close, not_measured };
  std::string name;  ///< "lifetime_value", "efficiency", "decisions", "sales", "people", "budget" …
  Verdict verdict = Verdict::not_measured;
  struct Evidence {
    size_t measure = 0;  ///< index into Report::measures
    std::optional<double> target;
    Verdict verdict = Verdict::not_measured;
    std::string note = {};  ///< why it has no verdict: "no_target"; or the measure's own why
  };
  std::vector<Evidence> evidence;
  std::vector<std::string> missing;  ///< kinds of tables that would bring evidence
};

std::string_view verdict_name(Criterion::Verdict verdict);

}  // namespace topline
