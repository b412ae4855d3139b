// SPDX-License-Identifier: Apache-2.0
#include "native/spool.h"

#include <gtest/gtest.h>

#include <string>

namespace topline::native {
namespace {

std::string read(const Spool& spool, uint64_t offset, size_t length) {
  std::string text(length, '\0');
  const int64_t got = spool.read(offset, text);
  text.resize(got < 0 ? 0 : static_cast<size_t>(got));
  return text;
}

TEST(Spool, GivesBackWhatItTook) {
  Spool spool;
  EXPECT_TRUE(spool.append(std::string_view("abc")));
  EXPECT_TRUE(spool.append(std::string_view("def")));
  EXPECT_EQ(spool.size(), 6u);
  EXPECT_EQ(read(spool, 0, 10), "abcdef");
  EXPECT_EQ(read(spool, 4, 10), "ef");
  EXPECT_EQ(read(spool, 6, 10), "");
}

TEST(Spool, GoesToAFileBeyondItsMemory) {
  Spool spool;
  const std::string block(Spool::kInMemory / 4 + 1, 'x');
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(spool.append(block));
  EXPECT_TRUE(spool.append(std::string_view("end")));
  EXPECT_EQ(spool.size(), 5 * block.size() + 3);
  EXPECT_EQ(read(spool, 5 * block.size() - 2, 100), "xxend");
  Spool moved = std::move(spool);
  EXPECT_EQ(read(moved, 5 * block.size(), 100), "end");
}

}  // namespace
}  // namespace topline::native
