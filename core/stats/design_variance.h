// SPDX-License-Identifier: Apache-2.0
#pragma once

// The variance of a sum over a sample drawn by strata and clusters (primary sampling units, PSUs),
// with replacement or with the finite population correction of the first stage:
// Σ_h (1 − f_h) n_h/(n_h − 1) Σ(u − ū_h)², u summed within each PSU first (Cochran 1977, Sampling
// Techniques, 11; Binder 1983, International Statistical Review 51:279).

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace topline::stats {

/// Where a row stands in the sample. A PSU number means something within its stratum only. Without
/// clusters each row is a PSU of its own: give it its row number.
struct DesignUnit {
  uint32_t stratum = 0;
  uint32_t psu = 0;
};

enum class DesignProblem : uint8_t {
  none,
  no_answers,  ///< nobody with weight answered (in the domain, or in one of two)
  lonely_psu,  ///< `strata` have one PSU, though not all of their population: join them to others
  small_population,  ///< `strata` have fewer PSUs in the population than in the sample
};

struct DesignVariance {
  DesignProblem problem = DesignProblem::none;
  std::vector<uint32_t> strata_at_fault;                       ///< ascending
  double variance = std::numeric_limits<double>::quiet_NaN();  ///< NaN where there is a problem
  uint64_t psus = 0;                                           ///< all of the sample's
  uint64_t strata = 0;                                         ///< those with a row
};

/// The variance of Σu. `u`: one value per row, 0 where a row is in the sample but has no part in
/// the sum: it still counts in n_h. population_psus[h]: how many PSUs stratum h has in the
/// population (rows, where there are no clusters); infinite, NaN or beyond the end: no correction.
/// A stratum seen whole adds nothing. Sums run in the rows' order. REQUIRES u.size() ==
/// units.size().
DesignVariance design_variance(std::span<const double> u, std::span<const DesignUnit> units,
                               std::span<const double> population_psus = {});

}  // namespace topline::stats
