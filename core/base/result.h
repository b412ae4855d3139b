// SPDX-License-Identifier: Apache-2.0
#pragma once

// How the core speaks of trouble. What a user can cause is a Result<T> holding an Error; what is
// odd in the input but survivable is a Finding; what only a programmer can cause is an assert.
// Neither type holds prose: the words for each Code live in core/report (English and Chinese).

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace topline {

enum class Code : uint8_t {
#define TOPLINE_CODE(name) name,
#include "core/base/codes.def"
#undef TOPLINE_CODE
};

/// The code's name as it stands in JSON: "unclosed_quote".
std::string_view code_name(Code code);
/// Every code, in the order of codes.def.
const std::vector<Code>& all_codes();

/// The place that a message speaks of. Zero or empty means "does not apply".
struct Where {
  std::string input;       ///< name of the file or paste
  uint64_t line = 0;       ///< 1-based physical line
  uint32_t column = 0;     ///< 1-based column of the table
  std::string value = {};  ///< the cell as read
  bool operator==(const Where&) const = default;
};

/// Named values that the prose of a code is filled with: {"name", "Q1"}.
using Params = std::vector<std::pair<std::string, std::string>>;

struct Error {
  Code code;
  Where where = {};
  Params params = {};
};

enum class Severity : uint8_t { info, warning, question };

struct Finding {
  Code code;
  Severity severity = Severity::info;
  Where where = {};    ///< the first place, by (input, record)
  uint64_t count = 1;  ///< how many places
  Params params = {};
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Code code, Where where = {}, Params params = {}) {
  return tl::unexpected<Error>(Error{code, std::move(where), std::move(params)});
}

}  // namespace topline
