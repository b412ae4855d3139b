// SPDX-License-Identifier: Apache-2.0

// Questions that put items in order, from header to report.

#include "tests/analysis/analyse.h"

namespace topline {
namespace {

using nlohmann::json;

json measure_of(const json& report, const std::string& id, const std::string& option,
                const json& segment = json::object()) {
  for (const json& measure : measures_of(report, id, segment)) {
    if (measure.value("option", "") == option) return measure;
  }
  return nullptr;
}

Settings customers() {
  Settings settings;
  settings.audience = "customer";
  return settings;
}

// Six who answered, of eight; one names an item twice.
//   价格→质量→服务, 价格→服务, 质量→价格→服务, 质量→服务→价格, 价格, 质量→价格
constexpr const char* kArrows =
    "序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、请按重要程度排序,2、部门,总分\n"
    "1,2026/9/1 8:03:00,60秒,微信,N/A,192.0.2.1(北京-北京),价格→质量→服务,销售,0\n"
    "2,2026/9/1 8:03:01,61秒,微信,N/A,192.0.2.2(北京-北京),价格→服务,销售,0\n"
    "3,2026/9/1 8:03:02,62秒,微信,N/A,192.0.2.3(北京-北京),质量→价格→服务,销售,0\n"
    "4,2026/9/1 8:03:03,63秒,微信,N/A,192.0.2.4(北京-北京),质量→服务→价格,售后,0\n"
    "5,2026/9/1 8:03:04,64秒,微信,N/A,192.0.2.5(北京-北京),价格,售后,0\n"
    "6,2026/9/1 8:03:05,65秒,微信,N/A,192.0.2.6(北京-北京),质量→价格,售后,0\n"
    "7,2026/9/1 8:03:06,66秒,微信,N/A,192.0.2.7(北京-北京),价格→价格,售后,0\n"
    "8,2026/9/1 8:03:07,67秒,微信,N/A,192.0.2.8(北京-北京),(跳过),售后,0\n";

TEST(Rankings, ArrowsOfWjxByHand) {
  const json report = report_json(kArrows, customers());
  const json& column = report["inputs"][0]["columns"][6];
  EXPECT_EQ(column["role"], "ranking");
  EXPECT_EQ(column["answered"], 6);
  EXPECT_EQ(column["missing"], 1);
  EXPECT_EQ(column["invalid"], 1) << "an item twice";
  const json price = measure_of(report, "rank_mean", "价格");
  ASSERT_FALSE(price.is_null()) << report["measures"].dump();
  // ranks 1 1 2 3 1 2
  EXPECT_NEAR(price["value"].get<double>(), 10.0 / 6, 1e-9);
  EXPECT_EQ(price["n"], 6);
  EXPECT_EQ(price["interval"]["method"], "t");
  // sd √(2/3), t(5) 2.5706: 10/6 ± 0.8569
  EXPECT_NEAR(price["interval"]["low"].get<double>(), 0.8098, 1e-3);
  EXPECT_EQ(price["parts"]["left_out"], 1);
  const json first = measure_of(report, "rank_first", "价格");
  EXPECT_NEAR(first["value"].get<double>(), 50, 1e-9);
  EXPECT_EQ(first["n"], 6);
  EXPECT_EQ(first["interval"]["method"], "wilson");
  // Wilson for 3 of 6
  EXPECT_NEAR(first["interval"]["low"].get<double>(), 18.7612, 1e-3);
  const json service = measure_of(report, "ranked", "服务");
  EXPECT_NEAR(service["value"].get<double>(), 400.0 / 6, 1e-9) << "4 of the 6 who answered";
  EXPECT_EQ(measure_of(report, "rank_mean", "服务")["n"], 4) << "of those who ranked it";
  EXPECT_NEAR(measure_of(report, "rank_mean", "服务")["value"].get<double>(), 10.0 / 4, 1e-9);
  EXPECT_EQ(measure_of(report, "rank_first", "服务")["value"], 0);
}

TEST(Rankings, ArrowsBySegmentAddUp) {
  Settings settings = customers();
  settings.by = {"#8"};
  const json report = report_json(kArrows, settings);
  const json sales = measure_of(report, "rank_first", "质量", {{"2、部门", "销售"}});
  const json service = measure_of(report, "rank_first", "质量", {{"2、部门", "售后"}});
  EXPECT_EQ(sales["n"], 3);
  EXPECT_EQ(service["n"], 3);
  EXPECT_EQ(sales["parts"]["first"].get<int>() + service["parts"]["first"].get<int>(), 3);
}

// The same six answers, a column an item; row 7 gives rank 1 twice, row 8 is blank, row 9 says 7.
constexpr const char* kColumns =
    "id,Rank what matters [Price],Rank what matters [Quality],Rank what matters [Service],Team\n"
    "1,1,2,3,Sales\n2,1,,2,Sales\n3,2,1,3,Sales\n4,3,1,2,Help\n5,1,,,Help\n6,2,1,,Help\n"
    "7,1,1,,Help\n8,,,,Help\n";

TEST(Rankings, AColumnPerItemSaysTheSame) {
  const json report = report_json(kColumns, customers());
  for (int column : {1, 2, 3}) {
    EXPECT_EQ(report["inputs"][0]["columns"][column]["role"], "ranking") << column;
    EXPECT_EQ(report["inputs"][0]["columns"][column]["scale"], "1-3");
  }
  const json arrows = report_json(kArrows, customers());
  for (const auto& [english, chinese] :
       {std::pair("Price", "价格"), std::pair("Quality", "质量"), std::pair("Service", "服务")}) {
    for (const char* id : {"rank_mean", "rank_first", "ranked"}) {
      const json one = measure_of(report, id, english), other = measure_of(arrows, id, chinese);
      ASSERT_FALSE(one.is_null()) << id << report["measures"].dump();
      EXPECT_EQ(one["value"].dump(), other["value"].dump()) << id << english;
      EXPECT_EQ(one["n"], other["n"]) << id << english;
      EXPECT_EQ(one["interval"].dump(), other["interval"].dump()) << id << english;
    }
  }
  EXPECT_EQ(measure_of(report, "rank_mean", "Price")["parts"]["left_out"], 1);
  const json said = message_of(report, "ranks_invalid");
  ASSERT_FALSE(said.is_null());
  EXPECT_EQ(said["count"], 1);
}

TEST(Rankings, ColumnsBySegment) {
  Settings settings = customers();
  settings.by = {"Team"};
  const json report = report_json(kColumns, settings);
  const json help = measure_of(report, "rank_first", "Quality", {{"Team", "Help"}});
  EXPECT_EQ(help["n"], 3);
  EXPECT_NEAR(help["value"].get<double>(), 200.0 / 3, 1e-9);
}

TEST(Rankings, OutOfRangeIsInvalid) {
  Settings settings = customers();
  settings.columns = {{"#2", "ranking", ""}, {"#3", "ranking", ""}, {"#4", "ranking", ""}};
  const json report = report_json(std::string(kColumns) + "9,7,1,,Sales\n", settings);
  EXPECT_EQ(report["inputs"][0]["columns"][1]["invalid"], 1);
  EXPECT_EQ(measure_of(report, "rank_first", "Quality")["n"], 6);
  EXPECT_EQ(message_of(report, "ranks_invalid")["count"], 2) << "a rank twice, and a 7 of 3";
}

TEST(Rankings, ARoleThatIsToldCounts) {
  Settings settings = customers();
  settings.columns = {{"What matters", "ranking", ""}};
  const json report = report_json("What matters\nA;B\nB;A\nA\n", settings);
  EXPECT_EQ(measure_of(report, "rank_mean", "A")["n"], 3);
  EXPECT_NEAR(measure_of(report, "rank_mean", "A")["value"].get<double>(), 4.0 / 3, 1e-9);
}

TEST(Rankings, SmallGroupsAreHidden) {
  Settings settings;
  settings.by = {"Team"};
  const json report = report_json(kColumns, settings);
  const auto hidden = measures_of(report, "rank_mean", {{"Team", "Help"}});
  ASSERT_EQ(hidden.size(), 1u);
  EXPECT_EQ(hidden[0]["suppressed"], true);
  EXPECT_FALSE(hidden[0].contains("option"));
  EXPECT_TRUE(measures_of(report, "rank_first", {{"Team", "Help"}}).empty());
}

// Pieces of a table add up to the whole, bytes and all.
TEST(Rankings, PiecesMerge) {
  for (const char* header : {"Please rank these\n", "Rank these [A],Rank these [B]\n"}) {
    const bool list = header[0] == 'P';
    std::string text = header;
    for (int i = 0; i < 60; ++i) {
      const bool ab = i % 3 != 0;
      text += list ? (ab ? "A→B\n" : i % 2 ? "B→A\n" : "B\n") : (ab ? "1,2\n" : i % 2 ? "2,1\n" : ",1\n");
    }
    const auto whole = analyse(text, customers());
    ASSERT_TRUE(whole);
    const std::string expected = report_text(*whole);
    const json report = json::parse(expected);
    EXPECT_EQ(measure_of(report, "rank_first", "A")["n"], 60) << expected;
    EXPECT_EQ(measure_of(report, "rank_mean", "A")["n"], 50);
    for (size_t cut : {text.find('\n', text.size() / 3) + 1, text.find('\n', text.size() / 2) + 1}) {
      Analysis first(customers()), second(customers());
      ASSERT_TRUE(first.use_plan(whole->plan_json()));
      ASSERT_TRUE(second.use_plan(whole->plan_json()));
      ASSERT_TRUE(read_into(first, "t.csv", text, {0, cut, false}));
      ASSERT_TRUE(read_into(second, "t.csv", text, {cut, UINT64_MAX, true}));
      ASSERT_TRUE(second.merge(std::move(first)));
      EXPECT_EQ(report_text(second), expected);
    }
  }
}

}  // namespace
}  // namespace topline
