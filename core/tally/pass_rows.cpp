// SPDX-License-Identifier: Apache-2.0

// The rows that a pass counts, what each weighs, and why others are left out.

#include <algorithm>

#include "core/base/text.h"
#include "core/profile/amount.h"
#include "core/tally/pass.h"

namespace topline {

void Pass::show(LeftOutRow::Why why, const Rows& rows, size_t row) const {
  if (left_out_sink_) {
    std::vector<std::string_view> cells(width_);
    for (uint32_t c = 0; c < width_; ++c) cells[c] = cell(rows, row, c);
    left_out_sink_({why, place(rows, row).line, cells});
  }
}

void Pass::leave_out(uint32_t row) {
  for (uint32_t c = 0; c < width_; ++c) {
    const uint32_t code = codes(c)[row];
    if (code == TokenTable::kNone) continue;
    std::vector<uint64_t>& left = tally_.left_out[c];
    if (left.size() <= code) left.resize(code + 1);
    left[code] += people_;
  }
}

// What a cell says is looked up once for each text of the column.
void Pass::skip_unfinished(const Rows& rows) {
  const std::vector<Shape::Skip>& skips = tally_.shape.skips;
  skip_cache_.resize(skips.size());
  for (size_t k = 0; k < skips.size(); ++k) {
    const Shape::Skip& skip = skips[k];
    const auto is_skipped = [&](uint32_t row) {
      const std::string text = fold(cell(rows, row, skip.column));
      return std::find(skip.values.begin(), skip.values.end(), text) != skip.values.end();
    };
    std::vector<Known>& cache = skip_cache_[k];
    std::erase_if(kept_, [&](uint32_t row) {
      const uint32_t code = codes(skip.column)[row];
      Known known = code < cache.size() ? cache[code] : Known::no;
      if (known == Known::no) {
        known = is_skipped(row) ? Known::skipped : Known::kept;
        if (code != TokenTable::kNone) {
          if (cache.size() <= code) cache.resize(code + 1);
          cache[code] = known;
        }
      }
      if (known == Known::kept) return false;
      (skip.incomplete ? input_->incomplete : input_->excluded) += people_;
      show(skip.incomplete ? LeftOutRow::Why::incomplete : LeftOutRow::Why::excluded, rows, row);
      leave_out(row);
      return true;
    });
  }
}

void Pass::keep_where(const Rows& rows) {
  std::erase_if(kept_, [&](uint32_t row) {
    for (const auto& [column, value] : tally_.shape.where) {
      if (fold(cell(rows, row, column)) == value) continue;
      input_->filtered += people_;
      leave_out(row);
      return true;
    }
    return false;
  });
}

void Pass::weigh(const Rows& rows) {
  weights_.clear();
  std::erase_if(kept_, [&](uint32_t row) {
    const auto fixed = read_weight(cell(rows, row, tally_.shape.weight), tally_.shape.weight_decimal);
    if (!fixed) {
      input_->notes.bad_weight.note(place(rows, row));
      show(LeftOutRow::Why::bad_weight, rows, row);
      leave_out(row);
      return true;
    }
    weights_.push_back(fixed->value);
    input_->rounded_weights += fixed->rounded;
    return false;
  });
}

}  // namespace topline
