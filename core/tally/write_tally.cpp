// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/tally/tally_json.h"

namespace topline {
namespace {

void write_noted(std::string_view name, const Noted& noted, JsonWriter& out) {
  if (noted.count == 0) return;
  out.key(name);
  out.begin_object(true);
  out.field("count", noted.count);
  out.key("first");
  write_place(noted.first, out);
  out.end_object();
}

void write_texts(std::string_view name, const std::vector<std::string>& texts, JsonWriter& out) {
  out.key(name);
  out.begin_array(true);
  for (const std::string& text : texts) out.string(text);
  out.end_array();
}

void write_columns(std::string_view name, const std::vector<uint32_t>& columns, JsonWriter& out) {
  out.key(name);
  out.begin_array(true);
  for (uint32_t column : columns) out.integer(column);
  out.end_array();
}

// Texts may be any bytes: what is no UTF-8 is written as {"bytes": "c3…"}.
bool is_utf8(std::string_view text) {
  std::string quoted;
  append_json_string(quoted, text);
  return quoted.find("\xEF\xBF\xBD") == std::string::npos ||
         text.find("\xEF\xBF\xBD") != std::string_view::npos;
}

// The kept codes in canonical order, and each code's rank in it.
struct Ranks {
  std::vector<uint32_t> codes;
  std::vector<uint32_t> rank;
};

Ranks ranks_of(const TokenTable& table) {
  Ranks ranks{table.sorted(), std::vector<uint32_t>(table.size(), TokenTable::kNone)};
  for (uint32_t i = 0; i < ranks.codes.size(); ++i) ranks.rank[ranks.codes[i]] = i;
  return ranks;
}

// [[text, count, left out, [input, offset, line]] …]; pinned words without a count are left out but
// keep their rank through "" only, so every kept text is written.
void write_table(const TokenTable& table, const std::vector<uint64_t>& left, const Ranks& ranks,
                 JsonWriter& out) {
  out.begin_object();
  out.field("complete", table.complete());
  out.key("tokens");
  out.begin_array();
  for (uint32_t code : ranks.codes) {
    out.begin_array(true);
    write_text(table.text(code), out);
    out.integer(table.count_of(code));
    out.integer(code < left.size() ? left[code] : 0);
    write_place(table.first_place(code), out);
    out.end_array();
  }
  out.end_array();
  out.end_object();
}

void write_source(const InputSource& source, JsonWriter& out) {
  out.key("source");
  out.begin_object(true);
  out.field("encoding", source.encoding);
  out.field("undecodable", source.undecodable);
  out.field("sheet", source.sheet);
  out.field("hidden_rows", source.hidden_rows);
  out.field("hidden_columns", source.hidden_columns);
  out.field("unvalued", source.unvalued);
  out.field("left_out", source.left_out);
  out.end_object();
}

void write_input(const InputTally& input, JsonWriter& out) {
  out.begin_object();
  out.field("name", input.name);
  out.field("bytes", input.bytes);
  write_source(input.source, out);
  out.field("delimiter", std::string_view(&input.dialect.delimiter, 1));
  out.field("cr", input.dialect.end == Dialect::End::cr);
  out.field("bom", input.dialect.bom);
  out.field("sep_line", input.dialect.sep_line);
  out.field("body", input.dialect.body);
  out.field("first_line", input.dialect.first_line);
  out.field("preamble", input.preamble);
  out.field("header_rows", input.header_rows);
  out.key("pieces");
  out.begin_array();
  for (const Piece& piece : input.pieces) {
    out.begin_array(true);
    out.integer(piece.begin);
    out.integer(piece.end);
    out.integer(piece.lines);
    out.integer(piece.held);
    out.boolean(piece.filled);
    write_text(piece.first_id, out);
    write_text(piece.last_id, out);
    out.end_array();
  }
  out.end_array();
  out.field("rows", input.rows);
  out.field("blank", input.blank);
  out.field("table_rows", input.table_rows);
  out.field("filtered", input.filtered);
  out.field("incomplete", input.incomplete);
  out.field("excluded", input.excluded);
  Notes::each(input.notes,
              [&](const char* name, const Noted& noted) { write_noted(name, noted, out); });
  out.field("rounded_weights", input.rounded_weights);
  out.field("invalid_utf8", input.invalid_utf8);
  out.end_object();
}

void write_group(const Tally& tally, size_t index, const std::vector<Ranks>& ranks,
                 const Ranks& waves, JsonWriter& out) {
  const GroupCounts& group = tally.groups[index];
  const std::vector<uint32_t> columns = groupings(tally.shape)[index];
  struct Ranked {
    GroupCounts::Key key;
    uint32_t cell;
  };
  std::vector<Ranked> cells;
  for (uint32_t cell = 0; cell < group.cells().size(); ++cell) {
    GroupCounts::Key key = group.cells()[cell];
    if (!columns.empty()) key.first = ranks[columns[0]].rank[key.first];
    if (columns.size() > 1) key.second = ranks[columns[1]].rank[key.second];
    key.wave = waves.rank[key.wave];
    if (key.first == TokenTable::kNone || key.second == TokenTable::kNone) continue;
    cells.push_back({key, cell});
  }
  std::sort(cells.begin(), cells.end(), [](const Ranked& a, const Ranked& b) {
    if (a.key.first != b.key.first) return a.key.first < b.key.first;
    if (a.key.second != b.key.second) return a.key.second < b.key.second;
    return a.key.wave < b.key.wave;
  });
  out.begin_array();
  for (const Ranked& ranked : cells) {
    out.begin_array(true);
    out.integer(ranked.key.first);
    out.integer(ranked.key.second);
    out.integer(ranked.key.wave);
    for (size_t q = 0; q < group.questions(); ++q) {
      const Ranks& tokens = ranks[tally.shape.questions[q]];
      out.begin_array();
      for (uint32_t rank = 0; rank < tokens.codes.size(); ++rank) {
        if (tokens.codes[rank] >= group.codes(q)) continue;
        const Count count = group.at(ranked.cell, q, tokens.codes[rank]);
        if (count.n == 0) continue;
        out.begin_array();
        out.integer(rank);
        out.integer(count.n);
        if (group.weighted()) {
          out.string(to_decimal(count.weight));
          out.string(to_decimal(count.weight_squared));
        }
        out.end_array();
      }
      out.end_array();
    }
    out.end_array();
  }
  out.end_array();
}

void write_frame(const Tally& tally, const std::vector<Ranks>& ranks, const Ranks& waves,
                 JsonWriter& out) {
  const Frame& frame = tally.frame;
  std::vector<size_t> order(frame.rows.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](size_t a, size_t b) { return frame.rows[a].place < frame.rows[b].place; });
  out.begin_object();
  out.field("over_limit", frame.over_limit);
  out.key("rows");
  out.begin_array();
  for (size_t index : order) {
    const Frame::Row& row = frame.rows[index];
    out.begin_array(true);
    out.string(to_hex(row.key));
    out.string(to_hex(row.contents));
    out.string(std::to_string(row.second));
    write_place(row.place, out);
    out.string(to_decimal(row.weight));
    out.integer(waves.rank[row.wave]);
    for (uint32_t c = 0; c < frame.width; ++c) {
      const uint32_t code = frame.codes[index * frame.width + c];
      const uint32_t rank = code == TokenTable::kNone ? code : ranks[c].rank[code];
      out.integer(rank);
    }
    out.end_array();
  }
  out.end_array();
  out.end_object();
}

}  // namespace

void write_place(const Place& place, JsonWriter& out) {
  out.begin_array(true);
  if (place.known()) {
    out.integer(place.input);
    out.integer(place.offset);
    out.integer(place.line);
  }
  out.end_array();
}

void write_text(std::string_view text, JsonWriter& out) {
  if (is_utf8(text)) return out.string(text);
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (char c : text) {
    hex.push_back(kDigits[static_cast<unsigned char>(c) >> 4]);
    hex.push_back(kDigits[static_cast<unsigned char>(c) & 15]);
  }
  out.begin_object(true);
  out.field("bytes", hex);
  out.end_object();
}

void write_shape(const Shape& shape, JsonWriter& out) {
  out.begin_object();
  write_texts("headers", shape.headers, out);
  out.field("layout", layout_name(shape.layout));
  out.field("kind", kind_name(shape.kind));
  out.key("fields");
  out.begin_array();
  for (const FieldColumn& field : shape.fields) {
    out.begin_object(true);
    if (field.field) out.field("field", field_info(*field.field).name);
    out.field("column", field.column);
    if (field.order != DateOrder::none) out.field("order", static_cast<uint32_t>(field.order));
    if (field.decimal != '.') out.field("decimal", std::string_view(&field.decimal, 1));
    out.end_object();
  }
  out.end_array();
  write_texts("labels", shape.labels, out);
  write_texts("export_ids", shape.export_ids, out);
  write_columns("questions", shape.questions, out);
  write_columns("by", shape.by, out);
  write_columns("cross", shape.cross, out);
  if (shape.wave != Shape::kNo) {
    out.field("wave", shape.wave);
    out.field("wave_unit", wave_unit_name(shape.wave_unit));
    out.field("wave_order", static_cast<uint32_t>(shape.wave_order));
  }
  if (shape.weight != Shape::kNo) {
    out.field("weight", shape.weight);
    out.field("weight_decimal", std::string_view(&shape.weight_decimal, 1));
  }
  if (shape.frequency != Shape::kNo) out.field("frequency", shape.frequency);
  out.key("where");
  out.begin_array(true);
  for (const auto& [column, value] : shape.where) {
    out.begin_array();
    out.integer(column);
    out.string(value);
    out.end_array();
  }
  out.end_array();
  out.key("skips");
  out.begin_array();
  for (const Shape::Skip& skip : shape.skips) {
    out.begin_object();
    out.field("column", skip.column);
    out.field("incomplete", skip.incomplete);
    write_texts("values", skip.values, out);
    out.end_object();
  }
  out.end_array();
  write_columns("dates", shape.dates, out);
  out.key("date_orders");
  out.begin_array(true);
  for (DateOrder order : shape.date_orders) out.integer(static_cast<uint32_t>(order));
  out.end_array();
  if (shape.response_id != Shape::kNo) out.field("response_id", shape.response_id);
  write_columns("key", shape.key, out);
  write_columns("serials", shape.serials, out);
  out.field("ids", shape.ids);
  if (!shape.frame.empty()) write_columns("frame", shape.frame, out);
  if (shape.whole_rows) out.field("whole_rows", true);
  out.end_object();
}

void write_tally(const Tally& tally, JsonWriter& out) {
  std::vector<Ranks> ranks;
  for (const TokenTable& column : tally.profile.columns) ranks.push_back(ranks_of(column));
  const Ranks waves = ranks_of(tally.waves);
  out.begin_object();
  out.field("plan_hash", to_hex(shape_fingerprint(tally.shape)));
  out.key("shape");
  write_shape(tally.shape, out);
  out.key("inputs");
  out.begin_array();
  for (const InputTally& input : tally.inputs) write_input(input, out);
  out.end_array();
  out.field("rows", tally.profile.rows);
  out.field("table_rows", tally.profile.table_rows);
  out.field("used", tally.used);
  out.field("ids_ascend", tally.profile.ids_ascend);
  if (tally.latest != INT32_MIN) out.field("latest", iso_date(tally.latest));
  out.field("weight_overflow", tally.weight_overflow);
  out.key("columns");
  out.begin_array();
  for (size_t c = 0; c < ranks.size(); ++c) {
    write_table(tally.profile.columns[c], tally.left_out[c], ranks[c], out);
  }
  out.end_array();
  out.key("waves");
  write_table(tally.waves, {}, waves, out);
  out.key("groups");
  out.begin_array();
  for (size_t g = 0; g < tally.groups.size(); ++g) write_group(tally, g, ranks, waves, out);
  out.end_array();
  out.key("frame");
  write_frame(tally, ranks, waves, out);
  write_row_frame(tally, waves.rank, out);
  if (tally.shape.kind != TableKind::survey) write_ledger(tally, out);
  if (tally.shape.kind == TableKind::usage) write_activity(tally, out);
  if (tally.shape.kind == TableKind::orders) write_customers(tally, out);
  out.end_object();
}

}  // namespace topline
