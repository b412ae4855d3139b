// SPDX-License-Identifier: Apache-2.0
#include "core/stats/run_rate.h"

#include <cmath>

#include "core/stats/student_t.h"

namespace topline::stats {

std::optional<double> goal_progress(double baseline, double target, double value) {
  if (target == baseline) return std::nullopt;
  return (value - baseline) / (target - baseline);
}

std::optional<double> needed_run_rate(double value, double target, double day, double due) {
  if (!(due > day)) return std::nullopt;
  return (target - value) / (due - day);
}

std::optional<Projection> project(std::span<const DatedValue> values, double due,
                                  double confidence) {
  const double n = static_cast<double>(values.size());
  double mean_day = 0, mean_value = 0;
  for (const auto& [day, value] : values) mean_day += day / n, mean_value += value / n;
  double xx = 0, xy = 0;
  bool days_differ = false;
  for (const auto& [day, value] : values) {
    xx += (day - mean_day) * (day - mean_day);
    xy += (day - mean_day) * (value - mean_value);
    days_differ = days_differ || day != values.front().day;
  }
  if (!days_differ || !std::isfinite(xx) || !std::isfinite(xy) || !std::isfinite(due)) {
    return std::nullopt;
  }
  Projection result;
  result.slope = xy / xx;
  const double ahead = due - mean_day;
  result.expected = mean_value + result.slope * ahead;
  if (values.size() < 3) return result;
  double residuals = 0;
  for (const auto& [day, value] : values) {
    const double residual = value - mean_value - result.slope * (day - mean_day);
    residuals += residual * residual;
  }
  const double half = two_sided_t(confidence, n - 2) * std::sqrt(residuals / (n - 2)) *
                      std::sqrt(1 + 1 / n + ahead * ahead / xx);
  result.prediction = {result.expected - half, result.expected + half};
  return result;
}

}  // namespace topline::stats
