// SPDX-License-Identifier: Apache-2.0
#include "core/tally/activity_fold.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

namespace topline {
namespace {

using Counts = std::map<std::tuple<std::string, Day, std::string>, uint64_t>;

Counts counts_of(const ActivityFold& fold) {
  Counts counts;
  for (const ActivityFold::Cell& cell : fold.cells()) {
    counts[{std::string(fold.users().text(cell.user)), cell.day,
            std::string(fold.features().text(cell.feature))}] = cell.events;
  }
  return counts;
}

TEST(ActivityFold, CountsByUserDayAndFeature) {
  ActivityFold fold;
  fold.add("ann", 10, "deals", 2);
  fold.add(" ann ", 10, "deals", 3);
  fold.add("ann", 11, "", 1);
  fold.add("bob", -4, "deals", 0);
  EXPECT_EQ(counts_of(fold), (Counts{{{"ann", 10, "deals"}, 5}, {{"ann", 11, ""}, 1}}));
  EXPECT_EQ(fold.latest(), 11);
  EXPECT_EQ(fold.users().size(), 2u) << "who did nothing leaves no trace";
  fold.add("ann", 10, "deals", UINT64_MAX);
  EXPECT_EQ((counts_of(fold)[{"ann", 10, "deals"}]), UINT64_MAX);
}

TEST(ActivityFold, AnySplitAddsUpToTheSame) {
  std::mt19937 random(7);
  Counts expected;
  ActivityFold whole;
  std::vector<ActivityFold> parts(5);
  for (int k = 0; k < 20000; ++k) {
    const std::string user = "u" + std::to_string(random() % 60);
    const Day day = static_cast<Day>(random() % 40) - 20;
    const std::string feature = random() % 4 == 0 ? "" : "f" + std::to_string(random() % 5);
    const uint64_t events = random() % 3;
    if (events != 0) expected[{user, day, feature}] += events;
    whole.add(user, day, feature, events);
    parts[random() % parts.size()].add(user, day, feature, events);
  }
  EXPECT_EQ(counts_of(whole), expected);
  ActivityFold merged;
  for (size_t k = parts.size(); k-- > 0;) merged.merge(parts[k]);
  EXPECT_EQ(counts_of(merged), expected);
  EXPECT_EQ(merged.bytes(), whole.bytes());
  EXPECT_EQ(merged.latest(), whole.latest());
  const auto texts_in_order = [](const ActivityFold& fold) {
    std::vector<std::tuple<std::string, Day, std::string>> keys;
    for (uint32_t index : fold.canonical_order()) {
      const ActivityFold::Cell& cell = fold.cells()[index];
      keys.push_back({std::string(fold.users().text(cell.user)), cell.day,
                      std::string(fold.features().text(cell.feature))});
    }
    return keys;
  };
  EXPECT_EQ(texts_in_order(merged), texts_in_order(whole));
  const auto keys = texts_in_order(whole);
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
}

TEST(ActivityFold, OverTheLimitKeepsNothingHoweverItCameIn) {
  const auto fill = [](ActivityFold& fold, int from, int to) {
    for (int k = from; k < to; ++k) fold.add("u" + std::to_string(k), k, "f", 1);
  };
  ActivityFold whole, first, second;
  whole.limit = first.limit = second.limit = 20000;
  fill(whole, 0, 200);
  fill(first, 0, 100);
  fill(second, 100, 200);
  EXPECT_TRUE(whole.over_limit);
  EXPECT_FALSE(first.over_limit);
  first.merge(second);
  EXPECT_TRUE(first.over_limit);
  EXPECT_TRUE(first.cells().empty());
  fill(first, 0, 3);
  EXPECT_TRUE(first.cells().empty());
  second.merge(first);
  EXPECT_TRUE(second.over_limit);
}

}  // namespace
}  // namespace topline
