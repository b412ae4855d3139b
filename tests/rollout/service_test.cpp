// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "tests/rollout/service_tables.h"
#include "tests/stats/oracle.h"

namespace topline {
namespace {

using nlohmann::json;

// Resolved after 1 h, 2 h, 4 h, 24 h; T5 and T6 are open; T7 ended before it began; T8 is in the
// table twice.
const char* const kTickets =
    "Ticket ID,Created,First response,Resolved,Severity,Direction,Customer,Status,Type,Desk\n"
    "T1,2026-03-02 08:00,2026-03-02 08:10,2026-03-02 09:00,High,external,Acme,Closed,complaint,A\n"
    "T2,2026-03-02 08:00,2026-03-02 08:30,2026-03-02 10:00,Low,internal,Beta,Closed,question,A\n"
    "T3,2026-03-20 08:00,2026-03-20 09:00,2026-03-20 12:00,High,external,Acme,Closed,complaint,B\n"
    "T4,2026-04-01 08:00,2026-04-01 10:00,2026-04-02 08:00,Low,between "
    "departments,Beta,Closed,question,B\n"
    "T5,2026-04-08 00:00,,,High,external,Acme,Open,complaint,A\n"
    "T6,2026-04-06 00:00,,,Low,external,Beta,Pending,complaint,A\n"
    "T7,2026-04-05 12:00,2026-04-05 12:30,2026-04-05 11:00,Low,internal,Beta,Closed,question,B\n"
    "T8,2026-04-09 07:00,2026-04-09 07:10,2026-04-09 08:00,High,somewhere,Acme,Closed,question,B\n"
    "T8,2026-04-09 07:00,2026-04-09 07:10,2026-04-09 08:00,High,somewhere,Acme,Closed,question,B\n";

TEST(Service, TimesOfFinishedOpenAndImpossibleTickets) {
  const json report = report_of({{"t.csv", kTickets}});
  ASSERT_EQ(report["tables"][0]["kind"], "tickets");
  EXPECT_EQ(report["as_of"], "2026-04-09");
  const json mean = measure_of(report, "resolution_time_mean");
  EXPECT_EQ(mean["value"], (1 + 2 + 4 + 24 + 1) * 3600 / 5);
  EXPECT_EQ(mean["n"], 5);
  EXPECT_EQ(mean["parts"]["open"], 2);
  EXPECT_EQ(mean["parts"]["impossible"], 1);
  EXPECT_EQ(mean["parts"]["median"], 2 * 3600);
  EXPECT_DOUBLE_EQ(mean["parts"]["p90"].get<double>(), (4 + 0.6 * 20) * 3600);
  EXPECT_EQ(mean["parts"]["with_impossible_mean"], (32 - 1) * 3600 / 6);
  EXPECT_EQ(mean["parts"]["with_impossible_min"], -3600);
  EXPECT_TRUE(has_note(mean, "open_left_out"));
  // All of them began 16 h ago (the P90) or earlier.
  EXPECT_EQ(mean["parts"]["matured"], 5);
  const json median = measure_of(report, "resolution_time_median");
  EXPECT_EQ(median["method"], "kaplan-meier");
  EXPECT_EQ(median["value"], 4 * 3600) << "1 h 5/7, 2 h 4/7, 4 h 3/7";
  EXPECT_EQ(median["parts"]["finished_median"], 2 * 3600);
  EXPECT_EQ(median["n"], 7);
  EXPECT_EQ(median["headline"], true);
  const json response = measure_of(report, "first_response_time");
  EXPECT_EQ(response["value"], 30 * 60) << "10, 10, 30, 30, 60, 120 minutes";
  EXPECT_EQ(response["parts"]["mean"], 260 * 60 / 6);
  EXPECT_EQ(response["parts"]["open"], 2);
}

TEST(Service, BreakDowns) {
  Settings settings;
  settings.by = {"Desk"};
  const json report = report_of({{"t.csv", kTickets}}, settings);
  const auto mean = [&](const json& segment, const json& wave = nullptr) {
    return measure_of(report, "resolution_time_mean", segment, wave);
  };
  EXPECT_EQ(mean({{"Severity", "High"}})["value"], 2 * 3600);
  EXPECT_EQ(mean({{"Severity", "Low"}})["value"], 13 * 3600);
  EXPECT_EQ(mean({{"Type", "complaint"}})["value"], 2.5 * 3600);
  EXPECT_EQ(mean({{"direction", "customers"}})["value"], 2.5 * 3600);
  EXPECT_EQ(mean({{"direction", "departments"}})["value"], 13 * 3600);
  EXPECT_EQ(mean({{"Desk", "A"}})["value"], 1.5 * 3600);
  EXPECT_EQ(mean(json::object(), "2026-03")["parts"]["open"], 0);
  EXPECT_FALSE(has_note(mean(json::object(), "2026-03"), "unripe"));
  EXPECT_EQ(mean(json::object(), "2026-04")["parts"]["open"], 2);
  settings.wave_unit = "quarter";
  EXPECT_EQ(measure_of(report_of({{"t.csv", kTickets}}, settings), "resolution_time_mean",
                       json::object(), "2026-Q1")["n"],
            3);
}

TEST(Service, WhatIsOddIsSaidWithItsLine) {
  const json report = report_of({{"t.csv", kTickets}});
  EXPECT_EQ(message_of(report, "impossible_times")["where"]["line"], 8);
  EXPECT_EQ(message_of(report, "impossible_times")["count"], 1);
  EXPECT_EQ(message_of(report, "duplicate_rows")["where"]["line"], 10);
  EXPECT_EQ(message_of(report, "unknown_words")["where"]["line"], 9);
}

TEST(Service, AnUnripeMonthIsMarked) {
  const json report = report_of({{"t.csv",
                                  "Ticket ID,Created,Resolved,Status\n"
                                  "1,2026-01-01,2026-01-11,Closed\n"
                                  "2,2026-01-01,2026-01-11,Closed\n"
                                  "3,2026-02-01,2026-02-02,Closed\n"
                                  "4,2026-02-03,,Open\n"
                                  "5,2026-01-02,,Closed\n"}});
  EXPECT_TRUE(
      has_note(measure_of(report, "resolution_time_mean", json::object(), "2026-02"), "unripe"));
  EXPECT_FALSE(
      has_note(measure_of(report, "resolution_time_mean", json::object(), "2026-01"), "unripe"));
  const json mean = measure_of(report, "resolution_time_mean");
  EXPECT_EQ(mean["parts"]["undated"], 1) << "closed, nobody knows when";
  EXPECT_EQ(mean["parts"]["matured_mean"], 10 * 86400);
  EXPECT_EQ(measure_of(report, "first_response_time")["why"], "no_first_response");
}

TEST(Service, AsOfLooksBack) {
  Settings settings;
  settings.as_of = "2026-03-20";
  const json report = report_of({{"t.csv", kTickets}}, settings);
  EXPECT_EQ(measure_of(report, "resolution_time_mean")["parts"]["finished"], 3);
  EXPECT_EQ(measure_of(report, "resolution_time_mean")["parts"]["open"], 0);
}

TEST(Service, DatesAndTimesAreComparedByTheDay) {
  const json report = report_of({{"t.csv",
                                  "Ticket ID,Created,Resolved,Status\n"
                                  "1,2026-01-01 10:30,2026-01-01,Closed\n"
                                  "2,2026-01-01 16:00,2026-01-03,Closed\n"}});
  const json mean = measure_of(report, "resolution_time_mean");
  EXPECT_EQ(mean["value"], 86400);
  EXPECT_TRUE(message_of(report, "impossible_times").is_null());
}

TEST(Service, FirstContactByFlagAndByContacts) {
  std::string flagged = "Ticket ID,Created,Resolved,First contact resolution,Inside/outside\n";
  for (int i = 0; i < 200; ++i) {
    flagged += std::to_string(i) + ",2026-01-01,2026-01-02," + (i < 164 ? "yes" : "no") +
               (i % 2 == 0 ? ",customer\n" : ",内部\n");
  }
  flagged += "900,2026-01-01,2026-01-02,,customer\n";
  const json report = report_of({{"t.csv", flagged}});
  const json fcr = measure_of(report, "fcr");
  EXPECT_EQ(fcr["value"], 82) << "misc_oracle.json, seed_metrics.fcr";
  EXPECT_EQ(fcr["method"], "flag");
  EXPECT_EQ(fcr["parts"]["unknown"], 1);
  EXPECT_EQ(measure_of(report, "fcr", {{"direction", "departments"}})["n"], 100);

  const json counted = report_of({{"t.csv",
                                   "工单编号,创建时间,解决时间,联系次数,重开\n"
                                   "1,2026-01-01,2026-01-02,1,\n"
                                   "2,2026-01-01,2026-01-02,1,是\n"
                                   "3,2026-01-01,2026-01-02,2,\n"
                                   "4,2026-01-01,2026-01-02,1,2026-01-08\n"
                                   "5,2026-01-01,2026-01-02,1,2026-01-20\n"
                                   "6,2026-01-01,,1,\n"
                                   "7,2026-01-01,2026-01-02,,\n"}});
  const json contacts = measure_of(counted, "fcr");
  EXPECT_EQ(contacts["method"], "contacts");
  EXPECT_EQ(contacts["value"], 40) << "1 and 5 of 1 to 5";
  EXPECT_EQ(contacts["parts"]["unknown"], 1);
  EXPECT_EQ(measure_of(report_of({{"t.csv", kTickets}}), "fcr")["why"], "no_contacts");
}

TEST(Service, SeedMetricsMeanTimeToResolve) {
  const json report = report_of({{"t.csv",
                                  "Ticket ID,Created,Resolved,Status\n"
                                  "1,2026-01-05 08:00,2026-01-05 08:30,Closed\n"
                                  "2,2026-01-05 08:00,2026-01-05 08:45,Closed\n"
                                  "3,2026-01-05 08:00,2026-01-05 18:00,Closed\n"
                                  "4,2026-01-05 08:00,2026-01-05 08:20,Closed\n"
                                  "5,2026-01-05 08:00,2026-01-05 08:15,Closed\n"}});
  EXPECT_NEAR(measure_of(report, "resolution_time_mean")["value"].get<double>() / 3600,
              2.3666666666666667, 1e-12);
  const json median = measure_of(report, "resolution_time_median");
  EXPECT_EQ(median["value"], 1800);
  EXPECT_FALSE(median.contains("method")) << "nothing is open";
}

TEST(Service, ComplaintsOfKeyAccountsStandFirst) {
  const Tables tables = {{"accounts.csv",
                          "Customer,Importance,Start date\n"
                          "ACME,key account,2025-01-01\nGamma,small,2025-01-01\n"},
                         {"t.csv", kTickets}};
  const json report = report_of(tables);
  const json complaints = measure_of(report, "complaints");
  EXPECT_EQ(complaints["value"], 2);
  EXPECT_EQ(complaints["n"], 4);
  EXPECT_EQ(complaints["parts"]["importance_unknown"], 1) << "Beta has no account";
  const json first = measure_of(report, "complaints", json::object(), nullptr, "T5");
  EXPECT_EQ(first["value"], 3 * 3 * 2) << "key x high x two days";
  EXPECT_EQ(first["parts"]["rank"], 1);
  const json second = measure_of(report, "complaints", json::object(), nullptr, "T6");
  EXPECT_EQ(second["value"], 2 * 1 * 4) << "ordinary x low x four days";
  EXPECT_EQ(second["parts"]["rank"], 2);
  EXPECT_EQ(report["joins"][0]["matched"], 1);
  expect_same_in_pieces(tables);
}

TEST(Service, PiecesMakeTheSameReport) {
  Settings settings;
  settings.by = {"Desk"};
  expect_same_in_pieces({{"t.csv", kTickets}}, settings, 12);
}

TEST(Service, SupportTickets) {
  const std::string text = shared_file("data/nolicence/support_tickets.csv");
  const std::string truth = shared_file("data/expected/support_tickets.json");
  if (text.empty() || truth.empty()) GTEST_SKIP() << "support_tickets is not available";
  const json expected = json::parse(truth);
  const json report = report_of({{"support_tickets.csv", text}});
  ASSERT_EQ(report["tables"][0]["kind"], "tickets");
  const json mean = measure_of(report, "resolution_time_mean");
  const json& parts = mean["parts"];
  EXPECT_TRUE(has_note(mean, "from_first_response"));
  EXPECT_EQ(parts["impossible"], expected["negative_durations"]);
  EXPECT_EQ(parts["open"], 2881) << "answered and not resolved";
  stats::Agreement agreement;
  const auto compare = [&](const json& truths, const std::string& prefix) {
    for (const auto& [ours, theirs] :
         {std::pair("sum", "sum"), std::pair("sd", "sd_sample"), std::pair("min", "min"),
          std::pair("q25", "q25_type7"), std::pair("median", "median"),
          std::pair("q75", "q75_type7"), std::pair("p90", "p90_type7"), std::pair("max", "max")}) {
      ASSERT_TRUE(parts.contains(prefix + ours)) << ours;
      agreement.add(parts[prefix + ours].get<double>() / 3600, truths[theirs].get<double>());
    }
  };
  compare(expected["non_negative_only"], "");
  compare(expected["hours_ttr_minus_frt"], "with_impossible_");
  agreement.add(mean["value"].get<double>() / 3600, expected["non_negative_only"]["mean"]);
  agreement.add(parts["with_impossible_mean"].get<double>() / 3600,
                expected["hours_ttr_minus_frt"]["mean"]);
  EXPECT_EQ(mean["n"], expected["non_negative_only"]["n"]);
  const json median = measure_of(report, "resolution_time_median");
  agreement.add(median["value"].get<double>() / 3600, expected["non_negative_only"]["median"]);
  EXPECT_LE(agreement.worst(), 1e-10);
  std::cout << "  " << agreement.compared() << " times, largest difference " << agreement.worst()
            << " hours\n";
  EXPECT_EQ(message_of(report, "impossible_times")["count"], 1365);
  EXPECT_EQ(measure_of(report, "first_response_time")["why"], "no_opened");
  EXPECT_EQ(measure_of(report, "fcr")["why"], "no_contacts");
  EXPECT_EQ(measure_of(report, "complaints")["why"], "no_complaint_type");
  uint64_t n = 0;
  for (const char* severity : {"Critical", "High", "Medium", "Low"}) {
    n += measure_of(report, "resolution_time_mean", {{"Ticket Priority", severity}})["n"]
             .get<uint64_t>();
  }
  EXPECT_EQ(n, 1404u);
  expect_same_in_pieces({{"support_tickets.csv", text}}, {}, 2);
}

}  // namespace
}  // namespace topline
