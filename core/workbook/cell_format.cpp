// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/cell_format.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

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

std::string date_text(double serial, CellFormat format, bool since_1904) {
  const auto ms = static_cast<int64_t>(std::llround(serial * static_cast<double>(kDay)));
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
  return format == CellFormat::date && rest == 0 ? text : text + ' ' + clock(rest, true);
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
  return date_text(*value, format, since_1904);
}

}  // namespace topline
