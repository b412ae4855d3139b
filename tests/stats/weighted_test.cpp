// SPDX-License-Identifier: Apache-2.0
#include "core/stats/weighted.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <vector>

#include "core/stats/mean.h"
#include "core/stats/moments.h"
#include "core/stats/net_score.h"
#include "core/stats/proportion.h"
#include "core/stats/random.h"
#include "tests/stats/oracle.h"

namespace topline::stats {
namespace {

WeightedMean unweighted(const std::vector<ValueCount>& values, uint64_t n_design) {
  std::vector<WeightedValue> groups;
  for (const auto& [value, count] : values) {
    groups.push_back({value, count, double(count), double(count)});
  }
  return weighted_mean(groups, n_design);
}

TEST(WeightedMean, WeightsOfOneAreTheUnweightedInterval) {
  Random random(3);
  for (int i = 0; i < 2000; ++i) {
    const uint64_t b = random.below(40), p = random.below(40), c = 1 + random.below(40);
    const uint64_t n = b + p + c, n_design = n + random.below(9);
    const NetCounts counts{double(b), double(p), double(c)};
    const WeightedMean nps = unweighted({{1, c}, {-1, b}, {0, p}}, n_design);
    ASSERT_EQ(nps.mean, net_score(counts));
    ASSERT_EQ(nps.effective_n, double(n));
    ASSERT_EQ(nps.kish_n, double(n));
    ASSERT_EQ(net_score_tango(rescaled(counts, nps.effective_n), 0.95),
              net_score_tango(counts, 0.95));

    const WeightedMean share = unweighted({{0, b + p}, {1, c}}, n_design);
    ASSERT_EQ(share.mean, double(c) / double(n));
    ASSERT_EQ(share.effective_n, double(n));

    const std::vector<ValueCount> scale{{1.5, b}, {2.25, p}, {4.1, c}};
    const WeightedMean mean = unweighted(scale, n_design);
    const Moments expected = moments(scale);
    ASSERT_EQ(mean.mean, expected.mean);
    if (n > 1) {
      ASSERT_EQ(mean.sd, expected.sd);
      ASSERT_EQ(mean_t(mean.mean, mean.sd, mean.effective_n, 0.95),
                mean_t(expected.mean, expected.sd, double(n), 0.95));
    }
  }
}

TEST(WeightedMean, EqualWeightsOfAnySizeAreTheNumberOfAnswers) {
  const double w = 0.37;
  const WeightedMean m = weighted_mean(
      std::vector<WeightedValue>{{0, 30, 30 * w, 30 * w * w}, {1, 70, 70 * w, 70 * w * w}}, 120);
  EXPECT_NEAR(m.mean, 0.7, 1e-15);
  EXPECT_NEAR(m.effective_n, 100, 1e-12);
  EXPECT_NEAR(m.standard_error, std::sqrt(0.21 / 100 * 120 / 119), 1e-15);
}

TEST(WeightedMean, AllAnswersEqualFallsBackToKish) {
  const WeightedMean m =  // weights 1, 1, 2
      weighted_mean(std::vector<WeightedValue>{{1, 2, 2, 2}, {1, 1, 2, 4}}, 3);
  EXPECT_EQ(m.mean, 1);
  EXPECT_EQ(m.standard_error, 0);
  EXPECT_DOUBLE_EQ(m.kish_n, 16.0 / 6);
  EXPECT_EQ(m.effective_n, m.kish_n);
  EXPECT_EQ(m.sd, 0);
}

TEST(WeightedMean, NothingToWeigh) {
  for (const auto& values :
       {std::vector<WeightedValue>{}, std::vector<WeightedValue>{{1, 2, 0, 0}}}) {
    const WeightedMean m = weighted_mean(values, 5);
    EXPECT_EQ(m.sum_w, 0);
    EXPECT_TRUE(std::isnan(m.mean) && std::isnan(m.standard_error) && std::isnan(m.effective_n));
  }
  const WeightedMean one = weighted_mean(std::vector<WeightedValue>{{4, 1, 3, 9}}, 1);
  EXPECT_EQ(one.mean, 4);
  EXPECT_EQ(one.effective_n, 1);
  EXPECT_TRUE(std::isnan(one.standard_error) && std::isnan(one.sd));
}

struct Respondent {
  std::string role;
  double weight = 0;
  std::optional<int> nps, csat;
};

// id,region,role,team,wave,base_w,N_h,nps,csat,...: quoted words, no comma inside.
std::vector<Respondent> read_respondents() {
  std::vector<Respondent> respondents;
  std::ifstream file(oracle_path("synthetic_crm_survey.csv"));
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::vector<std::string> cells;
    std::stringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
    const auto number = [&](size_t column) -> std::optional<int> {
      if (cells[column].empty() || cells[column] == "NA") return std::nullopt;
      return std::stoi(cells[column]);
    };
    respondents.push_back({cells[2], std::stod(cells[5]), number(7), number(8)});
  }
  return respondents;
}

template <class Code>
WeightedMean survey_mean(const std::vector<Respondent>& respondents, Code code) {
  std::map<double, WeightedValue> groups;
  for (const Respondent& respondent : respondents) {
    const std::optional<double> z = code(respondent);
    if (!z) continue;
    WeightedValue& group = groups[*z];
    group.value = *z;
    ++group.n;
    group.sum_w += respondent.weight;
    group.sum_w2 += respondent.weight * respondent.weight;
  }
  std::vector<WeightedValue> values;
  for (const auto& [z, group] : groups) values.push_back(group);
  return weighted_mean(values, respondents.size());
}

TEST(WeightedMeanOracle, SurveyPackage) {
  READ_ORACLE_OR_SKIP(oracle, "survey_design_oracle.json");
  const auto& expected = oracle.at("weights_only");
  const std::vector<Respondent> respondents = read_respondents();
  const auto nps = [](const Respondent& r) -> std::optional<double> {
    if (!r.nps) return std::nullopt;
    return *r.nps >= 9 ? 1 : *r.nps >= 7 ? 0 : -1;
  };
  Agreement estimates, errors;
  const auto compare = [&](const WeightedMean& got, const nlohmann::json& figures) {
    estimates.add(got.mean, figures.at("est"));
    errors.add(got.standard_error, figures.at("se"));
  };
  const WeightedMean all = survey_mean(respondents, nps);
  compare(all, expected.at("nps"));
  compare(survey_mean(respondents,
                      [](const Respondent& r) -> std::optional<double> {
                        if (!r.csat) return std::nullopt;
                        return *r.csat >= 4;
                      }),
          expected.at("csat_t2"));
  compare(survey_mean(respondents,
                      [](const Respondent& r) -> std::optional<double> {
                        if (!r.csat) return std::nullopt;
                        return *r.csat;
                      }),
          expected.at("csat_mean_score"));
  for (size_t i = 0; i < 2; ++i) {  // a domain: the others still count as rows of the design
    const auto& by = expected.at("by_role");
    const std::string role = '"' + by.at("role").at(i).get<std::string>() + '"';
    const WeightedMean domain = survey_mean(
        respondents, [&](const Respondent& r) { return r.role == role ? nps(r) : std::nullopt; });
    estimates.add(domain.mean, by.at("nps").at(i));
    errors.add(domain.standard_error, by.at("se").at(i));
  }
  double sum_w = 0, sum_w2 = 0;  // Kish's n is of the whole design there
  for (const Respondent& r : respondents) sum_w += r.weight, sum_w2 += r.weight * r.weight;
  EXPECT_NEAR(sum_w * sum_w / sum_w2, oracle.at("kish").at("neff").get<double>(), 1e-11);
  EXPECT_AGREES(estimates, 5, 1e-14);
  EXPECT_AGREES(errors, 5, 1e-14);
}

}  // namespace
}  // namespace topline::stats
