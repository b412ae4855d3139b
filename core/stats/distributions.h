// SPDX-License-Identifier: Apache-2.0
#pragma once

// The chi-squared, F and beta distributions with real parameters, by Boost.Math's incomplete gamma
// and beta functions; normal.h and student_t.h hold the other two. A parameter that is not positive
// or a p outside 0..1 gives NaN. "Survival" is the upper tail, accurate far out where 1 − cdf is
// not.

namespace topline::stats {

/// P(X <= x); 0 for x <= 0.
double chi_squared_cdf(double x, double df);
/// P(X > x).
double chi_squared_survival(double x, double df);
/// The x with P(X <= x) = p. p = 0 gives 0 and p = 1 infinity.
double chi_squared_quantile(double p, double df);

/// P(F <= f) with df1 of the numerator and df2 of the denominator; df2 may be infinite.
double f_cdf(double f, double df1, double df2);
/// P(F > f).
double f_survival(double f, double df1, double df2);
/// The f with P(F <= f) = p. p = 0 gives 0 and p = 1 infinity.
double f_quantile(double p, double df1, double df2);

/// P(X <= x) for X in 0..1.
double beta_cdf(double x, double a, double b);
/// The x in 0..1 with P(X <= x) = p.
double beta_quantile(double p, double a, double b);

}  // namespace topline::stats
