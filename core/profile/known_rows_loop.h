// SPDX-License-Identifier: Apache-2.0
#pragma once

// The loops of known_rows.h, written once for all keys. They have no branch that goes both ways at
// random, and all that they need is in locals, since the compiler can't know that a count or a code
// is no member.

#include "core/profile/cell_memo.h"
#include "core/profile/column_run.h"
#include "core/profile/known_rows.h"

namespace topline {

template <bool kLast, class Key>
TOPLINE_TARGET size_t count_known_cells(const RecordBlock& block, size_t column, size_t row,
                                        const uint64_t* slots, uint64_t* counts, uint32_t* codes) {
  using Memo = CellMemo<Key::kWords>;
  const char* const data = block.data();
  const size_t stride = block.width();
  const size_t count = block.count();
  const Stop* stop = block.stops() + row * stride + column;
  for (; row < count; ++row, stop += stride) {
    const RawCell cell = raw_cell<kLast>(data, stop);
    if (cell.size > Key::kLongest) break;
    const Key key(cell.begin, cell.size);
    size_t place = key.template place<Memo::kPlaceBits>();
    if (__builtin_expect(!key.is(slots + place * Key::kWords), false)) {
      place ^= 1;
      if (!key.is(slots + place * Key::kWords)) break;
    }
    const auto code = static_cast<uint32_t>(slots[Memo::code_at(place)]);
    ++counts[code];
    codes[row] = code;
  }
  return row;
}

template <class Key>
TOPLINE_TARGET size_t count_known_runs(const RecordBlock& block, const RunKeys& run, size_t row,
                                       uint64_t* hits, uint16_t* combinations) {
  constexpr size_t kWords = Key::kWords;
  const char* const data = block.data();
  const size_t stride = block.width();
  const size_t count = block.count();
  const size_t last = run.end - run.first - 1;
  const uint64_t* const keys = run.keys;
  const uint16_t* const values = run.values;
  const Stop* stop = block.stops() + row * stride + run.first;
  for (; row < count; ++row, stop += stride) {
    const Stop begin = behind(stop[-1]);
    const auto size = static_cast<size_t>(stop[last] - begin);
    if (size > Key::kLongest) break;
    const Key key(data + begin, size);
    size_t place = key.template place<ColumnRun::kPlaceBits>();
    while (!key.is(keys + place * kWords)) {
      if (keys[place * kWords + kWords - 1] == 0) return row;
      place = (place + 1) % ColumnRun::kPlaces;
    }
    const uint16_t combination = values[place];
    combinations[row] = combination;
    ++hits[combination];
  }
  return row;
}

}  // namespace topline
