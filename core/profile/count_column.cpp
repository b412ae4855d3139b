// SPDX-License-Identifier: Apache-2.0

// A column of a block, counted from where its cells end. A cell that a loop can't tell is looked up
// apart.

#include <algorithm>

#include "core/profile/known_rows.h"
#include "core/profile/token_table.h"

namespace topline {
namespace {

/// After so many blocks a column is tried the fastest way again.
constexpr uint32_t kRetry = 256;

/// The raw cells of a column, one after the other.
template <bool kLast>
class Cursor {
 public:
  Cursor(const RecordBlock& block, size_t column)
      : data_(block.data()), stop_(block.stops() + column), stride_(block.width()) {}
  RawCell cell() const { return raw_cell<kLast>(data_, stop_); }
  void next() { stop_ += stride_; }

 private:
  const char* data_;
  const Stop* stop_;
  size_t stride_;
};

}  // namespace

struct TokenTable::Column {
  const RecordBlock& block;
  size_t number;
  size_t count;
  uint64_t line_shift;

  Place place(size_t row) const { return {0, block.offset(row), block.line(row) - line_shift}; }
};

void TokenTable::count_column(const RecordBlock& block, size_t number, uint64_t line_shift,
                              uint32_t* codes) {
  const Column column = {block, number, block.count(), line_shift};
  const bool no_empty_yet = count_of(kEmpty) == 0;
  if (++blocks_ % kRetry == 0) way_ = Way::in_short;
  if (number + 1 == block.width()) {
    count_cells<true>(column, codes);
  } else {
    count_cells<false>(column, codes);
  }
  if (!no_empty_yet || count_of(kEmpty) == 0) return;
  const uint32_t* const first = std::find(codes, codes + column.count, kEmpty);
  entries_[kEmpty].first = column.place(static_cast<size_t>(first - codes));
}

template <bool kLast>
void TokenTable::count_cells(const Column& column, uint32_t* codes) {
  const KnownRows& known = known_rows();
  switch (way_) {
    case Way::in_short:
      return count_remembered<kLast>(column, short_, kLast ? known.last_cells_1 : known.cells_1,
                                     codes);
    case Way::in_middling:
      return count_remembered<kLast>(column, middling_, kLast ? known.last_cells_2 : known.cells_2,
                                     codes);
    case Way::in_long:
      return count_remembered<kLast>(column, long_, kLast ? known.last_cells_8 : known.cells_8,
                                     codes);
    case Way::by_hash:
      return count_hashed<kLast>(column, codes);
  }
}

template <bool kLast, size_t Words>
void TokenTable::count_remembered(const Column& column, CellMemo<Words>& memo, KnownCells known,
                                  uint32_t* codes) {
  const size_t count = column.count;
  size_t misses = 0;
  for (size_t row = 0; row < count; ++row) {
    if (memo.slots() != nullptr) {
      row = known(column.block, column.number, row, memo.slots(), counts_.data(), codes);
    }
    if (row == count) break;
    codes[row] = count_cell(column, row);
    const RawCell cell = raw_cell<kLast>(
        column.block.data(), column.block.stops() + row * column.block.width() + column.number);
    if (codes[row] != kNone && cell.size <= memo.kLongest) memo.remember(cell, codes[row]);
    ++misses;
  }
  if (misses * 4 <= count) return;
  way_ = static_cast<Way>(static_cast<uint8_t>(way_) + 1);
  memo.clear();
}

template <bool kLast>
void TokenTable::count_hashed(const Column& column, uint32_t* codes) {
  const size_t count = column.count;
  Cursor<kLast> at(column.block, column.number);
  for (size_t row = 0; row < count; ++row, at.next()) {
    const uint64_t threshold = threshold_;
    for (; row < count; ++row, at.next()) {
      const RawCell cell = at.cell();
      if (cell.size > 16 || cell.quoted()) break;
      const Key key = short_key_of(cell.begin, cell.size, cell.size);
      if (key.hash <= threshold || may_be_pinned_[key.first & 0xff]) break;
      codes[row] = kNone;
    }
    if (row < count) codes[row] = count_cell(column, row);
  }
}

uint32_t TokenTable::count_cell(const Column& column, size_t row) {
  const std::string_view text = column.block.cell(row, column.number);
  uint32_t code = kEmpty;
  if (!text.empty()) {
    const Key key = key_of(text);
    if (key.hash > threshold_ && !may_be_pinned_[static_cast<unsigned char>(text[0])]) return kNone;
    code = find(text, key);
    if (code == kNone) code = add(text, key, 0, column.place(row));
    if (code == kNone) return code;
  }
  ++counts_[code];
  return code;
}

void TokenTable::forget(uint32_t code) {
  short_.forget(code);
  middling_.forget(code);
  long_.forget(code);
}

}  // namespace topline
