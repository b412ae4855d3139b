// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two samples of skewed values (times, amounts) held against each other by rank, and by how much
// one lies above the other.

#include <span>

#include "core/stats/interval.h"
#include "core/stats/moments.h"

namespace topline::stats {

struct RankTest {
  double n1 = 0;
  double n2 = 0;
  /// Mann and Whitney's count of the n1 n2 pairs where the first is larger, ties as halves (1947,
  /// Annals of Mathematical Statistics 18:50): R's W. w / (n1 n2) is the probability of
  /// superiority.
  double w = 0;
  double z = 0;  ///< by the normal with tie and continuity correction
  double p = 0;  ///< two-sided, as R's wilcox.test(exact = FALSE)
  /// Hodges and Lehmann's estimate (1963, Annals of Mathematical Statistics 34:598): the median of
  /// all n1 n2 differences first − second.
  double shift = 0;
  /// The differences at which the test, with the same corrections, stops rejecting (Moses 1953; as
  /// R's conf.int, which finds them to 1e-4).
  Interval interval;
};

/// Counted values in any order, finite. The differences are never listed: the work is that of
/// sorting and of some 64 passes over the distinct values. An empty group gives NaN everywhere but
/// in n1 and n2; all values equal give z and p NaN.
RankTest rank_test(std::span<const ValueCount> first, std::span<const ValueCount> second,
                   double confidence);

}  // namespace topline::stats
