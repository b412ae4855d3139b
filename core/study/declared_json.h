// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of a study that declare what needs rows: drivers, scales, the sample's design, margins.
// Readers throw what nlohmann throws where the JSON is of another form.

#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/base/json_writer.h"
#include "core/study/settings.h"

namespace topline {

/// Throws where an object has a key that is none of `known`, naming the nearest.
void only(const nlohmann::json& in, std::initializer_list<const char*> known);

/// One {outcome, items} or a list of them.
std::vector<DriverChoice> read_drivers(const nlohmann::json& in);
std::vector<ScaleChoice> read_scales(const nlohmann::json& in);
/// {column, themes: [{name, words}], quotes}
CommentsChoice read_comments(const nlohmann::json& in);
/// {column: {category: share or count}}
std::vector<MarginChoice> read_margins(const nlohmann::json& in);
/// A text or a list of texts; "" is none.
std::vector<std::string> read_one_or_more(const nlohmann::json& in);

/// Writes those keys into the object that is open; what was not told is left out.
void write_declared(const Settings& settings, JsonWriter& out);

/// Are kinds of scales and of rows to drop known ones, and have analyses items? Error: bad_option.
Result<void> check_declared(const Settings& settings);

}  // namespace topline
