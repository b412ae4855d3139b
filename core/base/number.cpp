// SPDX-License-Identifier: Apache-2.0
#include "core/base/number.h"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/base/text.h"

namespace topline {
namespace {

__extension__ using UInt128 = unsigned __int128;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string format_number(double value) {
  if (value == 0) return "0";
  char buffer[40];
  const int length = std::snprintf(buffer, sizeof buffer, "%.12g", value);
  // An embedding program may have set a locale; a report always has a point.
  std::replace(buffer, buffer + length, ',', '.');
  return std::string(buffer, static_cast<size_t>(length));
}

std::optional<double> parse_number(std::string_view text) {
  text = trim(text);
  if (!text.empty() && text[0] == '+') text.remove_prefix(1);
  // fast_float also reads "inf" and "nan"; those are words, not numbers, in a table.
  const size_t first = !text.empty() && text[0] == '-' ? 1 : 0;
  if (text.size() <= first || !(is_digit(text[first]) || text[first] == '.')) return std::nullopt;
  double value = 0;
  const auto [end, error] = fast_float::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

std::optional<Fixed> parse_fixed(std::string_view text) {
  text = trim(text);
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  std::string digits;
  int exponent = -12;  // of the units that the result is in
  bool any = false;
  bool point = false;
  size_t i = 0;
  int64_t scale = 0;  // decimal exponent of the digit string
  for (; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      any = true;
      if (digits.size() < 60) {
        if (!digits.empty() || text[i] != '0') digits.push_back(text[i]);
        if (point) --scale;
      } else if (!point) {
        return std::nullopt;  // over 60 digits before the point
      } else if (text[i] != '0') {
        digits.back() = digits.back() == '0' ? '1' : digits.back();  // sticky: keeps rounding right
      }
    } else if (text[i] == '.' && !point) {
      point = true;
    } else {
      break;
    }
  }
  if (!any) return std::nullopt;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    bool minus = false;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) minus = text[i++] == '-';
    if (i == text.size()) return std::nullopt;
    int64_t power = 0;
    for (; i < text.size(); ++i) {
      if (!is_digit(text[i]) || power > 10000) return std::nullopt;
      power = power * 10 + (text[i] - '0');
    }
    scale += minus ? -power : power;
  }
  if (i != text.size()) return std::nullopt;

  Fixed result;
  if (digits.empty()) return result;
  int64_t shift = scale - exponent;  // digits × 10^shift in units of 1e-12
  std::string kept = digits;
  bool up = false;
  if (shift < 0) {
    const auto cut = static_cast<uint64_t>(-shift);
    std::string tail;
    if (cut >= digits.size()) {
      kept.assign(1, '0');
      tail = std::string(std::min<uint64_t>(cut - digits.size(), 80), '0') + digits;
    } else {
      kept = digits.substr(0, digits.size() - cut);
      tail = digits.substr(digits.size() - cut);
    }
    result.rounded = tail.find_first_not_of('0') != std::string::npos;
    const bool half = tail[0] == '5' && tail.find_first_not_of('0', 1) == std::string::npos;
    up = tail[0] > '5' || (tail[0] == '5' && !half) || (half && (kept.back() - '0') % 2 == 1);
    shift = 0;
  }
  Int128 value = 0;
  for (char c : kept) {
    const auto times = checked_multiply(value, 10);
    const auto plus = times ? checked_add(*times, c - '0') : std::nullopt;
    if (!plus) return std::nullopt;
    value = *plus;
  }
  for (int64_t k = 0; k < shift; ++k) {
    const auto times = checked_multiply(value, 10);
    if (!times) return std::nullopt;
    value = *times;
  }
  if (up) ++value;
  result.value = negative ? -value : value;
  return result;
}

std::optional<Int128> checked_add(Int128 a, Int128 b) {
  Int128 sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) return std::nullopt;
  return sum;
}

std::optional<Int128> checked_multiply(Int128 a, Int128 b) {
  // __builtin_mul_overflow on 128 bits calls a runtime routine that wasm's library lacks.
  if (a == 0 || b == 0) return Int128{0};
  const UInt128 ua = a < 0 ? -static_cast<UInt128>(a) : static_cast<UInt128>(a);
  const UInt128 ub = b < 0 ? -static_cast<UInt128>(b) : static_cast<UInt128>(b);
  const UInt128 limit = static_cast<UInt128>(-1) >> 1;
  if (ua > limit / ub) return std::nullopt;
  const auto product = static_cast<Int128>(ua * ub);
  return (a < 0) == (b < 0) ? product : -product;
}

std::string exact_decimal(Int128 fixed) {
  const Int128 size = fixed < 0 ? -fixed : fixed;
  std::string text = to_decimal(size / kFixedOne);
  std::string digits = to_decimal(size % kFixedOne);
  digits.insert(0, 12 - digits.size(), '0');
  digits.erase(digits.find_last_not_of('0') + 1);
  if (!digits.empty()) text += "." + digits;
  return fixed < 0 ? "-" + text : text;
}

std::string to_decimal(Int128 value) {
  if (value == 0) return "0";
  const bool negative = value < 0;
  UInt128 rest = negative ? -static_cast<UInt128>(value) : static_cast<UInt128>(value);
  std::string digits;
  while (rest != 0) {
    digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
    rest /= 10;
  }
  if (negative) digits.push_back('-');
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::optional<Int128> parse_int128(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  Int128 value = 0;
  for (char c : text) {
    if (!is_digit(c)) return std::nullopt;
    const auto times = checked_multiply(value, 10);
    const auto plus = times ? checked_add(*times, c - '0') : std::nullopt;
    if (!plus) return std::nullopt;
    value = *plus;
  }
  return negative ? -value : value;
}

double to_double(Int128 value) {
  // Written out, since the runtime routines of the two worlds need not round alike.
  const bool negative = value < 0;
  const UInt128 magnitude = negative ? -static_cast<UInt128>(value) : static_cast<UInt128>(value);
  const auto high = static_cast<uint64_t>(magnitude >> 64);
  const auto low = static_cast<uint64_t>(magnitude);
  if (high == 0) {
    const auto narrow = static_cast<double>(low);
    return negative ? -narrow : narrow;
  }
  // The top 64 bits with a sticky last bit round once, to nearest even.
  const int leading = __builtin_clzll(high);
  const int drop = 64 - leading;
  auto top = static_cast<uint64_t>(magnitude >> drop);
  const UInt128 lost = magnitude & ((UInt128{1} << drop) - 1);
  if (lost != 0) top |= 1;
  const double wide = std::ldexp(static_cast<double>(top), drop);
  return negative ? -wide : wide;
}

}  // namespace topline
