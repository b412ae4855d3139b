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

}  // namespace topline
