// SPDX-License-Identifier: Apache-2.0
#include "core/stats/rao_scott.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/stats/contingency.h"
#include "core/stats/design_mean.h"
#include "core/stats/student_t.h"
#include "tests/stats/close.h"
#include "tests/stats/columns.h"

namespace topline::stats {
namespace {

std::vector<WeightedValue> unweighted(const std::vector<uint64_t>& counts) {
  std::vector<WeightedValue> cells;
  for (const uint64_t n : counts) {
    cells.push_back({0, n, static_cast<double>(n), static_cast<double>(n)});
  }
  return cells;
}

std::vector<double> shares_of(const std::vector<WeightedValue>& cells) {
  double sum = 0;
  for (const WeightedValue& cell : cells) sum += cell.sum_w;
  std::vector<double> shares;
  for (const WeightedValue& cell : cells) shares.push_back(cell.sum_w / sum);
  return shares;
}

// Weights of 1: every design effect is n/(n − 1), so F · df is Pearson's χ² · (n − 1)/n.
TEST(RaoScott, WithoutWeightsItIsPearsons) {
  const std::vector<uint64_t> counts = {10, 20, 30, 25, 15, 20};
  const auto cells = unweighted(counts);
  const RaoScott got = rao_scott(shares_of(cells), 3, share_covariance(cells, 120), 120, 119);
  const Contingency pearson =
      contingency(std::vector<double>(counts.begin(), counts.end()), 3);
  EXPECT_TRUE(is_close(got.ndf, 2));
  EXPECT_TRUE(is_close(got.f * 2, pearson.chi_squared * 119 / 120));
  EXPECT_TRUE(is_close(got.ddf, 238));
  EXPECT_TRUE(is_close(got.cramers_v, pearson.cramers_v));
}

TEST(RaoScott, EitherWayRound) {
  std::vector<WeightedValue> cells = unweighted({12, 8, 30, 21, 9, 14});
  for (size_t k = 0; k < cells.size(); ++k) {
    cells[k].sum_w *= 1 + 0.1 * static_cast<double>(k);
    cells[k].sum_w2 *= 1.5;
  }
  std::vector<WeightedValue> turned;
  for (size_t c = 0; c < 3; ++c) {
    for (size_t r = 0; r < 2; ++r) turned.push_back(cells[r * 3 + c]);
  }
  const RaoScott one = rao_scott(shares_of(cells), 3, share_covariance(cells, 94), 94, 93);
  const RaoScott other = rao_scott(shares_of(turned), 2, share_covariance(turned, 94), 94, 93);
  EXPECT_TRUE(is_close(one.f, other.f));
  EXPECT_TRUE(is_close(one.ndf, other.ndf));
  EXPECT_TRUE(is_close(one.p, other.p));
}

TEST(RaoScott, Edges) {
  const auto nan = [](const std::vector<uint64_t>& counts, size_t columns) {
    const auto cells = unweighted(counts);
    return std::isnan(rao_scott(shares_of(cells), columns, share_covariance(cells, 40), 40, 39).p);
  };
  EXPECT_TRUE(nan({20, 20}, 2)) << "one row";
  EXPECT_TRUE(nan({20, 0, 20, 0}, 2)) << "an empty column";
  EXPECT_FALSE(nan({20, 0, 5, 15}, 2)) << "one empty cell";
}

// csat 4–5 of 5 by role, all four designs; and the difference of the roles' NPS as svyttest has it.
TEST(RaoScottOracle, SurveyPackage) {
  READ_ORACLE_OR_SKIP(oracle, "survey_design_oracle.json");
  READ_COLUMNS_OR_SKIP(columns, "synthetic_crm_survey.csv");
  const std::vector<double> csat = columns.number("csat"), nps = columns.number("nps");
  const std::vector<double> weights = columns.number("base_w"), people_of = columns.number("N_h");
  const std::vector<uint32_t> region = columns.codes("region"), team = columns.codes("team");
  const std::vector<uint32_t> role = columns.codes("role");
  std::vector<double> people(3);
  for (size_t i = 0; i < region.size(); ++i) people[region[i]] = people_of[i];

  Agreement figures;
  const auto compare = [&](const char* name, bool strata, bool teams, std::vector<double> population) {
    const auto unit = [&](uint32_t i) {
      return DesignUnit{strata ? region[i] : 0, teams ? team[i] : i};
    };
    // The covariance of two shares: half of what the variance of their sum has beyond their own.
    std::vector<double> shares(4);
    std::vector<std::vector<double>> u;
    std::vector<DesignUnit> units;
    for (uint32_t i = 0; i < csat.size(); ++i) units.push_back(unit(i));
    for (size_t cell = 0; cell < 4; ++cell) {
      std::vector<DesignRow> rows;
      for (uint32_t i = 0; i < csat.size(); ++i) {
        const double in = std::isnan(csat[i]) ? csat[i] : (csat[i] >= 4) * 2 + role[i] == cell;
        rows.push_back({in, 1, weights[i], unit(i), true});
      }
      const LinearisedMean mean = linearised_mean(rows);
      shares[cell] = mean.mean;
      u.push_back(mean.u);
    }
    const auto variance = [&](const std::vector<double>& sum) {
      return design_variance(sum, units, population);
    };
    SquareMatrix covariance(4);
    DesignVariance whole;
    for (size_t a = 0; a < 4; ++a) {
      for (size_t b = 0; b < 4; ++b) {
        std::vector<double> both;
        for (size_t i = 0; i < units.size(); ++i) both.push_back(u[a][i] + u[b][i]);
        whole = variance(both);
        covariance(a, b) =
            (whole.variance - variance(u[a]).variance - variance(u[b]).variance) / 2;
      }
    }
    const auto df = static_cast<double>(whole.psus - whole.strata);
    const RaoScott got = rao_scott(shares, 2, covariance, 120, df);
    const auto& expected = oracle.at(name).at("svychisq_t2_role");
    figures.add(got.f / expected.at("F").get<double>(), 1);
    figures.add(got.ndf, expected.at("ndf"));
    figures.add(got.ddf / expected.at("ddf").get<double>(), 1);
    figures.add(got.p, expected.at("p"));

    std::vector<DesignRow> rows;
    for (uint32_t i = 0; i < nps.size(); ++i) {
      const double score = nps[i];
      const double net = std::isnan(score) ? score : (score >= 9) - (score <= 6);
      rows.push_back({net, 1, weights[i], unit(i), role[i] == 1});
    }
    const DesignDifference reps = design_difference(rows, population);
    const auto& test = oracle.at(name).at("svyttest_role");
    figures.add(reps.difference, test.at("est"));
    const double t = reps.difference / reps.standard_error;
    figures.add(t, test.at("t"));
    figures.add(2 * student_t_cdf(-std::abs(t), test.at("df")), test.at("p"));
  };
  compare("weights_only", false, false, {});
  compare("stratified", true, false, {});
  compare("stratified_fpc", true, false, people);
  compare("clustered", true, true, {});
  EXPECT_AGREES(figures, 28, 1e-10);
}

}  // namespace
}  // namespace topline::stats
