// SPDX-License-Identifier: Apache-2.0
#include "core/report/figures.h"

#include <cmath>

#include "core/base/number.h"

namespace topline {
namespace {

// `value` with so many decimals, half away from zero. Rounded from the 12-digit decimal, so that what
// is shown never contradicts what the report holds (2.5 that is 2.4999999999999996 in binary).
std::string decimals(double value, int places) {
  const double scale = places == 0 ? 1 : places == 1 ? 10 : 100;
  const double shown = parse_number(format_number(value * scale)).value_or(value * scale);
  const auto units = static_cast<int64_t>(std::llround(std::fabs(shown)));
  const auto whole = units / static_cast<int64_t>(scale);
  std::string text = std::to_string(whole);
  if (places > 0) {
    std::string part = std::to_string(units % static_cast<int64_t>(scale));
    part.insert(0, static_cast<size_t>(places) - part.size(), '0');
    text += '.' + part;
  }
  if (shown < 0 && units != 0) text.insert(0, 1, '-');
  return text;
}

std::string with_minus(std::string text, Minus minus) {
  if (minus == Minus::typographic && text[0] == '-') text.replace(0, 1, "−");
  return text;
}

}  // namespace

std::string figure(double value, std::string_view unit, Minus minus) {
  if (unit == "points") {
    std::string text = decimals(value, 0);
    if (text[0] != '-' && text != "0") text.insert(0, "+");
    return with_minus(text, minus);
  }
  if (unit == "%") {
    const bool near_an_end = (value > 0 && value < 1) || (value > 99 && value < 100);
    return with_minus(decimals(value, near_an_end ? 1 : 0), minus) + "%";
  }
  return with_minus(decimals(value, 2), minus);
}

std::string figure_range(const MeasureInterval& interval, std::string_view unit,
                         const Labels& labels, Minus minus) {
  return figure(interval.low, unit, minus) + std::string(labels(Label::to)) +
         figure(interval.high, unit, minus);
}

std::string count_text(uint64_t count) {
  std::string text = std::to_string(count);
  for (size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string answers_text(uint64_t count, const Labels& labels) {
  return count == 1 ? std::string(labels(Label::one_answer))
                    : labels(Label::answers, count_text(count));
}

std::string percent_text(double part) { return format_number(part * 100) + "%"; }

std::string share_text(uint64_t part, uint64_t whole) {
  if (whole == 0) return "0%";
  return figure(100.0 * static_cast<double>(part) / static_cast<double>(whole), "%");
}

std::string bytes_text(uint64_t bytes) {
  constexpr const char* kUnits[] = {"B", "kB", "MB", "GB", "TB"};
  double size = static_cast<double>(bytes);
  size_t unit = 0;
  while (size >= 999.5 && unit < 4) {
    size /= 1000;
    ++unit;
  }
  return (unit == 0 || size >= 99.5 ? decimals(size, 0) : decimals(size, 1)) + " " + kUnits[unit];
}

}  // namespace topline
