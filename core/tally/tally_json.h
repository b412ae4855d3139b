// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "core/base/json_writer.h"
#include "core/tally/tally.h"

namespace topline {

/// Writes a tally as one JSON object, in canonical order: equal tallies give equal bytes.
void write_tally(const Tally& tally, JsonWriter& json);

void write_shape(const Shape& shape, JsonWriter& json);
/// Error: bad_json.
Result<Shape> read_shape(const nlohmann::json& json);

/// The parts of it that only tables have that are no survey: their rows, and what of them could not
/// be read. Keys and values go into the object that is open.
void write_ledger(const Tally& tally, JsonWriter& json);
/// Throws what nlohmann throws where the JSON is none that write_ledger() wrote.
void read_ledger(const nlohmann::json& json, Tally& tally);

/// The activity of a usage log, in the same way.
void write_activity(const Tally& tally, JsonWriter& json);
void read_activity(const nlohmann::json& json, Tally& tally);
/// The same of the parts that only tables of orders have.
void write_customers(const Tally& tally, JsonWriter& json);
void read_customers(const nlohmann::json& json, Tally& tally);

/// The rows that are kept of declared columns, where there are any, in canonical order. `waves`: ranks by
/// code to write, codes by rank to read.
void write_row_frame(const Tally& tally, const std::vector<uint32_t>& waves, JsonWriter& json);
void read_row_frame(const nlohmann::json& json, const std::vector<uint32_t>& waves, Tally& tally);

void write_place(const Place& place, JsonWriter& json);
Place read_place(const nlohmann::json& json);
/// A text of any bytes: what is no UTF-8 is {"bytes": "c3…"}.
void write_text(std::string_view text, JsonWriter& json);
std::string read_text(const nlohmann::json& json);

/// Reads what write_tally() wrote. Error: bad_json.
Result<Tally> read_tally(const nlohmann::json& json);

}  // namespace topline
