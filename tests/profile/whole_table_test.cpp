// SPDX-License-Identifier: Apache-2.0
#include "core/profile/whole_table.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

Profile profile_of(const std::vector<std::vector<std::string>>& table) {
  Profile profile = make_profile(table[0]);
  for (size_t row = 1; row < table.size(); ++row) {
    for (size_t c = 0; c < table[row].size(); ++c) profile.columns[c].add(table[row][c], 1, {});
    ++profile.rows;
    ++profile.table_rows;
  }
  return profile;
}

TEST(WholeTable, CombinationsWithCountsAreAFrequencyTable) {
  EXPECT_EQ(find_frequency(profile_of({{"Sat", "Team", "Freq"},
                                       {"High", "A", "12"}, {"Low", "A", "3"},
                                       {"High", "B", "7"}, {"Low", "B", "9"}})), 2u);
  EXPECT_EQ(find_frequency(profile_of({{"满意度", "人数"}, {"满意", "12"}, {"不满意", "3"}})), 1u);
}

TEST(WholeTable, ANumberCalledCountInATableOfAnswersIsNone) {
  std::vector<std::vector<std::string>> table = {{"Sat", "Count"}};
  for (int i = 0; i < 40; ++i) table.push_back({i % 2 ? "High" : "Low", std::to_string(i)});
  EXPECT_FALSE(find_frequency(profile_of(table))) << "more rows than combinations";
  EXPECT_FALSE(find_frequency(profile_of({{"Sat", "Score"}, {"High", "1"}, {"Low", "2"}})));
  EXPECT_FALSE(find_frequency(profile_of({{"Sat", "Freq"}, {"High", "1.5"}, {"Low", "2"}})));
}

TEST(WholeTable, TotalsOverFiguresAreASummary) {
  EXPECT_TRUE(is_summary(profile_of({{"", "Yes", "No", "Total"},
                                     {"Asia", "52.68%", "47.32%", "305"},
                                     {"Total", "60%", "40%", "2,302"}})));
  EXPECT_TRUE(is_summary(profile_of({{"部门", "满意", "不满意"}, {"销售", "12", "3"}, {"合计", "12", "3"}})));
  EXPECT_FALSE(is_summary(profile_of({{"Team", "Score"}, {"Sales", "9"}, {"Service", "8"}})));
  EXPECT_FALSE(is_summary(profile_of({{"Name", "Why", "Score"}, {"a", "Total chaos", "9"}, {"b", "fine", "8"}})));
}

}  // namespace
}  // namespace topline
