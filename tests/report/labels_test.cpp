// SPDX-License-Identifier: Apache-2.0
#include "core/report/labels.h"

#include <gtest/gtest.h>

#include <set>

namespace topline {
namespace {

struct Words {
  const char* id;
  std::string english;
  std::string chinese;
};

const Words kAll[] = {
#define TOPLINE_LABEL(id, english, chinese) {#id, english, chinese},
#include "core/report/labels.def"
#undef TOPLINE_LABEL
};

std::set<std::string> slots(const std::string& text) {
  std::set<std::string> found;
  for (size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
    found.insert(text.substr(at, text.find('}', at) - at + 1));
  }
  return found;
}

TEST(Labels, StandInBothLanguages) {
  for (const Words& words : kAll) {
    EXPECT_FALSE(words.english.empty()) << words.id;
    EXPECT_FALSE(words.chinese.empty()) << words.id;
    EXPECT_EQ(slots(words.english), slots(words.chinese)) << words.id;
  }
}

TEST(Labels, FillTheirSlots) {
  const Labels english("en");
  const Labels chinese("zh-CN");
  EXPECT_EQ(english(Label::answers, "12"), "12 answers");
  EXPECT_EQ(chinese(Label::answers, "12"), "12 份有效回答");
  EXPECT_EQ(english.filled(Label::by, {{"measure", "NPS"}, {"name", "{measure}"}}),
            "NPS by {measure}");
}

TEST(Labels, EveryRoleHasItsWords) {
#define TOPLINE_ROLE(name) EXPECT_TRUE(find_label("role_" #name)) << #name;
#include "core/profile/roles.def"
#undef TOPLINE_ROLE
  EXPECT_FALSE(find_label("role_unheard_of"));
}

}  // namespace
}  // namespace topline
