// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/dated_items.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <tuple>

#include "core/base/text.h"
#include "core/rollout/deals.h"
#include "core/rollout/periods.h"
#include "core/stats/moments.h"
#include "core/stats/quantile.h"

namespace topline {
namespace {

bool says_control(std::string_view text) {
  const std::string folded = fold(text);
  return has_word(folded, "control") || has_word(folded, "对照");
}

void put_in_order(std::vector<DatedItem>& items) {
  const auto key = [](const DatedItem& item) {
    return std::tie(item.day, item.value, item.open, item.group.team, item.group.control);
  };
  std::sort(items.begin(), items.end(),
            [&](const DatedItem& a, const DatedItem& b) { return key(a) < key(b); });
}

using GroupOfRow = std::function<ControlGroups::Membership(uint32_t row)>;

// From `begin` to `end` of each record; begun by `last`, when nine in ten of those begun before
// `change` would be finished by now.
DatedSeries times(MeasureId id, const Rollout& rollout, const RolloutTable& table,
                  const std::vector<uint32_t>& rows, Field begin, Field end, Day change,
                  const GroupOfRow& group_of) {
  DatedSeries series{id, &table, ItemKind::time, {}, INT32_MAX, 0};
  const Ledger& ledger = table.ledger();
  std::vector<stats::ValueCount> before;
  for (uint32_t row : rows) {
    const std::optional<int64_t> from = ledger.moment(row, begin);
    if (!from || *from >= rollout.now()) continue;
    std::optional<int64_t> to = ledger.moment(row, end);
    if (to && *to >= rollout.now()) to.reset();
    if (to && *to < *from) continue;
    const auto value = static_cast<double>(to.value_or(rollout.now()) - *from);
    series.items.push_back({day_of_second(*from), value, !to, group_of(row)});
    if (to && series.items.back().day < change) before.push_back({value, 1});
  }
  const double ripe = before.empty() ? 0 : stats::quantile(stats::sorted_counts(before), 0.9);
  series.last = day_of_second(rollout.now() - static_cast<int64_t>(ripe) - 1);
  return series;
}

void add_pipeline(const Rollout& rollout, const RolloutTable& table, const ControlGroups& groups,
                  std::vector<DatedSeries>& all) {
  const Day last = std::min(rollout.as_of, latest_event(table));
  DatedSeries sales{MeasureId::sales_total, &table, ItemKind::amount, {}, INT32_MAX, last};
  DatedSeries wins{MeasureId::win_rate, &table, ItemKind::share, {}, INT32_MAX, last};
  for (const Deal& deal : read_deals(rollout, table).deals) {
    if (!deal.closed) continue;
    const auto group = groups.of_person(table.ledger().text(deal.row, Field::pipeline_owner));
    const Day day = day_of_second(*deal.closed);
    sales.first =
        std::min(sales.first, day);  // a deal that was lost shows that there were none won
    wins.items.push_back({day, deal.is_won() ? 1.0 : 0.0, false, group});
    if (!deal.is_won() || !deal.amount) continue;
    sales.items.push_back(
        {day, to_double(*deal.amount) / static_cast<double>(kFixedOne), false, group});
  }
  all.push_back(std::move(sales));
  all.push_back(std::move(wins));
}

// Tickets name no team of their own: a column that rows are grouped by may.
const Ledger::Column* team_column(const RolloutTable& table) {
  static constexpr std::string_view kWords[] = {"team", "department", "dept", "group",
                                                "团队", "部门",       "小组", "组别"};
  for (const Ledger::Column& column : table.ledger().columns()) {
    if (column.source.field) continue;
    const std::string name = fold(table.plan->columns[column.source.column].name);
    const bool is_team = std::any_of(std::begin(kWords), std::end(kWords),
                                     [&](std::string_view word) { return has_word(name, word); });
    if (is_team) return &column;
  }
  return nullptr;
}

void add_tickets(const Rollout& rollout, const RolloutTable& table, const ControlGroups& groups,
                 Day change, std::vector<DatedSeries>& all) {
  const Ledger& ledger = table.ledger();
  const std::vector<uint32_t> rows = rows_once(ledger, Field::tickets_ticket).rows;
  const Ledger::Column* team = team_column(table);
  const GroupOfRow group_of = [&](uint32_t row) {
    return team == nullptr ? ControlGroups::Membership{}
                           : groups.of_team(team->texts.text(team->codes[row]));
  };
  if (!ledger.has(Field::tickets_opened)) return;
  if (ledger.has(Field::tickets_resolved)) {
    all.push_back(times(MeasureId::resolution_time_median, rollout, table, rows,
                        Field::tickets_opened, Field::tickets_resolved, change, group_of));
  }
  if (ledger.has(Field::tickets_first_response)) {
    all.push_back(times(MeasureId::first_response_time, rollout, table, rows, Field::tickets_opened,
                        Field::tickets_first_response, change, group_of));
  }
  if (!ledger.has(Field::tickets_first_contact)) return;
  DatedSeries solved{MeasureId::fcr,  &table,
                     ItemKind::share, {},
                     INT32_MAX,       std::min(rollout.as_of, latest_event(table))};
  for (uint32_t row : rows) {
    const std::optional<int64_t> opened = ledger.moment(row, Field::tickets_opened);
    const auto at_first = yes_or_no(ledger.text(row, Field::tickets_first_contact));
    if (!opened || !at_first) continue;
    solved.items.push_back({day_of_second(*opened), *at_first ? 1.0 : 0.0, false, group_of(row)});
  }
  all.push_back(std::move(solved));
}

void add_decisions(const Rollout& rollout, const RolloutTable& table, const ControlGroups& groups,
                   Day change, std::vector<DatedSeries>& all) {
  const Ledger& ledger = table.ledger();
  const GroupOfRow group_of = [&](uint32_t row) {
    return groups.of_team(ledger.text(row, Field::decisions_team));
  };
  all.push_back(times(MeasureId::decision_time_median, rollout, table,
                      rows_once(ledger, Field::decisions_decision).rows, Field::decisions_raised,
                      Field::decisions_decided, change, group_of));
}

}  // namespace

ControlGroups::ControlGroups(const Rollout& rollout) {
  struct Marks {
    uint64_t people = 0, marked = 0;
  };
  std::map<std::string, Marks> marks;
  for (const RolloutTable* roster : rollout.of(TableKind::roster)) {
    const Ledger& ledger = roster->ledger();
    for (uint32_t row : ledger.canonical_order()) {
      const std::string_view team = ledger.text(row, Field::roster_team);
      const bool control = says_control(team) ||
                           says_control(ledger.text(row, Field::roster_role)) ||
                           says_control(ledger.text(row, Field::roster_licence));
      Marks& of_team = marks[fold(team)];
      ++of_team.people;
      of_team.marked += control;
      team_of_.emplace(fold(ledger.text(row, Field::roster_user)), fold(team));
    }
  }
  // A team is on one side as a whole: where most of its people are.
  for (const auto& [team, of_team] : marks) teams_[team] = 2 * of_team.marked > of_team.people;
}

ControlGroups::Membership ControlGroups::of_team(std::string_view team) const {
  Membership found{fold(team), false};
  const auto known = teams_.find(found.team);
  found.control = says_control(team) || (known != teams_.end() && known->second);
  if (found.team.empty()) found.control = false;
  return found;
}

ControlGroups::Membership ControlGroups::of_person(std::string_view name) const {
  const auto team = team_of_.find(fold(name));
  return team == team_of_.end() ? Membership{} : of_team(team->second);
}

std::vector<DatedSeries> dated_series(const Rollout& rollout, Day change) {
  const ControlGroups groups(rollout);
  std::vector<DatedSeries> all;
  for (const RolloutTable& table : rollout.tables) {
    if (table.ledger().over_limit || table.ledger().rows() == 0) continue;
    if (table.kind() == TableKind::pipeline) add_pipeline(rollout, table, groups, all);
    if (table.kind() == TableKind::tickets) add_tickets(rollout, table, groups, change, all);
    if (table.kind() == TableKind::decisions) add_decisions(rollout, table, groups, change, all);
  }
  for (DatedSeries& series : all) {
    put_in_order(series.items);
    if (!series.items.empty()) series.first = std::min(series.first, series.items.front().day);
  }
  return all;
}

}  // namespace topline
