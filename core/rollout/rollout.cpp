// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/rollout.h"

#include <algorithm>

#include "core/profile/guess_kind.h"
#include "core/rollout/response.h"
#include "core/rollout/stages.h"

namespace topline {
namespace {

// Fields whose moments have happened; closed dates of open deals are only expected.
constexpr Field kEvents[] = {
    Field::usage_date,          Field::roster_last_login,   Field::orders_date,
    Field::orders_delivered,    Field::accounts_start,      Field::accounts_end,
    Field::pipeline_created,    Field::pipeline_opportunity, Field::receivables_issued,
    Field::receivables_paid,    Field::tickets_opened,      Field::tickets_first_response,
    Field::tickets_resolved,    Field::decisions_raised,    Field::decisions_decided,
    Field::costs_actual_date,
};


}  // namespace

Day day_of_second(int64_t second) {
  return static_cast<Day>((second - (second < 0 ? 86399 : 0)) / 86400);
}

std::string_view verdict_name(Criterion::Verdict verdict) {
  switch (verdict) {
    case Criterion::Verdict::met:
      return "met";
    case Criterion::Verdict::not_met:
      return "not_met";
    case Criterion::Verdict::too_close:
      return "too_close";
    case Criterion::Verdict::not_measured:
      return "not_measured";
  }
  return "not_measured";
}

std::string RolloutTable::currency(Field field) const {
  for (const FieldColumn& column : plan->shape.fields) {
    if (column.field != field) continue;
    return currency_of(plan->columns[column.column].name, tally->profile.columns[column.column]);
  }
  return {};
}

std::vector<const RolloutTable*> Rollout::of(TableKind kind) const {
  std::vector<const RolloutTable*> found;
  for (const RolloutTable& table : tables) {
    if (table.kind() == kind) found.push_back(&table);
  }
  return found;
}

void set_amount(Measure& measure, Int128 amount, std::string currency) {
  measure.exact = amount;
  measure.value = to_double(amount) / static_cast<double>(kFixedOne);
  measure.unit = currency.empty() ? "money" : std::move(currency);
}

uint32_t RolloutResults::cell_index(Cell cell) {
  const auto same = std::find(cells.begin(), cells.end(), cell);
  const auto index = static_cast<uint32_t>(same - cells.begin());
  if (same == cells.end()) cells.push_back(std::move(cell));
  return index;
}

Measure& RolloutResults::add(MeasureId id, const RolloutTable& table, Cell cell) {
  Measure measure{id};
  measure.table = table.index;
  measure.cell = cell_index(std::move(cell));
  measure.census = true;
  measures.push_back(std::move(measure));
  return measures.back();
}

void RolloutResults::add_absent(MeasureId id, const RolloutTable& table, std::string why, Cell cell) {
  Measure& measure = add(id, table, std::move(cell));
  measure.census = false;
  measure.why = std::move(why);
}

void RolloutResults::find(const RolloutTable& table, Code code, Severity severity, uint64_t count,
                          Params params, Where where) {
  findings.push_back({table.index, {code, severity, std::move(where), count, std::move(params)}});
}

Day latest_event(const RolloutTable& table) {
  Day latest = std::max({table.tally->latest, table.tally->activity.latest(),
                         table.tally->customers.latest()});
  const Ledger& ledger = table.ledger();
  for (Field field : kEvents) {
    const Ledger::Column* column = ledger.find(field);
    if (column == nullptr) continue;
    for (int64_t moment : column->moments) {
      if (moment != Ledger::kNoMoment) latest = std::max(latest, day_of_second(moment));
    }
  }
  if (ledger.has(Field::pipeline_closed) && ledger.has(Field::pipeline_stage)) {
    for (size_t row = 0; row < ledger.rows(); ++row) {
      const auto closed = ledger.moment(row, Field::pipeline_closed);
      if (!closed || stage_end(ledger.text(row, Field::pipeline_stage)) == StageEnd::open) continue;
      latest = std::max(latest, day_of_second(*closed));
    }
  }
  return latest;
}

RolloutResults measure_rollout(const Rollout& rollout, const SurveyMeasures& surveys) {
  RolloutResults results;
  measure_adoption(rollout, results);
  measure_data_quality(rollout, results);
  measure_customers(rollout, results);
  measure_orders_sales(rollout, results);
  measure_pipeline(rollout, results);
  measure_receivables(rollout, results);
  measure_service(rollout, results);
  measure_decisions(rollout, results);
  measure_processes(rollout, results);
  measure_fit(rollout, results);
  measure_money(rollout, results);
  measure_campaigns(rollout, results);
  measure_vendors(rollout, results);
  measure_before_after(rollout, results);
  measure_response(rollout, *surveys.measures, *surveys.cells, results);
  measure_goals(rollout, surveys, results);
  draw_scorecard(rollout, surveys, results);
  return results;
}

}  // namespace topline
