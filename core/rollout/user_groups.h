// SPDX-License-Identifier: Apache-2.0
#pragma once

// Everyone, and the people of each team and of each role: what adoption is measured of, and which
// of these groups are so small that a figure would speak of single people.

#include <cstdint>
#include <functional>
#include <vector>

#include "core/measure/cells.h"
#include "core/rollout/usage_log.h"

namespace topline {

/// Someone who stands in the log, on the roster, or in both.
struct Subject {
  const UsageLog::User* user = nullptr;
  const Roster::Person* person = nullptr;
  /// May they use the system? Without a roster that is not known of anyone.
  bool licensed() const { return person != nullptr && person->licensed; }
};

struct UserGroup {
  Cell cell;
  std::vector<Subject> subjects;
};

class UserGroups {
 public:
  UserGroups(const UsageLog& log, const Roster& roster, uint32_t min_n);

  /// Everyone first, then each team, then each role, in natural order.
  const std::vector<UserGroup>& groups() const { return groups_; }

  /// Which groups are hidden of a measure whose base are those subjects that `counts` holds for:
  /// groups of too few people, of too small a base, and what would give one of these away.
  std::vector<bool> hidden(const std::function<bool(const Subject&)>& counts) const;

 private:
  void add_groups(const std::string& header, std::string Roster::Person::*name);
  std::vector<bool> hidden_by(const std::function<bool(const Subject&)>& counts) const;

  uint32_t min_n_;
  std::vector<UserGroup> groups_;
  std::vector<Relation>
      relations_;  ///< groups add up to the roster, which stands in everyone's place
};

/// Adds a measure without its figures, for a group that is hidden.
void add_hidden(RolloutResults& results, MeasureId id, const RolloutTable& table, Cell cell = {});

}  // namespace topline
