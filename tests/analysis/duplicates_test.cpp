// SPDX-License-Identifier: Apache-2.0
#include "tests/analysis/analyse.h"

namespace topline {
namespace {

const std::string kHeader = "#,Response ID,Submitted,How likely to recommend?,Team\n";

TEST(Duplicates, LeftOutOnlyWhereIdAndAnswersAreEqual) {
  const auto report = report_json(kHeader +
                                  "1,R3,2026-01-01,10,A\n2,R1,2026-01-01,9,A\n3,R3,2026-01-01,10,A\n"
                                  "4,R1,2026-01-02,0,A\n5,R2,2026-01-01,7,B\n6,R4,2026-01-01,3,B\n"
                                  "7,R5,2026-01-01,3,B\n8,R3,2026-01-01,10,A\n9,,2026-01-01,8,B\n"
                                  "10,,2026-01-01,8,B\n");
  EXPECT_EQ(report["inputs"][0]["rows"]["duplicate"], 2) << "R3, the row counter apart";
  EXPECT_EQ(report["inputs"][0]["rows"]["used"], 8) << "rows without an id are nobody's duplicate";
  EXPECT_EQ(message_of(report, "duplicates_left_out")["count"], 2);
  EXPECT_EQ(message_of(report, "same_id_other_answers")["level"], "question");
  EXPECT_EQ(message_of(report, "same_id_other_answers")["where"]["line"], 5);
  EXPECT_EQ(measures_of(report, "nps")[0]["n"], 8);
}

TEST(Duplicates, AConfirmedIdKeepsTheLatestSubmission) {
  Settings settings;
  settings.columns = {{"Response ID", "response_id", ""}};
  settings.by = {"Team"};
  settings.min_n = 1;
  const auto report = report_json(kHeader +
                                      "1,R3,2026-03-01,10,A\n2,R1,2026-01-09,9,A\n3,R3,2026-01-01,0,B\n"
                                      "4,R1,2026-01-02,0,B\n5,R2,2026-01-01,7,B\n6,R9,2026-01-01,10,A\n",
                                  settings);
  EXPECT_EQ(report["inputs"][0]["rows"]["duplicate"], 2);
  EXPECT_EQ(measures_of(report, "nps")[0]["value"], 75);
  EXPECT_EQ(measures_of(report, "nps", {{"Team", "A"}})[0]["n"], 3);
  EXPECT_EQ(measures_of(report, "nps", {{"Team", "B"}})[0]["n"], 1);
}

TEST(Duplicates, AscendingIdsNeedNoFrame) {
  const auto analysis = analyse(sample_text({1, 300, "en", "plain"}));
  std::string tally;
  analysis->tally_json([&](std::string_view piece) { tally += piece; });
  const auto json = nlohmann::json::parse(tally);
  EXPECT_EQ(json["tables"][0]["shape"]["ids"], false);
  EXPECT_TRUE(json["tables"][0]["frame"]["rows"].empty());
}

TEST(Duplicates, OverlappingFilesAreReadAgainWithIdsAndCountOnce) {
  std::string one = kHeader, two = kHeader;
  for (int i = 0; i < 40; ++i) {
    const std::string row = std::to_string(i) + ",R" + std::to_string(100 + i) + ",2026-01-01," +
                            std::to_string(i % 11) + ",A\n";
    if (i < 30) one += row;
    if (i >= 20) two += row;
  }
  Analysis analysis{Settings{}};
  ASSERT_TRUE(read_into(analysis, "one.csv", one).has_value());
  ASSERT_TRUE(read_into(analysis, "two.csv", two).has_value());
  ASSERT_TRUE(analysis.must_read_again());
  const auto blind = analysis.report();
  ASSERT_FALSE(blind.has_value());
  EXPECT_EQ(blind.error().code, Code::ids_needed);
  Analysis second = analysis.again();
  ASSERT_TRUE(read_into(second, "one.csv", one).has_value());
  ASSERT_TRUE(read_into(second, "two.csv", two).has_value());
  const auto report = nlohmann::json::parse(report_text(second));
  EXPECT_EQ(measures_of(report, "nps")[0]["n"], 40);
  EXPECT_EQ(report["inputs"][1]["rows"]["duplicate"], 10) << "the later input's rows give way";
  EXPECT_EQ(report["inputs"][0]["rows"]["duplicate"], 0);
}

TEST(Duplicates, PanelsKeepTheirWaves) {
  Settings settings;
  settings.wave = "Wave";
  settings.columns = {{"Employee ID", "respondent_id", ""}};
  std::string text = "Employee ID,Wave,How likely to recommend?\n";
  for (int i = 0; i < 40; ++i) {
    for (const char* wave : {"2026-Q1", "2026-Q2"}) {
      text += "E" + std::to_string(i) + "," + wave + "," + std::to_string(i % 11) + "\n";
    }
  }
  text += "E1,2026-Q2,1\n";
  const auto report = report_json(text, settings);
  EXPECT_EQ(report["inputs"][0]["rows"]["duplicate"], 1);
  EXPECT_EQ(measures_of(report, "nps", nlohmann::json::object(), "2026-Q1")[0]["n"], 40);
  EXPECT_EQ(measures_of(report, "nps", nlohmann::json::object(), "2026-Q2")[0]["n"], 40);
}

}  // namespace
}  // namespace topline
