// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/cell_format.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <utility>

#include "core/base/number.h"

namespace topline {
namespace {

// Days from 1970-01-01 to the civil date, and back (Howard Hinnant, chrono-compatible date algorithms).
std::string civil(int64_t days) {
  days += 719468;
  const int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const auto of_era = static_cast<uint64_t>(days - era * 146097);
  const uint64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const uint64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const uint64_t shifted = (5 * of_year + 2) / 153;
  const uint64_t day = of_year - (153 * shifted + 2) / 5 + 1;
  const uint64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%04lld-%02llu-%02llu",
                static_cast<long long>(year + static_cast<uint64_t>(era * 400) + (month <= 2 ? 1 : 0)),
                static_cast<unsigned long long>(month), static_cast<unsigned long long>(day));
  return buffer;
}

// The inverse of civil().
int64_t days_of(int64_t year, int64_t month, int64_t day) {
  year -= month <= 2 ? 1 : 0;
  const int64_t era = (year >= 0 ? year : year - 399) / 400;
  const int64_t of_era = year - era * 400;
  const int64_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

bool take(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

bool take_whole(std::string_view& text, int64_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return false;
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return true;
}

// "58" or "57.9999998" in thousandths.
bool take_seconds(std::string_view& text, int64_t& thousandths) {
  const size_t size = std::min(text.size(), text.find_first_not_of("0123456789."));
  const auto value = parse_number(text.substr(0, size));
  if (!value || *value > 1e12) return false;
  thousandths = std::llround(*value * 1000);
  text.remove_prefix(size);
  return true;
}

// "20:26:58", or with milliseconds where there are any.
std::string clock(int64_t ms, bool pad) {
  char buffer[48];
  const int length = std::snprintf(buffer, sizeof buffer, pad ? "%02lld:%02lld:%02lld" : "%lld:%02lld:%02lld",
                                   static_cast<long long>(ms / 3'600'000),
                                   static_cast<long long>(ms / 60'000 % 60),
                                   static_cast<long long>(ms / 1000 % 60));
  if (ms % 1000 != 0) {
    std::snprintf(buffer + length, sizeof buffer - static_cast<size_t>(length), ".%03lld",
                  static_cast<long long>(ms % 1000));
  }
  return buffer;
}

constexpr int64_t kDay = 86'400'000;  // ms

// `day` as civil() gives its text, and the milliseconds of that day.
std::string moment_text(std::string day, int64_t rest, CellFormat format) {
  return format == CellFormat::date && rest == 0 ? day : day + ' ' + clock(rest, true);
}

std::string serial_text(int64_t ms, CellFormat format, bool since_1904) {
  if (format == CellFormat::duration) return clock(ms, false);
  const int64_t day = ms / kDay;
  const int64_t rest = ms % kDay;
  if (format == CellFormat::time && day == 0) return clock(rest, true);
  std::string text;
  if (since_1904) {
    text = civil(day - 24107);
  } else if (day == 60) {
    text = "1900-02-29";  // Lotus 1-2-3 took 1900 for a leap year, and so does every workbook since
  } else {
    text = civil(day - (day < 60 ? 25568 : 25569));
  }
  return moment_text(std::move(text), rest, format);
}

std::string fifteen_digits(double value) {
  char buffer[64];
  if (std::nearbyint(value) == value && std::fabs(value) < 1e15) {
    std::snprintf(buffer, sizeof buffer, "%lld", static_cast<long long>(value));
    return buffer;
  }
  std::snprintf(buffer, sizeof buffer, "%.15g", value);
  std::string text = buffer;
  const size_t e = text.find('e');
  if (e != std::string::npos && std::fabs(value) < 1 && std::fabs(value) >= 1e-20) {
    const int exponent = -std::stoi(text.substr(e + 1));
    std::snprintf(buffer, sizeof buffer, "%.*f", 14 + exponent, value);
    text = buffer;
    text.erase(text.find_last_not_of('0') + 1);
  }
  std::replace(text.begin(), text.end(), ',', '.');  // as in format_number()
  return text;
}

bool is_plain(std::string_view raw) {
  const bool padded = raw.ends_with('0') && raw.find('.') != std::string_view::npos;  // "249.0"
  return !padded && raw.size() <= 16 &&
         raw.find_first_not_of("-0123456789.") == std::string_view::npos;
}

// The letters of a format's first section that stand for parts of a date or a time.
struct Letters {
  bool date = false, time = false, month_or_minute = false, duration = false, percent = false;
};

Letters letters_of(std::string_view code) {
  Letters found;
  for (size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    const char c = code[at];
    if (c == '"') {
      at = std::min(code.size(), code.find('"', at + 1));
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '[') {
      const size_t end = std::min(code.size(), code.find(']', at));
      const std::string_view inner = code.substr(at + 1, end - at - 1);
      found.duration |= !inner.empty() && inner.find_first_not_of("hHmMsS") == std::string_view::npos;
      at = end;
    } else if (code.substr(at, 5) == "AM/PM" || code.substr(at, 3) == "A/P") {
      found.time = true;
      at += code.substr(at, 5) == "AM/PM" ? 4 : 2;
    } else if (code.substr(at, 7) == "General") {
      at += 6;
    } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') {
      found.date = true;
    } else if (c == 'h' || c == 'H' || c == 's' || c == 'S') {
      found.time = true;
    } else if (c == 'm' || c == 'M') {
      found.month_or_minute = true;
    } else if (c == '%') {
      found.percent = true;
    }
  }
  return found;
}

}  // namespace

CellFormat format_of(uint32_t id, std::string_view code) {
  if (code.empty()) {
    if (id == 9 || id == 10) return CellFormat::percent;
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36) return CellFormat::date;
    if ((id >= 50 && id <= 54) || id == 57 || id == 58) return CellFormat::date;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47) return CellFormat::time;
    if (id == 55 || id == 56) return CellFormat::time;
    if (id == 22) return CellFormat::moment;
    return id == 46 ? CellFormat::duration : CellFormat::number;
  }
  const Letters found = letters_of(code);
  if (found.duration) return CellFormat::duration;
  if (found.time) return found.date ? CellFormat::moment : CellFormat::time;
  if (found.date || found.month_or_minute) return CellFormat::date;
  return found.percent ? CellFormat::percent : CellFormat::number;
}

std::string number_text(std::string_view raw, CellFormat format, bool since_1904) {
  if (format == CellFormat::number && is_plain(raw)) return std::string(raw);
  const auto value = parse_number(raw);
  if (!value) return std::string(raw);
  if (format == CellFormat::number) return fifteen_digits(*value);
  if (format == CellFormat::percent) return fifteen_digits(*value * 100) + '%';
  // Beyond the year 9999 a workbook shows no date either.
  if (*value < 0 || *value > 2'958'466) return fifteen_digits(*value);
  const auto ms = static_cast<int64_t>(std::llround(*value * static_cast<double>(kDay)));
  return serial_text(ms, format, since_1904);
}

std::string iso_moment_text(std::string_view iso, CellFormat format) {
  std::string_view rest = iso;
  int64_t year = 0, month = 0, day = 0, hours = 0, minutes = 0, ms = 0;
  bool good = take_whole(rest, year) && take(rest, '-') && take_whole(rest, month) && take(rest, '-') &&
              take_whole(rest, day) && month >= 1 && month <= 12 && day >= 1 && day <= 31 && year <= 9999;
  if (good && take(rest, 'T')) {
    good = take_whole(rest, hours) && take(rest, ':') && take_whole(rest, minutes);
    if (good && take(rest, ':')) good = take_seconds(rest, ms);
    good = good && hours <= 24 && minutes < 60 && ms <= 60'000;
  }
  take(rest, 'Z');
  if (!good || !rest.empty()) return std::string(iso);
  // Rounding may reach the next day.
  const int64_t all = days_of(year, month, day) * kDay + (hours * 60 + minutes) * 60'000 + ms;
  const int64_t days = (all >= 0 ? all : all - kDay + 1) / kDay;
  return moment_text(civil(days), all - days * kDay, format);
}

std::string iso_duration_text(std::string_view iso, std::optional<CellFormat> format) {
  std::string_view rest = iso;
  const bool negative = take(rest, '-');
  if (!take(rest, 'P')) return std::string(iso);
  int64_t ms = 0;
  bool clock_part = false;
  while (!rest.empty()) {
    if (!clock_part && take(rest, 'T')) {
      clock_part = true;
      continue;
    }
    int64_t part = 0;  // in thousandths of its unit
    if (!take_seconds(rest, part) || rest.empty() || part > 100'000'000'000 || ms > 1'000'000'000'000'000'000) return std::string(iso);
    const char unit = rest.front();
    rest.remove_prefix(1);
    if (unit == 'D' && !clock_part) ms += part * 86'400;
    else if (unit == 'H' && clock_part) ms += part * 3600;
    else if (unit == 'M' && clock_part) ms += part * 60;
    else if (unit == 'S' && clock_part) ms += part;
    else return std::string(iso);
  }
  // A workbook shows no time that is negative or beyond the year 9999.
  if (negative || ms / kDay > 2'958'465) {
    return fifteen_digits(static_cast<double>(negative ? -ms : ms) / static_cast<double>(kDay));
  }
  return serial_text(ms, format.value_or(ms < kDay ? CellFormat::time : CellFormat::duration), false);
}

}  // namespace topline
