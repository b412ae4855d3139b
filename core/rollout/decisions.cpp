// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "core/rollout/durations.h"

namespace topline {
namespace {

std::vector<RowGroup> break_downs(const Rollout& rollout, const RolloutTable& table,
                                  const std::vector<uint32_t>& rows, RolloutResults& results) {
  std::vector<RowGroup> groups;
  group_by_field(table, rows, Field::decisions_team, groups);
  group_by_told(table, rows, results, groups);
  std::map<std::string, std::vector<uint32_t>> by_wave;
  for (uint32_t row : rows) {
    const auto raised = table.ledger().moment(row, Field::decisions_raised);
    if (raised && *raised < rollout.now()) by_wave[wave_at(rollout, *raised)].push_back(row);
  }
  for (auto& [wave, members] : by_wave) groups.push_back({Cell{{}, wave}, std::move(members)});
  return groups;
}

void measure_table(const Rollout& rollout, const RolloutTable& table, RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  const SpanReader reader(ledger, Field::decisions_raised, Field::decisions_decided, rollout.now());
  if (ledger.over_limit || !reader.complete()) {
    const char* why = ledger.over_limit ? "too_large" : "no_decided";
    results.add_absent(MeasureId::decision_time_mean, table, why);
    results.add_absent(MeasureId::decision_time_median, table, why);
    return;
  }
  const std::vector<uint32_t> rows = counted_rows(table, Field::decisions_decision, results);
  std::vector<Span> spans(ledger.rows());
  Noted impossible;
  for (uint32_t row : rows) {
    spans[row] = reader.at(row, false);
    if (spans[row].kind == Span::Kind::impossible) impossible.note(ledger.place(row));
  }
  const auto add = [&](const RowGroup& group, Detail detail) {
    const Durations durations = durations_of(spans, group.rows, rollout.now());
    Measure& mean = results.add(MeasureId::decision_time_mean, table, group.cell);
    set_mean_duration(mean, durations, detail);
    Measure& median = results.add(MeasureId::decision_time_median, table, group.cell);
    set_median_duration(median, durations, true, rollout.settings->confidence);
    median.headline = detail == Detail::all && median.value;
  };
  add({Cell{}, rows}, Detail::all);
  for (const RowGroup& group : break_downs(rollout, table, rows, results)) {
    add(group, Detail::main);
  }
  if (impossible.count > 0) {
    results.find(table, Code::impossible_times, Severity::warning, impossible.count, {},
                 where_of(table, impossible.first));
  }
}

}  // namespace

void measure_decisions(const Rollout& rollout, RolloutResults& results) {
  for (const RolloutTable* table : rollout.of(TableKind::decisions)) {
    measure_table(rollout, *table, results);
  }
}

}  // namespace topline
