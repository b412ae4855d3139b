// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two groups of different people held against each other. With weights everything stands on the
// effective n of weighted.h, so that weights of 1 give the unweighted result to the bit.

#include "core/measure/compared.h"
#include "core/measure/difference.h"
#include "core/stats/net_score.h"
#include "core/stats/two_proportions.h"

namespace topline {

/// A group as one figure sees it.
struct ComparedGroup {
  stats::WeightedMean mean;  ///< of the coded answers
  stats::NetCounts net;      ///< net: effective counts
  stats::HitCounts hits;     ///< share: effective counts

  bool usable() const { return mean.n > 0 && mean.sum_w > 0; }
};

/// design_n: all rows of the design.
ComparedGroup compared_group(ComparedFigure::Kind kind, const CodedAnswers& coded,
                             uint64_t design_n);

struct ComparisonLevel {
  double confidence = 0.95;
  bool weighted = false;
  size_t tests = 1;  ///< of the family
};

/// Fills in value, interval, p, test and the figures value_a, value_b, n_a, n_b, detectable, with
/// weights se; notes low_base and weighted.
/// NPS: adjusted Wald for p and interval; the exact permutation p where the smaller n is under 30
/// and counts are whole. Shares: compare_shares(). Means: Welch. p is absent where nothing varies.
/// `detectable`: a difference under about that would usually be missed (80 % power, at the level
/// of the family's hardest step, (1 − confidence) / tests).
/// REQUIRES: both are usable().
void compare_groups(ComparedFigure::Kind kind, const ComparedGroup& a, const ComparedGroup& b,
                    const ComparisonLevel& level, Difference& into);

/// Two shares, in %: N−1 chi-squared, Fisher's exact test where an expected count is under 1 (and
/// counts are whole); Newcombe's interval. Fills in value, interval, p and test.
void compare_shares(const stats::HitCounts& a, const stats::HitCounts& b, double confidence,
                    Difference& into);

}  // namespace topline
