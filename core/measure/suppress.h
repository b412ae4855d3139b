// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/measure/cells.h"

namespace topline {

/// Which cells of one question are hidden: those of 1 to min_n − 1 people, and with them so many
/// others that no hidden base can be had by adding and subtracting shown ones. First each total =
/// parts relation is closed: no hidden cell, or at least two whose joint base is at least min_n
/// (complementary suppression: Hundepool et al., Statistical Disclosure Control, 2012, ch. 4). Then
/// the relations are solved together, and where they still determine a hidden cell, another one
/// goes. `bases` are unweighted people, one per cell.
std::vector<bool> hidden_cells(const std::vector<uint64_t>& bases,
                               const std::vector<Relation>& relations, uint32_t min_n);

/// The hidden cells whose bases follow from the shown ones: Gaussian elimination over the
/// relations.
std::vector<uint32_t> solvable_cells(const std::vector<Relation>& relations,
                                     const std::vector<bool>& hidden);

}  // namespace topline
