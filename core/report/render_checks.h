// SPDX-License-Identifier: Apache-2.0
#pragma once

// The result of gates, for people and for programs.

#include <string>
#include <vector>

#include "core/base/json_writer.h"
#include "core/report/gates.h"
#include "core/report/render.h"

namespace topline {

struct CheckCount {
  uint64_t passed = 0;
  uint64_t missed = 0;
};
CheckCount count_checks(const std::vector<Check>& checks);

/// A table: passed or missed, the gate, the figure with its interval, the limit, why; and a line
/// that counts. `language` as in the report; no line is wider than what stands in it.
void render_checks_text(const std::vector<Check>& checks, const std::string& language,
                        const TextStyle& style, const Sink& sink);
/// "checks", "passed" and "missed" of an object that is open.
void write_checks(const std::vector<Check>& checks, JsonWriter& out);

}  // namespace topline
