// SPDX-License-Identifier: Apache-2.0
#include "core/stats/contingency.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "tests/stats/close.h"

namespace topline::stats {
namespace {

// R: chisq.test(matrix(c(762, 327, 468, 484, 239, 477), 2, byrow = TRUE)), its $stdres.
TEST(Contingency, AsR) {
  const Contingency got = contingency(std::vector<double>{762, 327, 468, 484, 239, 477}, 3);
  EXPECT_EQ(got.n, 2757);
  EXPECT_TRUE(is_close(got.chi_squared, 30.0701490957547));
  EXPECT_EQ(got.df, 2);
  EXPECT_TRUE(is_close(got.p, 2.95358918321176e-07));
  EXPECT_TRUE(is_close(got.min_expected, 246.354733405876));
  const double residuals[] = {4.50205352108671,  0.69945173298443,  -5.31594554270493,
                              -4.50205352108671, -0.69945173298443, 5.31594554270493};
  for (size_t i = 0; i < 6; ++i) EXPECT_TRUE(is_close(got.residuals.at(i), residuals[i])) << i;
}

// R: chisq.test(m[-3, -2]) of a 4 × 3 table whose third row and second column are empty.
TEST(Contingency, EmptyRowsAndColumnsAreLeftOut) {
  const Contingency got =
      contingency(std::vector<double>{10, 0, 20, 5, 0, 9, 0, 0, 0, 7, 0, 30}, 3);
  EXPECT_EQ(got.rows, 3u);
  EXPECT_EQ(got.columns, 2u);
  EXPECT_TRUE(is_close(got.chi_squared, 2.36591935320749));
  EXPECT_EQ(got.df, 2);
  EXPECT_TRUE(is_close(got.p, 0.306370637413475));
  EXPECT_TRUE(is_close(got.min_expected, 3.80246913580247));
  EXPECT_TRUE(is_close(got.residuals.at(0), 0.957967348676953));
  EXPECT_TRUE(is_close(got.residuals.at(5), -0.791180324191015));
  EXPECT_TRUE(is_close(got.residuals.at(9), -1.529237418774981));
  for (const size_t empty : {1, 4, 6, 7, 8, 10}) EXPECT_TRUE(std::isnan(got.residuals.at(empty)));
}

TEST(Contingency, NothingToCompare) {
  for (const std::vector<double>& counts :
       {std::vector<double>{}, std::vector<double>{1, 2, 0, 0}, std::vector<double>{3, 0, 4, 0},
        std::vector<double>{0, 0, 0, 0}}) {
    const Contingency got = contingency(counts, 2);
    EXPECT_TRUE(std::isnan(got.chi_squared) && std::isnan(got.p) && std::isnan(got.cramers_v));
    EXPECT_EQ(got.residuals.size(), counts.size());
  }
  const Contingency perfect = contingency(std::vector<double>{9, 0, 0, 6}, 2);
  EXPECT_TRUE(is_close(perfect.cramers_v, 1, 1e-15));
  const Contingency alike = contingency(std::vector<double>{2, 4, 3, 6}, 2);
  EXPECT_EQ(alike.chi_squared, 0);
  EXPECT_EQ(alike.p, 1);
}

TEST(ContingencyExpected, TablesOfRealFiles) {
  int tables = 0;
  for (const char* name : {"comma_survey.json", "crm_sales_pipeline.json", "hr_attrition_ibm.json",
                           "mass_housing_freq.json", "pisa_st25_66690.json", "support_tickets.json",
                           "telco_churn_ibm.json", "wjx_zh_ai_social.json"}) {
    READ_EXPECTED_OR_SKIP(expected, name);
    for (const auto& [key, truth] : expected.items()) {
      if (key.rfind("chi2", 0) != 0) continue;
      std::vector<double> counts;
      for (const auto& row : truth.at("table")) {
        for (const auto& count : row) counts.push_back(count);
      }
      const Contingency got = contingency(counts, truth.at("cols").size());
      EXPECT_TRUE(is_close(got.chi_squared, truth.at("chi2"))) << name << ' ' << key;
      EXPECT_EQ(got.df, truth.at("df").get<double>()) << name << ' ' << key;
      EXPECT_TRUE(is_close(got.p, truth.at("p"))) << name << ' ' << key;
      EXPECT_TRUE(is_close(got.cramers_v, truth.at("cramers_v"))) << name << ' ' << key;
      EXPECT_TRUE(is_close(got.min_expected, truth.at("min_expected"))) << name << ' ' << key;
      ++tables;
    }
  }
  EXPECT_EQ(tables, 15);
}

}  // namespace
}  // namespace topline::stats
