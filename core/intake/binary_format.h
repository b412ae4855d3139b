// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace topline {

/// What the first bytes of a file that is no text say it is ("PDF", "GZIP" …); empty for text.
std::string_view binary_format(std::string_view head);

}  // namespace topline
