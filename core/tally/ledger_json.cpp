// SPDX-License-Identifier: Apache-2.0

// The ledger of a tally as JSON: the distinct texts of each column in order, then rows of ranks,
// seconds and amounts, in canonical order.

#include <nlohmann/json.hpp>

#include "core/tally/tally_json.h"

namespace topline {
namespace {

using nlohmann::json;

void write_place_numbers(const Place& place, JsonWriter& out) {
  out.integer(place.input);
  out.integer(place.offset);
  out.integer(place.line);
}

Place read_place(const json& in, size_t at) {
  return {in.at(at).get<uint32_t>(), in.at(at + 1).get<uint64_t>(), in.at(at + 2).get<uint64_t>()};
}

void write_value(const Ledger::Column& column, uint32_t row, const std::vector<uint32_t>& ranks,
                 JsonWriter& out) {
  switch (column.type) {
    case FieldType::text:
      return out.integer(ranks[column.codes[row]]);
    case FieldType::moment:
      return column.moments[row] == Ledger::kNoMoment ? out.null()
                                                      : out.string(std::to_string(column.moments[row]));
    case FieldType::amount:
    case FieldType::series:
      return column.amounts[row] == Ledger::kNoAmount ? out.null()
                                                      : out.string(to_decimal(column.amounts[row]));
  }
}

}  // namespace

void write_ledger(const Tally& tally, JsonWriter& out) {
  const Ledger& ledger = tally.ledger;
  out.key("field_invalid");
  out.begin_array();
  for (const Noted& noted : tally.field_invalid) {
    out.begin_array(true);
    out.integer(noted.count);
    if (noted.count != 0) write_place_numbers(noted.first, out);
    out.end_array();
  }
  out.end_array();
  out.field("ledger_over_limit", ledger.over_limit);
  out.key("ledger_texts");
  out.begin_array();
  std::vector<std::vector<uint32_t>> ranks;
  for (const Ledger::Column& column : ledger.columns()) {
    out.begin_array();
    const std::vector<uint32_t> sorted = column.texts.sorted();
    std::vector<uint32_t>& rank = ranks.emplace_back(column.texts.size());
    for (uint32_t k = 0; k < sorted.size(); ++k) {
      rank[sorted[k]] = k;
      out.string(column.texts.text(sorted[k]));
    }
    out.end_array();
  }
  out.end_array();
  out.key("ledger");
  out.begin_array();
  for (uint32_t row : ledger.canonical_order()) {
    out.begin_array(true);
    write_place_numbers(ledger.place(row), out);
    out.string(to_hex(ledger.contents(row)));
    for (size_t c = 0; c < ranks.size(); ++c) write_value(ledger.columns()[c], row, ranks[c], out);
    out.end_array();
  }
  out.end_array();
}

void read_ledger(const json& in, Tally& tally) {
  Ledger& ledger = tally.ledger;
  const json& invalid = in.at("field_invalid");
  for (size_t f = 0; f < tally.field_invalid.size(); ++f) {
    const json& noted = invalid.at(f);
    tally.field_invalid[f].count = noted.at(0).get<uint64_t>();
    if (tally.field_invalid[f].count != 0) tally.field_invalid[f].first = read_place(noted, 1);
  }
  ledger.over_limit = in.at("ledger_over_limit").get<bool>();
  std::vector<std::vector<std::string>> texts;
  for (const json& column : in.at("ledger_texts")) {
    texts.push_back(column.get<std::vector<std::string>>());
  }
  for (const json& row : in.at("ledger")) {
    ledger.begin_row(read_place(row, 0), fingerprint_from_hex(row.at(3).get<std::string>()));
    for (size_t c = 0; c < ledger.columns().size(); ++c) {
      const json& value = row.at(4 + c);
      switch (ledger.columns()[c].type) {
        case FieldType::text:
          ledger.put_text(c, texts.at(c).at(value.get<uint32_t>()));
          break;
        case FieldType::moment:
          ledger.put_moment(c, value.is_null() ? Ledger::kNoMoment
                                               : std::stoll(value.get<std::string>()));
          break;
        case FieldType::amount:
        case FieldType::series: {
          const auto amount = value.is_null() ? Ledger::kNoAmount
                                              : parse_int128(value.get<std::string>());
          if (!amount) throw json::other_error::create(501, "no amount", nullptr);
          ledger.put_amount(c, *amount);
          break;
        }
      }
    }
  }
}

}  // namespace topline
