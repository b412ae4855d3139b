// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/analysis/analyse.h"

namespace topline {

/// The tallies of a table that was read in three parts, by the plan of the whole.
inline std::vector<std::string> tallies_of_parts(const std::string& text, const Settings& settings,
                                                 const std::string& plan) {
  std::vector<std::string> tallies;
  for (uint64_t k = 0; k < 3; ++k) {
    Analysis part(settings);
    EXPECT_TRUE(part.use_plan(plan).has_value());
    const uint64_t from = k * text.size() / 3, to = k == 2 ? UINT64_MAX : (k + 1) * text.size() / 3;
    EXPECT_TRUE(read_into(part, "t.csv", text, {from, to, false}).has_value());
    std::string& tally = tallies.emplace_back();
    part.tally_json([&](std::string_view piece) { tally += piece; });
  }
  return tallies;
}

}  // namespace topline
