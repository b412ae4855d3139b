// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a table is as a whole: one row a response, one row for many, or a summary of figures.

#include <cstdint>
#include <optional>

#include "core/profile/profile.h"

namespace topline {

/// The column that says how many people a row stands for ("Freq", 人数), where all the others hold
/// few texts and their combinations are the rows; empty for a table of one row a response.
std::optional<uint32_t> find_frequency(const Profile& profile);

/// Is it a summary that someone counted before: rows called "Total" or 合计 over columns of figures?
/// Its cells are nobody's answers.
bool is_summary(const Profile& profile);

}  // namespace topline
