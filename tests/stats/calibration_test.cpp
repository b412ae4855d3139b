// SPDX-License-Identifier: Apache-2.0
#include "core/stats/calibration.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/stats/calibrated_mean.h"
#include "core/stats/random.h"
#include "tests/stats/columns.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

TEST(PostStratify, EachCellIsMet) {
  const std::vector<uint32_t> category{0, 0, 1};
  const std::vector<double> people{30, 50};
  const Calibration got = post_stratify(std::vector<double>{1, 2, 5}, {category, people});
  ASSERT_EQ(got.problem, CalibrationProblem::none);
  EXPECT_EQ(got.weights, (std::vector<double>{10, 20, 50}));
  EXPECT_EQ(got.rounds, 1);
}

TEST(Calibration, SaysWhatStandsInTheWay) {
  const std::vector<double> ones{1, 1, 1, 1};
  const std::vector<uint32_t> role{0, 0, 1, 1}, region{0, 1, 0, 1}, team{0, 0, 1, 3}, few{0, 1};
  const std::vector<double> half{5, 5}, other{5, 6}, three{4, 3, 3}, four{4, 3, 3, 2};
  const auto expect = [](const Calibration& got, CalibrationProblem problem, size_t margin,
                         uint32_t category) {
    EXPECT_EQ(got.problem, problem);
    EXPECT_EQ(got.margin, margin);
    EXPECT_EQ(got.category, category);
    EXPECT_TRUE(got.weights.empty());
  };
  const auto raked = [&](const Margin& first, const Margin& second) {
    return rake(ones, std::vector<Margin>{first, second});
  };
  expect(rake(ones, {}), CalibrationProblem::no_margin, 0, 0);
  expect(raked({role, half}, {few, half}), CalibrationProblem::unequal_lengths, 1, 0);
  expect(raked({role, half}, {team, three}), CalibrationProblem::unknown_category, 1, 3);
  expect(raked({role, half}, {team, four}), CalibrationProblem::empty_cell, 1, 2);
  expect(raked({role, half}, {region, other}), CalibrationProblem::totals_disagree, 1, 0);
  expect(post_stratify(ones, {role, std::vector<double>{10, 0}}), CalibrationProblem::no_population,
         0, 1);
  expect(post_stratify(ones, {role, std::vector<double>{-1, 2}}), CalibrationProblem::bad_total, 0,
         0);
  expect(post_stratify(ones, {role, std::vector<double>{1, kNan}}), CalibrationProblem::bad_total,
         0, 1);
  expect(post_stratify(std::vector<double>{1, 1, -1, 1}, {role, half}),
         CalibrationProblem::bad_weight, 0, 0);
  // A weight of zero is nobody.
  expect(post_stratify(std::vector<double>{1, 1, 0, 0}, {role, half}),
         CalibrationProblem::empty_cell, 0, 1);
}

TEST(Rake, MarginsThatContradictEachOtherInTheSampleDontConverge) {
  // Role and region are the same thing here, the population says otherwise.
  const std::vector<double> ones{1, 1, 1}, roles{6, 4}, regions{5, 5};
  const std::vector<uint32_t> same{0, 1, 1};
  const Calibration got = rake(ones, std::vector<Margin>{{same, roles}, {same, regions}});
  EXPECT_EQ(got.problem, CalibrationProblem::no_convergence);
  EXPECT_TRUE(got.weights.empty());
}

TEST(Rake, MeetsTheMarginsInAnyOrderAndKeepsOddsRatios) {
  Random random(14);
  std::vector<double> base;
  std::vector<uint32_t> role, region, age;
  for (int i = 0; i < 500; ++i) {
    base.push_back(0.5 + random.uniform());
    role.push_back(static_cast<uint32_t>(random.below(2)));
    region.push_back(static_cast<uint32_t>(random.below(3)));
    age.push_back(static_cast<uint32_t>(random.below(4)));
  }
  const std::vector<double> roles{0.3, 0.7}, regions{0.5, 0.2, 0.3}, ages{0.1, 0.2, 0.3, 0.4};
  const Margin a{role, roles}, b{region, regions}, c{age, ages};
  const Calibration first = rake(base, std::vector<Margin>{a, b, c});
  const Calibration second = rake(base, std::vector<Margin>{c, b, a});
  ASSERT_EQ(first.problem, CalibrationProblem::none);
  for (const Margin& margin : {a, b, c}) {
    std::vector<double> met(margin.population.size());
    for (size_t i = 0; i < base.size(); ++i) met[margin.category[i]] += first.weights[i];
    for (size_t k = 0; k < met.size(); ++k) EXPECT_NEAR(met[k], margin.population[k], 1e-12);
  }
  for (size_t i = 0; i < base.size(); ++i) {
    ASSERT_NEAR(first.weights[i] / second.weights[i], 1, 1e-11);
  }
}

TEST(CalibrationResiduals, SumToNothingInEveryCategory) {
  Random random(15);
  std::vector<double> base, calibrated, u;
  std::vector<uint32_t> role, region;
  for (int i = 0; i < 200; ++i) {
    base.push_back(i % 50 == 0 ? 0 : 0.5 + random.uniform());
    calibrated.push_back(base.back() * (0.5 + random.uniform()));
    u.push_back(calibrated.back() * random.normal());
    role.push_back(static_cast<uint32_t>(random.below(2)));
    region.push_back(static_cast<uint32_t>(random.below(3)));
  }
  const std::vector<double> two(2), three(3);
  const std::vector<Margin> margins{{role, two}, {region, three}};
  const std::vector<double> residuals = calibration_residuals(u, base, calibrated, margins);
  EXPECT_EQ(residuals[0], 0);
  for (const Margin& margin : margins) {
    std::vector<double> sums(margin.population.size());
    for (size_t i = 0; i < u.size(); ++i) {
      if (base[i] > 0) sums[margin.category[i]] += base[i] * residuals[i] / calibrated[i];
    }
    for (const double sum : sums) EXPECT_NEAR(sum, 0, 1e-12);
  }
  // What is left can't be explained again.
  const std::vector<double> twice = calibration_residuals(residuals, base, calibrated, margins);
  double change = 0, explained = 0;
  for (size_t i = 0; i < u.size(); ++i) {
    change += std::abs(twice[i] - residuals[i]);
    explained += std::abs(u[i] - residuals[i]);
  }
  EXPECT_GT(explained, 1);
  EXPECT_LT(change, 1e-12);
}

TEST(CalibrationOracle, KaltonAndFloresCervantes) {
  READ_ORACLE_OR_SKIP(oracle, "r_stats_oracle.json");
  const auto& kalton = oracle.at("kalton");
  std::vector<double> base, rows(4), columns(3), cells;
  std::vector<uint32_t> row_of, column_of, cell_of;
  for (uint32_t r = 0; r < 4; ++r) {
    for (uint32_t c = 0; c < 3; ++c) {
      base.push_back(kalton.at("sample").at(r).at(c));
      cells.push_back(kalton.at("population").at(r).at(c));
      rows[r] += cells.back();
      columns[c] += cells.back();
      row_of.push_back(r);
      column_of.push_back(c);
      cell_of.push_back(3 * r + c);
    }
  }
  const Calibration stratified = post_stratify(base, {cell_of, cells});
  const Calibration raked = rake(base, std::vector<Margin>{{row_of, rows}, {column_of, columns}});
  ASSERT_EQ(raked.problem, CalibrationProblem::none);
  Agreement factors;
  for (size_t i = 0; i < base.size(); ++i) {
    factors.add(stratified.weights[i] / base[i], kalton.at("poststrat").at(i / 3).at(i % 3));
    factors.add(raked.weights[i] / base[i], kalton.at("rake").at(i / 3).at(i % 3));
  }
  EXPECT_AGREES(factors, 24, 1e-11);
}

class CrmSurvey : public testing::Test {
 protected:
  // NPS, or the share of 4 and 5 of csat.
  std::vector<DesignRow> rows(const Columns& columns, bool nps, bool by_team) const {
    const std::vector<double> answers = columns.number(nps ? "nps" : "csat");
    const std::vector<uint32_t> region = columns.codes("region"), team = columns.codes("team");
    std::vector<DesignRow> result;
    for (uint32_t i = 0; i < answers.size(); ++i) {
      const double x = answers[i];
      const double z = std::isnan(x) ? kNan : nps ? (x >= 9) - (x <= 6) : x >= 4;
      result.push_back({z, 1, 1, {by_team ? region[i] : 0, by_team ? team[i] : i}, true});
    }
    return result;
  }

  static void weigh(std::vector<DesignRow>& rows, const Calibration& calibration) {
    ASSERT_EQ(calibration.problem, CalibrationProblem::none);
    for (size_t i = 0; i < rows.size(); ++i) rows[i].weight = calibration.weights[i];
  }

  const std::vector<double> roles{108, 432};        // manager, rep
  const std::vector<double> regions{300, 150, 90};  // East, North, West
};

TEST_F(CrmSurvey, PostStratification) {
  READ_ORACLE_OR_SKIP(oracle, "survey_design_oracle.json");
  READ_COLUMNS_OR_SKIP(columns, "synthetic_crm_survey.csv");
  Agreement figures;
  const std::vector<double> base = columns.number("base_w"), units(base.size(), 1);
  const std::vector<uint32_t> role = columns.codes("role");
  const std::vector<Margin> margins{{role, roles}};
  std::vector<DesignRow> nps = rows(columns, true, false);

  weigh(nps, post_stratify(base, margins[0]));
  const DesignMean weighted = calibrated_mean(nps, base, margins);
  const auto& expected = oracle.at("poststrat_role");
  figures.add(nps[1].weight, expected.at("weights"));
  figures.add(weighted.mean, expected.at("est"));
  figures.add(weighted.standard_error, expected.at("se"));

  weigh(nps, post_stratify(units, margins[0]));
  const DesignMean unweighted = calibrated_mean(nps, units, margins);
  const auto& from_units = oracle.at("poststrat_role_from_unit_weights");
  figures.add(nps[1].weight, from_units.at("w_manager"));
  figures.add(nps[0].weight, from_units.at("w_rep"));
  figures.add(unweighted.mean, from_units.at("nps").at("est"));
  figures.add(unweighted.standard_error, from_units.at("nps").at("se"));
  EXPECT_AGREES(figures, 7, 1e-13);
}

TEST_F(CrmSurvey, Raking) {
  READ_ORACLE_OR_SKIP(oracle, "survey_design_oracle.json");
  READ_COLUMNS_OR_SKIP(columns, "synthetic_crm_survey.csv");
  const auto& expected = oracle.at("rake_role_region");
  const std::vector<double> base = columns.number("base_w"), units(base.size(), 1);
  const std::vector<uint32_t> role = columns.codes("role"), region = columns.codes("region");
  const std::vector<Margin> margins{{role, roles}, {region, regions}};
  std::vector<DesignRow> nps = rows(columns, true, false), t2 = rows(columns, false, false);

  // From equal weights R's rake() and ours regress alike.
  Agreement weights, figures;
  weigh(nps, rake(units, margins));
  weigh(t2, rake(units, margins));
  for (const auto& cell : expected.at("cells")) {
    for (size_t i = 0; i < nps.size(); ++i) {
      if (columns.text("region")[i] == cell.at("region") &&
          columns.text("role")[i] == cell.at("role")) {
        weights.add(nps[i].weight, cell.at("w"));
      }
    }
  }
  DesignMean got = calibrated_mean(nps, units, margins);
  figures.add(got.mean, expected.at("nps").at("est"));
  figures.add(got.standard_error, expected.at("nps").at("se"));
  got = calibrated_mean(t2, units, margins);
  figures.add(got.mean, expected.at("t2").at("est"));
  figures.add(got.standard_error, expected.at("t2").at("se"));
  double sum_w = 0, sum_w2 = 0;
  for (const DesignRow& row : nps) sum_w += row.weight, sum_w2 += row.weight * row.weight;
  EXPECT_NEAR(sum_w * sum_w / sum_w2, expected.at("neff").get<double>(), 1e-9);

  // From base weights: R, survey 4.1-1, calibrate(calfun = "raking"), which regresses with them.
  weigh(nps, rake(base, margins));
  weigh(t2, rake(base, margins));
  figures.add(calibrated_mean(nps, base, margins).standard_error, 0.0728852854070775);
  figures.add(calibrated_mean(t2, base, margins).standard_error, 0.0467262047186035);

  // By team within region, a wave and what sets it apart from the others.
  std::vector<DesignRow> teams = rows(columns, true, true);
  weigh(teams, rake(base, margins));
  for (size_t i = 0; i < teams.size(); ++i)
    teams[i].in_domain = columns.text("wave")[i] == "2026Q1";
  const DesignMean wave = calibrated_mean(teams, base, margins);
  const DesignDifference change = calibrated_difference(teams, base, margins);
  figures.add(wave.mean, 0.0204780727138269);
  figures.add(wave.standard_error, 0.11379346893613974);
  figures.add(change.difference, -0.02864478928932813);
  figures.add(change.standard_error, 0.16444622071152223);
  EXPECT_AGREES(weights, 120, 1e-10);
  EXPECT_AGREES(figures, 10, 1e-11);
}

}  // namespace
}  // namespace topline::stats
