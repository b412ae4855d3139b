// SPDX-License-Identifier: Apache-2.0
#include "core/tally/tally_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace topline {
namespace {

using nlohmann::json;

// ---- writing -------------------------------------------------------------------------------------

void write_place(const Place& place, JsonWriter& out) {
  out.begin_array(true);
  if (place.known()) {
    out.integer(place.input);
    out.integer(place.offset);
    out.integer(place.line);
  }
  out.end_array();
}

void write_noted(std::string_view name, const Noted& noted, JsonWriter& out) {
  if (noted.count == 0) return;
  out.key(name);
  out.begin_object(true);
  out.field("count", noted.count);
  out.key("first");
  write_place(noted.first, out);
  out.end_object();
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

void write_input(const InputTally& input, JsonWriter& out) {
  out.begin_object();
  out.field("name", input.name);
  out.field("bytes", input.bytes);
  out.field("delimiter", std::string_view(&input.dialect.delimiter, 1));
  out.field("cr", input.dialect.end == Dialect::End::cr);
  out.field("bom", input.dialect.bom);
  out.field("sep_line", input.dialect.sep_line);
  out.field("body", input.dialect.body);
  out.field("first_line", input.dialect.first_line);
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
  out.field("filtered", input.filtered);
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

// ---- reading -------------------------------------------------------------------------------------
// nlohmann throws on what isn't as expected; read_tally() turns that into an Error.

Place read_place(const json& in) {
  if (in.empty()) return {};
  return {in.at(0).get<uint32_t>(), in.at(1).get<uint64_t>(), in.at(2).get<uint64_t>()};
}

Noted read_noted(const json& in, const char* name) {
  Noted noted;
  if (!in.contains(name)) return noted;
  noted.count = in.at(name).at("count").get<uint64_t>();
  noted.first = read_place(in.at(name).at("first"));
  return noted;
}

std::string read_text(const json& in) {
  if (in.is_string()) return in.get<std::string>();
  const auto hex = in.at("bytes").get<std::string>();
  std::string text;
  for (size_t i = 0; i + 1 < hex.size(); i += 2) {
    text.push_back(static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16)));
  }
  return text;
}

uint32_t bounded(const json& in, size_t end) {
  const auto value = in.get<uint32_t>();
  if (value >= end) throw json::other_error::create(501, "index out of range", nullptr);
  return value;
}

std::vector<uint32_t> read_columns(const json& in, size_t width) {
  std::vector<uint32_t> columns;
  for (const json& column : in) columns.push_back(bounded(column, width));
  return columns;
}

Shape parse_shape(const json& in) {
  Shape shape;
  shape.headers = in.at("headers").get<std::vector<std::string>>();
  const size_t width = shape.headers.size();
  shape.questions = read_columns(in.at("questions"), width);
  shape.by = read_columns(in.at("by"), width);
  shape.cross = read_columns(in.at("cross"), width);
  if (in.contains("wave")) {
    shape.wave = bounded(in.at("wave"), width);
    shape.wave_unit =
        wave_unit_from_name(in.at("wave_unit").get<std::string>()).value_or(WaveUnit::none);
    shape.wave_order = static_cast<DateOrder>(bounded(in.at("wave_order"), 4));
  }
  if (in.contains("weight")) shape.weight = bounded(in.at("weight"), width);
  for (const json& pair : in.at("where")) {
    shape.where.emplace_back(bounded(pair.at(0), width), pair.at(1).get<std::string>());
  }
  shape.dates = read_columns(in.at("dates"), width);
  for (const json& order : in.at("date_orders")) {
    shape.date_orders.push_back(static_cast<DateOrder>(bounded(order, 4)));
  }
  if (in.contains("response_id")) shape.response_id = bounded(in.at("response_id"), width);
  shape.key = read_columns(in.at("key"), width);
  shape.serials = read_columns(in.at("serials"), width);
  shape.ids = in.at("ids").get<bool>();
  return shape;
}

// Codes in the order of the ranks that the rest of the file uses.
std::vector<uint32_t> read_table(const json& in, TokenTable& table, std::vector<uint64_t>* left) {
  std::vector<uint32_t> codes;
  for (const json& token : in.at("tokens")) {
    const uint32_t code = table.add(read_text(token.at(0)), token.at(1).get<uint64_t>(),
                                    read_place(token.at(3)));
    codes.push_back(code);
    const auto out = token.at(2).get<uint64_t>();
    if (left == nullptr || out == 0 || code == TokenTable::kNone) continue;
    if (left->size() <= code) left->resize(code + 1);
    (*left)[code] = out;
  }
  if (!in.at("complete").get<bool>()) table.set_incomplete();
  return codes;
}

InputTally read_input(const json& in) {
  InputTally input;
  input.name = in.at("name").get<std::string>();
  input.bytes = in.at("bytes").get<uint64_t>();
  input.dialect.delimiter = in.at("delimiter").get<std::string>().at(0);
  input.dialect.end = in.at("cr").get<bool>() ? Dialect::End::cr : Dialect::End::lf;
  input.dialect.bom = in.at("bom").get<bool>();
  input.dialect.sep_line = in.at("sep_line").get<bool>();
  input.dialect.body = in.at("body").get<uint64_t>();
  input.dialect.first_line = in.at("first_line").get<uint64_t>();
  input.header_rows = in.at("header_rows").get<uint32_t>();
  for (const json& piece : in.at("pieces")) {
    input.pieces.push_back({piece.at(0).get<uint64_t>(), piece.at(1).get<uint64_t>(),
                            piece.at(2).get<uint64_t>(), piece.at(3).get<uint64_t>(),
                            piece.at(4).get<bool>(), read_text(piece.at(5)),
                            read_text(piece.at(6))});
  }
  input.rows = in.at("rows").get<uint64_t>();
  input.blank = in.at("blank").get<uint64_t>();
  input.filtered = in.at("filtered").get<uint64_t>();
  Notes::each(input.notes,
              [&](const char* name, Noted& noted) { noted = read_noted(in, name); });
  input.rounded_weights = in.at("rounded_weights").get<uint64_t>();
  input.invalid_utf8 = in.at("invalid_utf8").get<uint64_t>();
  return input;
}

Int128 read_int128(const json& in) {
  const auto value = parse_int128(in.get<std::string>());
  if (!value) throw json::other_error::create(501, "no integer: " + in.dump(), nullptr);
  return *value;
}

void read_group(const json& in, size_t index, const std::vector<std::vector<uint32_t>>& codes,
                const std::vector<uint32_t>& waves, Tally& tally) {
  GroupCounts& group = tally.groups.at(index);
  const std::vector<uint32_t> columns = groupings(tally.shape)[index];
  for (const json& row : in) {
    GroupCounts::Key key;
    if (!columns.empty()) key.first = codes[columns[0]].at(row.at(0).get<uint32_t>());
    if (columns.size() > 1) key.second = codes[columns[1]].at(row.at(1).get<uint32_t>());
    key.wave = waves.at(row.at(2).get<uint32_t>());
    const uint32_t cell = group.cell(key);
    for (size_t q = 0; q < group.questions(); ++q) {
      for (const json& entry : row.at(3 + q)) {
        Count count;
        count.n = entry.at(1).get<uint64_t>();
        if (group.weighted()) {
          count.weight = read_int128(entry.at(2));
          count.weight_squared = read_int128(entry.at(3));
        }
        const uint32_t code = codes[tally.shape.questions[q]].at(entry.at(0).get<uint32_t>());
        if (!group.add(cell, q, code, count)) tally.weight_overflow = true;
      }
    }
  }
}

void read_frame(const json& in, const std::vector<std::vector<uint32_t>>& codes,
                const std::vector<uint32_t>& waves, Frame& frame) {
  frame.over_limit = in.at("over_limit").get<bool>();
  for (const json& entry : in.at("rows")) {
    Frame::Row row;
    row.key = fingerprint_from_hex(entry.at(0).get<std::string>());
    row.contents = fingerprint_from_hex(entry.at(1).get<std::string>());
    row.second = std::stoll(entry.at(2).get<std::string>());
    row.place = read_place(entry.at(3));
    row.weight = read_int128(entry.at(4));
    row.wave = waves.at(entry.at(5).get<uint32_t>());
    frame.rows.push_back(row);
    for (uint32_t c = 0; c < frame.width; ++c) {
      const auto rank = entry.at(6 + c).get<uint32_t>();
      frame.codes.push_back(rank == TokenTable::kNone ? rank : codes[c].at(rank));
    }
  }
}

}  // namespace

void write_shape(const Shape& shape, JsonWriter& out) {
  out.begin_object();
  out.key("headers");
  out.begin_array(true);
  for (const std::string& header : shape.headers) out.string(header);
  out.end_array();
  write_columns("questions", shape.questions, out);
  write_columns("by", shape.by, out);
  write_columns("cross", shape.cross, out);
  if (shape.wave != Shape::kNo) {
    out.field("wave", shape.wave);
    out.field("wave_unit", wave_unit_name(shape.wave_unit));
    out.field("wave_order", static_cast<uint32_t>(shape.wave_order));
  }
  if (shape.weight != Shape::kNo) out.field("weight", shape.weight);
  out.key("where");
  out.begin_array(true);
  for (const auto& [column, value] : shape.where) {
    out.begin_array();
    out.integer(column);
    out.string(value);
    out.end_array();
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
  out.end_object();
}

Result<Shape> read_shape(const json& in) {
  try {
    return parse_shape(in);
  } catch (const std::exception& error) {
    return fail(Code::bad_json, {}, {{"what", "plan"}, {"detail", error.what()}});
  }
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
  out.end_object();
}

Result<Tally> read_tally(const json& in) {
  try {
    Tally tally = make_tally(parse_shape(in.at("shape")));
    for (const json& input : in.at("inputs")) tally.inputs.push_back(read_input(input));
    tally.profile.rows = in.at("rows").get<uint64_t>();
    tally.used = in.at("used").get<uint64_t>();
    tally.profile.ids_ascend = in.at("ids_ascend").get<bool>();
    if (in.contains("latest")) {
      const auto latest = parse_moment(in.at("latest").get<std::string>(), DateOrder::ymd);
      if (latest) tally.latest = latest->day;
    }
    tally.weight_overflow = in.at("weight_overflow").get<bool>();
    const size_t width = tally.shape.headers.size();
    std::vector<std::vector<uint32_t>> codes;
    for (size_t c = 0; c < width; ++c) {
      codes.push_back(read_table(in.at("columns").at(c), tally.profile.columns[c],
                                 &tally.left_out[c]));
    }
    const auto waves = read_table(in.at("waves"), tally.waves, nullptr);
    for (size_t g = 0; g < tally.groups.size(); ++g) {
      read_group(in.at("groups").at(g), g, codes, waves, tally);
    }
    read_frame(in.at("frame"), codes, waves, tally.frame);
    return tally;
  } catch (const std::exception& error) {
    return fail(Code::bad_json, {}, {{"what", "tally"}, {"detail", error.what()}});
  }
}

}  // namespace topline
