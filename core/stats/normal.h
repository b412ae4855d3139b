// SPDX-License-Identifier: Apache-2.0
#pragma once

// The standard normal distribution, by Boost.Math's erfc and erfc_inv.

namespace topline::stats {

/// P(Z <= x). NaN in, NaN out; the infinities give 0 and 1.
double normal_cdf(double x);

/// P(Z > x), accurate in the far right tail where 1 - normal_cdf(x) is not.
double normal_survival(double x);

/// The x with P(Z <= x) = p. p = 0 and 1 give the infinities; p outside 0..1 gives NaN.
double normal_quantile(double p);

/// The z of a two-sided interval: 1.96 for confidence 0.95. confidence is in 0..1.
double two_sided_z(double confidence);

}  // namespace topline::stats
