// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "core/topline.h"
#include "native/exit_code.h"
#include "native/options.h"
#include "native/output.h"

namespace topline::native {

/// Reads what `analysis` names, as the command was told to. Error: of the call or of an input.
Result<Analysis> read_as_told(const AnalysisOptions& analysis, const OutputOptions& output);

/// Opens the output, lets `write` fill it and puts it in its place.
Exit write_result(const OutputOptions& output, const std::function<void(Output&)>& write);

/// Questions and warnings on standard error, for formats and places where a reader may not see
/// them.
void say_messages(const Report& report, const OutputOptions& output);

}  // namespace topline::native
