// SPDX-License-Identifier: Apache-2.0
#pragma once

// Options that declare what needs rows: drivers, scales, comments, the sample's design, quality.

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/study/settings.h"

namespace topline::native {

struct DeclaredOptions {
  std::vector<std::string> drivers;  ///< "OUTCOME=ITEM,ITEM"
  std::vector<std::string> scales;   ///< "NAME[:KIND]=ITEM,ITEM"
  std::string comments;              ///< the column
  std::vector<std::string> themes;   ///< "NAME=WORD,WORD"
  std::optional<uint32_t> quotes;
  std::vector<std::string> strata, clusters;
  std::string fpc;
  std::vector<std::string> margins;  ///< "NAME=CATEGORY:TARGET,CATEGORY:TARGET"
  std::optional<uint64_t> roster_size;
  std::optional<uint64_t> invited;
  bool paired = false;
  bool favourable = false;
  bool crosstabs = false;
  bool quality = false;
  std::string drop;  ///< "straightliners,speeders"

  /// What the call says holds over what the study says. Error: bad_option.
  Result<void> apply(Settings& settings) const;
};

void add_declared_options(CLI::App& command, DeclaredOptions& options);

/// The parts between unescaped commas, each with its escapes ("\\," "\\=" "\\:") kept, trimmed, none
/// empty.
std::vector<std::string> listed(std::string_view text);

}  // namespace topline::native
