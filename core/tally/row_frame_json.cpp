// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "core/tally/tally_json.h"

namespace topline {
namespace {

using nlohmann::json;

// Ranks of a table's kept codes in the byte order of their texts; others have kNone.
std::vector<uint32_t> ranks_of(const TokenTable& table, const std::vector<uint32_t>& sorted) {
  std::vector<uint32_t> rank(table.size(), TokenTable::kNone);
  for (uint32_t i = 0; i < sorted.size(); ++i) rank[sorted[i]] = i;
  return rank;
}

uint32_t rank_in(const std::vector<uint32_t>& ranks, uint32_t code) {
  return code < ranks.size() ? ranks[code] : TokenTable::kNone;
}

}  // namespace

void write_row_frame(const Tally& tally, const std::vector<uint32_t>& wave_ranks, JsonWriter& out) {
  const RowFrame& frame = tally.rows;
  if (frame.columns().empty()) return;
  out.key("rows_kept");
  out.begin_object();
  out.field("over_limit", frame.over_limit());
  out.key("texts");
  out.begin_array();
  std::vector<std::vector<uint32_t>> ranks;
  for (size_t c = 0; c < frame.columns().size(); ++c) {
    const std::vector<uint32_t> sorted = frame.texts(c).sorted();
    ranks.push_back(ranks_of(frame.texts(c), sorted));
    out.begin_object();
    out.field("complete", frame.texts(c).complete());
    out.key("tokens");
    out.begin_array();
    for (uint32_t code : sorted) write_text(frame.texts(c).text(code), out);
    out.end_array();
    out.end_object();
  }
  out.end_array();
  std::vector<size_t> order(frame.rows().size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return frame.rows()[a].place < frame.rows()[b].place;
  });
  out.key("rows");
  out.begin_array();
  for (size_t index : order) {
    const RowFrame::Row& row = frame.rows()[index];
    out.begin_array(true);
    write_place(row.place, out);
    out.string(to_decimal(row.weight));
    out.integer(wave_ranks[row.wave]);
    for (size_t c = 0; c < frame.columns().size(); ++c) {
      out.integer(rank_in(ranks[c], frame.code(index, c)));
    }
    out.end_array();
  }
  out.end_array();
  out.end_object();
}

void read_row_frame(const json& in, const std::vector<uint32_t>& waves, Tally& tally) {
  RowFrame& frame = tally.rows;
  if (frame.columns().empty()) return;
  const json& kept = in.at("rows_kept");
  std::vector<std::vector<uint32_t>> codes;
  for (size_t c = 0; c < frame.columns().size(); ++c) {
    const json& texts = kept.at("texts").at(c);
    codes.emplace_back();
    for (const json& text : texts.at("tokens")) {
      codes.back().push_back(frame.code_of(c, read_text(text)));
    }
    if (!texts.at("complete").get<bool>()) frame.set_incomplete(c);
  }
  std::vector<uint32_t> row_codes(frame.columns().size());
  for (const json& entry : kept.at("rows")) {
    RowFrame::Row row;
    row.place = read_place(entry.at(0));
    const auto weight = parse_int128(entry.at(1).get<std::string>());
    if (!weight) throw json::other_error::create(501, "no integer", nullptr);
    row.weight = *weight;
    row.wave = waves.at(entry.at(2).get<uint32_t>());
    for (size_t c = 0; c < row_codes.size(); ++c) {
      const auto rank = entry.at(3 + c).get<uint32_t>();
      row_codes[c] = rank == TokenTable::kNone ? rank : codes[c].at(rank);
    }
    frame.add(row, row_codes, 1);
  }
  if (kept.at("over_limit").get<bool>()) frame.set_over_limit();
}

}  // namespace topline
