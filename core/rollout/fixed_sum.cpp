// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/fixed_sum.h"

namespace topline {

Int128 divide_rounded(Int128 a, Int128 divisor) {
  const Int128 whole = a / divisor, rest = a % divisor;
  if (2 * (rest < 0 ? -rest : rest) < divisor) return whole;
  return a < 0 ? whole - 1 : whole + 1;
}

std::optional<Int128> multiply_fixed(Int128 a, Int128 b) {
  const auto product = checked_multiply(a, b);
  if (!product) return std::nullopt;
  return divide_rounded(*product, kFixedOne);
}

double fixed_to_double(Int128 amount) { return to_double(amount) / static_cast<double>(kFixedOne); }

}  // namespace topline
