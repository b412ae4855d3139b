// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/report/report.h"

namespace topline {

/// Who answered of those invited, and what the others could change of the headline scores; begins
/// with a space where the language has them. Empty where nobody knows how many were invited.
std::string summarise_response(const Report& report, uint32_t table);

}  // namespace topline
