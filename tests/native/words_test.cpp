// SPDX-License-Identifier: Apache-2.0
#include "native/words.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

namespace topline::native {
namespace {

std::set<std::string> slots(const std::string& text) {
  std::set<std::string> found;
  for (size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
    found.insert(text.substr(at, text.find('}', at) - at + 1));
  }
  return found;
}

TEST(Words, StandInBothLanguagesWithTheSameSlots) {
#define TOPLINE_CLI_WORDS(id, english, chinese)                                      \
  EXPECT_FALSE(std::string(english).empty() || std::string(chinese).empty()) << #id; \
  EXPECT_EQ(slots(english), slots(chinese)) << #id;
#include "native/words.def"
#undef TOPLINE_CLI_WORDS
}

TEST(LanguageFromName, KnowsTheSpellings) {
  for (const char* name : {"zh", "zh-CN", "zh_CN.UTF-8", "ZH-cn", "zh_TW"}) {
    EXPECT_EQ(language_from_name(name), "zh-CN") << name;
  }
  for (const char* name : {"en", "en-GB", "en_US.UTF-8", "EN"}) {
    EXPECT_EQ(language_from_name(name), "en") << name;
  }
  for (const char* name : {"", "fr", "C", "POSIX", "zhuang", "english", "de_DE.UTF-8"}) {
    EXPECT_EQ(language_from_name(name), "") << name;
  }
}

TEST(LanguageOfEnvironment, TheFirstVariableThatIsSetDecides) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) unsetenv(name);
  EXPECT_EQ(language_of_environment(), "en");
  setenv("LANG", "zh_CN.UTF-8", 1);
  EXPECT_EQ(language_of_environment(), "zh-CN");
  setenv("LC_MESSAGES", "de_DE.UTF-8", 1);
  EXPECT_EQ(language_of_environment(), "en");
  setenv("LC_ALL", "", 1);  // empty is unset
  setenv("LC_MESSAGES", "", 1);
  EXPECT_EQ(language_of_environment(), "zh-CN");
}

}  // namespace
}  // namespace topline::native
