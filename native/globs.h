// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace topline::native {

/// Patterns (`*`, `?`, `[…]`) that no file is called by are replaced by the files that they match,
/// in the order of their names; all else, and patterns without a match, stand as they are. Shells
/// do this themselves unless the pattern is quoted.
std::vector<std::string> expand_globs(const std::vector<std::string>& paths);

}  // namespace topline::native
