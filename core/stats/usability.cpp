// SPDX-License-Identifier: Apache-2.0
#include "core/stats/usability.h"

#include <algorithm>
#include <cmath>

namespace topline::stats {
namespace {

bool usable(std::span<const double> answers, size_t items, double highest) {
  return answers.size() == items &&
         std::all_of(answers.begin(), answers.end(),
                     [highest](double x) { return x >= 1 && x <= highest && x == std::floor(x); });
}

bool all_equal(std::span<const double> answers) {
  return std::all_of(answers.begin(), answers.end(),
                     [first = answers.front()](double x) { return x == first; });
}

}  // namespace

std::optional<SusScore> sus(std::span<const double> answers) {
  if (!usable(answers, 10, 5)) return std::nullopt;
  double points = 0;
  for (size_t i = 0; i < 10; i += 2) points += (answers[i] - 1) + (5 - answers[i + 1]);
  return SusScore{2.5 * points, all_equal(answers)};
}

std::optional<UmuxLiteScore> umux_lite(std::span<const double> answers) {
  if (!usable(answers, 2, 7)) return std::nullopt;
  const double raw = (answers[0] + answers[1] - 2) / 12 * 100;
  return UmuxLiteScore{raw, 0.65 * raw + 22.9, all_equal(answers)};
}

}  // namespace topline::stats
