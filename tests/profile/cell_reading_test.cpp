// SPDX-License-Identifier: Apache-2.0
#include "core/profile/cell_reading.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

// Columns of a survey, and of a table of orders.
enum : uint32_t { kScore, kWords, kSegment, kText, kWeight, kWave, kDate, kAmount, kColumns };

Plan plan() {
  Plan plan;
  plan.columns.resize(kColumns);
  plan.columns[kScore].role = Role::nps;
  plan.columns[kScore].scale = Scale{0, 10};
  plan.columns[kScore].missing_codes = {"99"};
  plan.columns[kWords].role = Role::csat;
  plan.columns[kWords].scale = Scale{1, 5};
  plan.columns[kWords].labels = {{"very satisfied", 5}, {"satisfied", 4}};
  plan.columns[kSegment].role = Role::segment;
  plan.columns[kText].role = Role::text;
  plan.columns[kWeight].role = Role::weight;
  plan.columns[kWave].role = Role::wave;
  Shape& shape = plan.shape;
  shape.headers.assign(kColumns, "h");
  shape.weight = kWeight;
  shape.weight_decimal = ',';
  shape.wave = kWave;
  shape.wave_unit = WaveUnit::month;
  shape.wave_order = DateOrder::ymd;
  shape.fields = {{Field::orders_date, kDate, DateOrder::dmy, '.'}, {Field::orders_amount, kAmount, DateOrder::none, '.'}};
  return plan;
}

std::string read(uint32_t column, std::string_view cell) {
  const CellReading reading = read_cell(cell, column, plan());
  switch (reading.state) {
    case CellState::plain:
      return "plain";
    case CellState::missing:
      return "missing";
    case CellState::invalid:
      return "invalid";
    case CellState::undecodable:
      return "undecodable";
    default:
      return "as " + reading.read_as;
  }
}

TEST(CellReading, AnswersAreReadAsPointsOfTheirScale) {
  EXPECT_EQ(read(kScore, "9"), "plain");
  EXPECT_EQ(read(kScore, "9.0"), "plain");
  EXPECT_EQ(read(kScore, " 9 "), "as 9");
  EXPECT_EQ(read(kScore, "９"), "as 9");
  EXPECT_EQ(read(kScore, "9分"), "as 9");
  EXPECT_EQ(read(kScore, "'7"), "as 7");
  EXPECT_EQ(read(kScore, "10 - Extremely likely"), "as 10");
  EXPECT_EQ(read(kScore, "11"), "invalid");
  EXPECT_EQ(read(kScore, "99"), "missing");
  EXPECT_EQ(read(kScore, "N/A"), "missing");
  EXPECT_EQ(read(kWords, "Very satisfied"), "as 5");
  EXPECT_EQ(read(kWords, "whatever"), "invalid");
}

TEST(CellReading, NamesLoseTheBlanksAtTheirEnds) {
  EXPECT_EQ(read(kSegment, "Sales"), "plain");
  EXPECT_EQ(read(kSegment, "Sales\xC2\xA0"), "as Sales");
  EXPECT_EQ(read(kText, " as it is "), "plain") << "nobody reads it";
  EXPECT_EQ(read(kText, ""), "missing");
}

TEST(CellReading, AmountsAndDatesAreReadAsTheirColumnIsWritten) {
  EXPECT_EQ(read(kWeight, "1,25"), "as 1.25");
  EXPECT_EQ(read(kWeight, "1"), "plain");
  EXPECT_EQ(read(kWeight, "heavy"), "invalid");
  EXPECT_EQ(read(kWave, "2026-03-01"), "plain");
  EXPECT_EQ(read(kWave, "2026-03-01T09:30:00Z"), "plain");
  EXPECT_EQ(read(kWave, "2026年3月1日"), "as 2026-03-01");
  EXPECT_EQ(read(kDate, "3/1/2026"), "as 2026-01-03");
  EXPECT_EQ(read(kDate, "3/1/2026 3:04:05 PM"), "as 2026-01-03 15:04:05");
  EXPECT_EQ(read(kDate, "soon"), "invalid");
  EXPECT_EQ(read(kAmount, "1,200"), "as 1200");
  EXPECT_EQ(read(kAmount, "¥1.5万"), "as 15000");
  EXPECT_EQ(read(kAmount, "1200.50"), "plain");
}

TEST(CellReading, BytesThatAreNoCharacterAreSaid) {
  EXPECT_EQ(read(kText, "Caf\xE9"), "undecodable");
  EXPECT_EQ(read(kSegment, "Caf\xEF\xBF\xBD"), "undecodable");
  EXPECT_EQ(read(kColumns, "x"), "plain") << "beyond the last column";
}

TEST(LeftOutWhy, SaysWhatKeepsARowOut) {
  Shape shape;
  shape.headers = {"score", "weight", "finished", "people"};
  shape.weight = 1;
  shape.frequency = 3;
  shape.skips = {{2, true, {"false"}}};
  const auto why = [&](std::vector<std::string_view> cells) {
    const auto found = left_out_why(cells, shape);
    return found ? std::string(name_of(*found)) : "";
  };
  EXPECT_EQ(why({"9", "1", "True", "2"}), "");
  EXPECT_EQ(why({"9", "1", "True", "2", "", " "}), "");
  EXPECT_EQ(why({"9", "1", "True", "2", "x"}), "too_many_cells");
  EXPECT_EQ(why({"9", "1", "True", "2.5"}), "bad_frequency");
  EXPECT_EQ(why({"9", "1", "FALSE", "2"}), "incomplete");
  EXPECT_EQ(why({"9", "-1", "True", "2"}), "bad_weight");
  EXPECT_EQ(why({"9"}), "bad_frequency");
}

}  // namespace
}  // namespace topline
