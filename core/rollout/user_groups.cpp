// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/user_groups.h"

#include <algorithm>
#include <map>

#include "core/base/text.h"
#include "core/measure/suppress.h"

namespace topline {
namespace {

struct NaturalLess {
  bool operator()(const std::string& a, const std::string& b) const { return natural_less(a, b); }
};

}  // namespace

UserGroups::UserGroups(const UsageLog& log, const Roster& roster, uint32_t min_n) : min_n_(min_n) {
  UserGroup everyone;
  size_t u = 0;
  for (const Roster::Person& person : roster.people) {
    while (u < log.users.size() && log.users[u].key < person.key) {
      everyone.subjects.push_back({&log.users[u++], nullptr});
    }
    const bool used = u < log.users.size() && log.users[u].key == person.key;
    everyone.subjects.push_back({used ? &log.users[u++] : nullptr, &person});
  }
  while (u < log.users.size()) everyone.subjects.push_back({&log.users[u++], nullptr});
  groups_.push_back(std::move(everyone));
  add_groups(roster.team_header, &Roster::Person::team);
  add_groups(roster.role_header, &Roster::Person::role);
}

void UserGroups::add_groups(const std::string& header, std::string Roster::Person::*name) {
  if (header.empty()) return;
  struct Group {
    std::string name;  // the first in order of those that fold alike
    std::vector<Subject> subjects;
  };
  std::map<std::string, Group, NaturalLess> by_name;
  for (const Subject& subject : groups_[0].subjects) {
    if (subject.person == nullptr) continue;
    const std::string& text = subject.person->*name;
    Group& group = by_name[fold(text)];
    if (group.subjects.empty() || text < group.name) group.name = text;
    group.subjects.push_back(subject);
  }
  if (by_name.empty()) return;
  Relation relation;
  for (auto& [key, group] : by_name) {
    relation.parts.push_back(static_cast<uint32_t>(groups_.size()));
    groups_.push_back({{{{header, group.name}}, std::nullopt}, std::move(group.subjects)});
  }
  relations_.push_back(std::move(relation));
}

std::vector<bool> UserGroups::hidden_by(const std::function<bool(const Subject&)>& counts) const {
  std::vector<uint64_t> bases;
  for (const UserGroup& group : groups_) {
    bases.push_back(
        static_cast<uint64_t>(std::count_if(group.subjects.begin(), group.subjects.end(), counts)));
  }
  // Users who are not on the roster are in no team: what teams add up to is the roster.
  if (!relations_.empty()) {
    const std::vector<Subject>& all = groups_[0].subjects;
    bases[0] = static_cast<uint64_t>(std::count_if(all.begin(), all.end(), [&](const Subject& one) {
      return one.person != nullptr && counts(one);
    }));
  }
  return hidden_cells(bases, relations_, min_n_);
}

std::vector<bool> UserGroups::hidden(const std::function<bool(const Subject&)>& counts) const {
  std::vector<bool> hidden = hidden_by(counts);
  // A small team with nobody active would say of each of its people that they are not.
  const std::vector<bool> small = hidden_by([](const Subject&) { return true; });
  for (size_t g = 0; g < hidden.size(); ++g) hidden[g] = hidden[g] || small[g];
  return hidden;
}

void add_hidden(RolloutResults& results, MeasureId id, const RolloutTable& table, Cell cell) {
  Measure& measure = results.add(id, table, std::move(cell));
  measure.census = false;
  measure.suppressed = true;
  measure.notes.push_back("min_n");
}

}  // namespace topline
