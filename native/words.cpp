// SPDX-License-Identifier: Apache-2.0
#include "native/words.h"

#include <cstdlib>

#include "core/base/text.h"
#include "core/report/words.h"

namespace topline::native {
namespace {

struct Entry {
  std::string_view english;
  std::string_view chinese;
};

constexpr Entry kEntries[] = {
#define TOPLINE_CLI_WORDS(id, english, chinese) {english, chinese},
#include "native/words.def"
#undef TOPLINE_CLI_WORDS
};

std::string& current_language() {
  static std::string language = language_of_environment();
  return language;
}

}  // namespace

std::string say(Words words, const Params& params) {
  const Entry& entry = kEntries[static_cast<size_t>(words)];
  return fill(language() == "zh-CN" ? entry.chinese : entry.english, params);
}

const std::string& language() { return current_language(); }

void set_language(std::string_view name) { current_language() = name; }

std::string language_of_environment() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') continue;
    return language_from_name(value) == "zh-CN" ? "zh-CN" : "en";
  }
  return "en";
}

std::string language_from_name(std::string_view name) {
  const std::string folded = fold(name.substr(0, 2));
  const bool whole =
      name.size() == 2 || (name.size() > 2 && (name[2] == '-' || name[2] == '_' || name[2] == '.'));
  if (!whole) return {};
  if (folded == "zh") return "zh-CN";
  return folded == "en" ? "en" : "";
}

}  // namespace topline::native
