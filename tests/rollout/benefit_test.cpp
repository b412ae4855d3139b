// SPDX-License-Identifier: Apache-2.0

// Benefits, the return on the costs, and how sure it is.

#include <cmath>

#include "tests/rollout/money_tables.h"

namespace topline {
namespace {

const char* const kCosts =
    "Class,Item,Actual,Date\n"
    "Initial,Licences,800,2025-03-01\n"
    "Operating,Support,200,2026-03-01\n";

const char* const kBenefits =
    "Benefit,Amount,Attribution,Date\n"
    "More sales,1000,50%,2025-06-01\n"
    "More sales,2000,50%,2026-06-01\n"
    "less churn,300,,2026-07-01\n"
    "Less churn,0.000000000001,50%,2026-07-01\n";

TEST(Benefits, AddUpAfterAttribution) {
  const auto report = report_of({{"b.csv", kBenefits}});
  const auto total = measure_of(report, "benefit_total");
  EXPECT_EQ(total["value"], 1800) << "half of 1e-12 goes to the even";
  EXPECT_EQ(total["n"], 4);
  EXPECT_EQ(measure_of(report, "benefit_total", "", {{"item", "More sales"}})["value"], 1500);
  EXPECT_EQ(measure_of(report, "benefit_total", "", {{"item", "Less churn"}})["value"], 300)
      << "spelt alike where they fold alike";
  const auto none = nlohmann::json::object();
  EXPECT_EQ(measure_of(report, "benefit_total", "", none, "2025")["value"], 500);
  EXPECT_EQ(measure_of(report, "benefit_total", "", none, "2026")["value"], 1300);
  EXPECT_EQ(message_of(report, "counted_in_full")["where"]["input"], "b.csv");
  EXPECT_EQ(measure_of(report, "roi")["why"], "no_cost");
}

TEST(Benefits, AttributionOutsideAHundredIsLeftOutAndSaid) {
  const auto report = report_of({{"b.csv", "Benefit,Amount,Attribution\nA,100,150\nB,10,20\n"}});
  EXPECT_EQ(measure_of(report, "benefit_total")["value"], 2);
  EXPECT_EQ(message_of(report, "percent_outside")["where"]["line"], 2);
}

TEST(Return, OfCostsAndBenefitsAndCumulativeByYear) {
  const auto report = report_of({{"b.csv", kBenefits}, {"c.csv", kCosts}});
  const auto roi = measure_of(report, "roi");
  EXPECT_EQ(roi["value"], 80);
  EXPECT_EQ(roi["method"], "costs_and_benefits");
  EXPECT_EQ(roi["headline"], true);
  const auto none = nlohmann::json::object();
  EXPECT_EQ(measure_of(report, "roi", "", none, "2025")["value"], -37.5) << "500 of 800";
  EXPECT_EQ(measure_of(report, "roi", "", none, "2026")["value"], 80);
}

TEST(Return, ByHandOnTheOraclesCases) {
  struct Case {
    const char *benefit, *cost;
    std::optional<double> roi;
  };
  for (const Case& one : {Case{"150000", "50000", 200.0}, Case{"500000", "300000", 200.0 / 3},
                          Case{"100", "0", std::nullopt}, Case{"0", "100", -100.0}}) {
    const auto roi = measure_of(
        report_of({{"b.csv", std::string("Benefit,Amount\nA,") + one.benefit + "\n"},
                   {"c.csv", std::string("Class,Item,Actual\nInitial,A,") + one.cost + "\n"}}),
        "roi");
    ASSERT_EQ(value_of(roi).has_value(), one.roi.has_value());
    if (one.roi) {
      EXPECT_NEAR(*value_of(roi), *one.roi, 1e-9);
    } else {
      EXPECT_EQ(roi["why"], "no_cost");
    }
  }
}

TEST(Return, SeveralCurrenciesAreNotAdded) {
  const auto report = report_of({{"b.csv", "Benefit,Amount (USD)\nA,100\n"},
                                 {"c.csv", "Class,Item,Actual (EUR)\nInitial,A,50\n"}});
  EXPECT_EQ(measure_of(report, "roi")["why"], "mixed_currencies");
}

TEST(Return, MonthlyFlowsOfCostsAndBenefits) {
  Settings settings;
  settings.discount_rate = 0.12682503013196972;  // 1 % a month
  const auto report = report_of({{"b.csv", "Benefit,Amount,Month\nA,550,2026-03\nA,550,2026-02\n"},
                                 {"c.csv", "Class,Item,Actual,Date\nInitial,A,1000,2026-01-20\n"}},
                                settings);
  const auto npv = measure_of(report, "npv");
  EXPECT_EQ(npv["method"], "costs_and_benefits");
  EXPECT_NEAR(*value_of(npv), -1000 + 550 / 1.01 + 550 / 1.0201, 1e-7);
  EXPECT_NEAR(*value_of(measure_of(report, "benefit_cost_ratio")),
              (550 / 1.01 + 550 / 1.0201) / 1000, 1e-10);
  const auto payback = measure_of(report, "payback");
  EXPECT_NEAR(*value_of(payback), 1 + 450.0 / 550, 1e-11);
  EXPECT_EQ(payback["unit"], "months");
  // 1000 v² … : 550 v² + 550 v = 1000
  const double v = (-550 + std::sqrt(550.0 * 550 + 4 * 550 * 1000)) / 1100;
  EXPECT_NEAR(*value_of(measure_of(report, "irr")), 100 * (1 / v - 1), 1e-9);
  EXPECT_NEAR(*value_of(measure_of(report, "irr_annual")), 100 * (std::pow(1 / v, 12) - 1), 1e-7);
}

TEST(Return, YearlyFlowsOfCostsAndBenefits) {
  const auto report = report_of({{"b.csv", "Benefit,Amount,Year\nA,1210,2028\nA,0,2027\n"},
                                 {"c.csv", "Class,Item,Actual,Date\nInitial,A,1000,2026-01-01\n"}});
  EXPECT_NEAR(*value_of(measure_of(report, "irr")), 10, 1e-10);
  EXPECT_EQ(measure_of(report, "payback")["unit"], "years");
  EXPECT_EQ(measure_of(report, "npv")["why"], "no_discount_rate");
}

TEST(Return, UndatedCostsMakeNoFlow) {
  const auto report =
      report_of({{"b.csv", "Benefit,Amount,Date\nA,100,2026-02-01\n"},
                 {"c.csv", "Class,Item,Actual,Date\nInitial,A,50,2026-01-01\nInitial,B,50,\n"}});
  EXPECT_EQ(measure_of(report, "roi")["value"], 0);
  EXPECT_EQ(measure_of(report, "npv")["why"], "undated_rows");
  EXPECT_TRUE(measures_of(report, "roi", nlohmann::json::object(), "2026").empty());
}

const char* const kRanges =
    "Benefit,Low,Most likely,High,Attribution\n"
    "Sales,50,100,200,100\n"
    "Churn,20,60,100,50\n"
    "Known,,10,,100\n";

TEST(ReturnRisk, ScenariosAndTornadoByHand) {
  const auto report =
      report_of({{"b.csv", kRanges}, {"c.csv", "Class,Item,Actual\nInitial,A,100\n"}});
  const auto roi = measure_of(report, "roi");
  EXPECT_EQ(roi["value"], 40) << "100 + 30 + 10 of 100";
  EXPECT_EQ(roi["parts"]["low"], -30);
  EXPECT_EQ(roi["parts"]["mode"], 40);
  EXPECT_EQ(roi["parts"]["high"], 160);
  const auto sales = measure_of(report, "roi_swing", "Sales");
  EXPECT_EQ(sales["value"], 150);
  EXPECT_EQ(sales["parts"]["low"], -10);
  EXPECT_EQ(sales["parts"]["high"], 140);
  EXPECT_EQ(measure_of(report, "roi_swing", "Churn")["value"], 40);
  EXPECT_TRUE(measure_of(report, "roi_swing", "Known").is_null());
}

TEST(ReturnRisk, OneTriangleIsKnown) {
  // Triangular on (0, 100, 200) against a cost of 100: P(ROI < 0) is 1/2, P10 at 200 · √(0.1 / 2).
  const Tables tables = {{"b.csv", "Benefit,Low,Most likely,High\nSales,0,100,200\n"},
                         {"c.csv", "Class,Item,Actual\nInitial,A,100\n"}};
  const auto risk = measure_of(report_of(tables), "roi_risk");
  EXPECT_NEAR(*value_of(risk), 50, 1.5) << "three standard errors of 10,000 draws";
  EXPECT_EQ(risk["parts"]["draws"], 10000);
  EXPECT_NEAR(risk["parts"]["p10"].get<double>(), 200 * std::sqrt(0.05) - 100, 3);
  EXPECT_NEAR(risk["parts"]["p50"].get<double>(), 0, 3);
  EXPECT_NEAR(risk["parts"]["p90"].get<double>(), 100 - 200 * std::sqrt(0.05), 3);
  EXPECT_TRUE(has_note(risk, "as_entered_independent"));
  Settings other;
  other.seed = 2;
  EXPECT_NE(measure_of(report_of(tables, other), "roi_risk")["parts"], risk["parts"]);
  EXPECT_EQ(measure_of(report_of(tables), "roi_risk"), risk) << "the same seed, the same draws";
}

TEST(ReturnRisk, RangesThatAreNoneAreSaid) {
  const auto report = report_of({{"b.csv", "Benefit,Low,Most likely,High\nA,5,1,9\nB,1,2,3\n"},
                                 {"c.csv", "Class,Item,Actual\nInitial,A,2\n"}});
  EXPECT_EQ(message_of(report, "bad_range")["where"]["line"], 2);
  EXPECT_TRUE(measure_of(report, "roi_swing", "A").is_null());
  EXPECT_EQ(measure_of(report, "roi")["parts"]["low"], 0) << "1 + 1 of 2";
}

// Rows in any order, in one piece or in many: the same bytes, but for where they stand.
TEST(Money, OrderAndPiecesChangeNoFigure) {
  std::vector<std::string> rows;
  for (int i = 0; i < 60; ++i) {
    rows.push_back("Item " + std::to_string(i % 7) + "," + std::to_string(i) + ".1," +
                   std::to_string(i + 5) + ".35," + std::to_string(2 * i + 7) + ",80%,202" +
                   std::to_string(i % 4) + "-0" + std::to_string(1 + i % 9) + "-15\n");
  }
  const std::string header = "Benefit,Low,Most likely,High,Attribution,Date\n";
  std::string forth = header, back = header;
  for (const std::string& row : rows) forth += row;
  for (size_t i = rows.size(); i > 0; --i) back += rows[i - 1];
  const std::string costs =
      "Class,Item,Actual,Date\nInitial,A,1500.5,2020-01-02\nOperating,B,99.9,2021-03-04\n";
  Settings settings;
  settings.discount_rate = 0.07;
  const auto expected = report_of({{"b.csv", forth}, {"c.csv", costs}}, settings);
  EXPECT_EQ(report_of({{"c.csv", costs}, {"b.csv", back}}, settings)["measures"],
            expected["measures"]);

  const auto whole = analyse(forth, settings);
  ASSERT_TRUE(whole.has_value());
  const std::string plan = whole->plan_json(), text = report_text(*whole);
  for (uint64_t cut : {200u, 777u, 1500u}) {
    Analysis left(settings), right(settings);
    ASSERT_TRUE(left.use_plan(plan).has_value());
    ASSERT_TRUE(right.use_plan(plan).has_value());
    ASSERT_TRUE(read_into(left, "t.csv", forth, {0, cut, false}).has_value());
    ASSERT_TRUE(
        read_into(right, "t.csv", forth, {left.covered().to, UINT64_MAX, true}).has_value());
    ASSERT_TRUE(right.merge(std::move(left)).has_value());
    EXPECT_EQ(report_text(right), text) << cut;
  }
}

}  // namespace
}  // namespace topline
