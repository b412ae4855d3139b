// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/tally/tally_json.h"

namespace topline {
namespace {

using nlohmann::json;

// nlohmann throws on what isn't as expected; read_tally() turns that into an Error.

Noted read_noted(const json& in, const char* name) {
  Noted noted;
  if (!in.contains(name)) return noted;
  noted.count = in.at(name).at("count").get<uint64_t>();
  noted.first = read_place(in.at(name).at("first"));
  return noted;
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

// One per column, or none.
std::vector<std::string> read_texts(const json& in, size_t width) {
  auto texts = in.get<std::vector<std::string>>();
  if (!texts.empty() && texts.size() != width) {
    throw json::other_error::create(501, "not one per column", nullptr);
  }
  return texts;
}

Shape parse_shape(const json& in) {
  Shape shape;
  shape.headers = in.at("headers").get<std::vector<std::string>>();
  const size_t width = shape.headers.size();
  shape.layout = layout_from_name(in.at("layout").get<std::string>()).value_or(LayoutKind::plain);
  const auto kind = kind_from_name(in.at("kind").get<std::string>());
  if (!kind) throw json::other_error::create(501, "unknown kind of table", nullptr);
  shape.kind = *kind;
  for (const json& entry : in.at("fields")) {
    FieldColumn field;
    if (entry.contains("field")) {
      field.field = field_from_name(*kind, entry.at("field").get<std::string>());
      if (!field.field) throw json::other_error::create(501, "unknown field", nullptr);
    }
    field.column = bounded(entry.at("column"), width);
    if (entry.contains("order")) field.order = static_cast<DateOrder>(bounded(entry.at("order"), 4));
    field.decimal = entry.value("decimal", ".") == "," ? ',' : '.';
    shape.fields.push_back(field);
  }
  shape.labels = read_texts(in.at("labels"), width);
  shape.export_ids = read_texts(in.at("export_ids"), width);
  shape.questions = read_columns(in.at("questions"), width);
  shape.by = read_columns(in.at("by"), width);
  shape.cross = read_columns(in.at("cross"), width);
  if (in.contains("wave")) {
    shape.wave = bounded(in.at("wave"), width);
    shape.wave_unit =
        wave_unit_from_name(in.at("wave_unit").get<std::string>()).value_or(WaveUnit::none);
    shape.wave_order = static_cast<DateOrder>(bounded(in.at("wave_order"), 4));
  }
  if (in.contains("weight")) {
    shape.weight = bounded(in.at("weight"), width);
    shape.weight_decimal = in.at("weight_decimal").get<std::string>() == "," ? ',' : '.';
  }
  if (in.contains("frequency")) shape.frequency = bounded(in.at("frequency"), width);
  for (const json& pair : in.at("where")) {
    shape.where.emplace_back(bounded(pair.at(0), width), pair.at(1).get<std::string>());
  }
  for (const json& skip : in.at("skips")) {
    shape.skips.push_back({bounded(skip.at("column"), width), skip.at("incomplete").get<bool>(),
                           skip.at("values").get<std::vector<std::string>>()});
  }
  shape.dates = read_columns(in.at("dates"), width);
  for (const json& order : in.at("date_orders")) {
    shape.date_orders.push_back(static_cast<DateOrder>(bounded(order, 4)));
  }
  if (in.contains("response_id")) shape.response_id = bounded(in.at("response_id"), width);
  shape.key = read_columns(in.at("key"), width);
  shape.serials = read_columns(in.at("serials"), width);
  shape.ids = in.at("ids").get<bool>();
  if (in.contains("frame")) shape.frame = read_columns(in.at("frame"), width);
  shape.whole_rows = in.value("whole_rows", false);
  return shape;
}

// Codes in the order of the ranks that the rest of the file uses.
std::vector<uint32_t> read_table(const json& in, TokenTable& table, std::vector<uint64_t>* left) {
  std::vector<uint32_t> codes;
  for (const json& token : in.at("tokens")) {
    const uint32_t code =
        table.add(read_text(token.at(0)), token.at(1).get<uint64_t>(), read_place(token.at(3)));
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
  const json& source = in.at("source");
  input.source.encoding = source.at("encoding").get<std::string>();
  input.source.undecodable = source.at("undecodable").get<uint64_t>();
  input.source.sheet = source.at("sheet").get<std::string>();
  input.source.hidden_rows = source.at("hidden_rows").get<uint64_t>();
  input.source.hidden_columns = source.at("hidden_columns").get<uint64_t>();
  input.source.unvalued = source.at("unvalued").get<uint64_t>();
  input.source.left_out = source.at("left_out").get<std::string>();
  input.dialect.delimiter = in.at("delimiter").get<std::string>().at(0);
  input.dialect.end = in.at("cr").get<bool>() ? Dialect::End::cr : Dialect::End::lf;
  input.dialect.bom = in.at("bom").get<bool>();
  input.dialect.sep_line = in.at("sep_line").get<bool>();
  input.dialect.body = in.at("body").get<uint64_t>();
  input.dialect.first_line = in.at("first_line").get<uint64_t>();
  input.preamble = in.at("preamble").get<uint32_t>();
  input.header_rows = in.at("header_rows").get<uint32_t>();
  for (const json& piece : in.at("pieces")) {
    input.pieces.push_back({piece.at(0).get<uint64_t>(), piece.at(1).get<uint64_t>(),
                            piece.at(2).get<uint64_t>(), piece.at(3).get<uint64_t>(),
                            piece.at(4).get<bool>(), read_text(piece.at(5)),
                            read_text(piece.at(6))});
  }
  input.rows = in.at("rows").get<uint64_t>();
  input.blank = in.at("blank").get<uint64_t>();
  input.table_rows = in.at("table_rows").get<uint64_t>();
  input.filtered = in.at("filtered").get<uint64_t>();
  input.incomplete = in.at("incomplete").get<uint64_t>();
  input.excluded = in.at("excluded").get<uint64_t>();
  Notes::each(input.notes, [&](const char* name, Noted& noted) { noted = read_noted(in, name); });
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

Place read_place(const json& in) {
  if (in.empty()) return {};
  return {in.at(0).get<uint32_t>(), in.at(1).get<uint64_t>(), in.at(2).get<uint64_t>()};
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

Result<Shape> read_shape(const json& in) {
  try {
    return parse_shape(in);
  } catch (const std::exception& error) {
    return fail(Code::bad_json, {}, {{"what", "plan"}, {"detail", error.what()}});
  }
}

Result<Tally> read_tally(const json& in) {
  try {
    Tally tally = make_tally(parse_shape(in.at("shape")));
    for (const json& input : in.at("inputs")) tally.inputs.push_back(read_input(input));
    tally.profile.rows = in.at("rows").get<uint64_t>();
    tally.profile.table_rows = in.at("table_rows").get<uint64_t>();
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
      codes.push_back(
          read_table(in.at("columns").at(c), tally.profile.columns[c], &tally.left_out[c]));
    }
    const auto waves = read_table(in.at("waves"), tally.waves, nullptr);
    for (size_t g = 0; g < tally.groups.size(); ++g) {
      read_group(in.at("groups").at(g), g, codes, waves, tally);
    }
    read_frame(in.at("frame"), codes, waves, tally.frame);
    read_row_frame(in, waves, tally);
    if (tally.shape.kind != TableKind::survey) read_ledger(in, tally);
    if (tally.shape.kind == TableKind::usage) read_activity(in, tally);
    if (tally.shape.kind == TableKind::orders) read_customers(in, tally);
    return tally;
  } catch (const std::exception& error) {
    return fail(Code::bad_json, {}, {{"what", "tally"}, {"detail", error.what()}});
  }
}

}  // namespace topline
