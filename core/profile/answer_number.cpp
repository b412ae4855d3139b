// SPDX-License-Identifier: Apache-2.0
#include "core/profile/answer_number.h"

#include <string>

#include "core/base/number.h"
#include "core/base/text.h"

namespace topline {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "−" is how typesetters write a minus.
std::string plain(std::string_view cell) {
  std::string text = fold(cell);
  if (!text.empty() && text[0] == '\'') text.erase(0, 1);
  static constexpr std::string_view kMinus = "\xE2\x88\x92";
  if (text.starts_with(kMinus)) text.replace(0, kMinus.size(), "-");
  return text;
}

bool is_unit(std::string_view text) {
  for (std::string_view unit : {"分", "星", "point", "points", "pt", "pts", "star", "stars"}) {
    if (text == unit) return true;
  }
  return false;
}

// A whole number up to 100 and nothing else; 0 for other texts.
int small_number(std::string_view text) {
  if (text.empty() || text.size() > 3) return 0;
  int value = 0;
  for (char c : text) {
    if (!is_digit(c)) return 0;
    value = 10 * value + (c - '0');
  }
  return value <= 100 ? value : 0;
}

bool has_letter(std::string_view text) {
  for (char c : text) {
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) return true;
  }
  return false;
}

// Is `rest` what may follow the number of a scale: a sign, then a label without digits first?
bool is_label(std::string_view rest) {
  bool sign = false;
  for (bool more = true; more;) {
    more = false;
    for (std::string_view mark : {" ", "-", "–", "—", ".", ":", "=", "、", "：", "(", "（", ")", "）", "|"}) {
      if (!rest.starts_with(mark)) continue;
      sign |= mark != " ";
      rest.remove_prefix(mark.size());
      more = true;
    }
  }
  return sign && !rest.empty() && !is_digit(rest[0]) && has_letter(rest);
}

std::optional<AnswerNumber> out_of(double value, std::string_view rest) {
  for (std::string_view mark : {"/", "of ", "out of "}) {
    if (!rest.starts_with(mark)) continue;
    std::string_view bound = trim(rest.substr(mark.size()));
    while (!bound.empty() && !is_digit(bound.back())) {
      const size_t digits = bound.find_first_not_of("0123456789");
      if (!is_unit(trim(bound.substr(digits)))) return std::nullopt;
      bound = bound.substr(0, digits);
    }
    const int of = small_number(bound);
    if (of >= 2 && value >= 0 && value <= of) return AnswerNumber{value, of};
  }
  return std::nullopt;
}

// "Extremely likely (10)": a label, then the number in brackets.
std::optional<AnswerNumber> behind_label(std::string_view text) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}, {"[", "]"}}) {
    if (!text.ends_with(close)) continue;
    const size_t at = text.rfind(open);
    if (at == std::string_view::npos || at == 0 || is_digit(text[0])) return std::nullopt;
    std::string_view inner = text.substr(at + open.size());
    inner = trim(inner.substr(0, inner.size() - close.size()));
    const size_t digits = std::min(inner.size(), inner.find_first_not_of("0123456789"));
    if (digits < inner.size() && !is_unit(trim(inner.substr(digits)))) return std::nullopt;
    if (digits == 0 || digits > 2) return std::nullopt;
    const auto value = parse_number(inner.substr(0, digits));
    if (value) return AnswerNumber{*value};
  }
  return std::nullopt;
}

}  // namespace

std::optional<AnswerNumber> read_answer_number(std::string_view cell) {
  const std::string text = plain(cell);
  if (text.empty()) return std::nullopt;
  if (const auto whole = parse_number(text)) return AnswerNumber{*whole};
  if (text[0] >= 'a' && text[0] <= 'z' && text.size() <= 3 && small_number(text.substr(1)) > 0) {
    return AnswerNumber{static_cast<double>(small_number(text.substr(1))), 0,
                        static_cast<char>(text[0] - 'a' + 'A')};
  }
  if (!is_digit(text[0])) return behind_label(text);
  size_t end = text.find_first_not_of("0123456789");
  if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
    end = text.find_first_not_of("0123456789", end + 1);
    if (end == std::string::npos) return std::nullopt;
  }
  const auto value = parse_number(std::string_view(text).substr(0, end));
  if (!value || *value > 100) return std::nullopt;
  const std::string_view rest = std::string_view(text).substr(end);
  const std::string_view word = trim(rest);
  if (is_unit(word)) return AnswerNumber{*value};
  if (const auto bounded = out_of(*value, word)) return bounded;
  if (is_label(rest)) return AnswerNumber{*value};
  return std::nullopt;
}

}  // namespace topline
