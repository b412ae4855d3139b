// SPDX-License-Identifier: Apache-2.0

// Waves compared by the people who answered in both.

#include <cmath>

#include "tests/analysis/analyse.h"

namespace topline {
namespace {

using nlohmann::json;

// Eight people in both waves, five times over; one more answered in the first only, one in the second.
struct Person {
  int nps, ease, csat;          // in the first wave; 0 for nobody
  int nps_now, ease_now, csat_now;
};
constexpr Person kPeople[] = {{3, 3, 2, 9, 4, 5}, {5, 3, 2, 8, 3, 4}, {7, 3, 4, 9, 4, 5}, {9, 3, 4, 9, 3, 4},
                              {10, 3, 5, 10, 4, 5}, {6, 3, 3, 6, 3, 3}, {8, 3, 4, 7, 4, 2}, {9, 3, 4, 6, 3, 2},
                              {9, 3, 4, 0, 0, 0}, {0, 0, 0, 10, 5, 5}};
constexpr int kTimes = 5;

std::string survey(bool backwards = false) {
  std::vector<std::string> rows;
  for (int i = 0; i < kTimes; ++i) {
    for (size_t p = 0; p < std::size(kPeople); ++p) {
      const Person& one = kPeople[p];
      const std::string id = "p" + std::to_string(10 * static_cast<size_t>(i) + p);
      const auto row = [&](const char* wave, int nps, int ease, int csat) {
        rows.push_back(id + "," + wave + "," + std::to_string(nps) + "," + std::to_string(ease) + "," +
                       std::to_string(csat) + ",2\n");
      };
      if (one.ease != 0) row("2026-Q1", one.nps, one.ease, one.csat);
      if (one.ease_now != 0) row("2026-Q2", one.nps_now, one.ease_now, one.csat_now);
    }
  }
  if (backwards) std::reverse(rows.begin(), rows.end());
  std::string text = "Employee ID,Quarter,How likely are you to recommend the CRM?,Ease,Satisfaction,w\n";
  for (const std::string& row : rows) text += row;
  return text;
}

Settings told() {
  Settings settings;
  settings.columns = {{"Employee ID", "respondent_id", ""}, {"#3", "nps", "0-10"},
                      {"Ease", "rating", "1-5"}, {"Satisfaction", "csat", "1-5"}, {"w", "ignore", ""}};
  settings.wave = "Quarter";
  settings.paired = true;
  return settings;
}

json change_of(const json& report, const std::string& id) {
  for (const json& one : report["comparisons"]) {
    if (one["id"] == id && one["against"] == "previous") return one;
  }
  return nullptr;
}

bool has_note(const json& one, const char* note) {
  return one["notes"].dump().find(std::string("\"") + note + "\"") != std::string::npos;
}

// Changes of a block: +2 +1 +1 0 0 0 0 −2, so that Σd = 10 and Σd² = 50 over 40 people.
TEST(PairedWaves, NetScoresByTheirOwnEarlierAnswers) {
  const json one = change_of(report_json(survey(), told()), "nps");
  ASSERT_FALSE(one.is_null());
  EXPECT_NEAR(one["difference"], 25, 1e-9);
  EXPECT_EQ(one["test"], "paired-t");
  EXPECT_EQ(one["parts"]["pairs"], 40);
  EXPECT_NEAR(one["parts"]["unpaired_value"], 100 * (3.0 / 9 - 1.0 / 9), 1e-9);
  const double error = std::sqrt((50 - 40 * 0.0625) / 39 / 40);
  const double t = 2.0226909200367595;  // R: qt(.975, 39)
  EXPECT_NEAR(one["interval"]["low"], 25 - 100 * t * error, 1e-7);
  EXPECT_NEAR(one["interval"]["high"], 25 + 100 * t * error, 1e-7);
  EXPECT_EQ(one["verdict"], "not_clear");
  EXPECT_TRUE(has_note(one, "paired"));
  EXPECT_FALSE(has_note(one, "unpaired"));
}

// Half went up by one: mean .5, Σ(d − .5)² = 10.
TEST(PairedWaves, MeansToo) {
  Settings settings = told();
  settings.audience = "customer";  // nobody's ease differs in the first wave
  const json one = change_of(report_json(survey(), settings), "rating_mean");
  ASSERT_FALSE(one.is_null());
  const double error = std::sqrt(10.0 / 39 / 40);
  EXPECT_NEAR(one["difference"], 0.5, 1e-12);
  EXPECT_NEAR(one["interval"]["low"], 0.5 - 2.0226909200367595 * error, 1e-9);
  EXPECT_EQ(one["verdict"], "clear");
}

// 4–5 of 5 before and now: of a block two came (2→5, 2→4) and two left (4→2 twice).
TEST(PairedWaves, SharesByMcNemar) {
  const json one = change_of(report_json(survey(), told()), "csat");
  ASSERT_FALSE(one.is_null());
  EXPECT_EQ(one["difference"], 0);
  EXPECT_EQ(one["test"], "mcnemar-exact") << "20 changed";
  EXPECT_EQ(one["p"], 1);
  EXPECT_EQ(one["parts"]["pairs"], 40);
  EXPECT_EQ(one["interval"]["method"], "score");

  EXPECT_NEAR(one["interval"]["low"].get<double>(), -one["interval"]["high"].get<double>(), 1e-9);
  EXPECT_NEAR(one["interval"]["high"].get<double>(), 21.828782168694495, 1e-9);  // the root, by bisection
  EXPECT_EQ(one["verdict"], "not_clear");
  EXPECT_TRUE(has_note(one, "paired"));
}

TEST(PairedWaves, SharesOfAChoice) {
  Settings settings = told();
  settings.columns[3].role = "choice";
  settings.columns[3].scale = "";
  settings.compare = "all";
  const json report = report_json(survey(), settings);
  bool met = false;
  for (const json& one : report["comparisons"]) {
    if (one["id"] != "share" || one["against"] != "previous" || one["option"] != "5") continue;
    met = true;
    EXPECT_EQ(one["test"], "mcnemar-exact") << "2→5 and 4→5 came, 5→5 stayed: two of a block";
    EXPECT_NEAR(one["difference"], 100 * 10.0 / 40, 1e-9);
  }
  EXPECT_TRUE(met);
}

TEST(PairedWaves, OnlyWhereItIsAskedFor) {
  Settings settings = told();
  settings.paired = false;
  const json one = change_of(report_json(survey(), settings), "nps");
  EXPECT_EQ(one["test"], "adjusted-wald");
  EXPECT_TRUE(has_note(one, "unpaired"));
}

TEST(PairedWaves, JudgedOnceWithAllComparisons) {
  Settings settings = told();
  settings.compare = "all";
  const json report = report_json(survey(), settings);
  EXPECT_EQ(change_of(report, "nps")["test"], "paired-t");
  EXPECT_FALSE(change_of(report, "nps")["verdict"].get<std::string>().empty());
}

TEST(PairedWaves, TheOrderOfRowsDoesNotMatter) {
  EXPECT_EQ(report_json(survey(), told())["comparisons"].dump(),
            report_json(survey(true), told())["comparisons"].dump());
}

TEST(PairedWaves, WhoRepeatsIsNotKnownWithoutAnId) {
  Settings settings = told();
  settings.columns[0].role = "ignore";
  const json report = report_json(survey(), settings);
  EXPECT_FALSE(message_of(report, "pairs_unknown").is_null());
  EXPECT_EQ(change_of(report, "nps")["test"], "adjusted-wald");
  settings = told();
  settings.columns.back().role = "weight";
  settings.weight = "w";
  EXPECT_FALSE(message_of(report_json(survey(), settings), "pairs_unknown").is_null()) << "weighted";
}

// Forty pairs are too few where forty-one are asked for: too few for a figure of theirs.
TEST(PairedWaves, FewPairsOfEmployeesStayUnpaired) {
  Settings settings = told();
  settings.min_n = 41;
  settings.audience = "customer";
  EXPECT_EQ(change_of(report_json(survey(), settings), "nps")["test"], "paired-t");
  settings.audience = "employee";
  const json one = change_of(report_json(survey(), settings), "nps");
  ASSERT_FALSE(one.is_null()) << "45 answered in each wave";
  EXPECT_EQ(one["test"], "adjusted-wald");
}

}  // namespace
}  // namespace topline
