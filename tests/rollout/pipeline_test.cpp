// SPDX-License-Identifier: Apache-2.0

#include "tests/rollout/analyse_tables.h"

namespace topline {
namespace {

using nlohmann::json;

constexpr double kDay = 86400;

// Ten deals: 4 won, 2 lost, 4 open; one row twice, one closed before it was created.
const char* const kDeals =
    "Deal ID,Deal owner,Product,Account,Lead source,Deal stage,Amount,Create date,Converted date,Close date\n"
    "D1,Ann,A,Acme,Web,Closed Won,100,2026-01-01,2026-01-03,2026-01-11\n"
    "D2,Ann,A,Bolt,Web,Closed Won,300,2026-01-01,2026-01-05,2026-02-10\n"
    "D3,Ben,B,Acme,Fair,Closed Won,50.5,2026-02-01,2026-02-02,2026-03-03\n"
    "D4,Ben,B,Cobalt,Fair,Closed Lost,80,2026-02-01,2026-02-11,2026-02-21\n"
    "D5,Ann,B,Acme,Web,Closed Lost,70,2026-02-05,,2026-02-15\n"
    "D6,Ben,A,,Fair,Negotiation,,2026-03-01,2026-03-02,\n"
    "D7,Eve,A,,Web,Prospecting,,,,\n"
    "D8,Eve,B,,Web,Prospecting,90,2026-01-20,,2026-06-30\n"
    "D9,Ann,A,Acme,Web,Prospecting,10,2026-03-30,,\n"
    "D10,Ben,A,Acme,Fair,Closed Won,20,2026-03-10,2026-03-12,2026-03-01\n"
    "D1,Ann,A,Acme,Web,Closed Won,100,2026-01-01,2026-01-03,2026-01-11\n";
const char* const kRoster =
    "Sales agent,Team,Manager\nAnn,North,Mia\nBen,South,Mia\nCarl,South,Noa\n";
const char* const kAccounts = "Account,Industry,Start date\nAcme,Steel,2025-01-01\nBolt,Wood,2025-02-01\n";

Settings pipeline_settings() {
  Settings settings;
  settings.as_of = "2026-04-15";
  settings.tables = {{"deals.csv", "pipeline", {}}, {"roster.csv", "roster", {}},
                     {"accounts.csv", "accounts", {}}};
  return settings;
}

json pipeline_report(Settings settings = pipeline_settings()) {
  return report_of_tables(
      {{"deals.csv", kDeals}, {"roster.csv", kRoster}, {"accounts.csv", kAccounts}}, settings);
}

TEST(Pipeline, WinRateIsWonOfWonAndLost) {
  const json report = pipeline_report();
  const json all = measure_of(report, "win_rate");
  EXPECT_DOUBLE_EQ(all["value"], 66.6666666667);
  EXPECT_EQ(all["n"], 6);
  EXPECT_EQ(all["parts"]["won"], 4);
  EXPECT_EQ(all["parts"]["open"], 4);
  EXPECT_DOUBLE_EQ(all["parts"]["won_over_all"], 40);
  EXPECT_TRUE(all["headline"]);
  EXPECT_TRUE(all["interval"].is_null());
  EXPECT_DOUBLE_EQ(measure_of(report, "win_rate", {{"owner", "Ann"}})["value"], 66.6666666667);
  EXPECT_DOUBLE_EQ(measure_of(report, "win_rate", {{"product", "B"}})["value"], 33.3333333333);
  EXPECT_DOUBLE_EQ(measure_of(report, "win_rate", {{"source", "Fair"}})["value"], 66.6666666667);
  EXPECT_DOUBLE_EQ(measure_of(report, "win_rate", {{"segment", "Wood"}})["value"], 100);
  EXPECT_DOUBLE_EQ(measure_of(report, "win_rate", {{"team", "South"}})["value"], 66.6666666667);
  EXPECT_DOUBLE_EQ(measure_of(report, "win_rate", {{"manager", "Mia"}})["value"], 66.6666666667);
  const json none = measure_of(report, "win_rate", {{"owner", "Eve"}});
  EXPECT_EQ(none["why"], "no_closed_deals");
  EXPECT_FALSE(none.contains("value"));
}

TEST(Pipeline, SalesAreExactAndByPeriod) {
  const json report = pipeline_report();
  const json all = measure_of(report, "sales_total");
  EXPECT_DOUBLE_EQ(all["value"], 470.5);
  EXPECT_DOUBLE_EQ(all["parts"]["mean"], 117.625);
  EXPECT_DOUBLE_EQ(all["parts"]["median"], 75.25);
  EXPECT_DOUBLE_EQ(all["parts"]["p90"], 240);
  EXPECT_DOUBLE_EQ(measure_of(report, "sales_total", json::object(), "2026-03")["value"], 70.5);
  const json quarter = measure_of(report, "sales_total", json::object(), "2026-Q1");
  EXPECT_DOUBLE_EQ(quarter["value"], 470.5);
  EXPECT_EQ(quarter["notes"], json::array());
  EXPECT_EQ(measure_of(report, "sales_total", json::object(), "2026")["notes"],
            json::array({"unfinished"}));
  EXPECT_DOUBLE_EQ(measure_of(report, "sales_total", {{"owner", "Ben"}})["value"], 70.5);
  EXPECT_DOUBLE_EQ(measure_of(report, "sales_total", {{"team", "North"}})["value"], 400);
  EXPECT_DOUBLE_EQ(measure_of(report, "sales_growth_pop", json::object(), "2026-02")["value"], 200);
  EXPECT_DOUBLE_EQ(measure_of(report, "sales_growth_pop", json::object(), "2026-03")["value"], -76.5);
}

TEST(Pipeline, AnUnfinishedPeriodIsHeldAgainstTheSameElapsedDays) {
  Settings settings = pipeline_settings();
  settings.as_of = "2026-03-05";
  const json report = pipeline_report(settings);
  const json growth = measure_of(report, "sales_growth_pop", json::object(), "2026-03");
  EXPECT_EQ(growth["notes"], json::array({"incomplete_base"}));
  EXPECT_EQ(growth["parts"]["elapsed_days"], 5);
  EXPECT_DOUBLE_EQ(growth["parts"]["base_amount"], 0) << "nothing was won from 1 to 5 February";
  EXPECT_EQ(growth["why"], "base_not_positive");
  settings.as_of = "2026-03-10";
  const json later = pipeline_report(settings);
  const json known = measure_of(later, "sales_growth_pop", json::object(), "2026-03");
  EXPECT_DOUBLE_EQ(known["parts"]["base_amount"], 300);
  EXPECT_DOUBLE_EQ(known["value"], -76.5);
}

TEST(Pipeline, CycleCensorsOpenDealsAndSetsTheImpossibleApart) {
  const json report = pipeline_report();
  const json won = measure_of(report, "cycle_time", json::object(), nullptr, "won");
  EXPECT_EQ(won["n"], 3);
  EXPECT_DOUBLE_EQ(won["value"], 30 * kDay);
  EXPECT_DOUBLE_EQ(won["parts"]["mean"].get<double>(), 80 * kDay / 3);
  EXPECT_DOUBLE_EQ(won["parts"]["p90"], 38 * kDay);
  EXPECT_EQ(won["parts"]["impossible"], 1);
  EXPECT_EQ(won["parts"]["open"], 3) << "the one without a date has no age";
  // At risk 6: 10 d (5/6); 17 d leaves; 30 d of 4 (5/8); 40 d of 3 (5/12).
  EXPECT_DOUBLE_EQ(won["parts"]["km_median"], 40 * kDay);
  const json closed = measure_of(report, "cycle_time", json::object(), nullptr, "closed");
  EXPECT_EQ(closed["n"], 5);
  EXPECT_DOUBLE_EQ(closed["value"], 20 * kDay);
  const json odd = message_of(report, "closed_before_created");
  EXPECT_EQ(odd["where"]["line"], 11);
}

TEST(Pipeline, ConversionCountsMaturedLeads) {
  const json report = pipeline_report();
  const json rate = measure_of(report, "conversion_rate");
  // Times 2, 4, 1, 10, 1 and 2 days: P90 is 7 days, so that all leads are ripe on 15 April.
  EXPECT_DOUBLE_EQ(rate["parts"]["ripe_after_seconds"], 7 * kDay);
  EXPECT_EQ(rate["n"], 9);
  EXPECT_EQ(rate["parts"]["open"], 2);
  EXPECT_EQ(rate["parts"]["undated"], 1);
  EXPECT_DOUBLE_EQ(rate["value"], 66.6666666667);
  EXPECT_EQ(rate["notes"], json::array({"matured"}));
  Settings settings = pipeline_settings();
  settings.as_of = "2026-04-01";
  EXPECT_EQ(measure_of(pipeline_report(settings), "conversion_rate")["parts"]["unripe"], 1);
}

TEST(Pipeline, SalesPerRepCountsThoseWhoSoldNothing) {
  const json report = pipeline_report();
  const json all = measure_of(report, "sales_per_rep");
  EXPECT_NEAR(all["value"], 470.5 / 3, 1e-9);
  EXPECT_EQ(all["method"], "roster");
  EXPECT_EQ(all["n"], 3);
  EXPECT_EQ(all["parts"]["without_deals"], 1);
  EXPECT_DOUBLE_EQ(all["parts"]["per_rep_with_deals"], 235.25);
  EXPECT_DOUBLE_EQ(measure_of(report, "sales_per_rep", {{"team", "South"}})["value"], 35.25);
  EXPECT_DOUBLE_EQ(measure_of(report, "sales_per_rep", {{"manager", "Noa"}})["value"], 0);
  const json stranger = message_of(report, "owners_not_on_roster");
  EXPECT_EQ(stranger["count"], 2);
  EXPECT_EQ(stranger["where"]["line"], 8);
  json join;
  for (const json& one : report["joins"]) {
    if (one["key"] == "owner") join = one;
  }
  EXPECT_EQ(join["left_only"], json::array({"eve"}));
  EXPECT_EQ(join["right_only"], json::array({"carl"}));
  const json alone = report_of_tables({{"deals.csv", kDeals}}, pipeline_settings());
  EXPECT_EQ(measure_of(alone, "sales_per_rep")["method"], "owners");
  EXPECT_EQ(measure_of(alone, "sales_per_rep")["n"], 3) << "Ann, Ben and Eve";
}

TEST(Pipeline, ByAnyColumnOfItsOwnOrOfAJoinedTable) {
  std::string deals = kDeals, roster = kRoster;
  for (std::string* text : {&deals, &roster}) {
    const std::string name = text == &deals ? ",Campus" : ",Grade";
    size_t row = 0;
    for (size_t at = text->find('\n'); at != std::string::npos; at = text->find('\n', at + 1)) {
      const std::string cell = row == 0 ? name : row % 2 == 1 ? ",east" : ",West";
      text->insert(at, cell);
      at += cell.size();
      ++row;
    }
  }
  Settings settings = pipeline_settings();
  settings.by = {"Campus", "Grade"};
  settings.several_tables = true;
  const json report = report_of_tables({{"deals.csv", deals}, {"roster.csv", roster}}, settings);
  // D1 and D3 won, D5 lost; the repeated D1 is one row more and east as well.
  EXPECT_DOUBLE_EQ(measure_of(report, "win_rate", {{"Campus", "east"}})["value"], 66.6666666667);
  EXPECT_DOUBLE_EQ(measure_of(report, "sales_total", {{"Campus", "east"}})["value"], 150.5);
  EXPECT_DOUBLE_EQ(measure_of(report, "sales_total", {{"Grade", "West"}})["value"], 70.5) << "Ben";
}

TEST(Pipeline, RepeatedRowsCountOnceAndAreSaid) {
  const json report = pipeline_report();
  EXPECT_EQ(message_of(report, "deals_repeated")["count"], 1);
  EXPECT_EQ(message_of(report, "deals_repeated")["where"]["line"], 12);
}

TEST(Pipeline, ADealThatClosesAfterAsOfIsOpen) {
  Settings settings = pipeline_settings();
  settings.as_of = "2026-01-31";
  const json report = pipeline_report(settings);
  EXPECT_EQ(measure_of(report, "win_rate")["parts"]["won"], 1);
  EXPECT_EQ(measure_of(report, "win_rate")["n"], 1);
  EXPECT_DOUBLE_EQ(measure_of(report, "sales_total")["value"], 100);
}

TEST(Pipeline, FilesInAnyOrderGiveTheSameReport) {
  const std::string text = kDeals;
  const size_t header = text.find('\n') + 1, middle = text.find("D5,");
  const Settings settings = [] {
    Settings told = pipeline_settings();
    told.kind = "pipeline";
    return told;
  }();
  const std::string one = text.substr(0, middle), two = text.substr(0, header) + text.substr(middle);
  const Analysis forward =
      analyse_tables({{"a.csv", one}, {"b.csv", two}, {"roster.csv", kRoster}}, settings);
  Analysis backward = analyse_tables({{"roster.csv", kRoster}, {"b.csv", two}}, settings);
  ASSERT_TRUE(backward.merge(analyse_tables({{"a.csv", one}}, settings)).has_value());
  EXPECT_EQ(report_text(backward), report_text(forward));
  const json report = json::parse(report_text(forward));
  EXPECT_EQ(message_of(report, "deals_repeated")["where"]["input"], "b.csv");
}

TEST(Pipeline, MavenSalesPipeline) {
  const std::string truth = shared_file("data/expected/crm_sales_pipeline.json");
  const std::string deals = shared_file("data/nolicence/crm_sales_pipeline.csv");
  const std::string teams = shared_file("data/nolicence/crm_sales_teams.csv");
  const std::string accounts = shared_file("data/nolicence/crm_accounts.csv");
  if (truth.empty() || deals.empty() || teams.empty() || accounts.empty()) {
    GTEST_SKIP() << "the shared truth is not there";
  }
  const json expected = json::parse(truth);
  const json report = report_of_tables({{"crm_sales_pipeline.csv", deals},
                                        {"crm_sales_teams.csv", teams},
                                        {"crm_accounts.csv", accounts}});
  const auto near = [](const json& value, const json& truth_value, const std::string& what) {
    ASSERT_TRUE(value.is_number()) << what;
    const double want = truth_value;
    EXPECT_NEAR(value.get<double>(), want, 1e-9 * std::max(1.0, std::abs(want))) << what;
  };
  const json none = json::object();
  const json wins = measure_of(report, "win_rate");
  near(wins["value"], expected["win_rate_won_over_closed_pct"], "win rate");
  near(wins["parts"]["won_over_all"], expected["won_over_all_opportunities_pct"], "won over all");
  EXPECT_EQ(wins["parts"]["open"], 1589 + 500);
  const json sales = measure_of(report, "sales_total");
  near(sales["value"], expected["revenue_won"], "revenue");
  near(sales["parts"]["mean"], expected["deal_size_won"]["mean"], "deal mean");
  near(sales["parts"]["median"], expected["deal_size_won"]["median"], "deal median");
  near(sales["parts"]["p90"], expected["deal_size_won"]["p90_type7"], "deal P90");
  for (const auto& [method, truth_of] : {std::pair("won", "cycle_days_won"), {"closed", "cycle_days_closed"}}) {
    const json cycle = measure_of(report, "cycle_time", none, nullptr, method);
    const json& days = expected[truth_of];
    EXPECT_EQ(cycle["n"], days["n"]);
    near(cycle["value"], days["median"].get<double>() * kDay, method);
    near(cycle["parts"]["mean"], days["mean"].get<double>() * kDay, method);
    near(cycle["parts"]["p90"], days["p90_type7"].get<double>() * kDay, method);
  }
  for (const auto& [quarter, amount] : expected["revenue_by_close_quarter"].items()) {
    const std::string wave = quarter.substr(0, 4) + "-" + quarter.substr(4);
    near(measure_of(report, "sales_total", none, wave)["value"], amount, wave);
  }
  for (const auto& [month, amount] : expected["revenue_by_close_month"].items()) {
    near(measure_of(report, "sales_total", none, month)["value"], amount, month);
  }
  for (const auto& [quarter, growth] : expected["quarter_growth_pct"].items()) {
    const std::string wave = quarter.substr(0, 4) + "-" + quarter.substr(4);
    near(measure_of(report, "sales_growth_pop", none, wave)["value"], growth, wave);
  }
  for (const auto& [group, name] : {std::pair("by_agent", "owner"), {"by_product", "product"},
                                    {"by_region_joined", "team"},
                                    {"by_sector_joined_blank_account_dropped", "segment"}}) {
    for (const auto& [value, figures] : expected[group].items()) {
      const json segment = {{name, value == "(no account)" ? "" : value}};
      const json rate = measure_of(report, "win_rate", segment);
      const json total = measure_of(report, "sales_total", segment);
      EXPECT_EQ(rate["parts"]["won"], figures["won"]) << value;
      EXPECT_EQ(rate["parts"]["lost"], figures["lost"]) << value;
      EXPECT_EQ(rate["parts"]["won"].get<int>() + rate["parts"]["lost"].get<int>() +
                    rate["parts"]["open"].get<int>(),
                figures["opps"].get<int>());
      near(total["value"], figures["revenue"], value);
      if (rate["n"] == 0) {
        EXPECT_EQ(rate["why"], "no_closed_deals") << "the truth calls 0 of 0 zero";
        continue;
      }
      near(rate["value"], figures["win_rate_pct"], value);
      near(total["parts"]["mean"], figures["mean_deal"], value);
    }
  }
  const json per_rep = measure_of(report, "sales_per_rep");
  EXPECT_EQ(per_rep["n"], expected["agents_in_team_table"]);
  near(per_rep["value"], expected["revenue_per_agent_in_team_table"], "per agent");
  near(per_rep["parts"]["per_rep_with_deals"], expected["revenue_per_agent_with_opps"], "per seller");
  EXPECT_EQ(message_of(report, "reps_without_deals")["count"], 5);
  for (const json& join : report["joins"]) {
    if (join["key"] != "owner" || join["left"] != "crm_sales_pipeline.csv") continue;
    std::vector<std::string> folded;
    for (std::string agent : expected["agents_without_opps"]) {
      std::transform(agent.begin(), agent.end(), agent.begin(),
                     [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      folded.push_back(agent);
    }
    EXPECT_EQ(join["right_only"], json(folded));
  }
}

}  // namespace
}  // namespace topline
