// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows of one table by a key, and which keys of two tables find each other. Keys are compared as
// names are: trimmed, case and width folded.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/rollout/rollout.h"

namespace topline {

/// The rows of a ledger by the folded text of a field, in the order of the keys; rows without one
/// are left out.
std::map<std::string, std::vector<uint32_t>> rows_by(const Ledger& ledger, Field field);

/// How the keys of two tables match. Both lists are distinct and in order; the names of those left
/// over are given as they were folded.
Join match_keys(const RolloutTable& left, const std::vector<std::string>& left_keys,
                const RolloutTable& right, const std::vector<std::string>& right_keys,
                std::string key);

/// The distinct folded texts of a field, in order, the empty one left out.
std::vector<std::string> keys_of(const Ledger& ledger, Field field);

}  // namespace topline
