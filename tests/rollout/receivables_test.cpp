// SPDX-License-Identifier: Apache-2.0

#include "tests/rollout/analyse_tables.h"

namespace topline {
namespace {

using nlohmann::json;

const char* const kReceivables =
    "Invoice no,Customer,Invoice amount,Invoice date,Due date,Payment date,Amount paid\n"
    "I1,Acme,100,2026-01-01,2026-01-31,2026-01-21,100\n"   // in time, 20 days
    "I2,Acme,200,2026-01-01,2026-01-31,2026-02-10,200\n"   // late, 40 days
    "I3,Bolt,400,2026-02-01,2026-03-01,2026-03-03,150\n"   // part paid; 250 are 45 days over
    "I4,Bolt,80,2025-12-01,2025-12-31,,\n"                 // 105 days over
    "I5,Cobalt,60,2026-03-20,2026-04-14,,\n"               // 1 day over
    "I6,Acme,1000,2026-04-01,2026-05-01,,\n"               // not due
    "I7,Acme,50,2026-03-01,2026-03-31,2026-04-02,55.5\n"   // overpaid, 32 days
    "I8,Dune,90,2026-01-15,2026-02-14,,\n"                 // 60 days over
    "I9,Dune,,2026-01-15,2026-02-14,,\n"                   // no amount
    "I4,Bolt,80,2025-12-01,2025-12-31,,\n";

Settings receivables_settings() {
  Settings settings;
  settings.as_of = "2026-04-15";
  settings.kind = "receivables";
  return settings;
}

TEST(Receivables, CollectionsAreWhatWasPaidByMonthOfPayment) {
  const json report = report_of_tables({{"r.csv", kReceivables}}, receivables_settings());
  const json all = measure_of(report, "collections");
  EXPECT_DOUBLE_EQ(all["value"], 505.5);
  EXPECT_EQ(all["n"], 4);
  EXPECT_EQ(all["parts"]["part_paid"], 1);
  EXPECT_DOUBLE_EQ(all["parts"]["days_to_pay_median"], 32);
  EXPECT_DOUBLE_EQ(all["parts"]["days_to_pay_mean"].get<double>(), 30.6666666667);
  EXPECT_DOUBLE_EQ(measure_of(report, "collections", json::object(), "2026-02")["value"], 200);
  EXPECT_DOUBLE_EQ(measure_of(report, "collections", json::object(), "2026-03")["value"], 150);
  EXPECT_DOUBLE_EQ(measure_of(report, "collections", json::object(), "2026-Q1")["value"], 450);
}

TEST(Receivables, RatesAreOfWhatIsDue) {
  const json report = report_of_tables({{"r.csv", kReceivables}}, receivables_settings());
  // Due by 15 April: 100 + 200 + 400 + 80 + 60 + 50 + 90 = 980; paid of it 100 + 200 + 150 + 50.
  const json rate = measure_of(report, "collection_rate");
  EXPECT_EQ(rate["n"], 7);
  EXPECT_DOUBLE_EQ(rate["parts"]["due_amount"], 980);
  EXPECT_NEAR(rate["value"], 100 * 500.0 / 980, 1e-9);
  const json by_amount = measure_of(report, "overdue_rate", json::object(), nullptr, "amount");
  EXPECT_NEAR(by_amount["value"], 100 * 480.0 / 980, 1e-9);
  const json by_count = measure_of(report, "overdue_rate", json::object(), nullptr, "count");
  EXPECT_NEAR(by_count["value"], 100 * 4.0 / 7, 1e-9);
  EXPECT_NEAR(measure_of(report, "collection_rate", json::object(), "2026-03")["value"],
              100 * 200.0 / 450, 1e-9);
}

TEST(Receivables, OverdueAmountsStandInTheirAges) {
  const json report = report_of_tables({{"r.csv", kReceivables}}, receivables_settings());
  EXPECT_DOUBLE_EQ(measure_of(report, "overdue_amount")["value"], 480);
  const std::vector<std::pair<std::string, double>> bands = {
      {"not_due", 1000}, {"1-30", 60}, {"31-60", 340}, {"61-90", 0}, {"over_90", 80}};
  for (const auto& [band, amount] : bands) {
    EXPECT_DOUBLE_EQ(
        measure_of(report, "overdue_amount", json::object(), nullptr, "", band)["value"], amount)
        << band;
  }
  EXPECT_DOUBLE_EQ(measure_of(report, "overdue_amount", {{"customer", "Bolt"}})["value"], 330);
  EXPECT_DOUBLE_EQ(measure_of(report, "overdue_amount", {{"customer", "Dune"}})["value"], 90);
  EXPECT_TRUE(measures_of(report, "overdue_amount", {{"customer", "Acme"}}).empty());
}

TEST(Receivables, OddRowsAreSaidWithTheirLines) {
  const json report = report_of_tables({{"r.csv", kReceivables}}, receivables_settings());
  EXPECT_EQ(message_of(report, "invoices_overpaid")["where"]["line"], 8);
  EXPECT_EQ(message_of(report, "invoices_unreadable")["where"]["line"], 10);
  EXPECT_EQ(message_of(report, "invoices_repeated")["where"]["line"], 11);
}

TEST(Receivables, WhatIsPaidAfterAsOfIsNotPaid) {
  Settings settings = receivables_settings();
  settings.as_of = "2026-02-05";
  const json report = report_of_tables({{"r.csv", kReceivables}}, settings);
  EXPECT_DOUBLE_EQ(measure_of(report, "collections")["value"], 100);
  EXPECT_DOUBLE_EQ(measure_of(report, "overdue_amount")["value"], 280);
}

TEST(Receivables, WithoutPaidAmountsADateOfPaymentMeansAll) {
  const json report = report_of_tables({{"r.csv",
                                         "发票号,客户,应收金额（元）,开票日期,到期日,回款日期\n"
                                         "F1,甲公司,1.5万,2026-01-01,2026-01-31,2026-01-31\n"
                                         "F2,乙公司,5000,2026-01-01,2026-01-31,\n"}},
                                       receivables_settings());
  const json all = measure_of(report, "collections");
  EXPECT_DOUBLE_EQ(all["value"], 15000);
  EXPECT_EQ(all["unit"], "CNY");
  EXPECT_DOUBLE_EQ(measure_of(report, "collection_rate")["value"], 75);
  EXPECT_DOUBLE_EQ(measure_of(report, "overdue_amount", {{"customer", "乙公司"}})["value"], 5000);
}

TEST(Receivables, NothingDueIsNoRate) {
  const json report = report_of_tables(
      {{"r.csv", "Invoice no,Customer,Invoice amount,Invoice date,Due date\nI1,A,5,2026-04-01,2026-06-01\n"
                 "I2,B,7,2026-04-02,2026-06-02\n"}},
      receivables_settings());
  EXPECT_EQ(measure_of(report, "collection_rate")["why"], "nothing_due");
  EXPECT_DOUBLE_EQ(measure_of(report, "overdue_amount")["value"], 0);
}

}  // namespace
}  // namespace topline
