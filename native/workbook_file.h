// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "native/input_file.h"

namespace topline::native {

bool is_zip(std::string_view head);

/// The filled sheets of the workbook in `file`, or the one that `wanted` names, as inputs of their
/// own. Hidden sheets are read only by their name. Errors: cannot_read, bad_workbook, no_sheet.
Result<std::vector<InputFile>> open_sheets(InputFile& file,
                                           const std::optional<std::string>& wanted);

}  // namespace topline::native
