// SPDX-License-Identifier: Apache-2.0

// Costs: totals by class and year, variance of money and time, earned value.

#include "tests/rollout/money_tables.h"
#include "tests/stats/relative.h"

namespace topline {
namespace {

const char* const kCosts =
    "Class,Item,Planned,Actual ($),Date,Planned date,Actual date\n"
    "Initial,Licences,1000,1200,2025-11-01,2025-12-01,2025-12-11\n"
    "Operating,Support,500,450,2026-02-01,2026-03-01,2026-02-19\n"
    "Hidden,Learning,,300.25,2026-02-15,,\n"
    "Snacks,Launch party,100,110,2026-01-10,2026-01-10,2026-01-10\n";

TEST(Costs, AddUpByClassAndYear) {
  const auto report = report_of({{"costs.csv", kCosts}});
  const auto total = measure_of(report, "cost_total");
  EXPECT_EQ(total["value"], 2060.25);
  EXPECT_EQ(total["unit"], "USD");
  EXPECT_EQ(total["n"], 4);
  EXPECT_EQ(total["why"], "census");
  EXPECT_EQ(measure_of(report, "cost_total", "initial")["value"], 1200);
  EXPECT_EQ(measure_of(report, "cost_total", "operating")["value"], 450);
  EXPECT_EQ(measure_of(report, "cost_total", "hidden")["value"], 300.25);
  EXPECT_EQ(measure_of(report, "cost_total", "other")["value"], 110);
  const auto none = nlohmann::json::object();
  EXPECT_EQ(measure_of(report, "cost_total", "", none, "2025")["value"], 1200);
  EXPECT_EQ(measure_of(report, "cost_total", "", none, "2026")["value"], 860.25);
}

TEST(Costs, VaryFromTheBudget) {
  const auto report = report_of({{"costs.csv", kCosts}});
  const auto all = measure_of(report, "budget_variance");
  EXPECT_EQ(all["value"], 10) << "(1760 - 1600) / 1600; the row without a plan is left out";
  EXPECT_EQ(all["n"], 3);
  EXPECT_EQ(all["parts"]["without_plan"], 1);
  EXPECT_EQ(all["parts"]["over"], 160);
  EXPECT_EQ(measure_of(report, "budget_variance", "initial")["value"], 20);
  EXPECT_EQ(measure_of(report, "budget_variance", "operating")["value"], -10);
  EXPECT_EQ(measure_of(report, "budget_variance", "", {{"item", "Launch party"}})["value"], 10);
  EXPECT_TRUE(measure_of(report, "budget_variance", "hidden").is_null());
}

TEST(Costs, VaryFromTheSchedule) {
  const auto report = report_of({{"costs.csv", kCosts}});
  // From 2025-11-01: licences were planned for 30 days and took 40, the project for 120 and took
  // 110.
  EXPECT_NEAR(*value_of(measure_of(report, "schedule_variance", "", {{"item", "Licences"}})),
              100.0 / 3, 1e-9);
  const auto all = measure_of(report, "schedule_variance");
  EXPECT_NEAR(*value_of(all), -100.0 / 12, 1e-9);
  EXPECT_EQ(all["parts"]["planned_days"], 120);
  EXPECT_EQ(all["parts"]["actual_days"], 110);
}

TEST(Costs, WhatIsStillOpenIsNotEarly) {
  const std::string text =
      "Class,Item,Planned,Actual,Date,Planned date,Actual date\n"
      "Initial,A,10,10,2026-01-01,2026-01-21,2026-01-11\n"
      "Initial,B,10,4,2026-01-01,2026-02-10,\n";
  Settings settings;
  settings.as_of = "2026-01-31";
  auto measure = measure_of(report_of({{"c.csv", text}}, settings), "schedule_variance");
  EXPECT_EQ(measure["why"], "unfinished");
  EXPECT_EQ(measure["parts"]["open"], 1);
  settings.as_of = "2026-03-02";  // 40 days planned, 60 days gone
  measure = measure_of(report_of({{"c.csv", text}}, settings), "schedule_variance");
  EXPECT_EQ(measure["value"], 50);
  EXPECT_TRUE(has_note(measure, "still_open"));
}

TEST(Costs, ZeroPlansAndUnitsAndWhatIsMissing) {
  const auto report = report_of({{"c.csv",
                                  "成本类别,项目,计划金额,实际金额（元）\n"
                                  "初始实施成本,许可证,0,5\n"
                                  "隐性成本,学习,0,10\n"}});
  EXPECT_EQ(measure_of(report, "cost_total")["value"], 15);
  EXPECT_EQ(measure_of(report, "cost_total")["unit"], "CNY");
  EXPECT_EQ(measure_of(report, "budget_variance")["why"], "nothing_planned");
  EXPECT_EQ(measure_of(report, "cpi")["why"], "no_progress");
  EXPECT_EQ(measure_of(report, "roi")["why"], "no_benefit");
  EXPECT_TRUE(measure_of(report, "schedule_variance").is_null());
}

TEST(Costs, TotalsAtTheFootAreNotCountedTwice) {
  for (const char* text :
       {"Class,Item,Planned,Actual\nInitial,A,10,12\nHidden,B,10,8\nTotal,,20,20\n",
        "类别,项目,计划,实际\n初始,许可,10,12\n隐性,学习,10,8\n,合计,20,20\n"}) {
    const auto report = report_of({{"c.csv", text}});
    EXPECT_EQ(measure_of(report, "cost_total")["value"], 20) << text;
    EXPECT_EQ(measure_of(report, "budget_variance")["value"], 0);
    EXPECT_EQ(message_of(report, "total_rows_left_out")["where"]["line"], 4);
  }
}

TEST(Costs, SumsThatDoNotFitAreSaid) {
  std::string text = "Class,Item,Planned,Actual\n";
  for (int i = 0; i < 30; ++i)
    text += "Initial,I" + std::to_string(i) + ",1,9000000000000000000000000\n";
  const auto report = report_of({{"c.csv", text}});
  EXPECT_EQ(measure_of(report, "cost_total")["why"], "money_overflow");
  EXPECT_EQ(measure_of(report, "cost_total", "initial")["why"], "money_overflow");
  EXPECT_FALSE(message_of(report, "money_overflow").is_null());
}

TEST(EarnedValue, FromATableOfCosts) {
  using stats::oracle_path, stats::read_oracle;
  READ_ORACLE_OR_SKIP(oracle, "misc_oracle.json");
  stats::Agreement figures;
  for (const auto& one : oracle.at("evm")) {
    const double bac = one["BAC"], pv = one["PV"], ev = one["EV"], ac = one["AC"];
    const auto row = [](const char* name, double planned, double actual, const char* due,
                        int progress) {
      return std::string("Initial,") + name + "," + std::to_string(planned) + "," +
             std::to_string(actual) + ",2026-01-05," + due + "," + std::to_string(progress) + "%\n";
    };
    const std::string text = "Class,Item,Planned,Actual,Date,Planned date,Progress\n" +
                             row("done", ev, ac, "2026-02-01", 100) +
                             row("late", pv - ev, 0, "2026-03-31", 0) +
                             row("to come", bac - pv, 0, "2026-04-01", 0);
    Settings settings;
    settings.as_of = "2026-03-31";
    const auto report = report_of({{"plan.csv", text}}, settings);
    const auto cpi = measure_of(report, "cpi"), spi = measure_of(report, "spi"),
               tcpi = measure_of(report, "tcpi");
    stats::add_relative(figures, value_of(cpi), one["CPI"]);
    stats::add_relative(figures, value_of(spi), one["SPI"]);
    stats::add_relative(figures, value_of(tcpi), one["TCPI_bac"]);
    for (const auto& [name, key] :
         {std::pair("bac", "BAC"), std::pair("ev", "EV"), std::pair("ac", "AC"),
          std::pair("cv", "CV"), std::pair("eac", "EAC_typical"),
          std::pair("eac_as_planned", "EAC_atypical"), std::pair("vac", "VAC")}) {
      stats::add_relative(figures, cpi["parts"][name].get<double>(), one[key].get<double>());
    }
    for (const auto& [name, key] : {std::pair("pv", "PV"), std::pair("sv", "SV"),
                                    std::pair("eac_cost_schedule", "EAC_cpi_spi")}) {
      stats::add_relative(figures, spi["parts"][name].get<double>(), one[key].get<double>());
    }
  }
  EXPECT_AGREES(figures, 39, 1e-11);
}

TEST(EarnedValue, ProgressInPartsAndWithoutAWord) {
  const std::string text =
      "Class,Item,Planned,Actual,Date,Planned date,Actual date,Progress\n"
      "Initial,A,100,90,2026-01-05,2026-02-01,,0.5\n"
      "Initial,B,100,120,2026-01-05,2026-02-01,2026-02-03,\n"  // ended: done
      "Initial,C,100,70,2026-06-05,2026-07-01,,\n";            // spent after as_of
  Settings settings;
  settings.as_of = "2026-03-31";
  const auto report = report_of({{"plan.csv", text}}, settings);
  const auto cpi = measure_of(report, "cpi");
  EXPECT_EQ(cpi["parts"]["ev"], 150);
  EXPECT_EQ(cpi["parts"]["ac"], 210);
  EXPECT_NEAR(*value_of(cpi), 150.0 / 210, 1e-12);
  EXPECT_EQ(measure_of(report, "spi")["value"], 0.75);
  EXPECT_FALSE(message_of(report, "percent_as_share").is_null());
}

}  // namespace
}  // namespace topline
