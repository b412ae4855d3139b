// SPDX-License-Identifier: Apache-2.0
#include "core/tally/id_order.h"

#include <cstdint>

#include "core/base/load8.h"

namespace topline {
namespace {

/// A text of 8 to 16 bytes as two numbers that, among texts of its length, compare as the texts do:
/// where the first eight bytes are equal, the last eight decide.
struct Order {
  uint64_t first, last;
  Order(const char* text, size_t size)
      : first(__builtin_bswap64(load8(text))), last(__builtin_bswap64(load8(text + size - 8))) {}
  bool operator<(const Order& other) const {
    return first != other.first ? first < other.first : last < other.last;
  }
  bool operator==(const Order& other) const = default;
};

}  // namespace

void IdOrder::meet(std::string_view id) {
  if (lines_ && !id.empty() && id == last_) return;
  const bool longer = last_.size() < id.size();
  ascends_ =
      !id.empty() && id.size() <= kLongest && (longer || (last_.size() == id.size() && last_ < id));
  if (!ascends_) return;
  if (first_.empty()) first_ = id;
  last_ = id;
}

void IdOrder::meet(const RecordBlock& block, size_t column) {
  for (size_t row = 0; row < block.count() && ascends_; ++row) {
    row = column + 1 == block.width() ? meet_even<true>(block, column, row)
                                      : meet_even<false>(block, column, row);
    if (row < block.count()) meet(block.cell(row, column));
  }
}

// The usual case: ids of equal length, none of them quoted. Returns the first row that is no such
// case, or does not ascend.
template <bool kLast>
size_t IdOrder::meet_even(const RecordBlock& block, size_t column, size_t row) {
  const size_t size = last_.size();
  if (size < 8 || size > 16) return row;
  const char* const data = block.data();
  const size_t stride = block.width();
  const size_t begin = row;
  Order before(last_.data(), size);
  const Stop* stop = block.stops() + row * stride + column;
  for (; row < block.count(); ++row, stop += stride) {
    const RawCell id = raw_cell<kLast>(data, stop);
    if (id.size != size || id.quoted()) break;
    const Order here(id.begin, size);
    if (!(before < here) && !(lines_ && before == here)) break;
    before = here;
  }
  if (row != begin) last_ = block.cell(row - 1, column);
  return row;
}

}  // namespace topline
