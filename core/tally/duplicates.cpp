// SPDX-License-Identifier: Apache-2.0
#include "core/tally/duplicates.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace topline {

Duplicates find_duplicates(const Frame& frame, bool key_told) {
  const std::vector<Frame::Row>& rows = frame.rows;
  std::vector<size_t> order(rows.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    if (!(rows[a].key == rows[b].key)) return rows[a].key < rows[b].key;
    return rows[a].place < rows[b].place;
  });
  Duplicates found;
  for (size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() && rows[order[end]].key == rows[order[begin]].key) ++end;
    if (end - begin == 1) continue;
    if (key_told) {
      size_t kept = begin;
      for (size_t i = begin + 1; i < end; ++i) {
        if (rows[order[i]].second >= rows[order[kept]].second) kept = i;
      }
      for (size_t i = begin; i < end; ++i) {
        if (i != kept) found.superseded.push_back(order[i]);
      }
      continue;
    }
    std::vector<Fingerprint> seen;
    for (size_t i = begin; i < end; ++i) {
      const Frame::Row& row = rows[order[i]];
      if (std::find(seen.begin(), seen.end(), row.contents) != seen.end()) {
        found.superseded.push_back(order[i]);
        continue;
      }
      if (!seen.empty()) {
        if (found.conflicting++ == 0 || row.place < found.first_conflict) {
          found.first_conflict = row.place;
        }
      }
      seen.push_back(row.contents);
    }
  }
  return found;
}

void leave_out_rows(Tally& tally, const std::vector<size_t>& rows) {
  const Frame& frame = tally.frame;
  std::set<Place> places;
  for (size_t index : rows) places.insert(frame.rows[index].place);
  tally.rows.take_out(places);
  const auto columns_of = groupings(tally.shape);
  for (size_t index : rows) {
    const Frame::Row& row = frame.rows[index];
    const uint32_t* codes = frame.codes.data() + index * frame.width;
    for (uint32_t c = 0; c < frame.width; ++c) {
      if (codes[c] == TokenTable::kNone) continue;
      std::vector<uint64_t>& left = tally.left_out[c];
      if (left.size() <= codes[c]) left.resize(codes[c] + 1);
      ++left[codes[c]];
    }
    for (size_t g = tally.shape.counts_everyone() ? 0 : 1; g < tally.groups.size(); ++g) {
      GroupCounts::Key key{0, 0, row.wave};
      if (!columns_of[g].empty()) key.first = codes[columns_of[g][0]];
      if (columns_of[g].size() > 1) key.second = codes[columns_of[g][1]];
      if (key.first == TokenTable::kNone || key.second == TokenTable::kNone) continue;
      const uint32_t cell = tally.groups[g].cell(key);
      for (size_t q = 0; q < tally.shape.questions.size(); ++q) {
        const uint32_t code = codes[tally.shape.questions[q]];
        if (code != TokenTable::kNone) tally.groups[g].take_away(cell, q, code, row.weight);
      }
    }
    --tally.used;
  }
}

std::vector<uint64_t> repeated_records(const Tally& tally) {
  std::vector<uint64_t> repeated(tally.inputs.size());
  const auto id = record_id(tally.shape.kind);
  const Ledger::Column* ids = id ? tally.ledger.find(*id) : nullptr;
  if (ids == nullptr) return repeated;
  std::set<Fingerprint> met;
  for (uint32_t row : tally.ledger.canonical_order()) {
    if (ids->codes[row] == TokenTable::kEmpty) continue;
    if (!met.insert(tally.ledger.contents(row)).second) ++repeated[tally.ledger.place(row).input];
  }
  return repeated;
}

}  // namespace topline
