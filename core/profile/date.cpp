// SPDX-License-Identifier: Apache-2.0
#include "core/profile/date.h"

#include <array>
#include <cstdio>

#include "core/base/text.h"

namespace topline {

// Hinnant, "chrono-compatible low-level date algorithms": days_from_civil.
Day day_number(int year, int month, int day) {
  year -= month <= 2;
  const int era = year / 400;
  const int of_era = year - era * 400;
  const int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Civil civil(Day days) {
  const int z = days + 719468;
  const int era = z / 146097;
  const int of_era = z - era * 146097;
  const int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted = (5 * of_year + 2) / 153;
  const int month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {year_of_era + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1};
}

namespace {

constexpr unsigned kYmd = 1, kMdy = 2, kDmy = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Parts {
  std::array<int, 3> number{};
  std::array<size_t, 3> digits{};
  std::string_view rest;
};

// Takes a run of digits off `text`; 0 digits where there is none.
size_t take_number(std::string_view& text, int& number) {
  size_t digits = 0;
  number = 0;
  while (digits < text.size() && digits < 8 && is_digit(text[digits])) {
    number = number * 10 + (text[digits] - '0');
    ++digits;
  }
  text.remove_prefix(digits);
  return digits;
}

bool take(std::string_view& text, std::string_view word) {
  if (text.substr(0, word.size()) != word) return false;
  text.remove_prefix(word.size());
  return true;
}

std::optional<Parts> split(std::string_view text) {
  text = trim(text);
  Parts parts;
  parts.digits[0] = take_number(text, parts.number[0]);
  if (parts.digits[0] == 0) return std::nullopt;
  if (parts.digits[0] == 8) {  // 20260927
    const int all = parts.number[0];
    if (!text.empty() && text[0] != ' ' && text[0] != 'T') return std::nullopt;
    parts = {{all / 10000, all / 100 % 100, all % 100}, {4, 2, 2}, text};
    return parts;
  }
  std::string_view separator;
  for (std::string_view candidate : {"-", "/", ".", "年"}) {
    if (text.substr(0, candidate.size()) == candidate) separator = candidate;
  }
  if (separator.empty()) return std::nullopt;
  take(text, separator);
  parts.digits[1] = take_number(text, parts.number[1]);
  if (parts.digits[1] == 0 || !take(text, separator == "年" ? "月" : separator))
    return std::nullopt;
  parts.digits[2] = take_number(text, parts.number[2]);
  if (parts.digits[2] == 0) return std::nullopt;
  if (separator == "年") take(text, "日");
  if (!text.empty() && text[0] != ' ' && text[0] != 'T') return std::nullopt;
  parts.rest = text;
  return parts;
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

bool valid(int year, int month, int day) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  return day <= kDays[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

std::optional<Day> arrange(const Parts& parts, DateOrder order) {
  int year = parts.number[0], month = parts.number[1], day = parts.number[2];
  if (order != DateOrder::ymd) {
    year = parts.number[2];
    month = parts.number[order == DateOrder::mdy ? 0 : 1];
    day = parts.number[order == DateOrder::mdy ? 1 : 0];
  }
  const size_t year_digits = parts.digits[order == DateOrder::ymd ? 0 : 2];
  if (year_digits == 2 && order != DateOrder::ymd) year += 2000;
  if (year_digits != 4 && !(year_digits == 2 && order != DateOrder::ymd)) return std::nullopt;
  if (!valid(year, month, day)) return std::nullopt;
  return day_number(year, month, day);
}

// "8:03", "8:03:00", "3:00:00 PM": seconds of the day; 0 where no time stands there.
uint32_t time_of_day(std::string_view text) {
  while (!text.empty() && (text[0] == ' ' || text[0] == 'T')) text.remove_prefix(1);
  int hour = 0, minute = 0, second = 0;
  if (take_number(text, hour) == 0 || !take(text, ":")) return 0;
  take_number(text, minute);
  if (take(text, ":")) take_number(text, second);
  const std::string rest = fold(text);
  if (rest.substr(0, 2) == "pm" && hour < 12) hour += 12;
  if (rest.substr(0, 2) == "am" && hour == 12) hour = 0;
  if (hour > 23 || minute > 59 || second > 60) return 0;
  return static_cast<uint32_t>(hour * 3600 + minute * 60 + second);
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text, DateOrder order) {
  if (order == DateOrder::none) return std::nullopt;
  const auto parts = split(text);
  if (!parts) return std::nullopt;
  const auto day = arrange(*parts, order);
  if (!day) return std::nullopt;
  return Moment{*day, time_of_day(parts->rest)};
}

unsigned possible_orders(std::string_view text) {
  const auto parts = split(text);
  if (!parts) return 0;
  return (arrange(*parts, DateOrder::ymd) ? kYmd : 0) |
         (arrange(*parts, DateOrder::mdy) ? kMdy : 0) |
         (arrange(*parts, DateOrder::dmy) ? kDmy : 0);
}

std::string iso_date(Day day) {
  const Civil date = civil(day);
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year % 10000, date.month % 100,
                date.day % 100);
  return text;
}

std::string wave_of(Day day, WaveUnit unit) {
  const Civil date = civil(day);
  const std::string year = std::to_string(date.year);
  switch (unit) {
    case WaveUnit::none:
    case WaveUnit::day:
      return iso_date(day);
    case WaveUnit::month:
      return iso_date(day).substr(0, 7);
    case WaveUnit::quarter:
      return year + "-Q" + std::to_string((date.month + 2) / 3);
    case WaveUnit::year:
      return year;
    case WaveUnit::week: {
      // ISO 8601: the week belongs to the year of its Thursday; 1970-01-01 was a Thursday.
      const Day weekday = ((day + 3) % 7 + 7) % 7;  // Monday = 0
      const Day thursday = day - weekday + 3;
      const Civil at = civil(thursday);
      const int week = (thursday - day_number(at.year, 1, 1)) / 7 + 1;
      return std::to_string(at.year) + (week < 10 ? "-W0" : "-W") + std::to_string(week);
    }
  }
  return {};
}

}  // namespace topline
