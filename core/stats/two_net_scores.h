// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two net scores held against each other: of two groups of different people, and of the same
// people twice. Everything is in the unit of net_score, so that a difference lies in -2..2.

#include <array>
#include <cstdint>

#include "core/stats/interval.h"
#include "core/stats/net_score.h"

namespace topline::stats {

/// first − second, with one standard error behind p and interval, so that they never disagree.
struct NetScoreDifference {
  double difference = 0;      ///< of the scores as they are reported
  double centre = 0;          ///< of the adjusted scores: the middle of the interval
  double standard_error = 0;  ///< of the adjusted scores
  double z = 0;               ///< centre / standard_error
  double p = 0;               ///< two-sided, from the normal
  Interval interval;          ///< clipped to -2..2
};

/// Adjusted Wald: 3/4, 1 1/2 and 3/4 are added to each group (Bonett and Price 2012, Journal of
/// Educational and Behavioral Statistics 37:479; Rocks 2016, The American Statistician 70:365).
/// Counts are real (effective counts). An empty group gives NaN everywhere.
NetScoreDifference net_score_difference(const NetCounts& first, const NetCounts& second,
                                        double confidence);

/// The exact two-sided permutation p of the difference: of all ways to deal the pooled answers out
/// to groups of these sizes (multivariate hypergeometric), the share whose difference is at least
/// as far from 0 (Fisher 1935, The Design of Experiments). For small groups, where the normal is
/// not to be trusted: the work grows with the square of the smaller n. Two equal scores give 1.
/// NaN where a group is empty, counts are not whole, or the smaller n is over 2,000.
double net_score_permutation_p(const NetCounts& first, const NetCounts& second);

/// How many people went from one answer to another: [before][after], each 0 detractor, 1 passive,
/// 2 promoter.
using NetTransitions = std::array<std::array<uint64_t, 3>, 3>;

/// The mean of what each person changed by, after − before, -2..2, with Student's t on n − 1.
struct PairedNetScore {
  uint64_t n = 0;
  double difference = 0;      ///< NaN for n = 0
  double standard_error = 0;  ///< sd of the changes / √n; NaN for n < 2
  double t = 0;
  double p = 0;
  Interval interval;  ///< clipped to -2..2
};

/// Where everybody changed by the same amount (none included) there is no spread to test with: t,
/// p and interval are NaN.
PairedNetScore paired_net_score(const NetTransitions& transitions, double confidence);

}  // namespace topline::stats
