// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/usage_log.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/text.h"
#include "core/profile/answer.h"
#include "core/rollout/join.h"
#include "core/rollout/stages.h"

namespace topline {
namespace {

std::vector<std::string> folded_texts(const TokenTable& texts) {
  std::vector<std::string> folded;
  for (uint32_t code = 0; code < texts.size(); ++code) folded.push_back(fold(texts.text(code)));
  return folded;
}

// A type of licence is one; only words for "no" and blanks are none.
bool is_licensed(std::string_view cell) {
  return !is_no_score(cell) && yes_or_no(cell).value_or(true);
}

std::string header_of(const RolloutTable& table, Field field) {
  const Ledger::Column* column = table.ledger().find(field);
  return column == nullptr ? std::string() : table.plan->columns[column->source.column].name;
}

// The smaller of the named ones, so that the order of rows doesn't matter.
void take_name(std::string& into, std::string_view text) {
  if (!text.empty() && (into.empty() || text < into)) into = text;
}

template <class Choose>
void take_day(std::optional<Day>& into, std::optional<int64_t> moment, Choose choose) {
  if (moment) into = into ? choose(*into, day_of_second(*moment)) : day_of_second(*moment);
}

}  // namespace

bool UsageLog::User::active(Day first, Day last) const {
  const auto from = std::lower_bound(uses.begin(), uses.end(), first,
                                     [](const Use& use, Day day) { return use.day < day; });
  for (auto use = from; use != uses.end() && use->day <= last; ++use) {
    if (use->key) return true;
  }
  return false;
}

UsageLog read_usage(const Rollout& rollout) {
  UsageLog log;
  std::set<std::string> key_features;
  for (const std::string& feature : rollout.settings->key_features)
    key_features.insert(fold(feature));
  const std::vector<const RolloutTable*> tables = rollout.of(TableKind::usage);
  std::map<std::string, uint32_t> names;  // of features, then their numbers in order
  for (const RolloutTable* table : tables) {
    if (log.table == nullptr) log.table = table;
    log.over_limit |= table->tally->activity.over_limit;
    for (const std::string& name : folded_texts(table->tally->activity.features())) names[name];
  }
  names[{}];
  uint32_t number = 0;
  for (auto& [name, index] : names) index = number++;
  std::map<std::string, std::vector<UsageLog::Use>> uses;
  std::vector<bool> met(names.size());
  for (const RolloutTable* table : tables) {
    const ActivityFold& activity = table->tally->activity;
    struct Feature {
      uint32_t number;
      bool key;
    };
    std::vector<Feature> features;
    for (const std::string& name : folded_texts(activity.features())) {
      features.push_back({names[name], key_features.empty() || key_features.count(name) != 0});
    }
    std::vector<std::vector<UsageLog::Use>*> of_user(activity.users().size());
    for (const ActivityFold::Cell& cell : activity.cells()) {
      if (cell.day > rollout.as_of) continue;
      std::vector<UsageLog::Use>*& of_one = of_user[cell.user];
      if (of_one == nullptr) of_one = &uses[fold(activity.users().text(cell.user))];
      const Feature& feature = features[cell.feature];
      of_one->push_back({cell.day, feature.number, cell.events, feature.key});
      met[feature.number] = true;
      log.first = std::min(log.first, cell.day);
    }
  }
  log.features = static_cast<uint64_t>(std::count(met.begin() + 1, met.end(), true));
  for (auto& [key, of_one] : uses) {
    std::sort(of_one.begin(), of_one.end(), [](const UsageLog::Use& a, const UsageLog::Use& b) {
      return a.day != b.day ? a.day < b.day : a.feature < b.feature;
    });
    log.users.push_back({key, std::move(of_one)});
  }
  return log;
}

Roster read_roster(const Rollout& rollout) {
  Roster roster;
  std::map<std::string, Roster::Person> people;
  std::map<std::string, uint64_t> rows_of;
  for (const RolloutTable* table : rollout.of(TableKind::roster)) {
    const Ledger& ledger = table->ledger();
    if (ledger.over_limit) continue;
    if (roster.table == nullptr) roster.table = table;
    if (roster.team_header.empty()) roster.team_header = header_of(*table, Field::roster_team);
    if (roster.role_header.empty()) roster.role_header = header_of(*table, Field::roster_role);
    roster.has_start |= ledger.has(Field::roster_start);
    roster.has_last_login |= ledger.has(Field::roster_last_login);
    const bool tells_licence = ledger.has(Field::roster_licence);
    for (const auto& [key, rows] : rows_by(ledger, Field::roster_user)) {
      rows_of[key] += rows.size();
      const bool known = people.count(key) != 0;
      Roster::Person& person = people[key];
      if (!known) person.licensed = false;
      person.key = key;
      for (uint32_t row : rows) {
        person.licensed |= !tells_licence || is_licensed(ledger.text(row, Field::roster_licence));
        take_name(person.team, ledger.text(row, Field::roster_team));
        take_name(person.role, ledger.text(row, Field::roster_role));
        take_day(person.start, ledger.moment(row, Field::roster_start),
                 [](Day a, Day b) { return std::min(a, b); });
        take_day(person.last_login, ledger.moment(row, Field::roster_last_login),
                 [](Day a, Day b) { return std::max(a, b); });
      }
    }
  }
  for (const auto& [key, count] : rows_of) roster.repeated += count > 1;
  for (auto& [key, person] : people) roster.people.push_back(std::move(person));
  return roster;
}

}  // namespace topline
