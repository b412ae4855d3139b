// SPDX-License-Identifier: Apache-2.0
#pragma once

// The outcome's distribution where every input is drawn from a triangle over its range,
// independently of the others.

#include <cstdint>
#include <optional>
#include <span>

#include "core/stats/uncertain_input.h"

namespace topline::stats {

/// The value below which a share u in 0..1 of the triangle lies; low = high gives low.
double triangular_quantile(const UncertainInput& input, double u);

/// Figures are over the draws with a finite outcome and NaN where there is none.
struct Simulation {
  uint64_t draws = 0;
  uint64_t undefined = 0;  ///< draws without a finite outcome, left out below
  double below_zero = 0;   ///< P(outcome < 0), 0..1
  double mean = 0;
  double p10 = 0, p50 = 0, p90 = 0;  ///< quantiles of type 7
};

/// Draw i uses stream i of the seed, one number per input in their order: the same in any order of
/// draws, and the first 1,000 of 10,000 are those of 1,000. Absent where a range is none
/// (first_bad_range names it).
std::optional<Simulation> simulate(std::span<const UncertainInput> inputs, const OutcomeOf& outcome,
                                   uint64_t draws, uint64_t seed);

}  // namespace topline::stats
