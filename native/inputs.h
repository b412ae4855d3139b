// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "native/input_file.h"

namespace topline::native {

/// How files are opened: `--encoding` and `--sheet`, each "VALUE" or "FILE=VALUE".
struct InputOptions {
  std::vector<std::string> encodings;
  std::vector<std::string> sheets;
};
void add_input_options(CLI::App& command, InputOptions& options);

/// Opens all `paths`. They are called by their file names, or by their paths where two files have
/// the same name; each filled sheet of a workbook is an input of its own ("book.xlsx#Answers" where
/// there are several). Errors: cannot_read, bad_workbook, no_sheet, bad_option.
Result<std::vector<InputFile>> open_inputs(const std::vector<std::string>& paths,
                                           const InputOptions& options = {});

}  // namespace topline::native
