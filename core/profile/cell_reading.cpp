// SPDX-License-Identifier: Apache-2.0
#include "core/profile/cell_reading.h"

#include <algorithm>

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/ingest/utf8_check.h"
#include "core/profile/amount.h"
#include "core/profile/answer.h"
#include "core/profile/date.h"
#include "core/profile/period.h"

namespace topline {
namespace {

CellReading plain() { return {}; }
CellReading repaired(std::string read_as) { return {CellState::repaired, std::move(read_as)}; }

bool is_trimmed(std::string_view cell) { return trim(cell).size() == cell.size(); }

CellReading as_text(std::string_view cell) {
  return is_trimmed(cell) ? plain() : repaired(std::string(trim(cell)));
}

CellReading as_amount(std::string_view cell, char decimal) {
  const auto amount = read_amount(cell, {decimal, false});
  if (!amount) return {CellState::invalid, {}};
  const auto written = parse_fixed(cell);
  if (written && written->value == amount->value && is_trimmed(cell)) return plain();
  return repaired(exact_decimal(amount->value));
}

CellReading as_moment(std::string_view cell, DateOrder order) {
  const auto moment = parse_moment(cell, order);
  if (!moment) {
    const auto period = order == DateOrder::none ? parse_period(cell) : std::nullopt;
    const bool known = (period && period->calendar) || is_never(cell);
    return {known ? CellState::plain : CellState::invalid, {}};
  }
  std::string date = iso_date(moment->day);
  if (cell.starts_with(date)) return plain();
  if (moment->second != 0) {
    const auto two = [&](char mark, uint32_t number) {
      date += mark;
      date += static_cast<char>('0' + number / 10);
      date += static_cast<char>('0' + number % 10);
    };
    two(' ', moment->second / 3600);
    two(':', moment->second / 60 % 60);
    two(':', moment->second % 60);
  }
  return repaired(std::move(date));
}

CellReading as_answer(std::string_view cell, const ColumnPlan& column) {
  const Answer answer = read_answer(cell, column);
  if (answer.kind == Answer::Kind::missing) return {CellState::missing, {}};
  if (answer.kind == Answer::Kind::invalid) return {CellState::invalid, {}};
  if (column.role == Role::choice || !column.scale) return as_text(cell);
  if (is_trimmed(cell) && parse_number(cell) == answer.score) return plain();
  return repaired(format_number(answer.score));
}

CellReading as_field(std::string_view cell, const FieldColumn& field) {
  switch (field_info(*field.field).type) {
    case FieldType::moment:
      return as_moment(cell, field.order);
    case FieldType::amount:
    case FieldType::series:
      return as_amount(cell, field.decimal);
    default:
      return as_text(cell);
  }
}

CellReading read_known(std::string_view cell, uint32_t index, const Plan& plan) {
  const ColumnPlan& column = plan.columns[index];
  const Shape& shape = plan.shape;
  if (index == shape.weight) return as_amount(cell, shape.weight_decimal);
  if (index == shape.frequency) return as_amount(cell, '.');
  if (index == shape.wave) {
    return shape.wave_unit == WaveUnit::none ? as_text(cell) : as_moment(cell, shape.wave_order);
  }
  for (const FieldColumn& field : shape.fields) {
    if (field.column == index && field.field) return as_field(cell, field);
  }
  if (is_question(column.role)) return column.scored() ? as_answer(cell, column) : plain();
  const bool grouped = column.role == Role::segment || column.role == Role::wave ||
                       std::find(shape.by.begin(), shape.by.end(), index) != shape.by.end();
  return grouped ? as_text(cell) : plain();
}

bool is_undecodable(std::string_view cell) {
  return cell.find("\xEF\xBF\xBD") != std::string_view::npos ||
         count_invalid_utf8_plainly(cell.data(), cell.size()) > 0;
}

}  // namespace

CellReading read_cell(std::string_view cell, uint32_t column, const Plan& plan) {
  if (is_missing(cell)) return {CellState::missing, {}};
  if (is_undecodable(cell)) return {CellState::undecodable, {}};
  return column < plan.columns.size() ? read_known(cell, column, plan) : plain();
}

std::optional<LeftOutRow::Why> left_out_why(std::span<const std::string_view> cells,
                                            const Shape& shape) {
  const size_t width = shape.headers.size();
  // Empty cells beyond the last column are how many tools end their rows.
  for (size_t k = width; k < cells.size(); ++k) {
    if (!trim(cells[k]).empty()) return LeftOutRow::Why::too_many_cells;
  }
  const auto cell = [&](uint32_t column) {
    return column < cells.size() ? cells[column] : std::string_view();
  };
  if (shape.frequency != Shape::kNo && !read_people(cell(shape.frequency))) {
    return LeftOutRow::Why::bad_frequency;
  }
  for (const Shape::Skip& skip : shape.skips) {
    const std::string text = fold(cell(skip.column));
    if (std::find(skip.values.begin(), skip.values.end(), text) == skip.values.end()) continue;
    return skip.incomplete ? LeftOutRow::Why::incomplete : LeftOutRow::Why::excluded;
  }
  if (shape.weight != Shape::kNo && !read_weight(cell(shape.weight), shape.weight_decimal)) {
    return LeftOutRow::Why::bad_weight;
  }
  return std::nullopt;
}

}  // namespace topline
