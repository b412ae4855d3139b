// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who used the system and who is to: the usage logs of a call as one, and its rosters as one. Users
// are compared as names are (see join.h).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/rollout/rollout.h"

namespace topline {

/// The usage logs, up to as_of.
struct UsageLog {
  struct Use {
    Day day = 0;
    uint32_t feature = 0;  ///< index of its name in order; the empty one is 0
    uint64_t events = 0;
    bool key = false;  ///< a key action: of settings.key_features, or any where none is told
  };
  struct User {
    std::string key;
    std::vector<Use> uses;                   ///< by day, then feature; never empty
    bool active(Day first, Day last) const;  ///< any key action within these days, both included?
  };
  const RolloutTable* table = nullptr;  ///< the first usage log; null: there is none
  std::vector<User> users;              ///< by key
  uint64_t features = 0;                ///< distinct names met
  Day first = INT32_MAX;                ///< the first day that something happened
  bool over_limit = false;
};
UsageLog read_usage(const Rollout& rollout);

/// The rosters. A person who stands in several rows is one: licensed where any row says so, since
/// the earliest start, seen at the latest login, of the first named team in order.
struct Roster {
  struct Person {
    std::string key;
    std::string team, role;
    bool licensed = true;  ///< where no column tells, all are
    std::optional<Day> start, last_login;
  };
  const RolloutTable* table = nullptr;   ///< the first roster; null: there is none
  std::vector<Person> people;            ///< by key
  std::string team_header, role_header;  ///< as the table has them; empty: no such column
  bool has_start = false, has_last_login = false;
  uint64_t repeated = 0;  ///< people with more than one row
};
Roster read_roster(const Rollout& rollout);

}  // namespace topline
