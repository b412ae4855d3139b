// SPDX-License-Identifier: Apache-2.0
#include "core/measure/near_duplicates.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace topline {
namespace {

using Columns = std::vector<std::vector<double>>;

// Every pair, by the definition.
std::vector<size_t> by_pairs(const Columns& columns) {
  const size_t items = columns.size(), rows = columns[0].size();
  std::vector<size_t> found;
  const auto answered = [&](size_t row) {
    size_t n = 0;
    for (const auto& column : columns) n += !std::isnan(column[row]);
    return n;
  };
  for (size_t a = 0; a < rows; ++a) {
    for (size_t b = 0; b < rows; ++b) {
      if (a == b || answered(a) < kFewestForDuplicates || answered(b) < kFewestForDuplicates) continue;
      size_t equal = 0;
      for (const auto& column : columns) {
        equal += column[a] == column[b] || (std::isnan(column[a]) && std::isnan(column[b]));
      }
      if (100 * equal < 95 * items) continue;
      found.push_back(a);
      break;
    }
  }
  return found;
}

TEST(NearDuplicates, AreThoseOfEveryPairCompared) {
  std::mt19937 random(1);
  for (size_t items : {10u, 19u, 20u, 37u, 61u}) {
    Columns columns(items, std::vector<double>(60));
    for (size_t row = 0; row < 60; ++row) {
      // Half of the rows are an earlier one with some answers changed.
      const bool copy = row > 0 && random() % 2 == 0;
      const size_t from = copy ? random() % row : 0;
      for (auto& column : columns) column[row] = copy ? column[from] : 1 + random() % 5;
      for (size_t change = random() % 5; change > 0; --change) {
        columns[random() % items][row] = random() % 3 == 0 ? NAN : 1 + random() % 5;
      }
    }
    EXPECT_EQ(near_duplicates(columns), by_pairs(columns)) << items << " items";
    EXPECT_FALSE(near_duplicates(columns).empty()) << items << " items";
  }
}

TEST(NearDuplicates, RowsOfFewAnswersTellNothing) {
  EXPECT_TRUE(near_duplicates(Columns(9, {1, 1, 1})).empty());
  EXPECT_EQ(near_duplicates(Columns(10, {1, 1, 2})), (std::vector<size_t>{0, 1}));
  Columns blank(12, {1, 1});
  for (size_t i = 0; i < 3; ++i) blank[i] = {NAN, NAN};
  EXPECT_TRUE(near_duplicates(blank).empty()) << "nine answers each";
}

}  // namespace
}  // namespace topline
