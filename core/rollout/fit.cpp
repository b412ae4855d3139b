// SPDX-License-Identifier: Apache-2.0

// Does the system fit: were the problems raised at the start solved, are the slips of people under
// control?

#include <map>

#include "core/rollout/ledger_rows.h"
#include "core/rollout/row_groups.h"
#include "core/rollout/ticket_words.h"

namespace topline {
namespace {

// How far the rows are solved, by the words of one column. Rows without a word are open; rows of a
// word that isn't known stay in the base and are said.
class SolutionCounter {
 public:
  SolutionCounter(MeasureId id, const RolloutTable& table, Field status, RolloutResults& results)
      : id_(id), table_(table), status_(status), results_(results) {}

  void add(const Cell& cell, const std::vector<uint32_t>& rows) const {
    const Ledger& ledger = table_.ledger();
    uint64_t solved = 0, partly = 0, open = 0, unknown = 0;
    for (uint32_t row : rows) {
      const std::string_view text = ledger.text(row, status_);
      const auto solution = text.empty() ? Solution::open : solution_of(text);
      solved += solution == Solution::solved;
      partly += solution == Solution::partly;
      open += solution == Solution::open;
      unknown += !solution;
    }
    Measure& measure = results_.add(id_, table_, cell);
    measure.n = rows.size();
    const bool controls = id_ == MeasureId::control_coverage;
    measure.parts = {{controls ? "covered" : "solved", solved}, {"partly", partly}, {"open", open}};
    if (unknown > 0) {
      measure.parts.emplace_back("unknown", unknown);
      measure.notes.push_back("unknown_words");
    }
    if (rows.empty()) {
      measure.census = false;
      measure.why = "no_rows";
      return;
    }
    const auto share = [&](uint64_t count) {
      return 100 * static_cast<double>(count) / static_cast<double>(rows.size());
    };
    measure.value = share(solved);
    if (partly > 0) measure.figures.emplace_back("with_partly", share(solved + partly));
    if (unknown > 0) measure.figures.emplace_back("with_unknown", share(solved + unknown));
    measure.headline = cell == Cell{};
  }

  void say_unknown(const std::vector<uint32_t>& rows, const char* known) const {
    const Ledger& ledger = table_.ledger();
    Noted unknown;
    for (uint32_t row : rows) {
      const std::string_view text = ledger.text(row, status_);
      if (!text.empty() && !solution_of(text)) unknown.note(ledger.place(row));
    }
    if (unknown.count == 0) return;
    results_.find(table_, Code::unknown_words, Severity::warning, unknown.count,
                  {{"name", header_of(table_, status_)}, {"known", known}},
                  where_of(table_, unknown.first));
  }

 private:
  MeasureId id_;
  const RolloutTable& table_;
  Field status_;
  RolloutResults& results_;
};

void measure_requirements(const RolloutTable& table, RolloutResults& results) {
  if (table.ledger().over_limit) {
    return results.add_absent(MeasureId::requirements_resolved, table, "too_large");
  }
  const std::vector<uint32_t> rows = counted_rows(table, Field::requirements_requirement, results);
  const SolutionCounter counter(MeasureId::requirements_resolved, table, Field::requirements_status,
                                results);
  counter.add({}, rows);
  std::vector<RowGroup> groups;
  group_by_field(table, rows, Field::requirements_severity, groups);
  group_by_told(table, rows, results, groups);
  for (const RowGroup& group : groups) counter.add(group.cell, group.rows);
  counter.say_unknown(rows, "solved, partly, open; 已解决, 部分, 未解决");
}

void measure_controls(const RolloutTable& table, RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  if (ledger.over_limit) {
    return results.add_absent(MeasureId::control_coverage, table, "too_large");
  }
  const std::vector<uint32_t> rows = counted_rows(table, Field::controls_risk, results);
  const SolutionCounter counter(MeasureId::control_coverage, table, Field::controls_covered,
                                results);
  counter.add({}, rows);
  std::map<ControlMode, std::vector<uint32_t>> by_mode;
  Noted unknown;
  for (uint32_t row : rows) {
    const std::string_view text = ledger.text(row, Field::controls_mode);
    if (const auto mode = control_mode_of(text)) {
      by_mode[*mode].push_back(row);
    } else if (!text.empty()) {
      unknown.note(ledger.place(row));
    }
  }
  for (const auto& [mode, members] : by_mode) {
    counter.add({{{"mode", std::string(control_mode_name(mode))}}, std::nullopt}, members);
  }
  std::vector<RowGroup> groups;
  group_by_told(table, rows, results, groups);
  for (const RowGroup& group : groups) counter.add(group.cell, group.rows);
  counter.say_unknown(rows, "yes, partly, no; 是, 部分, 否");
  if (unknown.count > 0) {
    results.find(table, Code::unknown_words, Severity::warning, unknown.count,
                 {{"name", header_of(table, Field::controls_mode)},
                  {"known", "automatic, advisory, manual; 自动, 提示, 人工"}},
                 where_of(table, unknown.first));
  }
}

}  // namespace

void measure_fit(const Rollout& rollout, RolloutResults& results) {
  for (const RolloutTable* table : rollout.of(TableKind::requirements)) {
    measure_requirements(*table, results);
  }
  for (const RolloutTable* table : rollout.of(TableKind::controls)) {
    measure_controls(*table, results);
  }
}

}  // namespace topline
