// SPDX-License-Identifier: Apache-2.0
#include "core/profile/period.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

struct Case {
  const char* text;
  PeriodUnit unit;
  bool calendar;
  int64_t index;
};

constexpr int64_t kJanuary = 2026 * 12, kQ1 = 2026 * 4;

TEST(Period, IsReadAsTablesWriteIt) {
  for (const Case& one : {
           Case{"2026-01", PeriodUnit::month, true, kJanuary},
           {"2026/12", PeriodUnit::month, true, kJanuary + 11},
           {"2026.10", PeriodUnit::month, true, kJanuary + 9},
           {"202603", PeriodUnit::month, true, kJanuary + 2},
           {"2026年1月", PeriodUnit::month, true, kJanuary},
           {" 2026年11月份 ", PeriodUnit::month, true, kJanuary + 10},
           {"Jan 2026", PeriodUnit::month, true, kJanuary},
           {"september-2026", PeriodUnit::month, true, kJanuary + 8},
           {"03/2026", PeriodUnit::month, true, kJanuary + 2},
           {"2026-Q1", PeriodUnit::quarter, true, kQ1},
           {"Q4 2026", PeriodUnit::quarter, true, kQ1 + 3},
           {"2026年第三季度", PeriodUnit::quarter, true, kQ1 + 2},
           {"2026年2季度", PeriodUnit::quarter, true, kQ1 + 1},
           {"2026", PeriodUnit::year, true, 2026},
           {"２０２６年", PeriodUnit::year, true, 2026},
           {"FY2026", PeriodUnit::year, true, 2026},
           {"0", PeriodUnit::bare, false, 0},
           {"12.0", PeriodUnit::bare, false, 12},
           {"-1", PeriodUnit::bare, false, -1},
           {"第3期", PeriodUnit::bare, false, 3},
           {"t=2", PeriodUnit::bare, false, 2},
           {"Year 3", PeriodUnit::year, false, 3},
           {"M12", PeriodUnit::month, false, 12},
           {"第2年", PeriodUnit::year, false, 2},
           {"Q3", PeriodUnit::quarter, false, 3},
       }) {
    const auto period = parse_period(one.text);
    ASSERT_TRUE(period.has_value()) << one.text;
    EXPECT_EQ(period->unit, one.unit) << one.text;
    EXPECT_EQ(period->calendar, one.calendar) << one.text;
    EXPECT_EQ(period->index, one.index) << one.text;
  }
}

TEST(Period, OtherTextsAreNone) {
  for (const char* text :
       {"", "2026-01-15", "2026年1月15日", "launch", "2026-13", "2026-Q5", "Q0 2026", "0.5", "1/2",
        "maintenance 2026", "2026-01 2026", "123456789", "month", "Total"}) {
    EXPECT_FALSE(parse_period(text).has_value()) << text;
  }
}

TEST(Period, BeginsOnItsFirstDay) {
  EXPECT_EQ(iso_date(first_day(*parse_period("2026-02"))), "2026-02-01");
  EXPECT_EQ(iso_date(first_day(*parse_period("2026-Q3"))), "2026-07-01");
  EXPECT_EQ(iso_date(first_day(*parse_period("2026"))), "2026-01-01");
}

}  // namespace
}  // namespace topline
