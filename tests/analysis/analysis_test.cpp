// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "tests/analysis/analyse.h"

namespace topline {
namespace {

constexpr std::string_view kTwelve =
    "id,How likely are you to recommend the CRM?,\"Overall, how satisfied are you?\",Team\n"
    "1,10,5,Sales\n2,9,4,Sales\n3,9,4,IT\n4,8,4,IT\n5,7,3,Sales\n6,6,2,IT\n7,0,1,Sales\n8,10,5,IT\n"
    "9,,4,Sales\n10,5,2,IT\n11,10,4,Sales\n12,8,4,\n";

TEST(Analysis, TwelveAnswersByHand) {
  const auto report = report_json(kTwelve);
  const auto nps = measures_of(report, "nps");
  ASSERT_EQ(nps.size(), 1u);
  EXPECT_EQ(nps[0]["value"].dump(), "18.1818181818");
  EXPECT_EQ(nps[0]["n"], 11);
  EXPECT_EQ(nps[0]["parts"].dump(), R"({"detractors":3,"passives":3,"promoters":5})");
  EXPECT_NEAR(nps[0]["se"].get<double>(), 25.1, 0.05);
  EXPECT_NEAR(nps[0]["interval"]["low"].get<double>(), -30.6, 0.05);
  EXPECT_NEAR(nps[0]["interval"]["high"].get<double>(), 58.8, 0.05);
  const auto csat = measures_of(report, "csat");
  ASSERT_EQ(csat.size(), 1u);
  EXPECT_NEAR(csat[0]["value"].get<double>(), 800.0 / 12, 1e-9);
  EXPECT_EQ(csat[0]["box"], "4-5 of 5");
  EXPECT_NEAR(measures_of(report, "csat_mean")[0]["value"].get<double>(), 42.0 / 12, 1e-9);
  EXPECT_THAT(report["summary"].get<std::string>(), testing::HasSubstr("NPS +18 (95% confidence: -31 to +59)"));
}

TEST(Analysis, EveryRowAndCellIsCountedSomewhere) {
  const auto report = report_json(
      "NPS,Team,Extra\n9,A,x\n\n8,B,y,TOO,MANY\n7,A\n12,A,z\nx,B,z\n,A,z\n\n0,C,,,\n10,A,z\n");
  const auto rows = report["inputs"][0]["rows"];
  EXPECT_EQ(rows["read"], 10);
  EXPECT_EQ(rows["blank"], 2);
  EXPECT_EQ(rows["rejected"], 1);
  EXPECT_EQ(rows["used"], 7);
  for (const auto& column : report["inputs"][0]["columns"]) {
    EXPECT_EQ(column["answered"].get<int>() + column["missing"].get<int>() + column["invalid"].get<int>(), 7);
  }
  const auto nps = report["inputs"][0]["columns"][0];
  EXPECT_EQ(nps["invalid"], 2);
  EXPECT_EQ(nps["missing"], 1);
  const auto invalid = message_of(report, "invalid_answers");
  EXPECT_EQ(invalid["where"]["line"], 6) << "the first invalid cell's own line";
  EXPECT_EQ(invalid["where"]["column"], 1);
  EXPECT_EQ(invalid["where"]["value"], "12");
  EXPECT_EQ(message_of(report, "long_row")["where"]["line"], 4);
}

TEST(Analysis, ChunksDoNotMatter) {
  const std::string sample = sample_text({3, 300, "en", "messy"});
  Settings settings;
  settings.by = {"Department"};
  settings.wave = "Submitted";
  const std::string whole = report_text(*analyse(sample, settings));
  ASSERT_EQ(whole.substr(0, 1), "{") << whole;
  for (size_t chunk : {1, 2, 3, 7, 64, 65, 1000, 4096}) {
    EXPECT_EQ(report_text(*analyse(sample, settings, chunk)), whole) << chunk;
  }
}

TEST(Analysis, EveryLaneAndEverySplitPointGiveTheSameReport) {
  const std::string text(kTwelve);
  const std::string whole = report_text(*analyse(text));
  for (Lane lane : lanes_here()) {
    for (size_t split = 1; split <= text.size(); ++split) {
      Analysis analysis{Settings{}};
      ASSERT_TRUE(read_into(analysis, "t.csv", text, {}, split, lane).has_value());
      ASSERT_EQ(report_text(analysis), whole) << "lane " << static_cast<int>(lane) << ", " << split;
    }
  }
}

TEST(Analysis, BadInputsAreErrorsWithARemedy) {
  const auto code = [](std::string_view text) {
    const auto analysis = analyse(text);
    return analysis ? "none" : std::string(code_name(analysis.error().code));
  };
  EXPECT_EQ(code(""), "empty_input");
  EXPECT_EQ(code("  \n\n"), "empty_input");
  EXPECT_EQ(code("PK\x03\x04xxxx"), "not_text");
  EXPECT_EQ(code("%PDF-1.7"), "not_text");
  EXPECT_EQ(code("\xD0\xCF\x11\xE0 old"), "old_workbook");
  Settings settings;
  settings.by = {"Tem"};
  const auto unknown = analyse(kTwelve, settings);
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(describe(unknown.error(), "en"),
            "t.csv: There is no column “Tem”. Nearest: “Team”, “id”, “Overall, how satisfied are you?”. "
            "Use a header's text, or #3 for the third column.");
  EXPECT_THAT(describe(unknown.error(), "zh-CN"), testing::HasSubstr("没有名为“Tem”的列"));
}

TEST(Analysis, HeaderOnlyIsSaid) {
  const auto report = report_json("How likely to recommend?,Team\n");
  EXPECT_EQ(report["inputs"][0]["rows"]["used"], 0);
  EXPECT_FALSE(message_of(report, "header_only").is_null());
}

TEST(Analysis, FilterKeepsWhatIsAskedFor) {
  Settings settings;
  settings.where = {{"Team", "SALES"}};
  const auto report = report_json(kTwelve, settings);
  EXPECT_EQ(report["inputs"][0]["rows"]["filtered"], 6);
  EXPECT_EQ(report["inputs"][0]["rows"]["used"], 6);
  EXPECT_EQ(measures_of(report, "nps")[0]["parts"].dump(),
            R"({"detractors":1,"passives":1,"promoters":3})");
}

TEST(Analysis, WeightsOfOneChangeNothing) {
  std::string weighted = "How likely to recommend?,w,CSAT satisfied\n";
  std::string plain = "How likely to recommend?,w,CSAT satisfied\n";
  for (int i = 0; i < 200; ++i) {
    const std::string row =
        std::to_string(i * 7 % 11) + ",1," + (i % 9 ? std::to_string(1 + i % 5) : std::string()) + "\n";
    weighted += row;
    plain += row;
  }
  Settings settings;
  settings.weight = "w";
  const auto with = report_json(weighted, settings);
  const auto without = report_json(plain);
  for (const char* id : {"nps", "csat", "csat_mean"}) {
    EXPECT_EQ(measures_of(with, id)[0]["value"], measures_of(without, id)[0]["value"]) << id;
    EXPECT_EQ(measures_of(with, id)[0]["interval"], measures_of(without, id)[0]["interval"]) << id;
  }
}

TEST(Analysis, RowsWithoutAUsableWeightAreLeftOutAndSaid) {
  Settings settings;
  settings.weight = "w";
  const auto report = report_json("NPS,w\n10,1\n0,\n9,-1\n8,x\n10,2e6\n7,0\n6,2\n10,1\n9,1\n3,1\n", settings);
  EXPECT_EQ(report["inputs"][0]["rows"]["rejected"], 4);
  EXPECT_EQ(report["inputs"][0]["rows"]["used"], 6);
  EXPECT_EQ(message_of(report, "bad_weight")["count"], 4);
  EXPECT_EQ(message_of(report, "bad_weight")["where"]["line"], 3);
  EXPECT_NEAR(measures_of(report, "nps")[0]["value"].get<double>(), 100.0 * (3 - 3) / 6, 1e-12);
}

TEST(Analysis, WavesMakeTheHeadline) {
  std::string text = "How likely to recommend?,When\n";
  for (int i = 0; i < 40; ++i) text += std::to_string(i % 11) + ",2026-02-0" + std::to_string(1 + i % 9) + "\n";
  for (int i = 0; i < 40; ++i) text += std::to_string(5 + i % 6) + ",2026-05-11\n";
  for (int i = 0; i < 10; ++i) text += "0,2026-07-01\n";
  text += "10,\n";
  Settings settings;
  settings.wave = "When";
  settings.audience = "customer";  // one undated answer would hide the smallest wave with it
  const auto report = report_json(text, settings);
  EXPECT_EQ(report["tables"][0]["waves"].dump(), R"(["2026-Q1","2026-Q2","2026-Q3"])");
  EXPECT_EQ(report["tables"][0]["headline_wave"], "2026-Q2") << "the latest of at least 30 answers";
  EXPECT_EQ(report["as_of"], "2026-07-01");
  EXPECT_EQ(measures_of(report, "nps", nlohmann::json::object(), "2026-Q2")[0]["headline"], true);
  EXPECT_EQ(measures_of(report, "nps", nlohmann::json::object(), "2026-Q3")[0]["n"], 10);
  EXPECT_EQ(measures_of(report, "nps")[0]["n"], 91) << "all waves, the undated answer among them";
  EXPECT_EQ(message_of(report, "no_wave_date")["count"], 1);
}

TEST(Analysis, CrossingTwoSegments) {
  const std::string sample = sample_text({1, 600, "en", "plain"});
  Settings settings;
  settings.cross = {"Role", "Region"};
  const auto report = report_json(sample, settings);
  uint64_t n = 0;
  size_t cells = 0;
  for (const auto& measure : report["measures"]) {
    if (measure["id"] != "nps" || measure["segment"].size() != 2) continue;
    ++cells;
    n += measure["n"].get<uint64_t>();
  }
  EXPECT_EQ(cells, 6u);
  EXPECT_EQ(n, measures_of(report, "nps")[0]["n"].get<uint64_t>());
}

TEST(Analysis, UnsureColumnsAreAskedNotScored) {
  std::string text = "REC,Team\n";
  for (int i = 0; i < 110; ++i) text += std::to_string(i % 11) + ",A\n";
  const auto report = report_json(text);
  EXPECT_TRUE(measures_of(report, "nps").empty());
  EXPECT_EQ(measures_of(report, "rating_mean")[0]["why"], "unsure_role");
  EXPECT_FALSE(measures_of(report, "rating_mean")[0].contains("value"));
  EXPECT_EQ(message_of(report, "unsure_role")["level"], "question");
}

TEST(Analysis, ChineseIsFirstClass) {
  const std::string sample = sample_text({1, 400, "zh-CN", "plain"});
  Settings settings;
  settings.language = "zh-CN";
  settings.by = {"部门"};
  const auto report = report_json(sample, settings);
  EXPECT_EQ(report["inputs"][0]["encoding"], "utf-8-bom");
  EXPECT_EQ(measures_of(report, "nps").size(), 1u);
  EXPECT_TRUE(measures_of(report, "nps")[0].contains("value"));
  EXPECT_THAT(report["summary"].get<std::string>(), testing::HasSubstr("净推荐值 NPS"));
  EXPECT_THAT(report["summary"].get<std::string>(), testing::HasSubstr("置信区间"));
  EXPECT_THAT(report["summary"].get<std::string>(), testing::HasSubstr("满意率"));
}

TEST(Analysis, CellStatesMarkCellsWhereTheyStand) {
  const auto analysis = analyse(kTwelve);
  using State = CellState;
  EXPECT_EQ(analysis->cell_state(2, "9"), State::plain);
  EXPECT_EQ(analysis->cell_state(2, "11"), State::invalid);
  EXPECT_EQ(analysis->cell_state(2, ""), State::missing);
  EXPECT_EQ(analysis->cell_state(4, "anything"), State::plain);
  EXPECT_EQ(analysis->read_cell(2, "10 - Extremely likely").state, State::repaired);
  EXPECT_EQ(analysis->read_cell(2, "10 - Extremely likely").read_as, "10");
  EXPECT_FALSE(analysis->left_out_why(std::vector<std::string_view>{"1", "10", "5"}));
  EXPECT_EQ(analysis->left_out_why(std::vector<std::string_view>{"1", "10", "5", "IT", "x"}),
            LeftOutRow::Why::too_many_cells);
}

// Each table's cells are read by its own columns, whichever came last.
TEST(Analysis, CellStatesAreThoseOfTheTableLookedAt) {
  Analysis analysis{Settings{}};
  ASSERT_TRUE(read_into(analysis, "a.csv", kTwelve));
  ASSERT_TRUE(read_into(analysis, "b.csv", "Team,How likely are you to recommend us?\nIT,10\nIT,9\nSales,3\n"));
  EXPECT_EQ(analysis.cell_state(2, "11"), CellState::invalid);
  EXPECT_EQ(analysis.cell_state(1, "11"), CellState::plain);
  analysis.look_at(detect_layout(kTwelve, true, sniff_dialect(kTwelve, true)));
  EXPECT_EQ(analysis.cell_state(3, "6"), CellState::invalid);
  EXPECT_EQ(analysis.cell_state(2, "9"), CellState::plain);
}

TEST(Analysis, RowIndexLetsAGridSeek) {
  const std::string sample = sample_text({1, 5000, "en", "messy"});
  Analysis analysis{Settings{}};
  ASSERT_TRUE(read_into(analysis, "t.csv", sample).has_value());
  const auto& index = analysis.row_index();
  ASSERT_EQ(index.size(), 5u);
  EXPECT_EQ(index[0], 0u);
  // Record 1024 is row 1024 of the sample: its id says so.
  EXPECT_EQ(sample.substr(index[1], 10), "R000001024");
  EXPECT_EQ(sample.substr(index[4], 10), "R000004096");
}

}  // namespace
}  // namespace topline
