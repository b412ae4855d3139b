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

/// Reads what write_tally() wrote. Error: bad_json.
Result<Tally> read_tally(const nlohmann::json& json);

}  // namespace topline
