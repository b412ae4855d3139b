// SPDX-License-Identifier: Apache-2.0
#include "core/profile/date.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

TEST(Date, ReadsWhatExportsWrite) {
  const auto iso = [](const char* text, DateOrder order) {
    const auto moment = parse_moment(text, order);
    return moment ? iso_date(moment->day) : std::string("none");
  };
  EXPECT_EQ(iso("2026-09-27", DateOrder::ymd), "2026-09-27");
  EXPECT_EQ(iso("2026/9/1 8:03:00", DateOrder::ymd), "2026-09-01");
  EXPECT_EQ(iso("2026年9月27日", DateOrder::ymd), "2026-09-27");
  EXPECT_EQ(iso("20260927", DateOrder::ymd), "2026-09-27");
  EXPECT_EQ(iso("2026-09-27T03:00:00Z", DateOrder::ymd), "2026-09-27");
  EXPECT_EQ(iso("09/27/2026 08:00:00 AM", DateOrder::mdy), "2026-09-27");
  EXPECT_EQ(iso("27.9.2026", DateOrder::dmy), "2026-09-27");
  EXPECT_EQ(iso("2024-02-29", DateOrder::ymd), "2024-02-29");
  for (const char* text : {"2026-02-29", "2026-13-01", "2026-00-10", "9", "2026", "2026-09", "x2026-09-27",
                           "2026-09-27x", "1,234", "12:30:00", "192.168.0.1"}) {
    EXPECT_EQ(iso(text, DateOrder::ymd), "none") << text;
  }
  EXPECT_EQ(parse_moment("2026/09/27 3:00:05 PM GMT+3", DateOrder::ymd)->second, 15u * 3600 + 5);
  EXPECT_EQ(parse_moment("2026-09-27 12:00:00 am", DateOrder::ymd)->second, 0u);
}

TEST(Date, PossibleOrders) {
  EXPECT_EQ(possible_orders("2026-09-27"), 1u);
  EXPECT_EQ(possible_orders("09/27/2026"), 2u);
  EXPECT_EQ(possible_orders("27/09/2026"), 4u);
  EXPECT_EQ(possible_orders("03/04/2026"), 6u);
  EXPECT_EQ(possible_orders("Sales"), 0u);
}

TEST(Date, WavesAndIsoWeeks) {
  const Day day = parse_moment("2026-09-27", DateOrder::ymd)->day;
  EXPECT_EQ(wave_of(day, WaveUnit::quarter), "2026-Q3");
  EXPECT_EQ(wave_of(day, WaveUnit::month), "2026-09");
  EXPECT_EQ(wave_of(day, WaveUnit::year), "2026");
  EXPECT_EQ(wave_of(day, WaveUnit::day), "2026-09-27");
  const auto week = [](const char* text) {
    return wave_of(parse_moment(text, DateOrder::ymd)->day, WaveUnit::week);
  };
  // Python: datetime.date(...).isocalendar()
  EXPECT_EQ(week("2026-09-27"), "2026-W39");
  EXPECT_EQ(week("2021-01-03"), "2020-W53");
  EXPECT_EQ(week("2024-12-30"), "2025-W01");
  EXPECT_EQ(week("1970-01-01"), "1970-W01");
  EXPECT_EQ(week("1965-12-31"), "1965-W52");
}

TEST(Date, EveryDayRoundTrips) {
  for (Day day = -25567; day < 84006; day += 13) {  // 1900 to 2199
    const auto moment = parse_moment(iso_date(day), DateOrder::ymd);
    ASSERT_TRUE(moment.has_value()) << iso_date(day);
    ASSERT_EQ(moment->day, day);
  }
}

}  // namespace
}  // namespace topline
