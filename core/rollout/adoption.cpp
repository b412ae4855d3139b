// SPDX-License-Identifier: Apache-2.0

// Adoption: who uses the system, of those who are to. The log tells who did what and when, the
// roster who is licensed, since when and in which team; where there is no log, when each logged in
// last. The people are employees: small groups are hidden whatever the surveys' audience is.

#include <algorithm>
#include <set>

#include "core/base/text.h"
#include "core/rollout/adoption_parts.h"
#include "core/rollout/join.h"

namespace topline {
namespace {

// The names of those who have not come are nobody's business: they are only counted. Names in the
// log that the roster lacks are kept, for they are mistakes to mend.
void join_users(const AdoptionContext& context, RolloutResults& results) {
  std::vector<std::string> on_roster;
  for (const Roster::Person& person : context.roster.people) on_roster.push_back(person.key);
  for (const RolloutTable* log : context.rollout.of(TableKind::usage)) {
    const TokenTable& users = log->tally->activity.users();
    std::set<std::string> keys;
    for (uint32_t code = 1; code < users.size(); ++code) keys.insert(fold(users.text(code)));
    Join matched =
        match_keys(*log, {keys.begin(), keys.end()}, *context.roster.table, on_roster, "user");
    matched.right_only.clear();
    const uint64_t outside = matched.left_keys - matched.matched;
    if (outside != 0) {
      results.find(*log, Code::users_outside_roster, Severity::warning, outside, {});
    }
    results.joins.push_back(std::move(matched));
  }
  uint64_t unlicensed = 0;
  for (const Subject& subject : context.groups.groups()[0].subjects) {
    unlicensed += subject.person != nullptr && !subject.licensed() && subject.user != nullptr &&
                  subject.user->active(context.first(), context.last());
  }
  if (unlicensed != 0) {
    results.find(*context.roster.table, Code::unlicensed_users_active, Severity::warning,
                 unlicensed, {});
  }
}

void tell_roster(const Roster& roster, RolloutResults& results) {
  if (roster.repeated == 0) return;
  results.find(*roster.table, Code::roster_repeats, Severity::warning, roster.repeated, {});
}

void tell_log(const AdoptionContext& context, RolloutResults& results) {
  for (const RolloutTable* log : context.rollout.of(TableKind::usage)) {
    const Noted& left_out = log->tally->activity_left_out;
    if (left_out.count == 0) continue;
    Where where;
    where.input = log->tally->inputs[left_out.first.input].name;
    where.line = left_out.first.line;
    results.find(*log, Code::usage_rows_left_out, Severity::warning, left_out.count, {}, where);
  }
  if (context.log.first > context.first() && context.log.first <= context.last()) {
    results.find(context.table, Code::usage_log_short, Severity::warning,
                 static_cast<uint64_t>(context.last() - context.log.first) + 1, {});
  }
  std::set<std::string> met;
  for (const RolloutTable* log : context.rollout.of(TableKind::usage)) {
    const TokenTable& features = log->tally->activity.features();
    for (uint32_t code = 1; code < features.size(); ++code) met.insert(fold(features.text(code)));
  }
  for (const std::string& feature : context.rollout.settings->key_features) {
    if (met.count(fold(feature)) != 0) continue;
    const std::vector<std::string> names(met.begin(), met.end());
    results.find(context.table, Code::key_feature_unknown, Severity::warning, 1,
                 {{"name", feature}, {"nearest", join(nearest(feature, names), ", ")}});
  }
}

}  // namespace

void measure_adoption(const Rollout& rollout, RolloutResults& results) {
  const UsageLog log = read_usage(rollout);
  const Roster roster = read_roster(rollout);
  if (log.table == nullptr && !(roster.table != nullptr && roster.has_last_login)) return;
  const RolloutTable& table = log.table != nullptr ? *log.table : *roster.table;
  if (log.over_limit) return results.add_absent(MeasureId::adoption_rate, table, "over_limit");
  const bool no_dates = rollout.as_of == INT32_MIN || (log.table != nullptr && log.users.empty());
  const UserGroups groups(log, roster, rollout.settings->min_n);
  const AdoptionContext context{rollout, log, roster, groups, table};
  if (roster.table != nullptr) tell_roster(roster, results);
  if (log.table != nullptr) tell_log(context, results);
  if (no_dates) return results.add_absent(MeasureId::adoption_rate, table, "no_events");
  const size_t from = results.measures.size();
  if (log.table == nullptr) {
    measure_last_logins(context, results);
  } else {
    if (roster.table != nullptr) join_users(context, results);
    measure_active_users(context, results);
    measure_activation(context, results);
    measure_usage_cohorts(context, results);
  }
  const auto hidden = static_cast<uint64_t>(
      std::count_if(results.measures.begin() + static_cast<ptrdiff_t>(from), results.measures.end(),
                    [](const Measure& measure) { return measure.suppressed; }));
  if (hidden == 0) return;
  results.find(table, Code::cells_suppressed, Severity::info, hidden,
               {{"min_n", std::to_string(rollout.settings->min_n)}});
}

}  // namespace topline
