// SPDX-License-Identifier: Apache-2.0
#include "core/stats/two_means.h"

#include <cmath>
#include <limits>

#include "core/stats/student_t.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

MeanDifference tested(double difference, double standard_error, double df, double confidence) {
  if (!(standard_error > 0) || !(df > 0)) return {difference, kNan, kNan, kNan, kNan, {}};
  const double t = difference / standard_error;
  const double half = two_sided_t(confidence, df) * standard_error;
  return {difference,
          standard_error,
          t,
          df,
          2 * student_t_survival(std::abs(t), df),
          {difference - half, difference + half}};
}

}  // namespace

SampleMean sample_mean(const Moments& moments) {
  return {static_cast<double>(moments.n), moments.mean, moments.sd};
}

MeanDifference welch_t(const SampleMean& first, const SampleMean& second, double confidence) {
  const double difference = first.mean - second.mean;
  if (!(first.n > 1) || !(second.n > 1)) return {difference, kNan, kNan, kNan, kNan, {}};
  const double a = first.sd * first.sd / first.n, b = second.sd * second.sd / second.n;
  // Shares of the sum, not squares of it: no underflow for tiny spreads.
  const double share_a = a / (a + b), share_b = b / (a + b);
  const double df = 1 / (share_a * share_a / (first.n - 1) + share_b * share_b / (second.n - 1));
  return tested(difference, std::sqrt(a + b), df, confidence);
}

MeanDifference paired_t(const Moments& differences, double confidence) {
  const double n = static_cast<double>(differences.n);
  return tested(differences.mean, differences.sd / std::sqrt(n), n - 1, confidence);
}

}  // namespace topline::stats
