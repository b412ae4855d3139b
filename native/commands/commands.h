// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "native/command_line.h"

namespace topline::native {

// Each command is one file of this folder.
void add_report(CommandLine& line);
void add_inspect(CommandLine& line);
void add_check(CommandLine& line);
void add_rows(CommandLine& line);
void add_plan(CommandLine& line);
void add_explain(CommandLine& line);
void add_tally(CommandLine& line);
void add_merge(CommandLine& line);
void add_template(CommandLine& line);
void add_sample(CommandLine& line);

}  // namespace topline::native
