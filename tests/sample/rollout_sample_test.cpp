// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "core/base/hash.h"
#include "core/sample/company.h"
#include "core/sample/sample.h"

namespace topline {
namespace {

SampleOptions options_of(std::string_view kind, const std::string& language, uint64_t seed = 1) {
  SampleOptions options;
  options.kind = kind;
  options.language = language;
  options.seed = seed;
  options.rows = 20;
  return options;
}

std::string csv(const SampleOptions& options) {
  std::string text;
  write_sample(options, [&](std::string_view piece) { text += piece; });
  return text;
}

TEST(RolloutSample, EveryKindIsMarkedInBothLanguages) {
  for (TableKind kind : all_kinds()) {
    EXPECT_NE(csv(options_of(kind_name(kind), "en")).find("(synthetic sample)"), std::string::npos);
    EXPECT_NE(csv(options_of(kind_name(kind), "zh-CN")).find("（虚构示例）"), std::string::npos);
  }
  EXPECT_EQ(csv(options_of("no kind", "en")), "");
}

TEST(RolloutSample, LanguagesDifferOnlyInWords) {
  for (TableKind kind : all_kinds()) {
    const SampleSheet english = sample_sheet(options_of(kind_name(kind), "en"));
    const SampleSheet chinese = sample_sheet(options_of(kind_name(kind), "zh-CN"));
    EXPECT_EQ(english.name, kind_label(kind, false));
    EXPECT_EQ(chinese.name, kind_label(kind, true));
    ASSERT_EQ(english.columns.size(), chinese.columns.size());
    ASSERT_EQ(english.rows.size(), chinese.rows.size());
    for (size_t row = 0; row < english.rows.size(); ++row) {
      ASSERT_EQ(english.rows[row].size(), english.columns.size());
      ASSERT_EQ(chinese.rows[row].size(), chinese.columns.size());
      for (size_t c = 0; c < english.columns.size(); ++c) {
        EXPECT_EQ(english.rows[row][c].empty(), chinese.rows[row][c].empty());
        if (english.columns[c].type == SampleSheet::Type::text) continue;
        EXPECT_EQ(english.rows[row][c], chinese.rows[row][c]);
      }
    }
  }
}

TEST(RolloutSample, KeysJoin) {
  const auto column = [](std::string_view kind, size_t index) {
    std::set<std::string> texts;
    for (const auto& row : sample_sheet(options_of(kind, "en")).rows) texts.insert(row[index]);
    return texts;
  };
  const auto inside = [](const std::set<std::string>& some, const std::set<std::string>& all) {
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
  };
  const std::set<std::string> users = column("roster", 0), customers = column("accounts", 0);
  EXPECT_EQ(users.size(), 120u);
  EXPECT_EQ(customers.size(), 300u);
  EXPECT_TRUE(inside(column("usage", 0), users));
  EXPECT_TRUE(inside(column("orders", 6), users));
  EXPECT_TRUE(inside(column("pipeline", 1), users));
  EXPECT_TRUE(inside(column("orders", 1), customers));
  EXPECT_TRUE(inside(column("receivables", 1), customers));
  EXPECT_TRUE(inside(column("pipeline", 2), customers));
}

TEST(RolloutSample, IsTheSameOnEveryMachine) {
  // A change of a draw is a change of every report that people compare theirs with.
  std::string all;
  for (TableKind kind : all_kinds()) all += csv(options_of(kind_name(kind), "en"));
  EXPECT_EQ(to_hex(fingerprint(all)), "35590306d4194f2e67996742aaec3283");
  EXPECT_NE(csv(options_of("orders", "en", 2)), csv(options_of("orders", "en", 1)));
}

TEST(RolloutSample, NothingHappensAfterItsLastDay) {
  const Company company = make_company(5);
  for (const Order& order : company.orders) {
    EXPECT_TRUE(company.customers[order.customer].buys_on(order.day));
    EXPECT_LE(order.day, sample_days::last());
    EXPECT_LE(order.delivered.value_or(order.day), sample_days::last());
    EXPECT_GT(order.cents, 0);
  }
  for (const Use& use : company.uses) {
    EXPECT_TRUE(company.staff[use.user].licensed);
    EXPECT_LE(company.staff[use.user].since, use.at / 1440);
    EXPECT_LE(use.at / 1440, sample_days::last());
  }
}

TEST(BlankSheet, HoldsAFieldAColumnAndAnExampleOfEach) {
  for (TableKind kind : all_kinds()) {
    for (const char* language : {"en", "zh-CN"}) {
      EXPECT_TRUE(blank_sheet(kind, language, false).rows.empty());
      EXPECT_FALSE(kind_brings(kind, language).empty());
      const SampleSheet sheet = blank_sheet(kind, language, true);
      ASSERT_EQ(sheet.rows.size(), 1u);
      ASSERT_EQ(sheet.rows[0].size(), sheet.columns.size());
      for (size_t i = 0; i < sheet.columns.size(); ++i) {
        EXPECT_FALSE(sheet.rows[0][i].empty()) << kind_name(kind) << " " << sheet.columns[i].header;
      }
    }
  }
}

}  // namespace
}  // namespace topline
