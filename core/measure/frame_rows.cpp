// SPDX-License-Identifier: Apache-2.0
#include "core/measure/frame_rows.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

#include "core/base/text.h"
#include "core/profile/amount.h"
#include "core/profile/answer.h"

namespace topline {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

double number_in(std::string_view text, const NumberStyle& style) {
  if (is_no_score(text)) return kNan;
  const auto amount = read_amount(text, style);
  if (!amount) return kNan;
  // The nearest double to the decimal as it is written, where it is written plainly.
  const auto plain = parse_number(trim(text));
  return plain && style.decimal == '.' ? *plain : to_double(amount->value) / double{kFixedOne};
}

// What the texts' codes are ranked by: the byte order of the texts.
std::vector<uint32_t> ranks_of(const TokenTable& table) {
  std::vector<uint32_t> rank(table.size(), UINT32_MAX);
  const std::vector<uint32_t> sorted = table.sorted();
  for (uint32_t i = 0; i < sorted.size(); ++i) rank[sorted[i]] = i;
  return rank;
}

}  // namespace

FrameRows::FrameRows(const Tally& tally, const Plan& plan) : tally_(tally), plan_(plan) {
  const size_t width = frame().columns().size();
  std::vector<std::vector<uint32_t>> ranks;
  for (size_t c = 0; c < width; ++c) ranks.push_back(ranks_of(frame().texts(c)));
  const std::vector<uint32_t> waves = ranks_of(tally.waves);
  const auto rank = [&](size_t row, size_t column) {
    const uint32_t code = frame().code(row, column);
    return code < ranks[column].size() ? ranks[column][code] : UINT32_MAX;
  };
  order_.resize(frame().rows().size());
  std::iota(order_.begin(), order_.end(), size_t{0});
  std::sort(order_.begin(), order_.end(), [&](size_t a, size_t b) {
    for (size_t c = 0; c < width; ++c) {
      const uint32_t x = rank(a, c), y = rank(b, c);
      if (x != y) return x < y;
    }
    const RowFrame::Row &p = frame().rows()[a], &q = frame().rows()[b];
    if (p.wave != q.wave) return waves[p.wave] < waves[q.wave];
    if (p.weight != q.weight) return p.weight < q.weight;
    return p.place < q.place;
  });
}

size_t FrameRows::index_of(uint32_t column) const {
  const auto& columns = frame().columns();
  const auto at = std::lower_bound(columns.begin(), columns.end(), column);
  return at != columns.end() && *at == column ? static_cast<size_t>(at - columns.begin())
                                              : columns.size();
}

std::string FrameRows::why_absent(const std::vector<uint32_t>& columns) const {
  for (uint32_t column : columns) {
    const size_t index = index_of(column);
    if (index == frame().columns().size()) return "not_in_frame";
    if (frame().over_limit()) return "frame_limit";
    if (!frame().texts(index).complete()) return "too_many_values";
  }
  return {};
}

std::vector<std::string_view> FrameRows::texts(uint32_t column) const {
  const size_t index = index_of(column);
  const TokenTable& table = frame().texts(index);
  std::vector<std::string_view> texts(size());
  for (size_t row = 0; row < size(); ++row) {
    const uint32_t code = frame().code(order_[row], index);
    if (code != TokenTable::kNone) texts[row] = table.text(code);
  }
  return texts;
}

std::vector<double> FrameRows::values(
    uint32_t column, const std::function<double(std::string_view)>& value) const {
  const size_t index = index_of(column);
  const TokenTable& table = frame().texts(index);
  std::vector<double> by_code(table.size(), kNan);
  for (uint32_t code = 0; code < table.size(); ++code) {
    if (table.kept(code)) by_code[code] = value(table.text(code));
  }
  std::vector<double> values(size());
  for (size_t row = 0; row < size(); ++row) values[row] = by_code[frame().code(order_[row], index)];
  return values;
}

std::vector<double> FrameRows::scores(uint32_t column) const {
  const ColumnPlan& plan = plan_.columns[column];
  if (is_question(plan.role) && plan.role != Role::choice && plan.scale && plan.scored()) {
    return values(column, [&plan](std::string_view text) {
      const Answer answer = read_answer(text, plan);
      return answer.kind == Answer::Kind::score ? answer.score : kNan;
    });
  }
  const NumberStyle style = find_number_style(tally_.profile.columns[column]);
  return values(column, [&style](std::string_view text) { return number_in(text, style); });
}

std::vector<uint32_t> FrameRows::categories(uint32_t column, std::vector<std::string>* names) const {
  const std::vector<std::string_view> cells = texts(column);
  std::map<std::string_view, uint32_t> numbers;
  for (std::string_view cell : cells) {
    if (!is_missing(cell)) numbers[trim(cell)] = 0;
  }
  uint32_t next = 0;
  for (auto& [name, number] : numbers) {
    number = next++;
    if (names != nullptr) names->emplace_back(name);
  }
  std::vector<uint32_t> categories(cells.size(), kMissing);
  for (size_t row = 0; row < cells.size(); ++row) {
    if (!is_missing(cells[row])) categories[row] = numbers[trim(cells[row])];
  }
  return categories;
}

std::vector<double> FrameRows::weights() const {
  std::vector<double> weights(size(), 1);
  if (tally_.shape.weight == Shape::kNo) return weights;
  for (size_t row = 0; row < size(); ++row) {
    weights[row] = to_double(frame().rows()[order_[row]].weight) / double{kFixedOne};
  }
  return weights;
}

std::string_view FrameRows::wave(size_t row) const {
  return tally_.waves.text(frame().rows()[order_[row]].wave);
}

std::vector<bool> FrameRows::members(const PeopleCell& cell) const {
  std::vector<bool> members(size(), true);
  if (cell.wave) {
    for (size_t row = 0; row < size(); ++row) members[row] = wave(row) == *cell.wave;
  }
  const std::vector<uint32_t> columns = groupings(tally_.shape)[cell.grouping];
  for (size_t k = 0; k < columns.size(); ++k) {
    const std::vector<std::string_view> cells = texts(columns[k]);
    for (size_t row = 0; row < size(); ++row) {
      const std::string_view text = is_missing(cells[row]) ? std::string_view() : trim(cells[row]);
      members[row] = members[row] && text == cell.values[k];
    }
  }
  return members;
}

}  // namespace topline
