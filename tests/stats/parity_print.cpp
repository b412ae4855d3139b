// SPDX-License-Identifier: Apache-2.0

// Prints the bits of many results of libm and of this room, one a line: "name 3ff0000000000000".
// Built natively and in wasm; tests/parity/stats_parity.mjs holds the two against each other. Every
// NaN prints as nan: its sign and payload are nobody's promise.

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <limits>
#include <span>
#include <vector>

#include "core/stats/calibrated_mean.h"
#include "core/stats/correlation.h"
#include "core/stats/distributions.h"
#include "core/stats/log_likelihood.h"
#include "core/stats/mean.h"
#include "core/stats/net_score.h"
#include "core/stats/normal.h"
#include "core/stats/proportion.h"
#include "core/stats/random.h"
#include "core/stats/relative_weights.h"
#include "core/stats/reliability.h"
#include "core/stats/student_t.h"
#include "core/stats/weighted.h"

namespace topline::stats {
namespace {

void print(const char* name, double value) {
  if (std::isnan(value)) {
    std::printf("%s nan\n", name);
    return;
  }
  uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  std::printf("%s %016llx\n", name, static_cast<unsigned long long>(bits));
}

void print(const char* name, const Interval& interval) {
  print(name, interval.low);
  print(name, interval.high);
}

double power_of_ten(Random& random, double low, double high) {
  return std::pow(10.0, low + (high - low) * random.uniform());
}

// Both signs, evenly by exponent, with a cluster of everyday size and the values where branches
// turn.
std::vector<double> arguments(uint64_t stream) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  std::vector<double> xs = {0.0,       -0.0,
                            0.5,       -0.5,
                            1.0,       -1.0,
                            2.0,       -2.0,
                            10.0,      0x1p-1074,
                            0x1p1023,  infinity,
                            -infinity, std::numeric_limits<double>::quiet_NaN()};
  Random random(20, stream);
  for (int i = 0; i < 2000; ++i) {
    const double x = power_of_ten(random, -300, 300);
    xs.push_back(random.below(2) == 0 ? x : -x);
    xs.push_back(40 * random.uniform() - 20);
    xs.push_back(2 * random.uniform() - 1);
  }
  return xs;
}

void print_libm() {
  using Function = double (*)(double);
  const struct {
    const char* name;
    Function function;
  } functions[] = {
      {"acos", std::acos},   {"acosh", std::acosh},   {"asin", std::asin}, {"asinh", std::asinh},
      {"atan", std::atan},   {"atanh", std::atanh},   {"cbrt", std::cbrt}, {"cos", std::cos},
      {"cosh", std::cosh},   {"erf", std::erf},       {"erfc", std::erfc}, {"exp", std::exp},
      {"exp2", std::exp2},   {"expm1", std::expm1},   {"log", std::log},   {"log10", std::log10},
      {"log1p", std::log1p}, {"log2", std::log2},     {"sin", std::sin},   {"sinh", std::sinh},
      {"tan", std::tan},     {"lgamma", std::lgamma}, {"tanh", std::tanh}, {"tgamma", std::tgamma}};
  const std::vector<double> xs = arguments(1), ys = arguments(2);
  for (const auto& [name, function] : functions) {
    for (const double x : xs) print(name, function(x));
  }
  for (size_t i = 0; i < xs.size(); ++i) {
    print("atan2", std::atan2(xs[i], ys[i]));
    print("hypot", std::hypot(xs[i], ys[i]));
    print("pow", std::pow(xs[i], ys[i]));
    print("pow", std::pow(std::abs(xs[i]), ys[xs.size() - 1 - i]));
  }
}

void print_distributions() {
  Random random(21);
  for (int i = 0; i < 20000; ++i) {
    const double p = i % 2 == 0 ? random.uniform() : power_of_ten(random, -300, 0);
    const double x = 80 * random.uniform() - 40, df = power_of_ten(random, -1, 7);
    print("normal_quantile", normal_quantile(p));
    print("normal_cdf", normal_cdf(x));
    print("normal", random.normal());
    print("student_t_quantile", student_t_quantile(p, df));
    print("student_t_cdf", student_t_cdf(x, df));
    print("student_t_survival", student_t_survival(x / 10, std::round(df) + 1));
  }
}

void print_intervals() {
  Random random(22);
  const double levels[] = {0.8, 0.9, 0.95, 0.99};
  for (int i = 0; i < 10000; ++i) {
    const double confidence = levels[random.below(4)];
    const double scale = power_of_ten(random, 0, 5);
    NetCounts counts{std::round(scale * random.uniform()), std::round(scale * random.uniform()),
                     std::round(scale * random.uniform())};
    if (i % 2 == 0) counts = rescaled(counts, power_of_ten(random, 0, 4));
    const double n = counts.total();
    print("wald", net_score_wald(counts, confidence));
    print("adjusted_wald", net_score_adjusted_wald(counts, confidence));
    print("tango", net_score_tango(counts, confidence));
    print("wilson", wilson(counts.promoters / n, n, confidence));
    const double mean = random.normal(), sd = std::exp(random.normal());
    print("mean_t", mean_t(mean, sd, n, confidence));

    std::vector<WeightedValue> values;
    for (int z = 0; z <= 10; ++z) {
      const double w = power_of_ten(random, -1, 1), k = static_cast<double>(random.below(50));
      values.push_back({static_cast<double>(z), static_cast<uint64_t>(k), k * w, k * w * w});
    }
    const WeightedMean weighted = weighted_mean(values, 1000);
    print("weighted_mean", weighted.mean);
    print("weighted_mean", weighted.standard_error);
    print("weighted_mean", weighted.effective_n);
    print("weighted_mean", weighted.sd);
  }
}

// Seven items of which each leans on a common one.
std::vector<double> item_rows(Random& random, size_t rows) {
  std::vector<double> values;
  for (size_t i = 0; i < rows; ++i) {
    const double common = random.normal();
    for (int item = 0; item < 7; ++item) values.push_back(common + 1.5 * random.normal());
  }
  return values;
}

void print_models() {
  Random random(23);
  for (int i = 0; i < 3000; ++i) {
    const double df1 = power_of_ten(random, 0, 3), df2 = power_of_ten(random, 0, 4);
    print("f_survival", f_survival(power_of_ten(random, -2, 2), df1, df2));
    print("f_quantile", f_quantile(random.uniform(), df1, df2));
    print("keyness", keyness({power_of_ten(random, 0, 3), power_of_ten(random, 0, 3),
                              power_of_ten(random, 0, 5), power_of_ten(random, 0, 5)})
                         .p);
  }
  for (int i = 0; i < 100; ++i) {
    const std::vector<double> values = item_rows(random, 60);
    const Covariance all = covariance(values, 7);
    const Eigen eigen = symmetric_eigen(all.matrix);
    const Regression fit = least_squares(all);
    const std::vector<double> weights = relative_weights(all).weights;
    for (size_t item = 0; item < 6; ++item) {
      print("eigenvalue", eigen.values[item]);
      print("eigenvector", eigen.vectors(item, 0));
      print("coefficient_p", fit.coefficients[item].p);
      print("relative_weight", weights[item]);
    }
    const Reliability items = reliability(all, 0.95);
    print("alpha", items.alpha);
    print("alpha", items.alpha_interval);
    print("omega", items.omega);
    print("spearman", spearman(std::span(values).first(200), std::span(values).last(200)).r);
    print("kendall", kendall_tau_b(std::span(values).first(200), std::span(values).last(200)).r);
  }
  const std::vector<double> values = item_rows(random, 200);
  for (const Interval& interval : bootstrap_relative_weights(values, 7, 200, 5, 0.95).intervals) {
    print("bootstrap", interval);
  }
}

void print_designs() {
  Random random(24);
  const std::vector<double> roles{0.3, 0.7}, regions{0.2, 0.5, 0.3}, psus{9, 20, 1000};
  for (int i = 0; i < 200; ++i) {
    std::vector<double> base;
    std::vector<uint32_t> role, region;
    std::vector<DesignRow> rows;
    for (uint32_t row = 0; row < 120; ++row) {
      base.push_back(power_of_ten(random, -1, 1));
      role.push_back(static_cast<uint32_t>(random.below(2)));
      region.push_back(static_cast<uint32_t>(random.below(3)));
      const uint32_t team = static_cast<uint32_t>(random.below(8));
      rows.push_back({random.normal(), 1, 1, {region.back(), team}, random.below(3) == 0});
    }
    const std::vector<Margin> margins{{role, roles}, {region, regions}};
    const Calibration raked = rake(base, margins);
    for (size_t row = 0; row < raked.weights.size(); ++row) rows[row].weight = raked.weights[row];
    const DesignMean mean = calibrated_mean(rows, base, margins, psus);
    print("calibrated", mean.mean);
    print("calibrated", mean.standard_error);
    print("calibrated", mean.effective_n);
    print("design_difference", design_difference(rows, psus).standard_error);
  }
}

}  // namespace
}  // namespace topline::stats

int main() {
  topline::stats::print_libm();
  topline::stats::print_distributions();
  topline::stats::print_intervals();
  topline::stats::print_models();
  topline::stats::print_designs();
}
