// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/respondents.h"

#include <set>

#include "core/base/text.h"
#include "core/measure/frame_rows.h"
#include "core/profile/answer.h"
#include "core/rollout/join.h"

namespace topline {
namespace {

constexpr Field kSplits[] = {Field::roster_team, Field::roster_role, Field::roster_licence};

struct NaturalLess {
  bool operator()(const std::string& a, const std::string& b) const { return natural_less(a, b); }
};

// The first text in order that any row of the person has.
std::string text_of(const std::vector<std::pair<const Ledger*, uint32_t>>& rows, Field field) {
  std::string text;
  for (const auto& [ledger, row] : rows) {
    if (!ledger->has(field)) continue;
    const std::string own(trim(ledger->text(row, field)));
    if (!own.empty() && (text.empty() || own < text)) text = own;
  }
  return text;
}

std::string header_of(const std::vector<const RolloutTable*>& rosters, Field field) {
  for (const RolloutTable* roster : rosters) {
    if (const Ledger::Column* column = roster->ledger().find(field)) {
      return roster->plan->columns[column->source.column].name;
    }
  }
  return {};
}

}  // namespace

std::optional<Respondents> match_respondents(const Rollout& rollout, const RolloutTable& survey,
                                             const std::optional<std::string>& wave) {
  const std::vector<const RolloutTable*> rosters = rollout.of(TableKind::roster);
  const std::vector<uint32_t>& id = survey.plan->declared.respondent;
  if (rosters.empty() || id.empty()) return std::nullopt;
  const FrameRows rows(*survey.tally, *survey.plan);
  if (!rows.why_absent(id).empty()) return std::nullopt;

  std::set<std::string> respondents;
  const std::vector<std::string_view> ids = rows.texts(id[0]);
  for (size_t row = 0; row < rows.size(); ++row) {
    if (is_missing(ids[row]) || (wave && rows.wave(row) != *wave)) continue;
    respondents.insert(fold(ids[row]));
  }
  std::map<std::string, std::vector<std::pair<const Ledger*, uint32_t>>> people;
  for (const RolloutTable* roster : rosters) {
    if (roster->ledger().over_limit) return std::nullopt;
    for (const auto& [key, own] : rows_by(roster->ledger(), Field::roster_user)) {
      for (uint32_t row : own) people[key].emplace_back(&roster->ledger(), row);
    }
  }
  if (people.empty()) return std::nullopt;

  Respondents found;
  found.id_column = survey.plan->columns[id[0]].name;
  found.people = people.size();
  for (const auto& [key, own] : people) found.answered += respondents.count(key);
  found.outside = respondents.size() - found.answered;
  for (Field field : kSplits) {
    std::map<std::string, Respondents::Group, NaturalLess> groups;
    for (const auto& [key, own] : people) {
      const std::string name = text_of(own, field);
      if (name.empty()) continue;
      Respondents::Group& group = groups[fold(name)];
      if (group.people == 0 || name < group.name) group.name = name;
      ++group.people;
      group.answered += respondents.count(key);
    }
    if (groups.size() < 2) continue;
    Respondents::Split split{header_of(rosters, field), {}};
    for (auto& [key, group] : groups) split.groups.push_back(std::move(group));
    found.splits.push_back(std::move(split));
  }
  return found;
}

}  // namespace topline
