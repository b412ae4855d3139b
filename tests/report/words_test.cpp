// SPDX-License-Identifier: Apache-2.0
#include "core/report/words.h"

#include <gtest/gtest.h>

#include <set>

namespace topline {
namespace {

std::set<std::string> params_in(std::string_view words) {
  std::set<std::string> params;
  for (size_t at = words.find('{'); at != std::string_view::npos; at = words.find('{', at + 1)) {
    params.emplace(words.substr(at + 1, words.find_first_of("}|", at) - at - 1));
  }
  return params;
}

TEST(Words, EveryCodeSpeaksBothLanguagesAndNamesTheSameThings) {
  for (Code code : all_codes()) {
    const auto english = words_of(code, Language::en);
    const auto chinese = words_of(code, Language::zh);
    EXPECT_FALSE(english.empty()) << code_name(code);
    EXPECT_FALSE(chinese.empty()) << code_name(code);
    EXPECT_NE(english, chinese) << code_name(code);
    EXPECT_EQ(params_in(english), params_in(chinese)) << code_name(code);
  }
  for (Reason reason : all_reasons()) {
    EXPECT_FALSE(words_of(reason, Language::en).empty()) << reason_name(reason);
    EXPECT_FALSE(words_of(reason, Language::zh).empty()) << reason_name(reason);
  }
}

TEST(Words, FilledAndRounded) {
  EXPECT_EQ(fill("{count} of {name}{none}.", {{"name", "Q1"}, {"count", "3"}}), "3 of Q1.");
  EXPECT_EQ(fill("{n|row is|rows are} cut", {{"n", "1"}}), "1 row is cut");
  EXPECT_EQ(fill("{n|row is|rows are} cut", {{"n", "2"}}), "2 rows are cut");
  EXPECT_EQ(grouped(1142), "1,142");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(18446744073709551615u), "18,446,744,073,709,551,615");
  EXPECT_EQ(rounded(18.5, 0, true), "+19");
  EXPECT_EQ(rounded(-0.4, 0, true), "0");
  EXPECT_EQ(rounded(-18.49, 0, true), "-18");
  EXPECT_EQ(rounded(3.85, 1, false), "3.9");
  EXPECT_EQ(rounded(0.0439, 3, false), "0.044");
  EXPECT_EQ(language_of("zh_CN.UTF-8"), Language::zh);
  EXPECT_EQ(language_of("C"), Language::en);
}

}  // namespace
}  // namespace topline
