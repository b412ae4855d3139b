// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fisher's F distribution with real degrees of freedom, by Boost.Math's incomplete beta. Degrees
// that aren't positive and finite, or NaN, give NaN.

namespace topline::stats {

/// P(F > f), accurate in the far right tail. 1 for f <= 0.
double f_survival(double f, double df1, double df2);

/// The f with P(F <= f) = p. p = 0 gives 0, p = 1 infinity; p outside 0..1 NaN.
double f_quantile(double p, double df1, double df2);

}  // namespace topline::stats
