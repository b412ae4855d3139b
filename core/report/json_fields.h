// SPDX-License-Identifier: Apache-2.0
#pragma once

// What several kinds of entries of a report's JSON have in common. Private to the json_*.cpp files.

#include "core/base/json_writer.h"
#include "core/report/report.h"

namespace topline {

/// "segment" and "wave" of what an entry speaks of.
void write_cell(const Cell& cell, JsonWriter& out);
void write_interval(const MeasureInterval& interval, std::string_view name, JsonWriter& out);
/// Nothing is written of what is not known.
void write_known(std::string_view name, const std::optional<double>& value, JsonWriter& out);
void write_known(std::string_view name, const std::string& value, JsonWriter& out);

}  // namespace topline
