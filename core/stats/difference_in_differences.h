// SPDX-License-Identifier: Apache-2.0
#pragma once

// Did the teams that got something change by more than those that did not? The unit is the team:
// its people and periods are not independent, and counting them would make any difference look
// sure. So each team's periods collapse into one before and one after (Bertrand, Duflo and
// Mullainathan 2004, Quarterly Journal of Economics 119:249, IV.C; Donald and Lang 2007), every
// team weighs the same, and
//   estimate = mean change of treated teams − mean change of control teams.
// Its error allows the two sides different spreads: with one change per team this is the
// cluster-robust CR2 error, and the t has Welch's df, as Cameron and Miller (2015, Journal of
// Human Resources 50:317, VI.D) advise for few clusters. It is the effect only if both sides would
// have changed alike without it: the pre-trend is the part of that which can be looked at.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/two_means.h"

namespace topline::stats {

/// Under so many teams on either side there is an estimate but no error, p or interval.
inline constexpr size_t kLeastTeamsForVerdict = 4;
/// Under so many on either side the permutation p is given beside the t's, and is the one to use.
inline constexpr size_t kLeastTeamsForT = 10;

/// A team's means by period, in order and evenly spaced; NaN where it has none.
struct TeamPeriods {
  bool treated = false;
  std::vector<double> before;
  std::vector<double> after;
};

struct DifferenceInDifferences {
  size_t treated = 0;   ///< teams with a mean before and one after
  size_t control = 0;   ///< likewise
  size_t left_out = 0;  ///< the others
  /// treated − control; NaN where a side is empty. All else is NaN under kLeastTeamsForVerdict.
  MeanDifference change;
  /// Two-sided: the share of the ways to call so many of the teams treated whose difference is at
  /// least as far from 0 (Fisher 1935). NaN from kLeastTeamsForT on each side.
  double permutation_p = 0;
  uint64_t permutations = 0;       ///< ways that were looked at, the observed included
  bool permutation_exact = false;  ///< all of them: up to 200,000; else 99,999 drawn by the seed
  /// The same difference of the teams' slopes per period before (least squares over the periods
  /// they have): far from 0, the sides were moving apart already. Of all teams with two periods or
  /// more before, with NaN as above.
  MeanDifference pre_trend;
};

DifferenceInDifferences difference_in_differences(std::span<const TeamPeriods> teams,
                                                  double confidence, uint64_t seed);

}  // namespace topline::stats
