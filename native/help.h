// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace topline::native {

/// All commands, a line each: `topline --help`.
std::string overview(const CLI::App& app);
/// One command with its options by group and its examples: `topline report --help`.
std::string command_help(const CLI::App& command);

}  // namespace topline::native
