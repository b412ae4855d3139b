// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which people of the rosters answered a survey, by the survey's respondent ids.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/rollout/rollout.h"

namespace topline {

struct Respondents {
  struct Group {
    std::string name;
    uint64_t people = 0;
    uint64_t answered = 0;
  };
  /// A column of the roster: team, role or licence; people without one are in no group.
  struct Split {
    std::string header;
    std::vector<Group> groups;  ///< in natural order
  };
  std::string id_column;     ///< of the survey
  uint64_t people = 0;       ///< on the rosters
  uint64_t answered = 0;     ///< of them
  uint64_t outside = 0;      ///< respondents who are on no roster
  std::vector<Split> splits;
};

/// Of one wave where `wave` names one. Nothing where there is no roster, the survey has no respondent
/// id, or its rows were not kept.
std::optional<Respondents> match_respondents(const Rollout& rollout, const RolloutTable& survey,
                                             const std::optional<std::string>& wave);

}  // namespace topline
