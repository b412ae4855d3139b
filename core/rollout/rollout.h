// SPDX-License-Identifier: Apache-2.0
#pragma once

// Measures of a roll-out: from the tables that are no survey, joined by customer or user. Each topic
// has a file of its own, a function from a Rollout (what was counted) to RolloutResults.

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/measure/measure.h"
#include "core/profile/date.h"
#include "core/profile/plan.h"
#include "core/rollout/results.h"
#include "core/study/settings.h"
#include "core/tally/tally.h"

namespace topline {

/// A table of the call, counted.
struct RolloutTable {
  uint32_t index = 0;  ///< into Report::tables
  const Tally* tally = nullptr;
  const Plan* plan = nullptr;

  TableKind kind() const { return plan->shape.kind; }
  const Ledger& ledger() const { return tally->ledger; }
  /// "CNY", "USD" … of a field of amounts; empty where nothing names one.
  std::string currency(Field field) const;
};

/// All that measures of a roll-out may look at.
struct Rollout {
  std::vector<RolloutTable> tables;  ///< surveys among them
  const Settings* settings = nullptr;
  Day as_of = INT32_MIN;  ///< the latest event date of all tables, or as told; INT32_MIN: none is known

  /// The tables of one kind, in the order of the report.
  std::vector<const RolloutTable*> of(TableKind kind) const;
  /// as_of's end: the second after its last, since 1970.
  int64_t now() const { return (int64_t{as_of} + 1) * 86400; }
};

struct RolloutResults {
  std::vector<Cell> cells;
  std::vector<Measure> measures;  ///< `cell` is an index into cells
  std::vector<Join> joins;
  std::vector<Difference> differences;  ///< `a` and `b` are indices into cells
  std::vector<Goal> goals;
  std::vector<Criterion> scorecard;
  std::vector<std::pair<uint32_t, Finding>> findings;  ///< with the table that each is of

  /// The index of a cell, made where it is new.
  uint32_t cell_index(Cell cell);
  /// A measure of `table` for `cell`, at the end of the list. What it returns is good until the next
  /// one is added. Of a census unless said otherwise.
  Measure& add(MeasureId id, const RolloutTable& table, Cell cell = {});
  /// The same, absent with its reason.
  void add_absent(MeasureId id, const RolloutTable& table, std::string why, Cell cell = {});
  void find(const RolloutTable& table, Code code, Severity severity, uint64_t count, Params params,
            Where where = {});
};

/// Makes `amount` (in units of 1e-12) the measure's value, in full; its unit is the currency.
void set_amount(Measure& measure, Int128 amount, std::string currency);

/// The day that a second since 1970 falls in.
Day day_of_second(int64_t second);

/// The latest date among a table's event columns (answered, used, ordered, opened, resolved, paid,
/// closed), never due, expected or target dates; INT32_MIN where it has none.
Day latest_event(const RolloutTable& table);

/// All measures, in the order of the catalogue's topics. `surveys`: the measures of the surveys with
/// their cells and comparisons, for goals and the scorecard.
struct SurveyMeasures {
  std::vector<Measure>* measures = nullptr;  ///< get what non-response could change of them
  const std::vector<Cell>* cells = nullptr;
  const std::vector<Difference>* differences = nullptr;
};
RolloutResults measure_rollout(const Rollout& rollout, const SurveyMeasures& surveys);

// The topics.
void measure_adoption(const Rollout& rollout, RolloutResults& results);
void measure_data_quality(const Rollout& rollout, RolloutResults& results);
void measure_customers(const Rollout& rollout, RolloutResults& results);
void measure_orders_sales(const Rollout& rollout, RolloutResults& results);
void measure_pipeline(const Rollout& rollout, RolloutResults& results);
void measure_receivables(const Rollout& rollout, RolloutResults& results);
void measure_service(const Rollout& rollout, RolloutResults& results);
void measure_decisions(const Rollout& rollout, RolloutResults& results);
void measure_processes(const Rollout& rollout, RolloutResults& results);
void measure_fit(const Rollout& rollout, RolloutResults& results);
void measure_money(const Rollout& rollout, RolloutResults& results);
void measure_campaigns(const Rollout& rollout, RolloutResults& results);
void measure_vendors(const Rollout& rollout, RolloutResults& results);
void measure_before_after(const Rollout& rollout, RolloutResults& results);
void measure_goals(const Rollout& rollout, const SurveyMeasures& surveys, RolloutResults& results);
void draw_scorecard(const Rollout& rollout, const SurveyMeasures& surveys, RolloutResults& results);

}  // namespace topline
