// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/kpi.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

TEST(Kpi, EveryMeasureIsFoundByItsIdAndItsNames) {
  for (const MeasureInfo& info : catalogue()) {
    EXPECT_EQ(find_kpi(info.name), info.id) << info.name;
    EXPECT_EQ(find_kpi(info.english), info.id) << info.english;
    EXPECT_EQ(find_kpi(info.chinese), info.id) << info.chinese;
  }
}

TEST(Kpi, CloseWordsFindTheirMeasure) {
  EXPECT_EQ(find_kpi("Employee NPS"), MeasureId::nps);
  EXPECT_EQ(find_kpi("客户满意度 CSAT"), MeasureId::csat);
  EXPECT_EQ(find_kpi("customer churn (monthly)"), MeasureId::churn_rate);
  EXPECT_EQ(find_kpi("每月新增客户数量"), MeasureId::new_customers);
  EXPECT_EQ(find_kpi("客户保留率"), MeasureId::retention_rate);
  EXPECT_EQ(find_kpi("销售额增长率（同比）"), MeasureId::sales_growth_yoy);
  EXPECT_EQ(find_kpi("Sales"), MeasureId::sales_total);
  EXPECT_EQ(find_kpi("营销活动 ROI"), MeasureId::campaign_roi);
  EXPECT_EQ(find_kpi("Average time to resolve a ticket"), MeasureId::resolution_time_mean);
  EXPECT_FALSE(find_kpi("coffee drunk"));
  EXPECT_FALSE(find_kpi(" "));
}

TEST(Kpi, WavesEndOnTheirLastDay) {
  EXPECT_EQ(end_of_wave("2026-Q1"), day_number(2026, 3, 31));
  EXPECT_EQ(end_of_wave("2026-Q4"), day_number(2026, 12, 31));
  EXPECT_EQ(end_of_wave("2024-02"), day_number(2024, 2, 29));
  EXPECT_EQ(end_of_wave("2026-12"), day_number(2026, 12, 31));
  EXPECT_EQ(end_of_wave("2026"), day_number(2026, 12, 31));
  EXPECT_EQ(end_of_wave("2026-09-27"), day_number(2026, 9, 27));
  EXPECT_FALSE(end_of_wave("before"));
  EXPECT_FALSE(end_of_wave("2026-Q7"));
  for (Day day = day_number(2019, 12, 20); day < day_number(2021, 1, 20); ++day) {
    const auto end = end_of_wave(wave_of(day, WaveUnit::week));
    ASSERT_TRUE(end) << iso_date(day);
    EXPECT_TRUE(*end >= day && *end < day + 7) << iso_date(day);
    EXPECT_NE(wave_of(*end, WaveUnit::week), wave_of(*end + 1, WaveUnit::week));
  }
}

}  // namespace
}  // namespace topline
