// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two proportions of the same people: how many said yes before and how many say so now.

#include <cstdint>

#include "core/stats/interval.h"

namespace topline::stats {

struct PairedProportions {
  double difference = 0;      ///< now − before, -1..1; NaN without people
  double standard_error = 0;  ///< √(V/n), V as of a net score: who came less who left
  double p = 0;
  bool exact = false;
  Interval interval;  ///< within -1..1, not degenerate where nobody changed
};

/// `came` said no before and yes now, `left` the other way round, of `n` people in all. A share's
/// change is the net score of those who came and those who left: the interval is its score interval
/// (net_score_tango(); Tango 1998 made it for this). p is McNemar's (1947, Psychometrika 12:153): the
/// score test of no change, χ² = (came − left)²/(came + left), which the interval agrees with; where
/// fewer than 25 changed the exact binomial p instead. 1 where nobody did. REQUIRES: came + left <= n.
PairedProportions paired_proportions(uint64_t came, uint64_t left, uint64_t n, double confidence);

}  // namespace topline::stats
