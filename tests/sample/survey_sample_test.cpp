// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "core/base/hash.h"
#include "core/topline.h"

namespace topline {
namespace {

std::string sample(const SampleOptions& options) {
  std::string text;
  write_sample(options, [&](std::string_view piece) { text += piece; });
  return text;
}

TEST(Sample, SameSeedSameBytes) {
  EXPECT_EQ(sample({7, 500, "en", "plain"}), sample({7, 500, "en", "plain"}));
  EXPECT_NE(sample({7, 500, "en", "plain"}), sample({8, 500, "en", "plain"}));
}

TEST(Sample, SaysThatItIsMadeUp) {
  EXPECT_NE(sample({1, 1, "en", "plain"}).find("synthetic"), std::string::npos);
  EXPECT_NE(sample({1, 1, "zh-CN", "plain"}).find("虚构"), std::string::npos);
}

TEST(Sample, MessyHoldsWhatMakesTablesHard) {
  const std::string text = sample({1, 400, "en", "messy"});
  for (const char* hard : {"\"\"", ",\n", "the export", "客", "销售部", "Sales"}) {
    EXPECT_NE(text.find(hard), std::string::npos) << hard;
  }
}

}  // namespace
}  // namespace topline
