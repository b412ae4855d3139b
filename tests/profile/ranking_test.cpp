// SPDX-License-Identifier: Apache-2.0
#include "core/profile/ranking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/profile/profile.h"

namespace topline {
namespace {

using testing::ElementsAre;

std::string_view mark_of(const std::vector<std::string>& texts, bool asked,
                         LayoutKind layout = LayoutKind::plain) {
  TokenTable table;
  for (const std::string& text : texts) table.add(text, 5, {});
  return find_order_mark(table, layout, asked);
}

TEST(Ranking, HeadersAskForAnOrder) {
  EXPECT_TRUE(asks_for_order("Please rank these by importance"));
  EXPECT_TRUE(asks_for_order("6、请按重要程度排序"));
  EXPECT_TRUE(asks_for_order("Order of importance"));
  EXPECT_FALSE(asks_for_order("Which of these do you use?"));
  EXPECT_FALSE(asks_for_order("Frankly, how was it?"));
}

TEST(Ranking, ListsInOneCell) {
  EXPECT_EQ(mark_of({"价格→质量→服务", "质量→价格", "服务→质量→价格"}, false, LayoutKind::wjx), "→");
  EXPECT_EQ(mark_of({"Price→Speed", "Speed→Price", "Price"}, false), "→");
  EXPECT_EQ(mark_of({"Price;Speed;", "Speed;Price;", "Price;"}, true, LayoutKind::microsoft_forms), ";");
  EXPECT_EQ(mark_of({"Price;Speed;", "Speed;Price;"}, false, LayoutKind::microsoft_forms), "")
      << "a multiple choice, unless an order is asked for";
  EXPECT_EQ(mark_of({"clicked File→Export and waited", "fine", "no, thanks"}, false), "");
}

TEST(Ranking, AnItemStandsOnce) {
  EXPECT_THAT(read_order("B → A→C", "→"), ElementsAre("B", "A", "C"));
  EXPECT_THAT(read_order("A;B;", ";"), ElementsAre("A", "B"));
  EXPECT_TRUE(read_order("A→B→A", "→").empty());
}

TEST(Ranking, HeadersNameTheItem) {
  EXPECT_EQ(split_item("Rank these [Price]").item, "Price");
  EXPECT_EQ(split_item("Rank these [Price]").question, "Rank these");
  EXPECT_EQ(split_item("Please rank - well - Price").item, "Price");
  EXPECT_EQ(split_item("请排序：价格").item, "价格");
  EXPECT_EQ(split_item("请排序（价格）").question, "请排序");
  EXPECT_EQ(split_item("Department").item, "");
}

std::vector<ColumnPlan> named(const std::vector<std::string>& names) {
  std::vector<ColumnPlan> columns;
  for (const std::string& name : names) {
    columns.emplace_back();
    columns.back().name = name;
    columns.back().role = Role::rating;
  }
  return columns;
}

Evidence ranks(double most) {
  Evidence evidence;
  evidence.filled = evidence.whole = evidence.numeric = 20;
  evidence.min = 1;
  evidence.max = most;
  return evidence;
}

TEST(Ranking, NeighboursWithRanksAreOne) {
  auto columns = named({"Rank these [Price]", "Rank these [Speed]", "Rank these [Help]", "Rank [Other]"});
  guess_rankings(columns, {ranks(3), ranks(3), ranks(2), ranks(1)});
  EXPECT_EQ(columns[0].role, Role::ranking);
  EXPECT_EQ(columns[2].role, Role::ranking);
  EXPECT_EQ(columns[3].role, Role::rating) << "one item is no order";
  const auto found = find_rankings(columns);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(found[0], ElementsAre(0, 1, 2));
  EXPECT_EQ(columns[1].scale, (Scale{1, 3}));
}

TEST(Ranking, ScoresOfItemsAreNone) {
  auto columns = named({"Rank these [Price]", "Rank these [Speed]"});
  guess_rankings(columns, {ranks(5), ranks(5)});
  EXPECT_EQ(columns[0].role, Role::rating) << "a rank is at most the number of items";
  columns = named({"Rate these [Price]", "Rate these [Speed]"});
  guess_rankings(columns, {ranks(2), ranks(2)});
  EXPECT_EQ(columns[0].role, Role::rating);
}

}  // namespace
}  // namespace topline
