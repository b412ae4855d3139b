// SPDX-License-Identifier: Apache-2.0
#include "core/stats/design_mean.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/stats/net_score.h"
#include "core/stats/random.h"
#include "core/stats/weighted.h"
#include "tests/stats/columns.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

double net(double score) { return std::isnan(score) ? kNan : score >= 9 ? 1 : score >= 7 ? 0 : -1; }
double top_two(double score) { return std::isnan(score) ? kNan : score >= 4 ? 1 : 0; }
double itself(double score) { return score; }

// Each row its own PSU of one stratum.
std::vector<DesignRow> simple_rows(const std::vector<double>& values) {
  std::vector<DesignRow> rows;
  for (const double value : values) {
    rows.push_back({value, 1, 1, {0, static_cast<uint32_t>(rows.size())}, true});
  }
  return rows;
}

TEST(DesignMean, WithoutDesignItIsTheWeightedMean) {
  Random random(12);
  for (int round = 0; round < 50; ++round) {
    std::vector<DesignRow> rows;
    std::vector<WeightedValue> groups;
    for (uint32_t i = 0; i < 60; ++i) {
      const double weight = 0.5 + random.uniform();
      const double value = random.below(10) == 0 ? kNan : double(random.below(3)) - 1;
      rows.push_back({value, 1, weight, {0, i}, true});
      if (!std::isnan(value)) groups.push_back({value, 1, weight, weight * weight});
    }
    const DesignMean design = design_mean(rows);
    const WeightedMean expected = weighted_mean(groups, rows.size());
    ASSERT_EQ(design.problem, DesignProblem::none);
    ASSERT_EQ(design.n, expected.n);
    ASSERT_NEAR(design.mean, expected.mean, 1e-15);
    ASSERT_NEAR(design.standard_error, expected.standard_error, 1e-15);
    ASSERT_NEAR(design.variance, expected.variance, 1e-15);
    ASSERT_NEAR(design.effective_n, expected.effective_n, 1e-11);
    ASSERT_EQ(design.df, 59);
  }
}

TEST(DesignMean, EqualAnswersAndCensus) {
  std::vector<DesignRow> rows = simple_rows({1, 1, 1});
  rows[2].weight = 2;
  const DesignMean equal = design_mean(rows);
  EXPECT_EQ(equal.standard_error, 0);
  EXPECT_DOUBLE_EQ(equal.effective_n, 16.0 / 6);  // Kish
  EXPECT_TRUE(std::isnan(equal.design_effect));

  const DesignMean census = design_mean(simple_rows({1, 0, 1}), std::vector<double>{3});
  EXPECT_EQ(census.problem, DesignProblem::none);
  EXPECT_EQ(census.standard_error, 0);
  EXPECT_EQ(census.effective_n, kInfinity);
}

TEST(DesignMean, WeightsThatCountNoPeopleHaveNoFiniteDesignEffect) {
  const DesignMean ones = design_mean(simple_rows({1, 0, 1, 1}));
  EXPECT_NEAR(ones.design_effect, 1, 1e-15);
  EXPECT_TRUE(std::isnan(ones.design_effect_finite));
}

TEST(DesignMean, SaysWhatStandsInTheWay) {
  std::vector<DesignRow> rows = simple_rows({1, 0, 1, 1, 0});
  rows[4].unit = {7, 0};
  const DesignMean lonely = design_mean(rows);
  EXPECT_EQ(lonely.problem, DesignProblem::lonely_psu);
  EXPECT_EQ(lonely.strata_at_fault, std::vector<uint32_t>{7});
  EXPECT_EQ(lonely.mean, 0.6);
  EXPECT_TRUE(std::isnan(lonely.standard_error) && std::isnan(lonely.effective_n));
  // The whole of its stratum is not lonely: it is certain.
  const std::vector<double> psus{kNan, kInfinity, 9, 9, 9, 9, 9, 1};
  EXPECT_EQ(design_mean(rows, psus).problem, DesignProblem::none);
  EXPECT_GT(design_mean(rows, psus).standard_error, 0);

  const DesignMean small = design_mean(rows, std::vector<double>{3, 0, 0, 0, 0, 0, 0, 1});
  EXPECT_EQ(small.problem, DesignProblem::small_population);
  EXPECT_EQ(small.strata_at_fault, std::vector<uint32_t>{0});

  for (DesignRow& row : rows) row.value = kNan;
  EXPECT_EQ(design_mean(rows).problem, DesignProblem::no_answers);
  EXPECT_TRUE(design_mean(rows).strata_at_fault.empty());
  EXPECT_TRUE(std::isnan(design_mean(rows).mean));
  EXPECT_EQ(design_mean({}).problem, DesignProblem::no_answers);
  EXPECT_EQ(design_difference(rows).problem, DesignProblem::no_answers);
}

TEST(DesignMean, PsuNumbersMeanSomethingWithinTheirStratumOnly) {
  std::vector<DesignRow> rows = simple_rows({1, 0, 1, 1, 0, 0, 1, 0});
  for (uint32_t i = 0; i < 8; ++i) rows[i].unit = {i / 4, i % 4 / 2};
  const DesignMean shared = design_mean(rows);
  for (DesignRow& row : rows) row.unit.psu += 10 * row.unit.stratum;
  EXPECT_EQ(design_mean(rows).standard_error, shared.standard_error);
  EXPECT_EQ(shared.df, 2);
}

TEST(DesignMean, DomainDfCountsItsOwnPsus) {
  std::vector<DesignRow> rows = simple_rows({1, 0, 1, 1, 0, 0});
  for (uint32_t i = 0; i < 6; ++i) rows[i].unit = {i / 3, i}, rows[i].in_domain = i < 2;
  EXPECT_EQ(design_mean(rows).df, 1);
  EXPECT_EQ(design_difference(rows).df, 4);
}

// The sample of 120, with the design's parts as asked for.
std::vector<DesignRow> crm_rows(const Columns& columns, const std::string& item,
                                double (*code)(double), bool strata, bool teams) {
  const std::vector<double> answers = columns.number(item), weights = columns.number("base_w");
  const std::vector<uint32_t> region = columns.codes("region"), team = columns.codes("team");
  std::vector<DesignRow> rows;
  for (uint32_t i = 0; i < answers.size(); ++i) {
    const DesignUnit unit{strata ? region[i] : 0, teams ? team[i] : i};
    rows.push_back({code(answers[i]), 1, weights[i], unit, true});
  }
  return rows;
}

struct Worst {
  Agreement estimates, errors, effects;
};

void compare_design(const nlohmann::json& expected, const Columns& columns, bool strata, bool teams,
                    const std::vector<double>& population, Worst& worst) {
  std::vector<DesignRow> rows = crm_rows(columns, "nps", net, strata, teams);
  const auto add = [&](const DesignMean& got, const nlohmann::json& figures) {
    ASSERT_EQ(got.problem, DesignProblem::none);
    worst.estimates.add(got.mean, figures.at("est"));
    worst.errors.add(got.standard_error / figures.at("se").get<double>(), 1);
  };
  const DesignMean all = design_mean(rows, population);
  add(all, expected.at("nps"));
  EXPECT_EQ(all.df, expected.at("df").get<double>());
  worst.effects.add(all.design_effect / expected.at("deff").get<double>(), 1);
  add(design_mean(crm_rows(columns, "csat", top_two, strata, teams), population),
      expected.at("csat_t2"));
  add(design_mean(crm_rows(columns, "csat", itself, strata, teams), population),
      expected.at("csat_mean_score"));

  const std::vector<uint32_t> role = columns.codes("role");  // 0 manager, 1 rep
  for (uint32_t r = 0; r < 2; ++r) {
    for (size_t i = 0; i < rows.size(); ++i) rows[i].in_domain = role[i] == r;
    const auto& by = expected.at("by_role");
    add(design_mean(rows, population), {{"est", by.at("nps").at(r)}, {"se", by.at("se").at(r)}});
  }
  const DesignDifference rep_less_manager = design_difference(rows, population);
  worst.estimates.add(-rep_less_manager.difference, expected.at("manager_minus_rep").at("est"));
  worst.errors.add(
      rep_less_manager.standard_error / expected.at("manager_minus_rep").at("se").get<double>(), 1);
}

TEST(DesignMeanOracle, SurveyPackage) {
  READ_ORACLE_OR_SKIP(oracle, "survey_design_oracle.json");
  READ_COLUMNS_OR_SKIP(columns, "synthetic_crm_survey.csv");
  std::vector<double> people(3);
  const std::vector<double> of_row = columns.number("N_h");
  const std::vector<uint32_t> region = columns.codes("region");
  for (size_t i = 0; i < region.size(); ++i) people[region[i]] = of_row[i];

  Worst worst;
  compare_design(oracle.at("weights_only"), columns, false, false, {}, worst);
  compare_design(oracle.at("stratified"), columns, true, false, {}, worst);
  compare_design(oracle.at("stratified_fpc"), columns, true, false, people, worst);
  compare_design(oracle.at("clustered"), columns, true, true, {}, worst);

  // A ratio of two answers: R, survey 4.1-1, svyratio(~nps, ~csat, na.rm = TRUE).
  std::vector<DesignRow> rows = crm_rows(columns, "nps", itself, true, false);
  const std::vector<double> base = columns.number("csat");
  for (size_t i = 0; i < rows.size(); ++i) rows[i].base = base[i];
  const DesignMean ratio = design_mean(rows, people);
  worst.estimates.add(ratio.mean, 2.01086956521739113);
  worst.errors.add(ratio.standard_error / 0.04474428223045852, 1);

  // Teams within regions, a wave against the rest: R, svycontrast of svytotal.
  rows = crm_rows(columns, "nps", net, true, true);
  for (size_t i = 0; i < rows.size(); ++i) rows[i].in_domain = columns.text("wave")[i] == "2026Q1";
  const DesignDifference waves = design_difference(rows);
  worst.estimates.add(waves.difference, -0.01093149807938541);
  worst.errors.add(waves.standard_error / 0.15779367239581701, 1);

  EXPECT_AGREES(worst.estimates, 26, 1e-13);
  EXPECT_AGREES(worst.errors, 26, 1e-13);
  EXPECT_AGREES(worst.effects, 4, 1e-13);
}

TEST(DesignMeanOracle, SchoolsAndKigyo) {
  READ_ORACLE_OR_SKIP(oracle, "r_stats_oracle.json");
  READ_ORACLE_OR_SKIP(expected, "../data/expected/api_survey_weighted.json");
  READ_COLUMNS_OR_SKIP(strat, "apistrat_cols.csv");
  READ_COLUMNS_OR_SKIP(clus, "apiclus1_cols.csv");
  Agreement means, errors;
  const auto relative = [](Agreement& agreement, double got, const nlohmann::json& value) {
    agreement.add(got / value.get<double>(), 1);
  };
  const auto compare = [&](const Columns& columns, bool clusters, const nlohmann::json& api,
                           const nlohmann::json& est) {
    const std::vector<uint32_t> type = columns.codes("stype");
    const std::vector<double> weights = columns.number("pw"), fpc = columns.number("fpc"),
                              score = columns.number("api00"), enroll = columns.number("enroll");
    std::vector<DesignRow> rows;
    std::vector<double> psus(3);
    std::vector<double> enrolled;
    std::vector<DesignUnit> units;
    for (uint32_t i = 0; i < type.size(); ++i) {
      const uint32_t stratum = clusters ? 0 : type[i];
      const uint32_t psu = clusters ? static_cast<uint32_t>(columns.number("dnum")[i]) : i;
      rows.push_back({score[i], 1, weights[i], {stratum, psu}, true});
      psus[stratum] = fpc[i];
      enrolled.push_back(weights[i] * enroll[i]);
      units.push_back(rows.back().unit);
    }
    const DesignMean all = design_mean(rows, psus);
    relative(means, all.mean, est.at("est"));
    if (!clusters) {
      const DesignMean unlimited = design_mean(rows);
      relative(errors, unlimited.standard_error, oracle.at("api").at("strat_nofpc").at("se"));
    }
    relative(errors, all.standard_error, est.at("se"));
    const double total = std::sqrt(design_variance(enrolled, units, psus).variance);
    relative(errors, total, api.at("enroll_total_se"));
    for (uint32_t t = 0; t < 3; ++t) {  // E, H, M
      for (size_t i = 0; i < rows.size(); ++i) rows[i].in_domain = type[i] == t;
      const DesignMean domain = design_mean(rows, psus);
      relative(means, domain.mean, api.at("by_stype").at(t).at("mean"));
      relative(errors, domain.standard_error, api.at("by_stype").at(t).at("se"));
    }
    for (size_t i = 0; i < rows.size(); ++i) {
      rows[i].value = columns.text("sch.wide")[i] == "Yes";
      rows[i].in_domain = true;
    }
    const DesignMean yes = design_mean(rows, psus);
    relative(means, yes.mean, api.at("schwide").at("sch.wideYes"));
    relative(errors, yes.standard_error, api.at("schwide_se").at(1));
    return all;
  };
  const auto& r = oracle.at("api");
  const DesignMean schools =
      compare(strat, false, expected.at("api_strat"), r.at("strat_mean_api00"));
  relative(errors, schools.design_effect_finite, r.at("strat_mean_deff"));
  compare(clus, true, expected.at("api_clus1"), r.at("clus1_mean_api00"));

  const auto& kigyo = oracle.at("kigyo");
  std::vector<DesignRow> firms = simple_rows(kigyo.at("y"));
  for (size_t i = 0; i < firms.size(); ++i) firms[i].weight = kigyo.at("w_srs").at(i);
  const DesignMean srs = design_mean(firms);
  for (size_t i = 0; i < firms.size(); ++i) firms[i].weight = kigyo.at("w_pps").at(i);
  const DesignMean pps = design_mean(firms);
  relative(means, srs.mean, kigyo.at("srs").at("est"));
  relative(errors, srs.standard_error, kigyo.at("srs").at("se"));
  relative(means, pps.mean, kigyo.at("pps").at("est"));
  relative(errors, pps.standard_error, kigyo.at("pps").at("se"));
  EXPECT_NEAR(srs.design_effect_finite, kigyo.at("srs_deff").get<double>(), 5e-7);
  EXPECT_NEAR(pps.design_effect, kigyo.at("pps_deff_replace").get<double>(), 5e-7);
  EXPECT_AGREES(means, 12, 1e-13);
  EXPECT_AGREES(errors, 16, 1e-13);
}

TEST(DesignMeanOracle, AirportWeights) {
  READ_ORACLE_OR_SKIP(oracle, "../data/expected/sfo_2017_survey.json");
  READ_COLUMNS_OR_SKIP(columns, "../data/sfo_2017_survey.csv");
  const std::vector<double> score = columns.number("NETPRO"), weights = columns.number("WEIGHT");
  std::vector<DesignRow> rows;
  for (uint32_t i = 0; i < score.size(); ++i) {
    rows.push_back({score[i] <= 10 ? 100 * net(score[i]) : kNan, 1, weights[i], {0, i}, true});
  }
  const auto& weighted = oracle.at("overall").at("weighted");
  const DesignMean nps = design_mean(rows);
  EXPECT_NEAR(nps.mean, weighted.at("nps").get<double>(), 1e-11);
  EXPECT_NEAR(nps.standard_error, weighted.at("se_linearized").get<double>(), 1e-11);
  for (const auto& [stratum, figures] : oracle.at("by").at("STRATA").items()) {
    for (size_t i = 0; i < rows.size(); ++i)
      rows[i].in_domain = columns.text("STRATA")[i] == stratum;
    const DesignMean domain = design_mean(rows);
    EXPECT_EQ(domain.n, figures.at("n").get<uint64_t>());
    EXPECT_NEAR(domain.mean, figures.at("weighted").at("nps").get<double>(), 1e-11);
    // That file's errors stand on n answers, ours on all rows of the design.
    const double n = double(domain.n), all = double(rows.size());
    const double theirs = domain.standard_error * std::sqrt(n / (n - 1) / (all / (all - 1)));
    EXPECT_NEAR(theirs, figures.at("weighted").at("se_linearized").get<double>(), 1e-11);
  }
}

}  // namespace
}  // namespace topline::stats
