// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "core/stats/mean_groups.h"
#include "core/stats/rank_groups.h"
#include "tests/stats/close.h"
#include "tests/stats/oracle.h"
#include "tests/stats/synthetic_survey.h"

namespace topline::stats {
namespace {

using Counts = std::vector<ValueCount>;

Counts counted(const std::vector<double>& values) {
  Counts result;
  for (const double value : values) result.push_back({value, 1});
  return result;
}

Counts zero_to_ten(const std::vector<uint64_t>& counts) {
  Counts result;
  for (size_t i = 0; i < counts.size(); ++i) result.push_back({static_cast<double>(i), counts[i]});
  return result;
}

std::vector<Moments> moments_of(const std::vector<Counts>& groups) {
  std::vector<Moments> result;
  for (const Counts& group : groups) result.push_back(moments(group));
  return result;
}

// The example of R's kruskal.test page (Hollander and Wolfe 1973, 116), an empty group between.
const std::vector<Counts> kMucociliary = {counted({2.9, 3.0, 2.5, 2.6, 3.2}), counted({}),
                                          counted({3.8, 2.7, 4.0, 2.4}),
                                          counted({2.8, 3.4, 3.7, 2.2, 2.0})};
const std::vector<Counts> kMixed = {
    zero_to_ten({3, 0, 2, 1, 4, 9, 6, 14, 22, 17, 12}),
    zero_to_ten({6, 2, 3, 3, 5, 12, 9, 16, 15, 8, 7}),
    counted({30.9, 34.3, 1, 64.6, 11.9, 41,   102.7, 8.4,  4.3, 18.6,
             59.6, 21.4, 2, 27.2, 13.3, 31.4, 16.7,  53.5, 8.1, 83.9})};

TEST(KruskalWallis, AsR) {  // kruskal.test(list(...))
  const KruskalWallis plain = kruskal_wallis(kMucociliary);
  EXPECT_TRUE(is_close(plain.h, 0.771428571428572));
  EXPECT_EQ(plain.df, 2);
  EXPECT_TRUE(is_close(plain.p, 0.679964773578894));
  const KruskalWallis ties = kruskal_wallis(kMixed);
  EXPECT_TRUE(is_close(ties.h, 32.789031873849));
  EXPECT_TRUE(is_close(ties.p, 7.5849407934456e-08));
}

TEST(Anova, AsR) {  // oneway.test(v ~ f, var.equal = TRUE)
  const VarianceRatio got = anova(moments_of(kMucociliary));
  EXPECT_TRUE(is_close(got.f, 0.560073260073261));
  EXPECT_EQ(got.df1, 2);
  EXPECT_EQ(got.df2, 11);
  EXPECT_TRUE(is_close(got.p, 0.586632991041737));
}

TEST(WelchAnova, AsR) {  // oneway.test(v ~ f)
  const VarianceRatio got = welch_anova(moments_of(kMucociliary));
  EXPECT_TRUE(is_close(got.f, 0.391905478385786));
  EXPECT_EQ(got.df1, 2);
  EXPECT_TRUE(is_close(got.df2, 5.518701575163452));
  EXPECT_TRUE(is_close(got.p, 0.693185476837351));
}

TEST(Groups, NothingToCompare) {
  const std::vector<Counts> one = {counted({1, 2, 3}), {}};
  const std::vector<Counts> equal = {counted({2, 2}), counted({2, 2, 2})};
  for (const auto& groups : {one, equal, std::vector<Counts>{}}) {
    EXPECT_TRUE(std::isnan(kruskal_wallis(groups).p));
    EXPECT_TRUE(std::isnan(anova(moments_of(groups)).p));
    EXPECT_TRUE(std::isnan(welch_anova(moments_of(groups)).p));
  }
  const std::vector<Counts> single = {counted({1, 2}), counted({7})};
  EXPECT_TRUE(std::isfinite(anova(moments_of(single)).p));
  EXPECT_TRUE(std::isnan(welch_anova(moments_of(single)).p));
}

TEST(GroupsOracle, ScoresByRegion) {
  READ_ORACLE_OR_SKIP(oracle, "survey_design_oracle.json");
  std::map<std::string, Counts> scores;
  for (const ScoredRow& row : read_scored_rows()) {
    scores[row.region].push_back({row.score, 1});
  }
  std::vector<Counts> by_score;
  for (const auto& [region, values] : scores) by_score.push_back(values);
  const auto& kruskal = oracle.at("kruskal_nps_region");
  const KruskalWallis ranks = kruskal_wallis(by_score);
  EXPECT_TRUE(is_close(ranks.h, kruskal.at("H")));
  EXPECT_TRUE(is_close(ranks.p, kruskal.at("p")));
  const auto& welch = oracle.at("welch_anova_nps_region");
  const VarianceRatio means = welch_anova(moments_of(by_score));
  EXPECT_TRUE(is_close(means.f, welch.at("F")));
  EXPECT_TRUE(is_close(means.df2, welch.at("df").at(1)));
  EXPECT_TRUE(is_close(means.p, welch.at("p")));
}

TEST(GroupsExpected, JobSatisfactionByDepartment) {
  READ_EXPECTED_OR_SKIP(expected, "hr_attrition_ibm.json");
  std::vector<Moments> departments;
  for (const auto& [name, truth] : expected.at("jobsat_by_department").items()) {
    Moments department{truth.at("n"), truth.at("mean"), 0, truth.at("sd_sample")};
    department.sum_of_squares =
        department.sd * department.sd * (static_cast<double>(department.n) - 1);
    departments.push_back(department);
  }
  ASSERT_EQ(departments.size(), 3u);
  const auto& truth = expected.at("anova_jobsat_by_department");
  const VarianceRatio got = anova(departments);
  EXPECT_TRUE(is_close(got.f, truth.at("F")));
  EXPECT_TRUE(is_close(got.p, truth.at("p")));
}

}  // namespace
}  // namespace topline::stats
