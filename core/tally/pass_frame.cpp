// SPDX-License-Identifier: Apache-2.0

// What a pass keeps of single rows: the order of their ids, the Frame that duplicates are told by, and
// the declared columns.

#include <algorithm>

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/profile/answer.h"
#include "core/profile/date.h"
#include "core/tally/pass.h"

namespace topline {

void Pass::meet_ids(const Rows& rows) {
  if (!ids_.ascends()) return;
  const uint32_t column = tally_.shape.response_id;
  if (rows.block != nullptr && rows.count == rows.block->count()) {
    ids_.meet(*rows.block, column);
  } else {
    ids_.meet(cell(rows, 0, column));
  }
  tally_.profile.ids_ascend = ids_.ascends();
}

void Pass::add_to_frame(const Rows& rows, uint32_t number, size_t kept) {
  const Shape& shape = tally_.shape;
  Frame::Row row;
  bool keyed = !shape.key.empty();
  for (uint32_t column : shape.key) {
    const std::string_view text = trim(cell(rows, number, column));
    keyed = keyed && !is_missing(text);
    row.key = fingerprint(text, row.key);
  }
  if (!keyed && !shape.whole_rows) return;
  if (!keyed) {  // a key of its own: it repeats no other
    row.key = fingerprint(std::to_string(place(rows, number).offset), fingerprint(input_->name));
  }
  for (uint32_t c = 0; c < width_; ++c) {
    if (std::find(shape.serials.begin(), shape.serials.end(), c) != shape.serials.end()) continue;
    row.contents = fingerprint(trim(cell(rows, number, c)), row.contents);
  }
  if (!shape.dates.empty()) {
    const auto moment = parse_moment(cell(rows, number, shape.dates[0]), shape.date_orders[0]);
    if (moment) row.second = int64_t{moment->day} * 86400 + moment->second;
  }
  row.place = place(rows, number);
  row.weight = weights_.empty() ? Int128{0} : weights_[kept];
  row.wave = row_waves_[kept];
  Frame& frame = tally_.frame;
  frame.rows.push_back(row);
  for (uint32_t c = 0; c < width_; ++c) frame.codes.push_back(codes(c)[number]);
  if (frame.bytes() > frame.limit) {
    frame.over_limit = true;
    frame.rows = {};
    frame.codes = {};
  }
}

// The declared columns of the kept rows. A text is looked up in their own dictionary once.
void Pass::keep_rows(const Rows& rows) {
  const std::vector<uint32_t>& columns = tally_.shape.frame;
  std::vector<uint32_t> row_codes(columns.size());
  for (size_t k = 0; k < kept_.size(); ++k) {
    const uint32_t number = kept_[k];
    for (size_t c = 0; c < columns.size(); ++c) {
      const uint32_t code = codes(columns[c])[number];
      std::vector<uint32_t>& known = kept_codes_[c];
      if (code != TokenTable::kNone && code < known.size() && known[code] != 0) {
        row_codes[c] = known[code] - 1;
        continue;
      }
      row_codes[c] = tally_.rows.code_of(c, cell(rows, number, columns[c]));
      if (code == TokenTable::kNone) continue;
      if (known.size() <= code) known.resize(code + 1);
      known[code] = row_codes[c] + 1;
    }
    const Int128 weight = weights_.empty() ? Int128{0} : weights_[k];
    // A wave beyond those that are told apart counts in all waves together only.
    const uint32_t wave = row_waves_[k] == TokenTable::kNone ? TokenTable::kEmpty : row_waves_[k];
    tally_.rows.add({place(rows, number), weight, wave}, row_codes, people_);
  }
}

}  // namespace topline
