// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/measure/alike.h"
#include "core/measure/cells.h"

namespace topline {

/// Which cells of one question are hidden: those of 1 to min_n − 1 people and those that answered
/// alike, and with them so many others that nothing of a hidden one follows from what is shown
/// (complementary suppression: Hundepool et al., Statistical Disclosure Control, 2012, ch. 4). What
/// a reader can know of hidden cells are sums of them: what a total = parts relation leaves, what
/// one leaves beyond another, and what solving the relations together leaves. Each of these sums
/// must be publishable as a cell of its own: of two cells at least, of so many people that each of
/// its cells may be min_n, and not alike. At last whole numbers are reckoned with (hidden_ranges.h):
/// the bases that a hidden cell can have, given that each has one person at least and that cells[0]
/// is everyone, whose base is told, must leave room (kLeastRoom), and so must its answers.
/// `bases` are unweighted people, one per cell. With min_n of 0 or 1 nothing is hidden.
std::vector<bool> hidden_cells(const std::vector<uint64_t>& bases,
                               const std::vector<Relation>& relations, uint32_t min_n,
                               const AlikeAnswers& answers = {});

/// May a cell that answered alike be published as a bound? Of ten people at least, and either everyone
/// or leaving min_n of them out: that it is of ten or more would else tell on the others.
bool may_be_bound(const std::vector<uint64_t>& bases, uint32_t cell, uint32_t min_n);

/// A hidden base is to have so many possible values more than one (fewer where min_n is 2).
inline constexpr uint64_t kLeastRoom = 2;

}  // namespace topline
