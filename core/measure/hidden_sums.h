// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a reader who adds and subtracts shown cells can know of hidden ones.

#include <cstdint>
#include <vector>

#include "core/measure/cells.h"

namespace topline {

/// The hidden parts of a relation, ascending.
std::vector<uint32_t> hidden_parts(const Relation& relation, const std::vector<bool>& hidden);

/// Groups of hidden cells, ascending, whose sum follows from shown cells: what a shown total leaves
/// of its shown parts, the same with hidden totals among them taken apart, and what one such group is
/// beyond another. `relations_of`: by cell.
std::vector<std::vector<uint32_t>> hidden_sums(
    const std::vector<Relation>& relations,
    const std::vector<std::vector<uint32_t>>& relations_of, const std::vector<bool>& hidden);

/// Those that are left when all relations are solved together.
std::vector<std::vector<uint32_t>> solved_sums(const std::vector<Relation>& relations,
                                               const std::vector<bool>& hidden);

/// The hidden cells whose bases follow from the shown ones: Gaussian elimination over the
/// relations.
std::vector<uint32_t> solvable_cells(const std::vector<Relation>& relations,
                                     const std::vector<bool>& hidden);

}  // namespace topline
