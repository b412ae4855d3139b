// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers between text and machine, the same everywhere: no locale, no long double.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace topline {

__extension__ using Int128 = __int128;

/// The 12-digit decimal of a double, as the report writes it: "18.1818181818", "-0" as "0".
/// REQUIRES: value is finite.
std::string format_number(double value);

/// A decimal number and nothing else ("9", "-2.5", "1e3"; blanks around it allowed).
std::optional<double> parse_number(std::string_view text);

/// A decimal number in units of 1e-12, exactly; finer digits are rounded half to even and said.
struct Fixed {
  Int128 value = 0;
  bool rounded = false;
};
inline constexpr int64_t kFixedOne = 1'000'000'000'000;
/// Empty where the text is no plain decimal or would not fit (beyond about 1e25).
std::optional<Fixed> parse_fixed(std::string_view text);

/// a + b and a * b; empty where the result does not fit in 128 bits.
std::optional<Int128> checked_add(Int128 a, Int128 b);
std::optional<Int128> checked_multiply(Int128 a, Int128 b);

std::string to_decimal(Int128 value);
/// A number in units of 1e-12, in full: "12.5", "-3", "1234567.89".
std::string exact_decimal(Int128 fixed);
std::optional<Int128> parse_int128(std::string_view text);
/// The nearest double of a 128-bit integer.
double to_double(Int128 value);

}  // namespace topline
