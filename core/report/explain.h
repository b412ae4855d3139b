// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace topline {

/// The kinds of tables and their fields, for menus: [{"kind","label","fields":[{"field","label",
/// "must"}]}], in the language.
std::string kinds_json(std::string_view language);

/// An Error in the words of `language` ("en", "zh-CN"): "survey.csv:12:3: …". One sentence of what
/// is wrong and one of what to do.
std::string describe(const Error& error, std::string_view language);

/// The entry of a measure in words, for `topline explain`; empty where the id is unknown.
std::string explain(std::string_view measure, std::string_view language);

}  // namespace topline
