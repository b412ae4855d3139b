// SPDX-License-Identifier: Apache-2.0
#include "core/profile/amount.h"

#include <algorithm>
#include <string>

#include "core/base/text.h"

namespace topline {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool drop_front(std::string& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text = std::string(trim(std::string_view(text).substr(word.size())));
  return true;
}
bool drop_back(std::string& text, std::string_view word) {
  if (!text.ends_with(word)) return false;
  text = std::string(trim(std::string_view(text).substr(0, text.size() - word.size())));
  return true;
}

constexpr std::string_view kCurrencies[] = {"¥",   "￥",  "$",   "€",   "£",  "rmb", "cny", "usd", "us$",
                                            "eur", "gbp", "hkd", "chf", "元", "块",  "圆",  "美元", "欧元"};

// What is left of a cell without currency, sign, brackets, percent and 万: digits and their marks.
struct Bare {
  std::string digits;
  bool negative = false;
  int64_t times = 1;
};

std::optional<Bare> bare(std::string_view cell) {
  std::string text = fold(cell);
  if (drop_front(text, "'") && text.empty()) return std::nullopt;
  Bare result;
  const auto signs = [&] {
    for (std::string_view minus : {"-", "−", "－"}) {
      if (drop_front(text, minus) || drop_back(text, minus)) result.negative = !result.negative;
    }
    drop_front(text, "+");
  };
  const auto currencies = [&] {
    for (std::string_view word : kCurrencies) {
      if (drop_front(text, word) || drop_back(text, word)) break;
    }
  };
  currencies();
  if ((text.starts_with("(") && text.ends_with(")")) || (text.starts_with("（") && text.ends_with("）"))) {
    const size_t size = text.starts_with("(") ? 1 : 3;
    text = std::string(trim(std::string_view(text).substr(size, text.size() - 2 * size)));
    result.negative = true;
  }
  signs();
  currencies();
  signs();
  drop_back(text, "%") || drop_back(text, "％");
  if (drop_back(text, "亿")) {
    result.times = 100'000'000;
  } else if (drop_back(text, "万")) {
    result.times = 10'000;
  }
  if (text.empty() || !(is_digit(text[0]) || text[0] == '.' || text[0] == ',')) return std::nullopt;
  result.digits = std::move(text);
  return result;
}

// Takes the marks between thousands out: 1 to 3 digits, then threes. False where they stand elsewhere.
bool without_groups(std::string& digits, std::string_view mark) {
  size_t at = digits.find(mark);
  if (at == std::string::npos) return true;
  if (at == 0 || at > 3) return false;
  std::string plain = digits.substr(0, at);
  while (at != std::string::npos) {
    const size_t from = at + mark.size();
    const size_t next = digits.find(mark, from);
    const size_t end = next == std::string::npos ? std::min(digits.size(), digits.find('.', from)) : next;
    if (end - from != 3) return false;
    plain += digits.substr(from, 3);
    if (next == std::string::npos) plain += digits.substr(end);
    at = next;
  }
  digits = std::move(plain);
  return true;
}

}  // namespace

NumberStyle find_number_style(const TokenTable& column) {
  bool comma = false, point = false, either = false;
  for (uint32_t code = 0; code < column.size(); ++code) {
    if (!column.kept(code) || column.count_of(code) == 0) continue;
    const auto text = bare(column.text(code));
    if (!text) continue;
    const std::string& digits = text->digits;
    const size_t last_comma = digits.rfind(','), last_point = digits.rfind('.');
    if (last_comma == std::string::npos && last_point == std::string::npos) continue;
    if (last_comma != std::string::npos && last_point != std::string::npos) {
      (last_comma > last_point ? comma : point) = true;
    } else {
      const bool is_comma = last_comma != std::string::npos;
      const size_t at = is_comma ? last_comma : last_point;
      const char mark = digits[at];
      const bool several = digits.find(mark) != at;
      const bool thousands = digits.size() - at - 1 == 3 && at >= 1 && at <= 3 && digits[0] != '0';
      if (several) {
        (is_comma ? point : comma) = true;  // 1,234,567
      } else if (!thousands) {
        (is_comma ? comma : point) = true;
      } else if (is_comma) {
        either = true;  // 1.234 is read as it is written unless a comma says otherwise
      }
    }
  }
  NumberStyle style;
  if (comma && !point) style.decimal = ',';
  style.ambiguous = (comma && point) || (either && !comma && !point);
  return style;
}

std::optional<Fixed> read_amount(std::string_view cell, const NumberStyle& style) {
  auto text = bare(cell);
  if (!text) return std::nullopt;
  std::string& digits = text->digits;
  if (style.decimal == ',') {
    for (char& c : digits) c = c == ',' ? '.' : c == '.' ? ',' : c;
  }
  for (std::string_view mark : {",", " ", "'", "’", "\xC2\xA0", "\xE2\x80\xAF"}) {
    if (!without_groups(digits, mark)) return std::nullopt;
  }
  auto fixed = parse_fixed(digits);
  if (!fixed) return std::nullopt;
  const auto value = checked_multiply(fixed->value, Int128{text->times} * (text->negative ? -1 : 1));
  if (!value) return std::nullopt;
  return Fixed{*value, fixed->rounded};
}

std::optional<Fixed> read_weight(std::string_view cell, char decimal) {
  constexpr Int128 kLargest = Int128{1'000'000} * kFixedOne;
  const auto weight = read_amount(cell, {decimal, false});
  return weight && weight->value >= 0 && weight->value <= kLargest ? weight : std::nullopt;
}

std::optional<uint64_t> read_people(std::string_view cell) {
  constexpr Int128 kMost = Int128{1'000'000'000'000} * kFixedOne;
  const auto people = read_amount(cell, {});
  if (!people || people->rounded || people->value < 0 || people->value > kMost ||
      people->value % kFixedOne != 0) {
    return std::nullopt;
  }
  return static_cast<uint64_t>(people->value / kFixedOne);
}

}  // namespace topline
