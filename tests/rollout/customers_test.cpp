// SPDX-License-Identifier: Apache-2.0

// Orders and accounts through the front door: by hand, against pandas' figures of CDNOW and Telco,
// and cut into pieces.

#include <cmath>

#include "tests/analysis/analyse.h"

namespace topline {
namespace {

using nlohmann::json;

Settings orders() {
  Settings settings;
  settings.kind = "orders";
  return settings;
}

json one(const json& report, const std::string& id, const json& segment = json::object(),
         const json& wave = nullptr, const std::string& method = "") {
  for (const json& measure : measures_of(report, id, segment, wave)) {
    if (measure.contains("option")) continue;
    if (method.empty() || measure.value("method", "") == method) return measure;
  }
  return json::object();
}

void expect_near(const json& value, double expected, const std::string& what) {
  ASSERT_TRUE(value.is_number()) << what << ": " << value;
  EXPECT_NEAR(value.get<double>(), expected, 1e-9 * std::max(1.0, std::abs(expected))) << what;
}

// The CDNOW file has no header and runs of blanks; the page and the command line make it CSV first.
std::string cdnow_csv() {
  const std::string text = shared_file("data/cdnow_sample.txt");
  std::string csv = "master id,sample id,date,CDs,dollars\n";
  std::string cell, line;
  const auto end_cell = [&] {
    if (cell.empty()) return;
    line += (line.empty() ? "" : ",") + cell;
    cell.clear();
  };
  for (char c : text) {
    if (c == ' ' || c == '\r') {
      end_cell();
    } else if (c == '\n') {
      end_cell();
      if (!line.empty()) csv += line + "\n";
      line.clear();
    } else {
      cell += c;
    }
  }
  end_cell();
  if (!line.empty()) csv += line + "\n";
  return text.empty() ? text : csv;
}

Settings cdnow_settings() {
  Settings settings = orders();
  settings.columns = {
      {"#1", "customer", ""}, {"#2", "ignore", ""}, {"#3", "date", ""}, {"#5", "amount", ""}};
  return settings;
}

TEST(Customers, LifetimeValueOfCdnowInEveryUnit) {
  const std::string csv = cdnow_csv();
  if (csv.empty()) GTEST_SKIP() << "no shared data";
  const json truth = json::parse(shared_file("data/expected/cdnow_sample.json"));
  const json ltv004 = truth["ltv_seed004"];
  const json report = report_json(csv, cdnow_settings());
  ASSERT_TRUE(report.contains("measures")) << report;
  EXPECT_EQ(one(report, "sales_total")["value"], ltv004["revenue"]);
  EXPECT_EQ(one(report, "sales_total")["n"], ltv004["purchases"]);
  expect_near(one(report, "purchase_value")["value"], ltv004["avg_purchase_value"],
              "purchase value");
  expect_near(one(report, "purchase_frequency")["value"], ltv004["avg_purchase_frequency"],
              "frequency");
  expect_near(one(report, "customer_value")["value"], ltv004["avg_customer_value"],
              "customer value");
  const json span = one(report, "customer_lifespan");
  expect_near(span["parts"]["days"], ltv004["avg_lifespan_days"], "days");
  expect_near(span["value"], ltv004["avg_lifespan_days"].get<double>() / 365.25, "years");
  EXPECT_EQ(span["parts"]["of_one_day"], ltv004["customers_with_zero_lifespan"]);
  EXPECT_EQ(span["method"], "orders");
  EXPECT_EQ(span["notes"][0], "observed");
  const json ltv = one(report, "ltv");
  // Only in observation periods do value and lifespan have one unit; the literal ones multiply a
  // value of 18 months by days, months or years.
  expect_near(ltv["value"], ltv004["ltv_lifespan_in_observation_periods"], "consistent");
  expect_near(ltv["parts"]["literal_days"], ltv004["ltv_literal_lifespan_in_days"], "days");
  expect_near(ltv["parts"]["literal_months"], ltv004["ltv_lifespan_in_months_30.4375"], "months");
  expect_near(ltv["parts"]["literal_years"], ltv004["ltv_lifespan_in_years_365.25"], "years");
  EXPECT_NE(ltv["notes"].dump().find("ltv_below_spent"), std::string::npos);
  EXPECT_FALSE(ltv.contains("headline"));
  EXPECT_EQ(one(report, "ltv_retention")["why"], "no_discount_rate");
}

TEST(Customers, RfmCohortsAndRetentionOfCdnow) {
  const std::string csv = cdnow_csv();
  if (csv.empty()) GTEST_SKIP() << "no shared data";
  const json truth = json::parse(shared_file("data/expected/cdnow_sample.json"));
  const json report = report_json(csv, cdnow_settings());
  const json rfm = one(report, "rfm_segment");
  const std::map<std::string, std::string> letters = {
      {"recency", "R"}, {"frequency", "F"}, {"value", "M"}};
  for (const auto& [name, letter] : letters) {
    for (size_t k = 0; k < 4; ++k) {
      expect_near(rfm["parts"][name + "_cuts"][k], truth["rfm"][letter + "_quintile_cuts_type7"][k],
                  name);
    }
    for (size_t k = 0; k < 5; ++k) {
      EXPECT_EQ(rfm["parts"][name + "_scores"][k],
                truth["rfm"][letter + "_score_sizes_by_value_cuts"][std::to_string(k + 1)])
          << name << k;
    }
    const std::string mean = name == "recency" ? "mean_recency_days" : "mean_" + name;
    expect_near(rfm["parts"][mean], truth["rfm"][letter]["mean"], mean);
  }
  EXPECT_EQ(rfm["parts"]["customers_555"], truth["rfm"]["customers_555"]);
  EXPECT_EQ(rfm["parts"]["customers_111"], truth["rfm"]["customers_111"]);
  uint64_t customers = 0;
  double shares = 0;
  size_t segments = 0;
  for (const json& measure : measures_of(report, "rfm_segment")) {
    if (!measure.contains("option")) continue;
    ++segments;
    customers += measure["value"].get<uint64_t>();
    shares += measure["parts"]["revenue_share"].get<double>();
  }
  EXPECT_EQ(segments, 8u);
  EXPECT_EQ(customers, 2357u);
  EXPECT_NEAR(shares, 100, 1e-9);

  for (const auto& [month, expected] : truth["cohorts"]["month_over_month"].items()) {
    const json measure = one(report, "retention_rate", json::object(), month);
    expect_near(measure["value"], expected["retention_pct"], month);
    EXPECT_EQ(measure["n"], expected["active_prev"]) << month;
    EXPECT_EQ(measure["parts"]["retained"], expected["retained"]) << month;
  }
  for (const auto& [month, active] : truth["cohorts"]["cohort_active"].items()) {
    const json measure = one(report, "retention_rate", {{"cohort", month}});
    ASSERT_EQ(measure["parts"]["active"].size(), active.size()) << month;
    for (const auto& [since, count] : active.items()) {
      EXPECT_EQ(measure["parts"]["active"][std::stoul(since)], count) << month << " + " << since;
    }
    EXPECT_EQ(one(report, "new_customers", json::object(), month)["value"], active["0"]);
  }
  expect_near(one(report, "repeat_rate")["value"], truth["cohorts"]["repeat_rate_pct"], "repeat");
}

TEST(Customers, ChurnOfTelcoByContractAndPayment) {
  const std::string csv = shared_file("data/telco_churn_ibm.csv");
  if (csv.empty()) GTEST_SKIP() << "no shared data";
  const json truth = json::parse(shared_file("data/expected/telco_churn_ibm.json"));
  Settings settings;
  settings.kind = "accounts";
  settings.by = {"Contract", "PaymentMethod"};
  const json report = report_json(csv, settings);
  ASSERT_TRUE(report.contains("measures")) << report;
  const json churn = one(report, "churn_rate");
  expect_near(churn["value"], truth["churn"]["churn_rate_pct"], "churn");
  EXPECT_EQ(churn["n"], truth["churn"]["n"]);
  EXPECT_EQ(churn["parts"]["lost"], truth["churn"]["churned"]);
  expect_near(one(report, "retention_rate")["value"], truth["churn"]["retention_pct"], "retention");
  for (const char* column : {"Contract", "PaymentMethod"}) {
    for (const auto& [value, expected] : truth["churn_by_" + std::string(column)].items()) {
      const auto found = measures_of(report, "churn_rate", {{column, value}});
      ASSERT_EQ(found.size(), 1u) << column << " " << value;
      expect_near(found[0]["value"], expected["churn_pct"], value);
      EXPECT_EQ(found[0]["n"], expected["n"]);
    }
  }
}

// The figures of statistics.md's example: 300 customers, 1,200 purchases, 240,000 in all; they stay
// 900 years in sum: 200 × 4 × 3 = 2,400.
TEST(Customers, LifetimeValueByTheBookAndFromAccounts) {
  std::string text = "Customer,Order date,Amount\n", names = "Customer,Start date,End date\n";
  for (int c = 0; c < 300; ++c) {
    for (int k = 0; k < 4; ++k) {
      text += "c" + std::to_string(c) + ",202" + std::to_string(5 + k / 2) + "-01-0" +
              std::to_string(1 + k % 2) + "," + (k < 2 ? "150.00" : "250") + "\n";
    }
    // 1,096 days for three in four, 1,095 for the fourth: 1,095.75, three years.
    names += "C" + std::to_string(c) + ",2021-01-01,2024-01-0" + (c % 4 == 0 ? "1" : "2") + "\n";
  }
  Settings settings;
  settings.several_tables = true;
  settings.discount_rate = 0.1;
  Analysis analysis(settings);
  ASSERT_TRUE(read_into(analysis, "orders.csv", text).has_value());
  ASSERT_TRUE(read_into(analysis, "accounts.csv", names).has_value());
  const json report = json::parse(report_text(analysis));
  EXPECT_EQ(one(report, "purchase_value")["value"], 200);
  EXPECT_EQ(one(report, "purchase_frequency")["value"], 4);
  EXPECT_EQ(one(report, "customer_value")["value"], 800);
  EXPECT_EQ(one(report, "customer_lifespan")["value"], 3);
  EXPECT_EQ(one(report, "customer_lifespan")["method"], "accounts");
  EXPECT_EQ(one(report, "ltv")["parts"]["literal_years"], 2400);
  ASSERT_EQ(report["joins"].size(), 1u);
  EXPECT_EQ(report["joins"][0]["matched"], 300) << "C7 and c7 are one name";
  const json by_retention = one(report, "ltv_retention");
  EXPECT_EQ(by_retention["why"], "one_period") << "2026 isn't over";
}

const char* kShop =
    "Customer,Order date,Amount,Order id,Due date,Delivery date\n"
    "Ann,2025-01-10,100.00,1,2025-01-20,2025-01-20\n"
    "Ann,2025-01-10,50.5,1,2025-01-20,2025-01-25\n"
    "Bob,2025-02-03,200,2,2025-02-10,\n"
    "Ann,2025-02-20,10,3,2026-12-01,\n"
    "Bob,2026-01-05,100,4,2026-01-09,2026-01-08\n"
    "Cid,2026-02-14,\"1,000.00\",5,,\n"
    ",2026-02-15,7,6,,\n"
    "Dan,2026-01-01,eight,7,,\n"
    "Cid,2026-02-28,-20,8,,\n"
    " ,2026-02-16,9,9,,\n";

TEST(Customers, OrdersByHand) {
  const json report = report_json(kShop, orders());
  ASSERT_TRUE(report.contains("measures")) << report;
  EXPECT_EQ(one(report, "sales_total")["value"], 1440.5);
  EXPECT_EQ(one(report, "sales_total")["n"], 6) << "two lines of order 1 are one purchase";
  EXPECT_EQ(one(report, "sales_total", json::object(), "2025")["value"], 360.5);
  EXPECT_EQ(one(report, "sales_total", json::object(), "2025-Q1")["n"], 3);
  EXPECT_EQ(message_of(report, "orders_left_out")["count"], 3);
  EXPECT_EQ(message_of(report, "orders_left_out")["where"]["line"], 8);
  EXPECT_EQ(message_of(report, "unreadable_cells")["where"]["line"], 9);
  EXPECT_EQ(report["as_of"], "2026-02-28");
  expect_near(one(report, "repeat_rate")["value"], 100, "all three bought twice");
  // 2025-02: Ann of January is there again; of those of 2025-02 nobody in 2025-03.
  EXPECT_EQ(one(report, "retention_rate", json::object(), "2025-02")["value"], 100);
  EXPECT_EQ(one(report, "retention_rate", json::object(), "2026-02")["value"], 0);
  const json year = one(report, "retention_rate", json::object(), "2026");
  EXPECT_EQ(year["value"], 50) << "Bob of Ann and Bob";
  EXPECT_EQ(year["notes"][0], "incomplete_period");
  EXPECT_EQ(one(report, "nrr", json::object(), "2026")["why"], "incomplete_period");
  // January and February 2026 against as many days of 2025.
  const json growth = one(report, "sales_growth_yoy", json::object(), "2026");
  expect_near(growth["value"], 100 * (1080 - 360.5) / 360.5, "growth");
  EXPECT_EQ(growth["notes"][0], "incomplete_base");
  const json month = one(report, "sales_growth_pop", json::object(), "2025-02");
  expect_near(month["value"], 100 * (210 - 150.5) / 150.5, "month");
  expect_near(month["parts"]["due_to_buyers"].get<double>() +
                  month["parts"]["due_to_frequency"].get<double>() +
                  month["parts"]["due_to_value"].get<double>(),
              210 - 150.5, "parts");
  EXPECT_EQ(one(report, "sales_growth_pop", json::object(), "2025-04")["why"], "no_sales_before");
  const json overdue = one(report, "order_overdue_rate");
  EXPECT_EQ(overdue["value"], 50) << "late and open of four lines due; December isn't yet";
  EXPECT_EQ(overdue["n"], 4);
  const json rfm = one(report, "rfm_segment");
  EXPECT_EQ(rfm["n"], 3);
}

TEST(Customers, RevenueKeptOfWholeYears) {
  Settings settings = orders();
  settings.as_of = "2026-12-31";
  settings.discount_rate = 0.1;
  const json report = report_json(kShop, settings);
  expect_near(one(report, "nrr", json::object(), "2026")["value"], 100 * 100 / 360.5, "Bob's 100");
  expect_near(one(report, "grr", json::object(), "2026")["value"], 100 * 100 / 360.5,
              "nobody more");
  const json by_retention = one(report, "ltv_retention");
  const double m = by_retention["parts"]["revenue_per_period"];
  expect_near(by_retention["value"], m * 0.5 / (1 + 0.1 - 0.5), "m r / (1 + d - r)");
  expect_near(by_retention["parts"]["discount"], 0.1, "a year's");
}

TEST(Customers, AccountsByHand) {
  const json report = report_json(
      "Customer,Tier,Start date,Churn date,Revenue,Revenue last year\n"
      "a,Key,2024-01-01,,120,100\n"
      "b,Key,2024-06-01,2025-03-01,0,100\n"
      "b,Key,2024-06-01,2025-03-01,0,100\n"
      "c,Small,2025-01-01,,50,\n"
      "d,Small,2024-03-01,2025-12-31,80,200\n",
      [] {
        Settings s;
        s.kind = "accounts";
        return s;
      }());
  ASSERT_TRUE(report.contains("measures")) << report;
  EXPECT_EQ(message_of(report, "duplicates_left_out")["count"], 1);
  EXPECT_EQ(one(report, "churn_rate")["value"], 50);
  EXPECT_EQ(one(report, "churn_rate", {{"Tier", "Key"}})["value"], 50);
  EXPECT_EQ(one(report, "nrr")["value"], 50) << "(120 + 0 + 80) of 400";
  EXPECT_EQ(one(report, "grr")["value"], 45) << "(100 + 0 + 80) of 400";
  const json year = one(report, "churn_rate", json::object(), "2025");
  EXPECT_EQ(year["n"], 4) << "all were there when 2025 began";
  EXPECT_EQ(year["value"], 50);
  EXPECT_EQ(one(report, "new_customers", json::object(), "2024-03")["value"], 1);
  EXPECT_EQ(one(report, "new_customers", json::object(), "2024-04")["value"], 0);
}

// Lines of an order that do not adjoin, or stand in two pieces, are one purchase all the same.
std::string many_orders(bool ascending) {
  std::string text = "Customer,Order date,Amount,Order id\n";
  for (int k = 0; k < 600; ++k) {
    const int order = ascending ? k / 3 : (k * 7919) % 211;
    const int day = 1 + (ascending ? k : order) % 28, year = 2024 + order % 3;
    text += "customer with quite a long name " + std::to_string(order % 17) + "," +
            std::to_string(year) + "-0" + std::to_string(1 + order % 9) + (day < 10 ? "-0" : "-") +
            std::to_string(day) + "," + std::to_string(k % 90) + ".25," +
            std::to_string(1000 + order) + "\n";
  }
  return text;
}

std::string tally_text(const Analysis& analysis) {
  std::string text;
  analysis.tally_json([&](std::string_view piece) { text += piece; });
  return text;
}

TEST(Customers, PiecesInAnyOrderGiveTheSameReport) {
  for (bool ascending : {true, false}) {
    const std::string text = many_orders(ascending);
    const auto whole = analyse(text, orders());
    ASSERT_TRUE(whole.has_value());
    const std::string expected = report_text(*whole);
    EXPECT_EQ(one(json::parse(expected), "sales_total")["n"], ascending ? 200 : 211);
    const std::string plan = whole->plan_json();
    for (size_t cut = 60; cut < text.size(); cut += 97) {
      const auto part = [&](ScanRange range) {
        Analysis analysis(orders());
        EXPECT_TRUE(analysis.use_plan(plan).has_value());
        EXPECT_TRUE(read_into(analysis, "t.csv", text, range).has_value());
        return analysis;
      };
      Analysis first = part({0, cut, true});
      Analysis second = part({first.covered().to, UINT64_MAX, true});
      const std::string files[] = {tally_text(second), tally_text(first)};
      ASSERT_TRUE(second.merge(std::move(first)).has_value());
      ASSERT_EQ(report_text(second), expected) << cut;
      Analysis from_files(orders());
      for (const std::string& file : files) ASSERT_TRUE(from_files.add_tally(file).has_value());
      ASSERT_EQ(report_text(from_files), expected) << cut;
      ASSERT_EQ(tally_text(from_files), tally_text(second)) << cut;
    }
  }
}

TEST(Customers, ChunksOfAnySizeGiveTheSameReport) {
  const std::string text = many_orders(true);
  const std::string expected = report_text(*analyse(text, orders()));
  for (size_t chunk : {1u, 7u, 100u, 5000u}) {
    EXPECT_EQ(report_text(*analyse(text, orders(), chunk)), expected) << chunk;
  }
}

}  // namespace
}  // namespace topline
