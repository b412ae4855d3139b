// SPDX-License-Identifier: Apache-2.0
#include "core/stats/multinomial_interval.h"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numbers>

#include "core/stats/boost_policy.h"
#include "core/stats/distributions.h"

namespace topline::stats {
namespace {

double total(std::span<const double> counts) {
  double n = 0;
  for (const double count : counts) n += count;
  return n;
}

bool usable(std::span<const double> counts, double confidence) {
  return counts.size() >= 2 && total(counts) > 0 && confidence > 0 && confidence < 1;
}

double poisson_cdf(double k, double mean) {
  if (k < 0) return 0;
  if (mean == 0) return 1;
  return boost::math::gamma_q(k + 1, mean, BoostPolicy());
}

// P(low <= X <= high) for a Poisson count X.
double poisson_between(double low, double high, double mean) {
  return poisson_cdf(high, mean) - poisson_cdf(low - 1, mean);
}

// Cumulants of a Poisson count X with the count itself for its mean, cut to low..high.
struct Truncated {
  double inside = 0;                         // P(low <= X <= high)
  double mean = 0, variance = 0;             //
  double third = 0, fourth_over_normal = 0;  // central moments: μ₃ and μ₄ − 3μ₂²
};

Truncated truncated_poisson(double low, double high, double mean) {
  Truncated result;
  result.inside = poisson_between(low, high, mean);
  double f[5] = {1, 0, 0, 0, 0};  // factorial moments
  double power = 1;
  for (int r = 1; r <= 4; ++r) {
    power *= mean;
    const double lost =
        poisson_between(high - r + 1, high, mean) - poisson_between(low - r, low - 1, mean);
    f[r] = power * (1 - lost / result.inside);
  }
  const double m = f[1], mm = m * m;
  result.mean = m;
  result.variance = f[2] + m - mm;
  result.third = f[3] + f[2] * (3 - 3 * m) + m - 3 * mm + 2 * mm * m;
  const double fourth = f[4] + f[3] * (6 - 4 * m) + f[2] * (7 - 12 * m + 6 * mm) + m - 4 * mm +
                        6 * mm * m - 3 * mm * mm;
  result.fourth_over_normal = fourth - 3 * (result.variance * result.variance);
  return result;
}

// ν(c): about the chance that every count of a new sample lies within c of its own.
double coverage(std::span<const double> counts, double n, double c) {
  double mean = 0, variance = 0, third = 0, fourth = 0, inside = 1;
  for (const double count : counts) {
    const Truncated one =
        truncated_poisson(std::max(count - c, 0.0), std::min(count + c, n), count);
    inside *= one.inside;
    mean += one.mean;
    variance += one.variance;
    third += one.third;
    fourth += one.fourth_over_normal;
  }
  // Edgeworth's series for the chance that their sum is n.
  const double sd = std::sqrt(variance), x = (n - mean) / sd, xx = x * x;
  const double g1 = third / (variance * sd), g2 = fourth / (variance * variance);
  const double h3 = x * (xx - 3), h4 = xx * xx - 6 * xx + 3;
  const double h6 = xx * xx * xx - 15 * xx * xx + 45 * xx - 15;
  const double normal = std::exp(-xx / 2) / std::sqrt(2 * std::numbers::pi);
  const double series = normal * (1 + g1 * h3 / 6 + g2 * h4 / 24 + g1 * g1 * h6 / 72) / sd;
  const double of_total = boost::math::gamma_p_derivative(n + 1, n, BoostPolicy());  // P(Po(n) = n)
  return series * inside / of_total;
}

}  // namespace

std::vector<Interval> goodman(std::span<const double> counts, double confidence) {
  std::vector<Interval> intervals(counts.size());
  if (!usable(counts, confidence)) return intervals;
  const double n = total(counts), k = static_cast<double>(counts.size());
  const double a = chi_squared_quantile(1 - (1 - confidence) / k, 1);
  for (size_t i = 0; i < counts.size(); ++i) {
    const double root = std::sqrt(a * (a + 4 * counts[i] * (n - counts[i]) / n));
    // As in wilson: the smaller root without cancellation.
    const double high = (2 * counts[i] + a + root) / (2 * (n + a));
    const double square = 2 * counts[i] / n * counts[i];
    intervals[i] = {square / (2 * counts[i] + a + root), std::min(1.0, high)};
  }
  return intervals;
}

std::vector<Interval> sison_glaz(std::span<const double> counts, double confidence) {
  std::vector<Interval> intervals(counts.size());
  if (!usable(counts, confidence)) return intervals;
  const double n = total(counts);
  // Everybody in one category: the cut counts have no spread, and the series no meaning.
  if (std::count_if(counts.begin(), counts.end(), [](double count) { return count > 0; }) < 2) {
    return intervals;
  }
  double c = 1, here = coverage(counts, n, c), next = coverage(counts, n, c + 1);
  while (!(here <= confidence && confidence < next)) {
    if (c > n) return intervals;
    c += 1;
    here = next;
    next = coverage(counts, n, c + 1);
  }
  const double share = (confidence - here) / (next - here);
  for (size_t i = 0; i < counts.size(); ++i) {
    const double p = counts[i] / n;
    intervals[i] = {std::max(0.0, p - c / n), std::min(1.0, p + (c + 2 * share) / n)};
  }
  return intervals;
}

}  // namespace topline::stats
