// SPDX-License-Identifier: Apache-2.0

// Rows of declared columns: kept only where something declared needs them, never a duplicate or a row
// that is left out, and the same report bytes whatever the order or the split.

#include <random>

#include "tests/analysis/analyse.h"

namespace topline {
namespace {

// Respondents with weights, waves, a segment, five items and a duration; ids in no order.
std::string survey(size_t rows, uint32_t seed) {
  std::mt19937 random(seed);
  std::string text = "Response ID,Recommend,Ease,Speed,Help,Look,Trust,Team,Wave,w\n";
  for (size_t i = 0; i < rows; ++i) {
    const int mood = static_cast<int>(random() % 5);
    const auto item = [&] {
      return std::to_string(1 + (mood + static_cast<int>(random() % 3)) % 5);
    };
    text += "R" + std::to_string(1000 + (i * 7919) % 9000) + "," +
            std::to_string(std::min(10, mood * 2 + static_cast<int>(random() % 3)));
    for (int k = 0; k < 5; ++k) text += "," + (random() % 20 == 0 ? std::string() : item());
    text += std::string(",") + "ABC"[random() % 3] + ",2026-Q" + std::to_string(1 + random() % 2) + "," +
            std::to_string(1 + random() % 4) + "." + std::to_string(random() % 10) + "\n";
  }
  return text;
}

Settings declared() {
  Settings settings;
  settings.columns = {{"Recommend", "nps", ""}, {"Ease", "csat", "1-5"},  {"Speed", "csat", "1-5"},
                      {"Help", "csat", "1-5"},  {"Look", "csat", "1-5"},  {"Trust", "csat", "1-5"},
                      {"Response ID", "response_id", ""}};
  settings.by = {"Team"};
  settings.wave = "Wave";
  settings.weight = "w";
  settings.audience = "customer";
  settings.drivers = {{"Recommend", {"Ease", "Speed", "Help"}}};
  settings.scales = {{"All", {"Ease", "Speed", "Help", "Look", "Trust"}, "alpha"},
                     {"Two", {"Ease", "Speed"}, "umux_lite"}};
  settings.strata = {"Team"};
  settings.quality = true;
  settings.favourable = true;
  return settings;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end + 1 - at));
    at = end + 1;
  }
  return lines;
}

TEST(Frame, IsEmptyWhereNothingDeclaredNeedsIt) {
  const auto plain = analyse(survey(50, 1));
  ASSERT_TRUE(plain.has_value());
  EXPECT_EQ(plain->plan_json().find("\"frame\""), std::string::npos);
  const auto with = analyse(survey(50, 1), declared());
  ASSERT_TRUE(with.has_value());
  EXPECT_NE(with->plan_json().find("\"frame\""), std::string::npos);
}

TEST(Frame, SplitsMergeInAnyOrderToTheSameBytes) {
  const std::string text = survey(400, 2);
  for (bool drop : {false, true}) {
    Settings settings = declared();
    if (drop) settings.drop = {"straightliners", "partials"};
    const auto whole = analyse(text, settings);
    ASSERT_TRUE(whole.has_value());
    const std::string expected = report_text(*whole);
    ASSERT_NE(expected.rfind("error", 0), 0u) << expected;
    EXPECT_NE(expected.find("\"driver\""), std::string::npos);
    const std::string plan = whole->plan_json();
    std::mt19937 random(3);
    for (size_t pieces : {2u, 5u, 17u}) {
      std::vector<uint64_t> cuts = {0};
      while (cuts.size() < pieces) cuts.push_back(1 + random() % (text.size() - 1));
      cuts.push_back(UINT64_MAX);
      std::sort(cuts.begin(), cuts.end());
      std::vector<std::string> tallies;
      for (size_t k = 0; k + 1 < cuts.size(); ++k) {
        Analysis part(settings);
        ASSERT_TRUE(part.use_plan(plan).has_value());
        ASSERT_TRUE(read_into(part, "t.csv", text, {cuts[k], cuts[k + 1], false}).has_value());
        std::string tally;
        part.tally_json([&](std::string_view piece) { tally += piece; });
        tallies.push_back(std::move(tally));
      }
      for (size_t i = tallies.size(); i > 1; --i) std::swap(tallies[i - 1], tallies[random() % i]);
      Analysis sum(settings);
      for (const std::string& tally : tallies) {
        Analysis one(settings);
        ASSERT_TRUE(one.add_tally(tally).has_value());
        ASSERT_TRUE(sum.merge(std::move(one)).has_value());
      }
      EXPECT_EQ(report_text(sum), expected) << pieces << " pieces";
    }
  }
}

TEST(Frame, TheOrderOfTheRowsChangesNoFigure) {
  const std::string text = survey(300, 4);
  std::vector<std::string> lines = lines_of(text);
  std::mt19937 random(5);
  for (size_t i = lines.size() - 1; i > 1; --i) std::swap(lines[i], lines[1 + random() % i]);
  std::string shuffled;
  for (const std::string& line : lines) shuffled += line;
  ASSERT_NE(shuffled, text);
  const auto a = report_json(text, declared()), b = report_json(shuffled, declared());
  ASSERT_TRUE(a.contains("measures")) << a.dump();
  ASSERT_TRUE(b.contains("measures")) << b.dump();
  EXPECT_EQ(a["measures"].dump(), b["measures"].dump());
}

TEST(Frame, DuplicatesAndFilteredRowsAreNotInIt) {
  const std::string text = survey(200, 6);
  const std::vector<std::string> lines = lines_of(text);
  Settings settings = declared();
  settings.where = {{"Team", "A"}};
  settings.strata.clear();
  std::string doubled = text, only = lines[0];
  for (size_t i = 1; i < 40; ++i) doubled += lines[i];
  for (size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].find(",A,2026") != std::string::npos) only += lines[i];
  }
  Settings unfiltered = settings;
  unfiltered.where.clear();
  const auto all = report_json(doubled, settings), part = report_json(only, unfiltered);
  EXPECT_EQ(all["inputs"][0]["rows"]["duplicate"].get<int>() > 5, true);
  for (const char* id : {"driver", "alpha"}) {
    const auto x = measures_of(all, id), y = measures_of(part, id);
    ASSERT_FALSE(x.empty());
    ASSERT_EQ(x.size(), y.size());
    for (size_t i = 0; i < x.size(); ++i) {
      EXPECT_EQ(x[i]["value"], y[i]["value"]) << id;
      EXPECT_EQ(x[i]["n"], y[i]["n"]) << id;
    }
  }
}

TEST(Frame, ATallyMadeWithoutItSaysSo) {
  const std::string text = survey(60, 7);
  Settings plain = declared();
  plain.drivers.clear();
  plain.scales.clear();
  plain.strata.clear();
  plain.quality = false;
  const auto counted = analyse(text, plain);
  ASSERT_TRUE(counted.has_value());
  std::string tally;
  counted->tally_json([&](std::string_view piece) { tally += piece; });
  Settings asked = plain;
  asked.drivers = declared().drivers;
  Analysis read(asked);
  ASSERT_TRUE(read.add_tally(tally).has_value());
  const auto report = nlohmann::json::parse(report_text(read));
  const auto drivers = measures_of(report, "driver");
  ASSERT_EQ(drivers.size(), 3u);
  EXPECT_EQ(drivers[0]["why"], "not_in_frame");
  EXPECT_FALSE(drivers[0].contains("value"));
}

}  // namespace
}  // namespace topline
