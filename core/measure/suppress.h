// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/measure/cells.h"

namespace topline {

/// Which cells of one question are hidden: those of 1 to min_n − 1 people, and with them so many others
/// that no total = parts relation gives a hidden one away: each relation has no hidden cell, or at
/// least two whose joint base is at least min_n (complementary suppression: Hundepool et al.,
/// Statistical Disclosure Control, 2012, ch. 4). `bases` are unweighted people, one per cell.
std::vector<bool> hidden_cells(const std::vector<uint64_t>& bases,
                               const std::vector<Relation>& relations, uint32_t min_n);

}  // namespace topline
