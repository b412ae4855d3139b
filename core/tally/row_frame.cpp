// SPDX-License-Identifier: Apache-2.0
#include "core/tally/row_frame.h"

#include <algorithm>
#include <utility>

namespace topline {

RowFrame::RowFrame(std::vector<uint32_t> columns) : columns_(std::move(columns)) {
  texts_.assign(columns_.size(), TokenTable(kTexts));
  text_bytes_.assign(columns_.size(), 0);
}

uint32_t RowFrame::code_of(size_t column, std::string_view text) {
  TokenTable& texts = texts_[column];
  if (!texts.complete()) return TokenTable::kNone;
  const uint32_t before = texts.size();
  const uint32_t code = texts.add(text, 1, {});
  if (texts.size() != before) text_bytes_[column] += text.size();
  if (texts.complete() && text_bytes_[column] <= kTextBytes) return code;
  set_incomplete(column);
  return TokenTable::kNone;
}

void RowFrame::set_incomplete(size_t column) {
  texts_[column] = TokenTable(kTexts);
  texts_[column].set_incomplete();
}

void RowFrame::set_over_limit() {
  over_limit_ = true;
  rows_ = {};
  codes_ = {};
}

void RowFrame::add(const Row& row, const std::vector<uint32_t>& codes, uint64_t times) {
  if (over_limit_) return;
  if (times > kLimit / row_bytes() || (rows_.size() + times) * row_bytes() > kLimit) {
    return set_over_limit();
  }
  for (uint64_t i = 0; i < times; ++i) {
    rows_.push_back(row);
    codes_.insert(codes_.end(), codes.begin(), codes.end());
  }
}

void RowFrame::merge(const RowFrame& other, const std::vector<uint32_t>& waves) {
  std::vector<std::vector<uint32_t>> mapped(columns_.size());
  for (size_t c = 0; c < columns_.size(); ++c) {
    const TokenTable& theirs = other.texts_[c];
    if (!theirs.complete()) set_incomplete(c);
    mapped[c].assign(theirs.size(), TokenTable::kNone);
    for (uint32_t code = 0; code < theirs.size(); ++code) {
      if (theirs.kept(code)) mapped[c][code] = code_of(c, theirs.text(code));
    }
  }
  if (other.over_limit_) set_over_limit();
  std::vector<uint32_t> codes(columns_.size());
  for (size_t r = 0; r < other.rows_.size() && !over_limit_; ++r) {
    for (size_t c = 0; c < columns_.size(); ++c) {
      const uint32_t code = other.code(r, c);
      codes[c] = code == TokenTable::kNone ? code : mapped[c][code];
    }
    Row row = other.rows_[r];
    row.wave = waves[row.wave];
    add(row, codes, 1);
  }
}

void RowFrame::take_out(const std::set<Place>& places) {
  const size_t width = columns_.size();
  size_t kept = 0;
  for (size_t r = 0; r < rows_.size(); ++r) {
    if (places.count(rows_[r].place) != 0) continue;
    rows_[kept] = rows_[r];
    std::copy_n(codes_.begin() + static_cast<ptrdiff_t>(r * width), width,
                codes_.begin() + static_cast<ptrdiff_t>(kept * width));
    ++kept;
  }
  rows_.resize(kept);
  codes_.resize(kept * width);
}

}  // namespace topline
