// SPDX-License-Identifier: Apache-2.0
#pragma once

// Do several groups lie alike, by rank?

#include <span>
#include <vector>

#include "core/stats/moments.h"

namespace topline::stats {

struct KruskalWallis {
  double h = 0;  ///< corrected for ties
  double df = 0;
  double p = 0;  ///< by chi-squared on df
};

/// Kruskal and Wallis 1952, JASA 47:583, as R's kruskal.test. Each group counted values in any
/// order, finite. Empty groups are left out; fewer than two groups, or all values equal, give NaN.
KruskalWallis kruskal_wallis(std::span<const std::vector<ValueCount>> groups);

}  // namespace topline::stats
