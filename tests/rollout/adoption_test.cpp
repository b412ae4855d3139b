// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>

#include "core/profile/date.h"
#include "tests/rollout/rollout_files.h"

namespace topline {
namespace {

using nlohmann::json;

// March 2026: the 30 days that end on Tuesday the 31st begin on Monday the 2nd and have 22
// weekdays.
constexpr const char* kLog =
    "user,date,feature\n"
    "ann,2026-03-31,deals\n"
    "Ann,2026-03-31,reports\n"
    "ann,2026-03-10,deals\n"
    "bob,2026-03-20,deals\n"
    "cat,2026-02-20,deals\n"
    "eve,2026-03-28,deals\n"    // a Saturday; not on the roster
    "gus,2026-03-03,reports\n"  // on the roster, but not licensed
    "ann,2026-01-15,deals\n"
    ",2026-03-01,deals\n"
    "bob,soon,deals\n";
constexpr const char* kRoster =
    "User,Department,Licensed,Start date\n"
    "ann,Sales,yes,2026-01-10\n"
    "bob,Sales,yes,2026-03-01\n"
    "cat,Service,yes,2026-02-15\n"
    "dan,Service,yes,2026-03-25\n"
    "fay,Sales,yes,2026-03-01\n"
    "gus,Service,no,2026-03-01\n";

Settings all_shown() {
  Settings settings;
  settings.min_n = 1;
  return settings;
}

TEST(Adoption, OfAHandfulOfUsers) {
  const json report = report_of({{"log.csv", kLog}, {"roster.csv", kRoster}}, all_shown());
  EXPECT_EQ(report["as_of"], "2026-03-31");
  const json rate = measure_of(report, "adoption_rate");
  EXPECT_NEAR(rate["value"], 40, 1e-9);  // ann and bob of five
  EXPECT_EQ(rate["n"], 5);
  EXPECT_EQ(rate["headline"], true);
  EXPECT_EQ(rate["interval"], nullptr);
  EXPECT_EQ(rate["why"], "census");
  EXPECT_EQ(measure_of(report, "mau")["value"], 4);  // ann, bob, eve, gus
  EXPECT_EQ(measure_of(report, "wau")["value"], 2);  // ann, eve
  EXPECT_NEAR(measure_of(report, "dau")["value"], 4.0 / 22, 1e-9);
  EXPECT_EQ(measure_of(report, "dau")["parts"]["weekdays"], 22);
  EXPECT_NEAR(measure_of(report, "stickiness")["value"], 100.0 / 22, 1e-9);
  EXPECT_NEAR(measure_of(report, "breadth")["value"], 62.5, 1e-9);  // 2 + 1 + 1 + 1 of 4 × 2
  EXPECT_NEAR(measure_of(report, "depth")["value"], 1.5, 1e-9);     // 6 of 4
  // Over 14 days: ann after 5, cat after 5, bob after 19, fay never; dan's days are not over.
  EXPECT_NEAR(measure_of(report, "activation_rate")["value"], 50, 1e-9);
  EXPECT_EQ(measure_of(report, "activation_rate")["n"], 4);
}

TEST(Adoption, MonthsRecencyAndCohorts) {
  const json report = report_of({{"log.csv", kLog}, {"roster.csv", kRoster}}, all_shown());
  for (const auto& [month, users] :
       std::map<std::string, int>{{"2026-01", 1}, {"2026-02", 1}, {"2026-03", 4}}) {
    EXPECT_EQ(measure_of(report, "mau", json::object(), month)["value"], users) << month;
  }
  std::map<std::string, int> recency;
  for (const json& measure : measures_of(report, "recency")) {
    EXPECT_EQ(measure["n"], 5);
    recency[measure["option"]] = measure["value"];
  }
  EXPECT_EQ(recency, (std::map<std::string, int>{
                         {"0-7", 1}, {"8-30", 1}, {"31-90", 1}, {"over_90", 0}, {"never", 2}}));
  const auto cohort = [&](const char* month) {
    return measure_of(report, "cohort_retention", {{"cohort", month}});
  };
  EXPECT_NEAR(cohort("2026-01")["value"], 100, 1e-9);
  EXPECT_EQ(cohort("2026-01")["parts"]["active"], (json{1, 0, 1}));
  EXPECT_NEAR(cohort("2026-02")["value"], 0, 1e-9);
  EXPECT_EQ(cohort("2026-03")["n"], 3);
  EXPECT_EQ(cohort("2026-03")["why"], "no_whole_month");
}

TEST(Adoption, TeamsAreNamedByTheRoster) {
  const json report = report_of({{"log.csv", kLog}, {"roster.csv", kRoster}}, all_shown());
  const json sales = measure_of(report, "adoption_rate", {{"Department", "Sales"}});
  EXPECT_NEAR(sales["value"], 200.0 / 3, 1e-9);
  EXPECT_EQ(sales["n"], 3);
  EXPECT_NEAR(measure_of(report, "adoption_rate", {{"Department", "Service"}})["value"], 0, 1e-9);
  EXPECT_EQ(measure_of(report, "mau", {{"Department", "Service"}})["value"], 1);  // gus
}

TEST(Adoption, SaysWhatDoesNotFit) {
  const json report = report_of({{"log.csv", kLog}, {"roster.csv", kRoster}}, all_shown());
  ASSERT_EQ(report["joins"].size(), 1u);
  const json& join = report["joins"][0];
  EXPECT_EQ(join["key"], "user");
  EXPECT_EQ(join["left_keys"], 5);
  EXPECT_EQ(join["right_keys"], 6);
  EXPECT_EQ(join["matched"], 4);
  EXPECT_EQ(join["left_only"], json{"eve"});
  EXPECT_TRUE(join["right_only"].empty()) << "who did not come is not named";
  EXPECT_EQ(message_of(report, "users_outside_roster")["count"], 1);
  EXPECT_EQ(message_of(report, "unlicensed_users_active")["count"], 1);
  EXPECT_EQ(message_of(report, "starts_before_log")["count"], 1);
  EXPECT_EQ(message_of(report, "usage_rows_left_out")["count"], 2);
  EXPECT_EQ(message_of(report, "usage_rows_left_out")["where"]["line"], 10);
  EXPECT_EQ(message_of(report, "unreadable_cells")["count"], 1);
  EXPECT_EQ(report.dump().find("\"fay\""), std::string::npos);
}

TEST(Adoption, KeyFeaturesSayWhatIsActive) {
  Settings settings = all_shown();
  settings.key_features = {"Reports", "forecast"};
  const json report = report_of({{"log.csv", kLog}, {"roster.csv", kRoster}}, settings);
  EXPECT_NEAR(measure_of(report, "adoption_rate")["value"], 20, 1e-9);  // ann
  EXPECT_EQ(measure_of(report, "mau")["value"], 2);                    // and gus
  EXPECT_EQ(message_of(report, "key_feature_unknown")["count"], 1);
}

TEST(Adoption, SmallTeamsAreHiddenAndWhatWouldGiveThemAway) {
  Settings settings;
  const json report = report_of({{"log.csv", kLog}, {"roster.csv", kRoster}}, settings);
  EXPECT_NEAR(measure_of(report, "adoption_rate")["value"], 40, 1e-9);
  for (const char* id : {"adoption_rate", "mau", "breadth"}) {
    for (const char* team : {"Sales", "Service"}) {
      const json measure = measure_of(report, id, {{"Department", team}});
      EXPECT_EQ(measure["suppressed"], true) << id << " " << team;
      EXPECT_FALSE(measure.contains("value") || measure.contains("n") || measure.contains("parts"));
    }
  }
  EXPECT_EQ(measure_of(report, "depth")["suppressed"], true) << "four active users";
  EXPECT_GT(message_of(report, "cells_suppressed")["count"], 0);
}

TEST(Adoption, WithoutARosterTheBaseIsNotKnown) {
  const json report = report_of({{"log.csv", kLog}}, all_shown());
  EXPECT_EQ(measure_of(report, "adoption_rate")["why"], "no_roster");
  EXPECT_EQ(measure_of(report, "activation_rate")["why"], "no_roster");
  EXPECT_EQ(measure_of(report, "mau")["value"], 4);
  EXPECT_EQ(measure_of(report, "mau")["headline"], true);
  EXPECT_EQ(measures_of(report, "recency").size(), 4u) << "who never came is not in the log";
}

TEST(Adoption, EventsAfterAsOfAreNotYet) {
  Settings settings = all_shown();
  settings.as_of = "2026-02-28";
  const json report = report_of({{"log.csv", kLog}, {"roster.csv", kRoster}}, settings);
  EXPECT_EQ(measure_of(report, "mau")["value"], 1);  // cat
  EXPECT_NEAR(measure_of(report, "adoption_rate")["value"], 20, 1e-9);
}

TEST(Adoption, CountsOfEventsAreRead) {
  const json report = report_of(
      {{"log.csv",
        "用户,日期,次数\n张三,2026-03-31,5\n李四,2026-03-30,0\n张三,2026-03-30,\"1,200\"\n"}},
      all_shown());
  EXPECT_NEAR(measure_of(report, "depth")["value"], 1205, 1e-9);
  EXPECT_EQ(measure_of(report, "mau")["value"], 1) << "no event is no use";
  EXPECT_EQ(measure_of(report, "breadth")["why"], "no_features");
}

TEST(Adoption, LastLoginsStandInForALog) {
  const json report = report_of(
      {{"users.csv",
        "Username,Role,Active User,Last Login\n"
        "ann,Rep,Yes,2026-03-31 10:00\nbob,Rep,Yes,2026-03-26\ncat,Manager,Yes,2026-03-01\n"
        "dan,Rep,Yes,Never logged in\neve,Rep,No,2026-03-30\nfay,Manager,Yes,2026-03-10\n"}},
      all_shown());
  const json rate = measure_of(report, "adoption_rate");
  EXPECT_NEAR(rate["value"], 60, 1e-9);  // ann, bob, fay of five
  EXPECT_EQ(rate["method"], "last_login");
  EXPECT_EQ(measure_of(report, "wau")["value"], 2);
  EXPECT_NEAR(measure_of(report, "adoption_rate", {{"Role", "Manager"}})["value"], 50, 1e-9);
  EXPECT_TRUE(message_of(report, "unreadable_cells").is_null());
  EXPECT_EQ(measures_of(report, "recency").size(), 5u);
}

TEST(Adoption, PeopleInSeveralRowsAreOne) {
  const json report =
      report_of({{"log.csv", "user,date,feature\nann,2026-03-31,deals\nbob,2026-03-31,deals\n"},
                 {"roster.csv",
                  "User,Team,Licensed\nann,B,no\nANN,A,yes\nbob,B,yes\ncat,B,yes\ndan,A,yes\n"}},
                all_shown());
  EXPECT_EQ(measure_of(report, "adoption_rate")["n"], 4);
  EXPECT_EQ(message_of(report, "roster_repeats")["count"], 1);
  EXPECT_NEAR(measure_of(report, "adoption_rate", {{"Team", "A"}})["value"], 50, 1e-9);
}

// A log at random against what its rows say, counted row by row.
class RandomLog {
 public:
  explicit RandomLog(uint32_t seed) : random_(seed) {
    roster_ = "User,Team,Licensed,Start date\n";
    for (int u = 0; u < 50; ++u) {
      const bool licensed = random_() % 5 != 0;
      const Day start = kAsOf - static_cast<Day>(random_() % 100);
      teams_.push_back(random_() % 3);
      licensed_.push_back(licensed);
      starts_.push_back(start);
      roster_ += "u" + std::to_string(u) + ",T" + std::to_string(teams_.back()) + "," +
                 (licensed ? "yes" : "no") + "," + iso_date(start) + "\n";
    }
    log_ = "user,date,feature,events\nu0," + iso_date(kAsOf) + ",f0,1\n";
    rows_.push_back({0, kAsOf, 0, 1});
    for (int k = 0; k < 900; ++k) {
      const int root = static_cast<int>(random_() % 60);  // ten of them are on no roster
      const Row row{root * root / 60, kAsOf - static_cast<Day>(random_() % 130),
                    static_cast<int>(random_() % 4), random_() % 4};
      rows_.push_back(row);
      log_ += "u" + std::to_string(row.user) + "," + iso_date(row.day) + ",f" +
              std::to_string(row.feature) + "," + std::to_string(row.events) + "\n";
    }
  }

  struct Row {
    int user;
    Day day;
    int feature;
    uint64_t events;
  };
  static constexpr Day kAsOf = 20543;  // 2026-03-31
  std::vector<Row> rows_;
  std::vector<uint32_t> teams_;
  std::vector<bool> licensed_;
  std::vector<Day> starts_;
  std::string log_, roster_;

  bool active(int user, Day first, Day last) const {
    for (const Row& row : rows_) {
      if (row.user == user && row.day >= first && row.day <= last && row.events != 0) return true;
    }
    return false;
  }

 private:
  std::mt19937 random_;
};

TEST(Adoption, AgreesWithCountingRowByRow) {
  for (uint32_t seed : {1u, 2u, 3u, 4u}) {
    const RandomLog data(seed);
    const Day last = RandomLog::kAsOf, first = last - 29;
    const json report =
        report_of({{"log.csv", data.log_}, {"roster.csv", data.roster_}}, all_shown());
    double licensed = 0, used = 0, mau = 0, wau = 0, on_days = 0, days = 0, over = 0, activated = 0;
    double actions = 0, features = 0;
    std::map<std::string, double> recency;
    std::map<uint32_t, std::pair<double, double>> teams;
    for (Day day = first; day <= last; ++day) {
      const int weekday = (day + 3) % 7;  // Monday is 0
      if (weekday > 4) continue;
      ++days;
      for (int u = 0; u < 60; ++u) on_days += data.active(u, day, day);
    }
    for (int u = 0; u < 60; ++u) {
      const bool active = data.active(u, first, last);
      mau += active;
      wau += data.active(u, last - 6, last);
      if (active) {
        std::set<int> of_user;
        for (const RandomLog::Row& row : data.rows_) {
          if (row.user != u || row.day < first || row.events == 0) continue;
          of_user.insert(row.feature);
          actions += static_cast<double>(row.events);
        }
        features += static_cast<double>(of_user.size());
      }
      if (u >= 50 || !data.licensed_[static_cast<size_t>(u)]) continue;
      const auto index = static_cast<size_t>(u);
      ++licensed;
      used += active;
      teams[data.teams_[index]].first += active;
      ++teams[data.teams_[index]].second;
      if (data.starts_[index] + 14 <= last) {
        ++over;
        activated += data.active(u, INT32_MIN, data.starts_[index] + 14);
      }
      Day ago = 0;
      while (ago < 200 && !data.active(u, last - ago, last)) ++ago;
      ++recency[ago <= 7    ? "0-7"
                : ago <= 30 ? "8-30"
                : ago <= 90 ? "31-90"
                : ago < 200 ? "over_90"
                            : "never"];
    }
    const auto value = [&](const char* id) {
      return measure_of(report, id)["value"].get<double>();
    };
    EXPECT_NEAR(value("adoption_rate"), 100 * used / licensed, 1e-9);
    EXPECT_NEAR(value("mau"), mau, 1e-9);
    EXPECT_NEAR(value("wau"), wau, 1e-9);
    EXPECT_NEAR(value("dau"), on_days / days, 1e-9);
    EXPECT_NEAR(value("stickiness"), 100 * on_days / days / mau, 1e-9);
    EXPECT_NEAR(value("breadth"), 100 * features / (mau * 4), 1e-9);
    EXPECT_NEAR(value("depth"), actions / mau, 1e-9);
    EXPECT_NEAR(value("activation_rate"), 100 * activated / over, 1e-9);
    for (const json& measure : measures_of(report, "recency")) {
      EXPECT_EQ(measure["value"].get<double>(), recency[measure["option"]]) << measure["option"];
    }
    for (const auto& [team, counts] : teams) {
      const json measure =
          measure_of(report, "adoption_rate", {{"Team", "T" + std::to_string(team)}});
      EXPECT_NEAR(measure["value"].get<double>(), 100 * counts.first / counts.second, 1e-9);
    }
  }
}

TEST(Adoption, PiecesGiveTheSameReportBytes) {
  const RandomLog data(9);
  for (const Files& files : {Files{{"log.csv", data.log_}, {"roster.csv", data.roster_}},
                             Files{{"log.csv", kLog}, {"roster.csv", kRoster}}}) {
    const std::string whole = report_text(analyse_files(files, all_shown()));
    ASSERT_NE(whole.rfind("error", 0), 0u) << whole;
    for (uint32_t seed : {1u, 2u, 3u}) {
      EXPECT_EQ(report_of_pieces(files, all_shown(), 1 + seed * 2, seed), whole);
    }
  }
}

}  // namespace
}  // namespace topline
