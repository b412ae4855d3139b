// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is compared before and after the roll-out: dated values of a table, with the team that each
// is of.

#include <map>
#include <string>
#include <vector>

#include "core/rollout/rollout.h"

namespace topline {

/// Teams and people that the roll-out left out, for comparison: where a roster's team, role or
/// licence, or a team's own name, says "control" or 对照.
class ControlGroups {
 public:
  explicit ControlGroups(const Rollout& rollout);
  struct Membership {
    std::string team;  ///< folded; empty: unknown
    bool control = false;
  };
  Membership of_team(std::string_view team) const;
  Membership of_person(std::string_view name) const;

 private:
  std::map<std::string, bool> teams_;
  std::map<std::string, std::string> team_of_;  ///< by person
};

struct DatedItem {
  Day day = 0;
  double value = 0;   ///< seconds, an amount, or 1 and 0
  bool open = false;  ///< not finished: its value is its age
  ControlGroups::Membership group;
};

/// How values are summed up and held against each other.
enum class ItemKind : uint8_t {
  time,    ///< Mann–Whitney, Hodges–Lehmann
  share,   ///< N − 1 χ², Newcombe
  amount,  ///< sums by week: Welch
};

struct DatedSeries {
  MeasureId id;
  const RolloutTable* table = nullptr;
  ItemKind kind = ItemKind::time;
  std::vector<DatedItem> items;  ///< by day, value, team
  Day first = 0;                 ///< from when on the table has what makes items
  Day last = 0;                  ///< what is later is not known, or had no time to be finished
};

/// The series of all tables: sales and win rate, resolution and response times and first-contact
/// resolution of tickets, decision times. Items of a `time` that were begun after `last` are left
/// out: they had less time than nine in ten took before `change`. REQUIRES: as_of is known.
std::vector<DatedSeries> dated_series(const Rollout& rollout, Day change);

}  // namespace topline
