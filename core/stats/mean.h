// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/interval.h"

namespace topline::stats {

/// Student's t interval for a mean: mean +- t(n − 1) sd / √n, in the unit of the mean. sd divides
/// by n − 1 (moments.h, or WeightedMean::sd with its effective_n). n is real; n <= 1 gives NaN
/// ends.
Interval mean_t(double mean, double sd, double n, double confidence);

}  // namespace topline::stats
