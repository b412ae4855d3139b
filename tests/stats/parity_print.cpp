// SPDX-License-Identifier: Apache-2.0

// Prints the bits of many results of libm and of this room, one a line: "name 3ff0000000000000".
// Built natively and in wasm; tests/parity/stats_parity.mjs holds the two against each other. Every
// NaN prints as nan: its sign and payload are nobody's promise.

#include <span>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <limits>
#include <vector>

#include "core/stats/calibrated_mean.h"
#include "core/stats/cash_flow.h"
#include "core/stats/contingency.h"
#include "core/stats/control_chart.h"
#include "core/stats/correlation.h"
#include "core/stats/difference_in_differences.h"
#include "core/stats/distributions.h"
#include "core/stats/internal_rate.h"
#include "core/stats/log_likelihood.h"
#include "core/stats/mean.h"
#include "core/stats/mean_groups.h"
#include "core/stats/mirr.h"
#include "core/stats/mix_and_rate.h"
#include "core/stats/monte_carlo.h"
#include "core/stats/multinomial_interval.h"
#include "core/stats/net_score.h"
#include "core/stats/normal.h"
#include "core/stats/product_decomposition.h"
#include "core/stats/proportion.h"
#include "core/stats/random.h"
#include "core/stats/rank_groups.h"
#include "core/stats/rank_test.h"
#include "core/stats/relative_weights.h"
#include "core/stats/reliability.h"
#include "core/stats/run_rate.h"
#include "core/stats/sample_size.h"
#include "core/stats/student_t.h"
#include "core/stats/survival.h"
#include "core/stats/two_means.h"
#include "core/stats/two_net_scores.h"
#include "core/stats/two_proportions.h"
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
    const double df2 = power_of_ten(random, -1, 5), above = df * std::exp(random.normal());
    print("chi_squared_survival", chi_squared_survival(above, df));
    print("chi_squared_quantile", chi_squared_quantile(p, df));
    print("f_survival", f_survival(std::exp(random.normal()), df, df2));
    print("f_quantile", f_quantile(random.uniform(), df, df2));
    print("beta_quantile", beta_quantile(random.uniform(), df2, df));
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

std::vector<ValueCount> random_values(Random& random) {
  std::vector<ValueCount> values;
  const bool scores = random.below(2) == 0;
  for (uint64_t i = 0; i < 2 + random.below(30); ++i) {
    const double value = scores ? static_cast<double>(random.below(11)) : random.normal();
    values.push_back({value, 1 + random.below(9)});
  }
  return values;
}

void print(const char* name, const MeanDifference& difference) {
  print(name, difference.t);
  print(name, difference.df);
  print(name, difference.p);
  print(name, difference.interval);
}

void print_comparisons() {
  Random random(23);
  const auto below = [&](uint64_t bound) { return static_cast<double>(random.below(bound)); };
  for (int i = 0; i < 2000; ++i) {
    const NetCounts x{below(30), below(30), 1 + below(30)}, y{below(40), below(40), 1 + below(40)};
    const NetScoreDifference nets = net_score_difference(x, y, 0.95);
    print("net_score_difference", nets.p);
    print("net_score_difference", nets.interval);
    print("net_score_permutation_p", net_score_permutation_p(x, y));
    const HitCounts hits{x.promoters, x.total()}, others{y.promoters, y.total()};
    print("newcombe", newcombe(hits, others, 0.9));
    print("n_minus_1_chi_squared", n_minus_1_chi_squared(hits, others).p);
    print("fisher_exact_p",
          fisher_exact_p(static_cast<uint64_t>(x.promoters), static_cast<uint64_t>(x.total()),
                         static_cast<uint64_t>(y.promoters), static_cast<uint64_t>(y.total())));
    const std::vector<std::vector<ValueCount>> groups = {
        random_values(random), random_values(random), random_values(random)};
    const std::vector<Moments> means = {moments(groups[0]), moments(groups[1]), moments(groups[2])};
    print("welch_t", welch_t(sample_mean(means[0]), sample_mean(means[1]), 0.95));
    const RankTest ranks = rank_test(groups[0], groups[1], 0.95);
    print("rank_test", ranks.p);
    print("rank_test", ranks.shift);
    print("rank_test", ranks.interval);
    print("kruskal_wallis", kruskal_wallis(groups).p);
    print("anova", anova(means).p);
    print("welch_anova", welch_anova(means).p);
    const std::vector<double> table = {x.detractors, x.passives, x.promoters,
                                       y.detractors, y.passives, y.promoters};
    const Contingency contingent = contingency(table, 3);
    print("contingency", contingent.p);
    print("contingency", contingent.cramers_v);
    for (const double residual : contingent.residuals) print("contingency", residual);
    for (const Interval& interval : goodman(table, 0.95)) print("goodman", interval);
    for (const Interval& interval : sison_glaz(table, 0.95)) print("sison_glaz", interval);
  }
}

void print_plans_and_changes() {
  Random random(24);
  for (int i = 0; i < 500; ++i) {
    const double p = random.uniform(), margin = power_of_ten(random, -2, 0);
    const double n1 = power_of_ten(random, 1, 4), n2 = power_of_ten(random, 1, 4);
    print("n_for_net_score", n_for_net_score(p, margin, 0.95, n1));
    print("power_net_scores", power_net_scores(p, n1, 0.5, n2, margin, 0.95));
    print("n_per_group_proportions", n_per_group_proportions(p, 0.5, 0.95, 0.8));
    print("detectable_rise", detectable_rise(p, n1, n2, 0.95, 0.8));

    std::vector<Duration> durations;
    std::vector<NetCounts> waves;
    std::vector<TeamPeriods> teams;
    std::vector<SegmentChange> segments;
    std::vector<double> before, after;
    for (int k = 0; k < 9; ++k) {
      durations.push_back({std::floor(n1 * random.uniform()), random.below(3) > 0, 1 + k % 2u});
      waves.push_back({n1 * random.uniform(), n1 * random.uniform(), n2 * random.uniform()});
      teams.push_back({k % 2 == 0, {random.normal(), random.normal()}, {random.normal()}});
      segments.push_back({n1 * random.uniform(), p, n2 * random.uniform(), random.normal()});
      before.push_back(std::exp(random.normal()));
      after.push_back(std::exp(random.normal()));
    }
    const SurvivalCurve curve = kaplan_meier(durations, 0.95);
    for (const SurvivalStep& step : curve.steps) print("kaplan_meier", step.interval);
    print("survival_quantile", survival_quantile(curve, 0.5).time);
    print("survival_quantile", survival_quantile(curve, 0.5).interval);
    for (const ControlPoint& point : net_score_chart(waves).points) {
      print("net_score_chart", point.limits);
    }
    const DifferenceInDifferences did = difference_in_differences(teams, 0.95, 1);
    print("difference_in_differences", did.change);
    print("difference_in_differences", did.pre_trend);
    print("difference_in_differences", did.permutation_p);
    print("mix_and_rate", mix_and_rate(segments).mix);
    print("mix_and_rate", mix_and_rate(segments).rate);
    for (const double part : product_decomposition(before, after).parts) {
      print("product_decomposition", part);
    }
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
  topline::stats::print_money();
  topline::stats::print_comparisons();
  topline::stats::print_plans_and_changes();
  topline::stats::print_models();
  topline::stats::print_designs();
}
