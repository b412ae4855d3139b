// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace topline::native {

/// Ctrl-C ends the run at once with 130 (a kill with 143): the file being written is removed, the
/// progress line cleared. A closed pipe is no signal but a failed write.
void catch_signals();

/// The file to remove when a signal ends the run; empty: none.
void remove_when_stopped(const std::string& path);
/// Whether a progress line stands on standard error.
void clear_line_when_stopped(bool shown);

}  // namespace topline::native
