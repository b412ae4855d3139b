// SPDX-License-Identifier: Apache-2.0
#include "tests/rollout/rollout_files.h"

namespace topline {
namespace {

using nlohmann::json;

constexpr const char* kDeals =
    "Deal ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Deal owner\n"
    "1,A,Closed Won,100,2026-01-01,2026-02-01,Ann\n"
    "2,B,Closed Lost,,2026-01-02,,Ann\n"
    "2,B,Negotiation,50,2026-01-03,,\n"
    "4,D,Negotiation,60,2026-01-04,,Bob\n"
    "5,E,Negotiation,70,2026-01-05,,Bob\n"
    "6,F,Negotiation,80,2026-01-06,,Bob\n"
    "7,G,Negotiation,n/a,2026-01-07,,Bob\n"
    "8,H,Negotiation,1e,2026-01-08,,Bob\n"
    "9,I,Negotiation,90,2026-01-09,,Bob\n"
    "10,J,Negotiation,20,2026-01-10,,Bob\n"
    "11,K,Negotiation,30,2026-01-11,,Bob\n"
    "12,L,Negotiation,40,2026-01-12,,Bob\n"
    "13,M,Negotiation,10,2026-01-13,,Bob\n";

json field(const json& report, const std::string& id, const std::string& option) {
  for (const json& measure : measures_of(report, id)) {
    if (measure.value("option", "") == option) return measure;
  }
  return nullptr;
}

TEST(DataQuality, OfDeals) {
  const json report = report_of({{"deals.csv", kDeals}});
  ASSERT_EQ(report["tables"][0]["kind"], "pipeline");
  EXPECT_NEAR(field(report, "data_completeness", "amount")["value"], 1100.0 / 13, 1e-9);
  EXPECT_EQ(field(report, "data_completeness", "amount")["n"], 13);
  EXPECT_NEAR(field(report, "data_completeness", "owner")["value"], 1200.0 / 13, 1e-9);
  EXPECT_DOUBLE_EQ(field(report, "data_completeness", "closed")["value"], 50)
      << "of those that ended";
  EXPECT_EQ(field(report, "data_completeness", "closed")["n"], 2);
  EXPECT_NEAR(field(report, "data_validity", "amount")["value"], 1000.0 / 11, 1e-9);  // not "1e"
  EXPECT_DOUBLE_EQ(field(report, "data_validity", "created")["value"], 100);
  EXPECT_TRUE(field(report, "data_validity", "owner").is_null());
  const json repeated = field(report, "data_duplicates", "deal");
  EXPECT_NEAR(repeated["value"], 100.0 / 13, 1e-9);
  EXPECT_EQ(repeated["parts"]["repeated"], 1);
  // All: deal, stage, created 13 of 13 each; amount 11, owner 12 of 13; closed 1 of 2.
  const json all = field(report, "data_completeness", "");
  EXPECT_EQ(all["n"], 67);
  EXPECT_EQ(all["parts"]["filled"], 63);
}

TEST(DataQuality, OfCustomersAndTickets) {
  const json report =
      report_of({{"customers.csv",
                  "客户名称,所属行业,创建时间,客户状态\n甲,制造,2024-01-05,合作中\n乙,,2024-02-05,"
                  "流失\n甲 ,零售,2024-03-05,合作中\n"},
                 {"tickets.csv",
                  "Ticket ID,Status,Priority,Created,Resolved\n1,Closed,High,2026-01-02 "
                  "10:00,2026-01-03 10:00\n"
                  "2,Open,,2026-01-03 10:00,\n3,Closed,Low,2026-01-03 11:00,2026-01-04 10:00\n"}});
  EXPECT_NEAR(field(report, "data_duplicates", "customer")["value"], 100.0 / 3, 1e-9);
  EXPECT_NEAR(field(report, "data_completeness", "segment")["value"], 200.0 / 3, 1e-9);
  EXPECT_NEAR(field(report, "data_completeness", "severity")["value"], 200.0 / 3, 1e-9);
  EXPECT_DOUBLE_EQ(field(report, "data_duplicates", "ticket")["value"], 0);
  EXPECT_TRUE(field(report, "data_completeness", "resolved").is_null())
      << "open tickets have none yet";
}

TEST(DataQuality, OrdersHaveLinesThatShareANumber) {
  const json report =
      report_of({{"orders.csv",
                  "Order ID,Customer ID,Order Date,Order "
                  "Amount\n1,c1,2026-01-02,19.90\n1,c1,2026-01-02,5\n2,,2026-01-03,29.90\n"}});
  EXPECT_NEAR(field(report, "data_completeness", "customer")["value"], 200.0 / 3, 1e-9);
  EXPECT_TRUE(measures_of(report, "data_duplicates").empty());
}

TEST(DataQuality, PiecesGiveTheSameReportBytes) {
  const Files files = {{"deals.csv", kDeals}};
  const std::string whole = report_text(analyse_files(files, {}));
  for (uint32_t seed : {1u, 2u}) EXPECT_EQ(report_of_pieces(files, {}, 4, seed), whole);
}

}  // namespace
}  // namespace topline
