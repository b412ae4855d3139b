// SPDX-License-Identifier: Apache-2.0
#include "core/stats/sample_size.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/stats/normal.h"
#include "core/stats/root.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

bool proportion(double p) { return p >= 0 && p <= 1; }

// Up, but not for what rounding alone has put above a whole number; at least one answer.
double whole_n(double n) { return std::isnan(n) ? n : std::max(1.0, std::ceil(n * (1 - 1e-12))); }

// What an unlimited population asks for, from one of N: finite_population_n the other way round.
double of_population(double n, double population) {
  if (!(population >= 1)) return kNan;
  if (std::isinf(population)) return n;
  return std::isinf(n) ? population : n * (population / (population - 1 + n));
}

double both_z(double confidence, double power) {
  return two_sided_z(confidence) + normal_quantile(power);
}

double standard_error(double variance_1, double n1, double variance_2, double n2) {
  if (!(variance_1 >= 0) || !(variance_2 >= 0) || !(n1 > 0) || !(n2 > 0)) return kNan;
  return std::sqrt(variance_1 / (n1 + 3) + variance_2 / (n2 + 3));
}

}  // namespace

double net_score_margin(double variance, double n, double confidence) {
  if (!(variance >= 0) || !(n > 0)) return kNan;
  return two_sided_z(confidence) * std::sqrt(variance / (n + 3));
}

double proportion_margin(double p, double n, double confidence) {
  if (!proportion(p) || !(n > 0)) return kNan;
  return two_sided_z(confidence) * std::sqrt(p * (1 - p) / n);
}

double n_for_net_score(double variance, double margin, double confidence, double population) {
  if (!(variance >= 0) || !(margin > 0)) return kNan;
  const double z = two_sided_z(confidence) / margin;
  return whole_n(of_population(std::max(variance * z * z - 3, 0.0), population));
}

double n_for_proportion(double p, double margin, double confidence, double population) {
  if (!proportion(p) || !(margin > 0)) return kNan;
  const double z = two_sided_z(confidence) / margin;
  return whole_n(of_population(p * (1 - p) * z * z, population));
}

double n_per_group_net_scores(double variance_1, double variance_2, double difference,
                              double confidence, double power) {
  if (!(variance_1 >= 0) || !(variance_2 >= 0) || !(std::abs(difference) > 0)) return kNan;
  const double z = both_z(confidence, power) / difference;
  return whole_n((variance_1 + variance_2) * z * z - 3);
}

double power_net_scores(double variance_1, double n1, double variance_2, double n2,
                        double difference, double confidence) {
  const double error = standard_error(variance_1, n1, variance_2, n2);
  return normal_cdf(std::abs(difference) / error - two_sided_z(confidence));
}

double detectable_net_score_difference(double variance_1, double n1, double variance_2, double n2,
                                       double confidence, double power) {
  return both_z(confidence, power) * standard_error(variance_1, n1, variance_2, n2);
}

double n_per_group_proportions(double p1, double p2, double confidence, double power) {
  if (!proportion(p1) || !proportion(p2) || p1 == p2) return kNan;
  const double mean = (p1 + p2) / 2, apart = p1 * (1 - p1) + p2 * (1 - p2);
  const double root = two_sided_z(confidence) * std::sqrt(2 * mean * (1 - mean)) +
                      normal_quantile(power) * std::sqrt(apart);
  return whole_n(root / (p1 - p2) * (root / (p1 - p2)));
}

double power_proportions(double p1, double n1, double p2, double n2, double confidence) {
  if (!proportion(p1) || !proportion(p2) || !(n1 > 0) || !(n2 > 0)) return kNan;
  const double pooled = (n1 * p1 + n2 * p2) / (n1 + n2);
  const double under_none = std::sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const double apart = std::sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
  const double excess = std::abs(p1 - p2) - two_sided_z(confidence) * under_none;
  if (apart == 0) return excess > 0 ? 1 : 0;
  return normal_cdf(excess / apart);
}

double detectable_rise(double p1, double n1, double n2, double confidence, double power) {
  if (!proportion(p1) || !(n1 > 0) || !(n2 > 0) || !(power > 0 && power < 1)) return kNan;
  const auto excess = [&](double p2) {
    return power_proportions(p1, n1, p2, n2, confidence) - power;
  };
  const double least = excess(p1), most = excess(1);
  if (!(most >= 0) || !(least < 0)) return kNan;
  return bracketed_root(excess, p1, least, 1.0, most) - p1;
}

}  // namespace topline::stats
