// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/record_block.h"

#include <algorithm>

#include "core/ingest/plain_reader.h"

namespace topline {

std::string_view UnescapedTexts::make(std::string_view between_quotes) {
  const size_t needed = between_quotes.size() + kPadding;
  while (page_ < pages_.size() && pages_[page_].size() - used_ < needed) {
    ++page_;
    used_ = 0;
  }
  if (page_ == pages_.size()) pages_.emplace_back(std::max(kPage, needed));
  char* const to = pages_[page_].data() + used_;
  const size_t size = unescape(between_quotes.data(), between_quotes.size(), to);
  used_ += size;
  return {to, size};
}

void UnescapedTexts::clear() {
  // A page of one huge cell isn't kept.
  std::erase_if(pages_, [](const std::vector<char>& page) { return page.size() > kPage; });
  page_ = used_ = 0;
}

std::string_view RecordBlock::unquoted(const RawCell& raw) const {
  const std::string_view text = {raw.begin + 1, raw.size - 2};
  if (!has_escapes_ || text.find('"') == std::string_view::npos) return text;
  return unescaped_->make(text);
}

void RecordBlock::cells(size_t column, size_t first, std::span<const uint32_t> rows,
                        std::string_view* out, size_t stride) const {
  if (column + 1 == width_) {
    cells_of<true>(column, first, rows, out, stride);
  } else {
    cells_of<false>(column, first, rows, out, stride);
  }
}

template <bool kLast>
void RecordBlock::cells_of(size_t column, size_t first, std::span<const uint32_t> rows,
                           std::string_view* out, size_t stride) const {
  const Stop* const stops = stops_ + first * width_ + column;
  for (uint32_t row : rows) {
    const RawCell raw = raw_cell<kLast>(data_, stops + row * width_);
    *out = raw.quoted() ? unquoted(raw) : std::string_view(raw.begin, raw.size);
    out += stride;
  }
}

}  // namespace topline
