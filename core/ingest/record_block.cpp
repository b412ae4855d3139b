// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/record_block.h"

#include <algorithm>

namespace topline {

std::string_view RecordBlock::unquoted(const RawCell& raw, size_t row, size_t column) const {
  if (has_escapes(row)) {
    const auto entry = static_cast<uint32_t>(first_cell_ + row * width_ + column);
    if (const std::string_view* text = find_unescaped(*unescaped_, entry)) return *text;
  }
  return {raw.begin + 1, raw.size - 2};
}

const std::string_view* find_unescaped(const std::vector<Unescaped>& all, uint32_t cell) {
  const auto found = std::lower_bound(
      all.begin(), all.end(), cell,
      [](const Unescaped& unescaped, uint32_t wanted) { return unescaped.cell < wanted; });
  return found == all.end() || found->cell != cell ? nullptr : &found->text;
}

}  // namespace topline
