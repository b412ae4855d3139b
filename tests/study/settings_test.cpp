// SPDX-License-Identifier: Apache-2.0
#include "core/study/settings.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

TEST(Settings, RoundTripThroughJson) {
  Settings settings;
  settings.columns = {{"NPS = ?", "nps", "0-10"}, {"#3", "ignore", ""}};
  settings.by = {"部门"};
  settings.cross = {"a", "b"};
  settings.wave = "when";
  settings.wave_unit = "month";
  settings.weight = "w";
  settings.where = {{"Team", "Sales"}};
  settings.confidence = 0.9;
  settings.interval = "wald";
  settings.compare = "all";
  settings.min_n = 3;
  settings.audience = "customer";
  settings.language = "zh-CN";
  settings.title = "“Q”";
  settings.as_of = "2026-09-30";
  settings.seed = 18446744073709551615u;
  settings.ids = true;
  settings.drivers = {{"NPS", {"Ease", "速度"}}, {"CSAT", {"Ease"}}};
  settings.scales = {{"Trust", {"a", "b", "c"}, "alpha"}, {"Lite", {"u", "v"}, "umux_lite"}};
  settings.comments = {"Why?", {{"Speed", {"slow*", "卡顿"}}, {"Price", {"price"}}}, 5};
  settings.strata = {"region", "size"};
  settings.clusters = {"team"};
  settings.fpc = "N";
  settings.roster_size = 800;
  settings.invited = 400;
  settings.paired = true;
  settings.margins = {{"role", {{"manager", 0.2}, {"rep", 0.8}}}};
  settings.favourable = true;
  settings.crosstabs = true;
  settings.quality = true;
  settings.drop = {"speeders"};
  const auto back = settings_from_json(settings_to_json(settings));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(*back, settings);
}

TEST(Settings, OneDriverAndOneStratumNeedNoList) {
  const auto settings = settings_from_json(
      R"({"drivers":{"outcome":"a","items":["b"]},"strata":"region","drop":"speeders"})");
  ASSERT_TRUE(settings.has_value());
  EXPECT_EQ(settings->drivers, (std::vector<DriverChoice>{{"a", {"b"}}}));
  EXPECT_EQ(settings->strata, std::vector<std::string>{"region"});
  EXPECT_EQ(settings->drop, std::vector<std::string>{"speeders"});
}

TEST(Settings, WhatIsWrongIsNamed) {
  const auto code = [](const char* json) { return settings_from_json(json).error().code; };
  EXPECT_EQ(code("[]"), Code::bad_json);
  EXPECT_EQ(code("{"), Code::bad_json);
  EXPECT_EQ(code(R"({"by":"Team"})"), Code::bad_json);
  EXPECT_EQ(code(R"({"confidence":1})"), Code::bad_option);
  EXPECT_EQ(code(R"({"interval":"exact"})"), Code::bad_option);
  EXPECT_EQ(code(R"({"compare":"some"})"), Code::bad_option);
  EXPECT_EQ(code(R"({"audience":"all"})"), Code::bad_option);
  EXPECT_EQ(code(R"({"drivers":{"outcome":"a","item":["b"]}})"), Code::bad_json);
  EXPECT_EQ(code(R"({"drivers":{"outcome":"a","items":[]}})"), Code::bad_option);
  EXPECT_EQ(code(R"({"scales":[{"name":"a","items":["b","c"],"kind":"sus"}]})"), Code::bad_option);
  EXPECT_EQ(code(R"({"scales":[{"name":"a","items":["b","c"],"kind":"beta"}]})"), Code::bad_option);
  EXPECT_EQ(code(R"({"margins":{"role":{"rep":-1}}})"), Code::bad_option);
  EXPECT_EQ(code(R"({"drop":["everyone"]})"), Code::bad_option);
  EXPECT_EQ(code(R"({"roster_size":0})"), Code::bad_option);
  EXPECT_EQ(code(R"({"invited":0})"), Code::bad_option);
  EXPECT_EQ(code(R"({"comments":{"themes":[]}})"), Code::bad_json) << "no column";
  EXPECT_EQ(code(R"({"comments":{"column":"a","theme":[]}})"), Code::bad_json);
  EXPECT_EQ(code(R"({"comments":{"column":"a","themes":[{"name":"b","words":[]}]}})"), Code::bad_option);
  EXPECT_EQ(code(R"({"comments":{"column":"a","themes":[{"name":"b","words":["*"]}]}})"), Code::bad_option);
  EXPECT_EQ(code(R"({"comments":{"column":"a","themes":[{"name":"b","words":["c"]},{"name":"b","words":["d"]}]}})"),
            Code::bad_option);
  EXPECT_EQ(code(R"({"comments":{"column":"a","quotes":51}})"), Code::bad_option);
  const auto unknown = settings_from_json(R"({"waves":"x"})");
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error().params[2].second.substr(0, 4), "wave") << "the nearest key";
}

}  // namespace
}  // namespace topline
