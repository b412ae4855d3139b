// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "core/base/result.h"
#include "core/sample/sheet.h"

namespace topline::native {

/// The bytes of an XLSX workbook of these sheets: dates are dates, numbers are numbers, the header
/// is bold and stays in view. The same sheets give the same bytes. Error: cannot_write.
Result<std::string> workbook_of(std::span<const SampleSheet> sheets);

}  // namespace topline::native
