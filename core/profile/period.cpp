// SPDX-License-Identifier: Apache-2.0
#include "core/profile/period.h"

#include <cmath>
#include <string>
#include <vector>

#include "core/base/number.h"
#include "core/base/text.h"

namespace topline {
namespace {

constexpr int64_t kFirstYear = 1900, kLastYear = 2199;

bool is_year(int64_t number) { return number >= kFirstYear && number <= kLastYear; }

// What a word beside the numbers says.
enum class Word : uint8_t { period, month, quarter, year };

struct Named {
  std::string_view text;
  Word word;
};
// Longest first where one begins with the other.
constexpr Named kWords[] = {
    {"period", Word::period}, {"quarter", Word::quarter}, {"months", Word::month},
    {"month", Word::month},   {"year", Word::year},       {"fy", Word::year},
    {"cy", Word::year},       {"q", Word::quarter},       {"m", Word::month},
    {"y", Word::year},        {"t", Word::period},        {"第", Word::period},
    {"期", Word::period},     {"季度", Word::quarter},    {"季", Word::quarter},
    {"月份", Word::month},    {"月", Word::month},        {"年度", Word::year},
    {"年", Word::year},
};
constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
constexpr std::string_view kNumerals[] = {"一", "二", "三", "四"};

struct Tokens {
  std::vector<int64_t> numbers;
  int month = 0;  ///< a month by its name
  bool has_month = false, has_quarter = false, has_year = false;
};

bool starts_with(std::string_view text, std::string_view word) {
  return text.substr(0, word.size()) == word;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// Takes an English month off the text, in full or its first three letters.
int take_month(std::string_view& text) {
  size_t letters = 0;
  while (letters < text.size() && is_letter(text[letters])) ++letters;
  for (int m = 0; m < 12; ++m) {
    if (text.substr(0, letters) != kMonths[m] &&
        text.substr(0, letters) != kMonths[m].substr(0, 3)) {
      continue;
    }
    text.remove_prefix(letters);
    return m + 1;
  }
  return 0;
}

std::optional<Tokens> tokens_of(std::string_view text) {
  Tokens tokens;
  while (!text.empty()) {
    if (is_digit(text[0])) {
      size_t digits = 0;
      int64_t number = 0;
      for (; digits < text.size() && is_digit(text[digits]); ++digits) {
        if (digits == 6) return std::nullopt;
        number = number * 10 + (text[digits] - '0');
      }
      tokens.numbers.push_back(number);
      text.remove_prefix(digits);
      continue;
    }
    if (text[0] == ' ' || text[0] == '-' || text[0] == '/' || text[0] == '_' || text[0] == '=' ||
        text[0] == '.') {
      text.remove_prefix(1);
      continue;
    }
    if (const int month = take_month(text); month != 0) {
      if (tokens.month != 0) return std::nullopt;
      tokens.month = month;
      continue;
    }
    bool known = false;
    for (int n = 0; n < 4 && !known; ++n) {
      const std::string quarter = std::string(kNumerals[n]) + "季";
      if (!starts_with(text, quarter)) continue;
      tokens.numbers.push_back(n + 1);
      text.remove_prefix(kNumerals[n].size());
      known = true;
    }
    for (const Named& named : kWords) {
      if (known || !starts_with(text, named.text)) continue;
      text.remove_prefix(named.text.size());
      // "m" is a word, the m of "maintenance" is none.
      if (is_letter(named.text[0]) && !text.empty() && is_letter(text[0])) return std::nullopt;
      tokens.has_month |= named.word == Word::month;
      tokens.has_quarter |= named.word == Word::quarter;
      tokens.has_year |= named.word == Word::year;
      known = true;
    }
    if (!known) return std::nullopt;
  }
  return tokens;
}

std::optional<Period> in_year(int64_t year, int64_t part, bool quarter) {
  const int64_t parts = quarter ? 4 : 12;
  if (!is_year(year) || part < 1 || part > parts) return std::nullopt;
  return Period{quarter ? PeriodUnit::quarter : PeriodUnit::month, true, year * parts + part - 1};
}

// "2026", "202601", "3", "1.0", "-1": numbers and nothing else.
std::optional<Period> of_number(double number) {
  if (std::nearbyint(number) != number || std::abs(number) >= 1e6) return std::nullopt;
  const auto whole = static_cast<int64_t>(number);
  if (is_year(whole)) return Period{PeriodUnit::year, true, whole};
  if (is_year(whole / 100)) return in_year(whole / 100, whole % 100, false);
  return Period{PeriodUnit::bare, false, whole};
}

}  // namespace

std::optional<Period> parse_period(std::string_view text) {
  const std::string folded = fold(text);
  if (folded.empty() || folded.size() > 32) return std::nullopt;
  if (const auto number = parse_number(folded)) {
    const size_t point = folded.find('.');
    if (point == 4 && folded.size() == 7) {  // "2026.01", "2026.10"
      const auto month = parse_number(folded.substr(5));
      return in_year(static_cast<int64_t>(*number), static_cast<int64_t>(month.value_or(0)), false);
    }
    return of_number(*number);
  }
  const auto tokens = tokens_of(folded);
  if (!tokens) return std::nullopt;
  const std::vector<int64_t>& numbers = tokens->numbers;
  if (tokens->month != 0) {
    if (numbers.size() != 1) return std::nullopt;
    return in_year(numbers[0], tokens->month, false);
  }
  if (numbers.size() == 2) {
    const bool year_first = is_year(numbers[0]);
    return in_year(year_first ? numbers[0] : numbers[1], year_first ? numbers[1] : numbers[0],
                   tokens->has_quarter);
  }
  if (numbers.size() != 1) return std::nullopt;
  if (tokens->has_quarter) return Period{PeriodUnit::quarter, false, numbers[0]};
  if (tokens->has_month) return Period{PeriodUnit::month, false, numbers[0]};
  if (tokens->has_year) return Period{PeriodUnit::year, is_year(numbers[0]), numbers[0]};
  return of_number(static_cast<double>(numbers[0]));
}

Day first_day(const Period& period) {
  const int64_t parts = period.unit == PeriodUnit::month     ? 12
                        : period.unit == PeriodUnit::quarter ? 4
                                                             : 1;
  return day_number(static_cast<int>(period.index / parts),
                    static_cast<int>(period.index % parts * (12 / parts)) + 1, 1);
}

}  // namespace topline
