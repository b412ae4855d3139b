// SPDX-License-Identifier: Apache-2.0
#include "core/stats/control_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

bool beyond(double value, const Interval& limits) {
  return value < limits.low || value > limits.high;
}

struct Wave {
  double value = 0;  // NaN without answers
  double n = 0;
};

ControlChart chart(const std::vector<Wave>& waves, double centre, double variance, double least,
                   double most) {
  ControlChart result;
  result.centre = centre;
  const auto answered = std::count_if(waves.begin(), waves.end(),
                                      [](const Wave& wave) { return !std::isnan(wave.value); });
  result.has_limits = static_cast<size_t>(answered) >= kLeastWavesForLimits;
  for (const Wave& wave : waves) {
    ControlPoint point;
    point.value = wave.value;
    if (result.has_limits && !std::isnan(wave.value)) {
      const double reach = 3 * std::sqrt(variance / wave.n);
      point.limits = {std::max(least, centre - reach), std::min(most, centre + reach)};
      point.out = beyond(point.value, point.limits);
    }
    result.points.push_back(point);
  }
  return result;
}

}  // namespace

ControlChart p_chart(std::span<const HitCounts> waves) {
  std::vector<Wave> values;
  HitCounts all;
  for (const HitCounts& wave : waves) {
    values.push_back({wave.n > 0 ? wave.hits / wave.n : kNan, wave.n});
    if (!(wave.n > 0)) continue;
    all.hits += wave.hits;
    all.n += wave.n;
  }
  const double p = all.n > 0 ? all.hits / all.n : kNan;
  return chart(values, p, p * (1 - p), 0, 1);
}

ControlChart net_score_chart(std::span<const NetCounts> waves) {
  std::vector<Wave> values;
  NetCounts all;
  for (const NetCounts& wave : waves) {
    values.push_back({net_score(wave), wave.total()});
    if (std::isnan(values.back().value)) continue;
    all.detractors += wave.detractors;
    all.passives += wave.passives;
    all.promoters += wave.promoters;
  }
  return chart(values, net_score(all), net_score_variance(all), -1, 1);
}

std::vector<EwmaPoint> ewma_chart(std::span<const double> x, double lambda, double target,
                                  double sd, double width) {
  const bool usable = lambda > 0 && lambda <= 1 && sd >= 0 && width >= 0;
  std::vector<EwmaPoint> points;
  double average = target, forgotten = 1;  // (1 − λ)^2t
  for (const double value : x) {
    average = lambda * value + (1 - lambda) * average;
    forgotten *= (1 - lambda) * (1 - lambda);
    EwmaPoint point{average, {}, false};
    if (usable) {
      const double reach = width * sd * std::sqrt(lambda / (2 - lambda) * (1 - forgotten));
      point.limits = {target - reach, target + reach};
      point.out = beyond(average, point.limits);
    }
    points.push_back(point);
  }
  return points;
}

}  // namespace topline::stats
