// SPDX-License-Identifier: Apache-2.0
#include "core/stats/survival.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/stats/normal.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// Times of the distinct steps, with how many finished at each and how many are open at that age.
std::vector<SurvivalStep> distinct_times(std::span<const Duration> durations) {
  std::vector<Duration> sorted(durations.begin(), durations.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const Duration& a, const Duration& b) { return a.time < b.time; });
  std::vector<SurvivalStep> steps;
  for (const Duration& next : sorted) {
    if (next.count == 0) continue;
    if (steps.empty() || steps.back().time != next.time) {
      steps.push_back({next.time, 0, 0, 0, 1, {}});
    }
    (next.finished ? steps.back().finished : steps.back().open) += next.count;
  }
  return steps;
}

// greenwood: the variance of ln S.
Interval log_log_interval(double survival, double greenwood, double z) {
  if (survival == 1) return {1, 1};
  if (!(survival > 0)) return {};
  const double log_survival = std::log(survival), on_scale = std::log(-log_survival);
  const double half = z * std::sqrt(greenwood) / -log_survival;
  return {std::exp(-std::exp(on_scale + half)), std::exp(-std::exp(on_scale - half))};
}

// When a falling curve passes `level`; `value` gives the curve after a step.
template <class Value>
double crossing(const std::vector<SurvivalStep>& steps, double level, Value value) {
  constexpr double kTolerance = 0x1p-26;  // levels reached by division are seldom equal to the bit
  const auto first_at_most = [&](double height) {
    return std::find_if(steps.begin(), steps.end(),
                        [&](const SurvivalStep& step) { return value(step) <= height; });
  };
  const auto reached = first_at_most(level + kTolerance), left = first_at_most(level - kTolerance);
  if (reached == steps.end()) return kNan;
  if (left != steps.end()) return reached->time + (left->time - reached->time) / 2;
  // Never below it: the level stretch, if it is one, lasts as long as anybody was watched.
  if (!(std::abs(value(steps.back()) - level) < kTolerance)) return kNan;
  return reached->time + (steps.back().time - reached->time) / 2;
}

}  // namespace

SurvivalCurve kaplan_meier(std::span<const Duration> durations, double confidence) {
  SurvivalCurve curve;
  curve.steps = distinct_times(durations);
  for (const SurvivalStep& step : curve.steps) {
    curve.n += step.finished + step.open;
    curve.open += step.open;
  }
  const double z = two_sided_z(confidence);
  uint64_t at_risk = curve.n;
  double survival = 1, greenwood = 0;
  for (SurvivalStep& step : curve.steps) {
    step.at_risk = at_risk;
    const double n = static_cast<double>(at_risk), d = static_cast<double>(step.finished);
    survival *= (n - d) / n;
    greenwood += d == 0 ? 0 : d / (n * (n - d));
    step.survival = survival;
    step.interval = log_log_interval(survival, greenwood, z);
    at_risk -= step.finished + step.open;
  }
  return curve;
}

SurvivalQuantile survival_quantile(const SurvivalCurve& curve, double p) {
  if (!(p > 0 && p <= 1)) return {kNan, {}};
  const double level = 1 - p;
  // The lower limit of the curve is passed first.
  return {
      crossing(curve.steps, level, [](const SurvivalStep& step) { return step.survival; }),
      {crossing(curve.steps, level, [](const SurvivalStep& step) { return step.interval.low; }),
       crossing(curve.steps, level, [](const SurvivalStep& step) { return step.interval.high; })}};
}

}  // namespace topline::stats
