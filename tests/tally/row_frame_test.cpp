// SPDX-License-Identifier: Apache-2.0
#include "core/tally/row_frame.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

void add(RowFrame& frame, uint64_t offset, std::string_view a, std::string_view b, uint64_t times = 1) {
  frame.add({{0, offset, offset}, 0, 0}, {frame.code_of(0, a), frame.code_of(1, b)}, times);
}

std::vector<std::string> texts_of(const RowFrame& frame) {
  std::vector<std::string> rows;
  for (size_t r = 0; r < frame.rows().size(); ++r) {
    rows.push_back(std::string(frame.texts(0).text(frame.code(r, 0))) + "|" +
                   std::string(frame.texts(1).text(frame.code(r, 1))));
  }
  return rows;
}

TEST(RowFrame, MergingBringsTheOthersTextsAlong) {
  RowFrame ours({3, 7}), theirs({3, 7});
  add(ours, 1, "x", "1");
  add(theirs, 2, "y", "");
  add(theirs, 3, "x", "2", 2);
  ours.merge(theirs, {0});
  EXPECT_EQ(texts_of(ours), (std::vector<std::string>{"x|1", "y|", "x|2", "x|2"}));
  EXPECT_EQ(ours.rows()[1].place.offset, 2u);
}

TEST(RowFrame, RowsAreTakenOutByTheirPlace) {
  RowFrame frame({0, 1});
  add(frame, 1, "a", "1");
  add(frame, 2, "b", "2");
  add(frame, 3, "c", "3");
  frame.take_out({{0, 2, 0}});
  EXPECT_EQ(texts_of(frame), (std::vector<std::string>{"a|1", "c|3"}));
}

TEST(RowFrame, BeyondItsBoundItKeepsNothingWhateverIsAdded) {
  RowFrame frame({0, 1}), small({0, 1});
  add(frame, 1, "a", "1");
  add(frame, 2, "b", "2", 1'000'000'000'000);
  EXPECT_TRUE(frame.over_limit());
  EXPECT_TRUE(frame.rows().empty());
  add(frame, 3, "c", "3");
  EXPECT_TRUE(frame.rows().empty());
  add(small, 4, "d", "4");
  small.merge(frame, {0});
  EXPECT_TRUE(small.over_limit()) << "what is merged with it is over the bound too";
  EXPECT_TRUE(small.rows().empty());
}

TEST(RowFrame, ATextTooManyMakesAColumnIncomplete) {
  RowFrame frame({0, 1});
  for (uint32_t i = 0; i <= RowFrame::kTexts; ++i) add(frame, i, std::to_string(i), "same");
  EXPECT_FALSE(frame.texts(0).complete());
  EXPECT_TRUE(frame.texts(1).complete());
  EXPECT_EQ(frame.code(0, 0), TokenTable::kNone) << "none of its texts is kept, so that no order shows";
  EXPECT_EQ(frame.texts(1).text(frame.code(0, 1)), "same");
  RowFrame other({0, 1});
  add(other, 9'000'000, "a", "b");
  other.merge(frame, {0});
  EXPECT_FALSE(other.texts(0).complete());
  EXPECT_EQ(other.code(0, 0), TokenTable::kNone);
}

TEST(RowFrame, TextsOfTooManyBytesMakeAColumnIncomplete) {
  RowFrame frame({0, 1});
  constexpr uint64_t kLength = uint64_t{16} << 20;
  std::string text(kLength, 'x');
  for (uint64_t i = 0; i < RowFrame::kTextBytes / kLength; ++i) {
    text[0] = static_cast<char>('a' + i);
    add(frame, 2 * i, text, "same");
    add(frame, 2 * i + 1, text, "same");
  }
  EXPECT_TRUE(frame.texts(0).complete()) << "a text that repeats counts once";
  add(frame, 1000, "one more", "same");
  EXPECT_FALSE(frame.texts(0).complete());
  EXPECT_TRUE(frame.texts(1).complete());
  EXPECT_EQ(frame.rows().size(), 2 * RowFrame::kTextBytes / kLength + 1);
}

}  // namespace
}  // namespace topline
