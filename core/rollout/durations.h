// SPDX-License-Identifier: Apache-2.0
#pragma once

// How long it took from one moment of a row to another: of tickets from opened to resolved, of
// decisions from raised to decided. What is not finished yet is not left out but kept with its age,
// what ended before it began is set apart, and both are counted.

#include <cstdint>
#include <string>
#include <vector>

#include "core/rollout/ledger_rows.h"
#include "core/rollout/row_groups.h"

namespace topline {

/// From a row's first moment to its second.
struct Span {
  enum class Kind : uint8_t {
    none,  ///< its beginning is not known, or lies after as_of
    finished,
    open,        ///< `seconds` is its age at as_of
    impossible,  ///< it ended before it began; `seconds` is below zero
    undated,     ///< said to be finished, but not when
  };
  Kind kind = Kind::none;
  int64_t seconds = 0;
  int64_t start = 0;
};

/// Reads the spans between two fields of moments. Where only one of the columns has times of day,
/// both are taken by the day: else what ended on its first day would have ended before it began.
class SpanReader {
 public:
  /// `now`: the second at which all is looked at; what happens at it or later hasn't happened.
  SpanReader(const Ledger& ledger, Field from, Field to, int64_t now);

  bool complete() const { return from_ != nullptr && to_ != nullptr; }
  bool by_day() const { return by_day_; }
  /// `closed`: said to be finished, whether or not its end is known.
  Span at(uint32_t row, bool closed) const;

 private:
  const Ledger::Column* from_;
  const Ledger::Column* to_;
  int64_t now_;
  bool by_day_ = false;
};

/// The spans of a group of rows.
struct Durations {
  std::vector<double> finished;    ///< seconds, ascending
  std::vector<double> impossible;  ///< seconds below zero, ascending
  std::vector<double> open;        ///< ages at as_of
  std::vector<double> ripe;        ///< of finished: what began at least their P90 ago
  uint64_t undated = 0;
  double p90 = 0;  ///< of finished; NaN where there are none
};

/// `spans` are by row of the ledger.
Durations durations_of(const std::vector<Span>& spans, const std::vector<uint32_t>& rows,
                       int64_t now);

/// Whether a group is a cell of the break-down, which carries the main figures only.
enum class Detail : uint8_t { all, main };

/// The mean of what is finished, as value. Figures: median, p90 (all: sum, sd, min, q25, q75, max
/// too); where some are impossible the same of all with them, as "with_impossible_mean" …; where
/// some are open "matured_mean", of what began at least the P90 ago. Parts: finished, open,
/// impossible, undated. Absent, with why "nothing_finished", where nothing is.
void set_mean_duration(Measure& measure, const Durations& durations, Detail detail);

/// The median. Where some are open it is Kaplan and Meier's, with them censored at their age
/// (method "kaplan-meier"), and the median of the finished ones stands in the figures; absent with
/// why "median_not_reached" where too many are open.
/// `censored`: the ages of the open ones are known, so that they can be censored.
void set_median_duration(Measure& measure, const Durations& durations, bool censored,
                         double confidence);

}  // namespace topline
