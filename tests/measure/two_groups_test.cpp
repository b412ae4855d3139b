// SPDX-License-Identifier: Apache-2.0
#include "core/measure/two_groups.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/stats/design_mean.h"
#include "core/stats/sample_size.h"

namespace topline {
namespace {

using Kind = ComparedFigure::Kind;
using nlohmann::json;

json oracle(const std::string& name) {
  std::ifstream in(std::string(TOPLINE_SHARED) + "/oracles/" + name + ".json");
  return json::parse(std::string(std::istreambuf_iterator<char>(in), {}), nullptr, false);
}

CodedAnswers coded(const std::vector<double>& n, double lowest, double weight = 1) {
  CodedAnswers answers;
  for (size_t i = 0; i < n.size(); ++i) {
    answers.push_back({lowest + static_cast<double>(i), static_cast<uint64_t>(n[i]), weight * n[i],
                       weight * weight * n[i]});
  }
  return answers;
}

Difference compared(Kind kind, const CodedAnswers& a, const CodedAnswers& b, uint64_t design_n,
                    bool weighted = false, size_t tests = 1) {
  Difference difference{MeasureId::nps};
  compare_groups(kind, compared_group(kind, a, design_n), compared_group(kind, b, design_n),
                 {0.95, weighted, tests}, difference);
  return difference;
}

double figure(const Difference& difference, const std::string& name) {
  for (const auto& [each, value] : difference.figures) {
    if (each == name) return value;
  }
  return std::nan("");
}

TEST(TwoGroups, NpsByAdjustedWald) {
  const json all = oracle("nps_oracle");
  if (all.is_discarded()) GTEST_SKIP() << "the shared data is not here";
  int checked = 0;
  for (const json& each : all["two_sample"]) {
    const auto x = each["x"].get<std::vector<double>>(), y = each["y"].get<std::vector<double>>();
    const double n_x = x[0] + x[1] + x[2], n_y = y[0] + y[1] + y[2];
    if (std::min(n_x, n_y) < 30) continue;
    const Difference one = compared(Kind::net, coded(x, -1), coded(y, -1), 1000);
    EXPECT_EQ(one.test, "adjusted-wald");
    EXPECT_NEAR(*one.p, each["adj"]["p"].get<double>(), 1e-9);
    EXPECT_NEAR(one.interval->low, 100 * each["adj"]["ci"][0].get<double>(), 1e-9);
    EXPECT_NEAR(one.interval->high, 100 * each["adj"]["ci"][1].get<double>(), 1e-9);
    EXPECT_NEAR(*one.value, 100 * ((x[2] - x[0]) / n_x - (y[2] - y[0]) / n_y), 1e-9);
    ++checked;
  }
  EXPECT_GT(checked, 2);
}

TEST(TwoGroups, FewPeopleBringTheExactPermutation) {
  const json all = oracle("misc_oracle");
  if (all.is_discarded()) GTEST_SKIP() << "the shared data is not here";
  int exact = 0;
  for (const json& each : all["permutation_nps"]) {
    const auto x = each["x"].get<std::vector<double>>(), y = each["y"].get<std::vector<double>>();
    const Difference one = compared(Kind::net, coded(x, -1), coded(y, -1), 1000);
    if (one.test != "permutation") continue;
    EXPECT_NEAR(*one.p, each["p_exact_two_sided"].get<double>(), 1e-12);
    EXPECT_EQ(one.interval->method, "adjusted-wald");
    EXPECT_EQ(one.notes, std::vector<std::string>{"low_base"});
    ++exact;
  }
  EXPECT_EQ(exact, 3) << "those with under 30 in a group";
}

TEST(TwoGroups, SharesByNMinus1AndNewcombe) {
  const json all = oracle("r_stats_oracle");
  if (all.is_discarded()) GTEST_SKIP() << "the shared data is not here";
  int fisher = 0, chi_squared = 0;
  for (const json& each : all["two_proportions"]) {
    const double x1 = each["x1"], n1 = each["n1"], x2 = each["x2"], n2 = each["n2"];
    const Difference one =
        compared(Kind::share, coded({n1 - x1, x1}, 0), coded({n2 - x2, x2}, 0), 1000);
    EXPECT_NEAR(one.interval->low, 100 * each["newcombe"][0].get<double>(), 1e-7);
    EXPECT_NEAR(one.interval->high, 100 * each["newcombe"][1].get<double>(), 1e-7);
    if (one.test == "fisher") {
      EXPECT_NEAR(*one.p, each["p_fisher"].get<double>(), 1e-9);
      ++fisher;
    } else {
      EXPECT_NEAR(*one.p, each["p_Nminus1"].get<double>(), 1e-9);
      ++chi_squared;
    }
  }
  EXPECT_GT(fisher, 0);
  EXPECT_GT(chi_squared, 0);
}

// R: t.test(extra ~ group, data = sleep)
TEST(TwoGroups, MeansByWelch) {
  CodedAnswers a, b;
  for (double x : {-1.6, -1.2, -0.2, -0.1, 0.0, 0.7, 0.8, 2.0, 3.4, 3.7}) a.push_back({x, 1, 1, 1});
  for (double x : {-0.1, 0.1, 0.8, 1.1, 1.6, 1.9, 3.4, 4.4, 4.6, 5.5}) b.push_back({x, 1, 1, 1});
  const Difference one = compared(Kind::mean, a, b, 20);
  EXPECT_EQ(one.test, "welch");
  EXPECT_NEAR(*one.value, -1.58, 1e-12);
  EXPECT_NEAR(*one.p, 0.07939414, 1e-8);
  EXPECT_NEAR(one.interval->low, -3.3654832, 1e-7);
  EXPECT_NEAR(one.interval->high, 0.2054832, 1e-7);
  // (1.959964 + 0.841621) · √(s₁²/10 + s₂²/10), the standard error being 0.849091
  EXPECT_NEAR(figure(one, "detectable"), 2.801585 * 0.849091, 1e-5);
}

TEST(TwoGroups, WeightsOfOneAndEqualWeightsChangeNothing) {
  const auto a = coded({3, 6, 11}, -1), b = coded({17, 21, 33}, -1);
  const Difference plain = compared(Kind::net, a, b, 400);
  for (double weight : {1.0, 0.7, 3.0}) {
    const Difference one = compared(Kind::net, coded({3, 6, 11}, -1, weight),
                                    coded({17, 21, 33}, -1, weight), 400, true);
    EXPECT_EQ(one.test, "permutation") << weight;
    EXPECT_NEAR(*one.p, *plain.p, 1e-12) << weight;
    EXPECT_NEAR(one.interval->low, plain.interval->low, 1e-9) << weight;
    if (weight == 1) {
      EXPECT_EQ(*one.p, *plain.p);
      EXPECT_EQ(one.interval->high, plain.interval->high);
    }
  }
}

// The error is that of the difference as one linearised sum over all rows of the design.
TEST(TwoGroups, TheWeightedErrorIsTheDesigns) {
  std::vector<stats::DesignRow> rows;
  CodedAnswers a = coded({0, 0, 0}, -1), b = a;
  for (uint32_t i = 0; i < 60; ++i) {
    stats::DesignRow row;
    row.weight = 0.5 + (i * 7) % 5;
    row.in_domain = i % 3 == 0;
    row.unit.psu = i;
    if (i % 10 != 9) {
      const int value = static_cast<int>((i * 11) % 3) - 1;
      row.value = value;
      stats::WeightedValue& into = (row.in_domain ? a : b)[static_cast<size_t>(value + 1)];
      into.n += 1;
      into.sum_w += row.weight;
      into.sum_w2 += row.weight * row.weight;
    }
    rows.push_back(row);
  }
  const stats::DesignDifference design = stats::design_difference(rows);
  const Difference one = compared(Kind::net, a, b, rows.size(), true);
  EXPECT_NEAR(*one.value, 100 * design.difference, 1e-10);
  EXPECT_NEAR(figure(one, "se"), 100 * design.standard_error, 1e-10);
}

TEST(TwoGroups, WhatNeverVariesHasNoClearDifference) {
  const Difference nps = compared(Kind::net, coded({0, 0, 9}, -1), coded({0, 0, 40}, -1), 100);
  EXPECT_EQ(*nps.p, 1);
  const Difference share = compared(Kind::share, coded({0, 9}, 0), coded({0, 40}, 0), 100);
  EXPECT_EQ(*share.p, 1);
  EXPECT_FALSE(compared(Kind::mean, coded({9}, 5), coded({40}, 5), 100).p.has_value());
}

TEST(TwoGroups, MoreTestsMissMore) {
  const auto a = coded({20, 30, 50}, -1), b = coded({60, 60, 80}, -1);
  const double alone = figure(compared(Kind::net, a, b, 300), "detectable");
  const double among = figure(compared(Kind::net, a, b, 300, false, 10), "detectable");
  // Variances of 20.75/31.5/50.75 of 103 and 60.75/61.5/80.75 of 203.
  EXPECT_NEAR(alone,
              100 * stats::detectable_net_score_difference(0.609341, 100, 0.687338, 200, 0.95, 0.8),
              1e-3);
  EXPECT_GT(among, alone);
}

}  // namespace
}  // namespace topline
