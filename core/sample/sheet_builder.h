// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fills a SampleSheet in one of the two languages. Private to core/sample.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/profile/date.h"
#include "core/sample/sheet.h"

namespace topline {

/// The same words in both languages.
struct Bilingual {
  std::string_view english, chinese;
  std::string_view in(bool chinese_asked) const { return chinese_asked ? chinese : english; }
};

/// What marks a table as made up: Code::synthetic_data is raised by it.
inline constexpr Bilingual kSyntheticMark = {" (synthetic sample)", "（虚构示例）"};

/// Minutes since 1970.
using Minute = int64_t;

class SheetBuilder {
 public:
  SheetBuilder(std::string_view name, bool chinese) : chinese_(chinese) { sheet_.name = name; }

  SheetBuilder& column(Bilingual header, SampleSheet::Type type = SampleSheet::Type::text) {
    sheet_.columns.push_back({std::string(header.in(chinese_)), type});
    return *this;
  }
  /// The header marks the table as synthetic.
  SheetBuilder& marked_column(Bilingual header, SampleSheet::Type type = SampleSheet::Type::text) {
    column(header, type);
    sheet_.columns.back().header += kSyntheticMark.in(chinese_);
    return *this;
  }

  SheetBuilder& row() {
    sheet_.rows.emplace_back();
    sheet_.rows.back().reserve(sheet_.columns.size());
    return *this;
  }
  SheetBuilder& put(std::string text) {
    sheet_.rows.back().push_back(std::move(text));
    return *this;
  }
  SheetBuilder& put(Bilingual text) { return put(std::string(text.in(chinese_))); }
  SheetBuilder& yes(bool yes) { return put(yes ? Bilingual{"yes", "是"} : Bilingual{"no", "否"}); }
  SheetBuilder& blank() { return put(std::string()); }
  SheetBuilder& number(int64_t number) { return put(std::to_string(number)); }
  /// 123450 is "1234.50".
  SheetBuilder& cents(int64_t cents) {
    const int64_t rest = cents % 100;
    return put(std::to_string(cents / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest));
  }
  SheetBuilder& day(std::optional<Day> day) { return put(day ? iso_date(*day) : std::string()); }
  SheetBuilder& moment(std::optional<Minute> minute) {
    if (!minute) return blank();
    const auto two = [](int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return put(iso_date(static_cast<Day>(*minute / 1440)) + " " + two(*minute / 60 % 24) + ":" +
               two(*minute % 60));
  }

  bool chinese() const { return chinese_; }
  SampleSheet take() { return std::move(sheet_); }

 private:
  SampleSheet sheet_;
  bool chinese_;
};

/// "D" and 7 in four digits: "D0007".
inline std::string numbered(std::string_view letter, uint64_t number, size_t digits) {
  const std::string text = std::to_string(number);
  return std::string(letter) + std::string(digits - std::min(digits, text.size()), '0') + text;
}

}  // namespace topline
