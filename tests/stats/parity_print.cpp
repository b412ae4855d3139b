// SPDX-License-Identifier: Apache-2.0

// Prints the bits of many results of libm and of this room, one a line: "name 3ff0000000000000".
// Built natively and in wasm; tests/parity/stats_parity.mjs holds the two against each other. Every
// NaN prints as nan: its sign and payload are nobody's promise.

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <limits>
#include <vector>

#include "core/stats/cash_flow.h"
#include "core/stats/internal_rate.h"
#include "core/stats/mean.h"
#include "core/stats/mirr.h"
#include "core/stats/monte_carlo.h"
#include "core/stats/net_score.h"
#include "core/stats/normal.h"
#include "core/stats/proportion.h"
#include "core/stats/random.h"
#include "core/stats/run_rate.h"
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

void print_money() {
  Random random(23);
  for (int i = 0; i < 2000; ++i) {
    std::vector<double> flows(2 + random.below(30));
    std::vector<DatedFlow> dated;
    std::vector<DatedValue> values;
    for (double& flow : flows) {
      flow = std::round(1000 * random.normal());
      const double day = static_cast<double>(random.below(3000));
      dated.push_back({static_cast<int64_t>(day), flow});
      values.push_back({day, flow});
    }
    const double rate = 0.3 * random.uniform();
    print("net_present_value", net_present_value(rate, flows));
    print("dated_net_present_value", dated_net_present_value(rate, dated));
    print("periodic_rate", periodic_rate(rate, 12));
    print("mirr", modified_internal_rate(flows, rate, rate / 2).value_or(-1));
    for (const InternalRates& found : {internal_rates(flows), internal_rates(dated)}) {
      for (const InternalRate& root : found.roots) {
        print("internal_rate", root.rate);
        print("internal_rate", static_cast<double>(root.multiplicity));
      }
    }
    if (const auto line = project(values, 4000, 0.95)) print("project", line->prediction);
  }
  const UncertainInput inputs[] = {{"benefit", 10, 20, 50}, {"years", 1, 3, 3}, {"cost", 5, 9, 99}};
  const auto outcome = [](std::span<const double> x) { return x[0] * x[1] - x[2]; };
  const std::optional<Simulation> drawn = simulate(inputs, outcome, 20000, 24);
  for (const double figure : {drawn->below_zero, drawn->mean, drawn->p10, drawn->p50, drawn->p90}) {
    print("simulate", figure);
  }
}

}  // namespace
}  // namespace topline::stats

int main() {
  topline::stats::print_libm();
  topline::stats::print_distributions();
  topline::stats::print_intervals();
  topline::stats::print_money();
}
