// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace topline {

/// Rows of fewer answers than this tell nothing by being alike.
inline constexpr size_t kFewestForDuplicates = 10;

/// The rows (ascending) that agree with at least one other row in 95 % of the items or more; only
/// rows that answered ten items take part, and a blank agrees with a blank. columns[item][row]; NaN
/// is no answer; all columns of one length.
std::vector<size_t> near_duplicates(const std::vector<std::vector<double>>& columns);

}  // namespace topline
