// SPDX-License-Identifier: Apache-2.0
#pragma once

// A root inside a bracket, to the last bits of a double: Chandrupatla's method (1997, Advances in
// Engineering Software 28:145), inverse quadratic interpolation where that is safe and bisection
// elsewhere. It needs no derivative, never leaves the bracket, and uses only + - * /, so every
// machine takes the same steps.

#include <algorithm>
#include <cmath>

namespace topline::stats {

/// The x in [a, b] where f changes sign, fa = f(a) and fb = f(b) being finite and of opposite sign
/// (a zero end is returned as it is). a > b is allowed. Stops within 2^-52 |x| + 2^-60.
template <class Function>
double bracketed_root(Function f, double a, double fa, double b, double fb) {
  if (fa == 0) return a;
  if (fb == 0) return b;
  double c = a, fc = fa;  // the end that the latest step dropped
  double step = 0.5;      // the next x as a share of the way from a to b
  for (int i = 0; i < 200; ++i) {
    const double x = a + step * (b - a);
    const double fx = f(x);
    if ((fx > 0) == (fa > 0)) {
      c = a, fc = fa;
    } else {
      c = b, fc = fb;
      b = a, fb = fa;
    }
    a = x, fa = fx;
    const double best = std::abs(fa) < std::abs(fb) ? a : b;
    const double least = (0x1p-52 * std::abs(best) + 0x1p-60) / std::abs(b - a);
    if (fa == 0 || !(least < 0.5)) return best;
    const double xi = (a - b) / (c - b), phi = (fa - fb) / (fc - fb);
    step = 0.5;
    if (phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi) {
      step = fa / (fb - fa) * (fc / (fb - fc)) +
             (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb));
    }
    step = std::clamp(step, least, 1 - least);
  }
  return std::abs(fa) < std::abs(fb) ? a : b;
}

}  // namespace topline::stats
