// SPDX-License-Identifier: Apache-2.0
#include "core/measure/trend.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/measure/compared_cells.h"

namespace topline {
namespace {

// Montgomery's orange juice cans: 30 samples of 50, two of them out of control.
TEST(TrendOf, ThePChartOfTheTextbook) {
  std::ifstream in(std::string(TOPLINE_SHARED) + "/oracles/misc_oracle.json");
  const auto all =
      nlohmann::json::parse(std::string(std::istreambuf_iterator<char>(in), {}), nullptr, false);
  if (all.is_discarded()) GTEST_SKIP() << "the shared data is not here";
  const auto& chart = all["p_chart"];
  const ColumnPlan plan = sample::csat_plan();
  std::vector<Answers> answers(1);
  ComparisonCells cells;
  for (uint64_t hits : chart["defectives"].get<std::vector<uint64_t>>()) {
    cells.waves.push_back(static_cast<uint32_t>(answers.size()));
    answers.push_back(sample::satisfied(hits, 50));
  }
  const std::vector<bool> hidden(answers.size());
  const ComparedQuestion question(0, plan, answers, hidden);
  const auto trend = trend_of(question, question.figures(false)[0], cells, 1500, false);
  ASSERT_TRUE(trend);
  EXPECT_NEAR(trend->centre, 100 * chart["pbar"].get<double>(), 1e-9);
  std::vector<size_t> out;
  for (size_t i = 0; i < trend->points.size(); ++i) {
    EXPECT_NEAR(*trend->points[i].low, 100 * chart["lcl"].get<double>(), 1e-9);
    EXPECT_NEAR(*trend->points[i].high, 100 * chart["ucl"].get<double>(), 1e-9);
    if (trend->points[i].out) out.push_back(i + 1);
  }
  EXPECT_EQ(out, chart["out"].get<std::vector<size_t>>());
}

TEST(TrendOf, NothingUnderEightShownWaves) {
  const ColumnPlan plan = sample::nps_plan();
  std::vector<Answers> answers(9, sample::net(10, 20, 30));
  std::vector<bool> hidden(9);
  ComparisonCells cells;
  cells.waves = {1, 2, 3, 4, 5, 6, 7, 8};
  const auto trend = [&] {
    const ComparedQuestion question(0, plan, answers, hidden);
    return trend_of(question, question.figures(false)[0], cells, 480, false);
  };
  ASSERT_TRUE(trend());
  EXPECT_NEAR(trend()->centre, 100.0 / 3, 1e-10);
  hidden[4] = true;
  EXPECT_FALSE(trend()) << "seven are shown";
}

}  // namespace
}  // namespace topline
