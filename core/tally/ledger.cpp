// SPDX-License-Identifier: Apache-2.0
#include "core/tally/ledger.h"

#include <algorithm>
#include <numeric>

#include "core/base/text.h"
#include "core/profile/answer.h"

namespace topline {

Ledger::Ledger(const std::vector<FieldColumn>& fields) {
  for (const FieldColumn& field : fields) {
    Column column;
    column.source = field;
    column.type = field.field ? field_info(*field.field).type : FieldType::text;
    columns_.push_back(std::move(column));
  }
}

const Ledger::Column* Ledger::find(Field field) const {
  for (const Column& column : columns_) {
    if (column.source.field == field) return &column;
  }
  return nullptr;
}

std::string_view Ledger::text(size_t row, Field field) const {
  const Column* column = find(field);
  return column == nullptr ? std::string_view() : column->texts.text(column->codes[row]);
}

std::optional<int64_t> Ledger::moment(size_t row, Field field) const {
  const Column* column = find(field);
  if (column == nullptr || column->moments[row] == kNoMoment) return std::nullopt;
  return column->moments[row];
}

std::optional<Int128> Ledger::amount(size_t row, Field field) const {
  const Column* column = find(field);
  if (column == nullptr || column->amounts[row] == kNoAmount) return std::nullopt;
  return column->amounts[row];
}

void Ledger::begin_row(const Place& place, const Fingerprint& contents) {
  places_.push_back(place);
  contents_.push_back(contents);
}

void Ledger::put_text(size_t column, std::string_view text) {
  Column& into = columns_[column];
  text = trim(text);
  into.codes.push_back(is_missing(text) ? TokenTable::kEmpty : into.texts.add(text, 1, {}));
}

void Ledger::merge(const Ledger& other) {
  over_limit |= other.over_limit;
  for (size_t c = 0; c < columns_.size(); ++c) {
    Column& into = columns_[c];
    const Column& from = other.columns_[c];
    std::vector<uint32_t> codes(from.texts.size(), TokenTable::kEmpty);
    for (uint32_t code = 1; code < from.texts.size(); ++code) {
      codes[code] = into.texts.add(from.texts.text(code), from.texts.count_of(code), {});
    }
    for (uint32_t code : from.codes) into.codes.push_back(codes[code]);
    into.moments.insert(into.moments.end(), from.moments.begin(), from.moments.end());
    into.amounts.insert(into.amounts.end(), from.amounts.begin(), from.amounts.end());
  }
  places_.insert(places_.end(), other.places_.begin(), other.places_.end());
  contents_.insert(contents_.end(), other.contents_.begin(), other.contents_.end());
  check_limit();
}

uint64_t Ledger::bytes() const {
  uint64_t row = sizeof(Place) + sizeof(Fingerprint);
  uint64_t texts = 0;
  for (const Column& column : columns_) {
    row += column.type == FieldType::text     ? sizeof(uint32_t)
           : column.type == FieldType::moment ? sizeof(int64_t)
                                              : sizeof(Int128);
    texts += column.texts.size() * uint64_t{96};  // an entry, its slots, a short text
  }
  return rows() * row + texts;
}

void Ledger::check_limit() {
  over_limit |= bytes() > kLimit;
  if (!over_limit) return;
  places_ = {};
  contents_ = {};
  for (Column& column : columns_) {
    column.texts = TokenTable(UINT32_MAX);
    column.codes = {};
    column.moments = {};
    column.amounts = {};
  }
}

int Ledger::compare(uint32_t a, uint32_t b, const std::vector<std::vector<uint32_t>>& ranks) const {
  const auto order = [](const auto& x, const auto& y) { return x < y ? -1 : y < x ? 1 : 0; };
  for (size_t c = 0; c < columns_.size(); ++c) {
    const Column& column = columns_[c];
    const int by_value =
        column.type == FieldType::text
            ? order(ranks[c][column.codes[a]], ranks[c][column.codes[b]])
        : column.type == FieldType::moment ? order(column.moments[a], column.moments[b])
                                           : order(column.amounts[a], column.amounts[b]);
    if (by_value != 0) return by_value;
  }
  return order(places_[a], places_[b]);
}

std::vector<uint32_t> Ledger::canonical_order() const {
  std::vector<std::vector<uint32_t>> ranks(columns_.size());
  for (size_t c = 0; c < columns_.size(); ++c) {
    const std::vector<uint32_t> sorted = columns_[c].texts.sorted();
    ranks[c].resize(columns_[c].texts.size());
    for (uint32_t rank = 0; rank < sorted.size(); ++rank) ranks[c][sorted[rank]] = rank;
  }
  std::vector<uint32_t> order(rows());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return compare(a, b, ranks) < 0; });
  return order;
}

}  // namespace topline
