// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two means held against each other with Student's t, from their moments.

#include "core/stats/interval.h"
#include "core/stats/moments.h"

namespace topline::stats {

/// What a mean is compared by. n is real: with weights it is the effective n and sd the weighted
/// one (weighted.h).
struct SampleMean {
  double n = 0;
  double mean = 0;
  double sd = 0;  ///< divides by n − 1
};

SampleMean sample_mean(const Moments& moments);

struct MeanDifference {
  double difference = 0;
  double standard_error = 0;
  double t = 0;
  double df = 0;
  double p = 0;  ///< two-sided
  Interval interval;
};

/// first − second without assuming equal variances (Welch 1947, Biometrika 34:28, with his df, as
/// R's t.test). n <= 1 in a group gives NaN everywhere but in the difference, and so do two groups
/// without any spread.
MeanDifference welch_t(const SampleMean& first, const SampleMean& second, double confidence);

/// The mean of within-person differences against 0: Student's t with n − 1. NaN as in welch_t.
MeanDifference paired_t(const Moments& differences, double confidence);

}  // namespace topline::stats
