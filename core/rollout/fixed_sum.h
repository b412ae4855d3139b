// SPDX-License-Identifier: Apache-2.0
#pragma once

// Exact sums and products of amounts in units of 1e-12.

#include <optional>

#include "core/base/number.h"

namespace topline {

/// a × b, rounded half away from zero to units of 1e-12; empty where it does not fit.
std::optional<Int128> multiply_fixed(Int128 a, Int128 b);
/// a ÷ divisor, rounded the same. REQUIRES: divisor > 0.
Int128 divide_rounded(Int128 a, Int128 divisor);
/// As a number.
double fixed_to_double(Int128 amount);

}  // namespace topline
