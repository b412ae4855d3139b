// SPDX-License-Identifier: Apache-2.0
#include "core/report/words.h"

#include <cmath>
#include <cstdio>

namespace topline {

std::string_view english_words(Code code);
std::string_view chinese_words(Code code);
std::string_view english_words(Reason reason);
std::string_view chinese_words(Reason reason);

Language language_of(std::string_view name) {
  return name.substr(0, 2) == "zh" ? Language::zh : Language::en;
}

std::string_view language_name(Language language) {
  return language == Language::zh ? "zh-CN" : "en";
}

std::string_view words_of(Code code, Language language) {
  return language == Language::zh ? chinese_words(code) : english_words(code);
}

std::string_view words_of(Reason reason, Language language) {
  return language == Language::zh ? chinese_words(reason) : english_words(reason);
}

std::string fill(std::string_view words, const Params& params) {
  const auto value_of = [&params](std::string_view name) -> std::string_view {
    for (const auto& [key, value] : params) {
      if (key == name) return value;
    }
    return {};
  };
  std::string filled;
  for (size_t i = 0; i < words.size();) {
    const size_t end = words[i] == '{' ? words.find('}', i) : std::string_view::npos;
    if (end == std::string_view::npos) {
      filled.push_back(words[i++]);
      continue;
    }
    const std::string_view inside = words.substr(i + 1, end - i - 1);
    const size_t bar = inside.find('|');
    filled += value_of(inside.substr(0, bar));
    if (bar != std::string_view::npos) {
      // {count|cell is|cells are}: the number, then the form that goes with it.
      const size_t next = inside.find('|', bar + 1);
      const bool one = value_of(inside.substr(0, bar)) == "1";
      filled += ' ';
      filled += one ? inside.substr(bar + 1, next - bar - 1) : inside.substr(next + 1);
    }
    i = end + 1;
  }
  return filled;
}

std::string grouped(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string rounded(double value, int decimals, bool sign) {
  double unit = 1;
  for (int i = 0; i < decimals; ++i) unit *= 10;
  const double whole = std::round(value * unit);
  const double shown = whole == 0 ? 0 : whole / unit;
  char text[48];
  std::snprintf(text, sizeof text, "%.*f", decimals, shown);
  for (char* c = text; *c != '\0'; ++c) {
    if (*c == ',') *c = '.';  // an embedding program's locale
  }
  return sign && shown > 0 ? "+" + std::string(text) : std::string(text);
}

}  // namespace topline
