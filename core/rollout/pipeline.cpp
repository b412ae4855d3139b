// SPDX-License-Identifier: Apache-2.0

// A pipeline's win rate and break-downs; its amounts, times and reps stand in files of their own.

#include "core/rollout/pipeline_parts.h"

namespace topline {
namespace {

PipelineView view_of(const Rollout& rollout, const RolloutTable& table, RolloutResults& results) {
  PipelineView view{
      rollout, table, read_deals(rollout, table),
      own_groups(table, {Field::pipeline_owner, Field::pipeline_product, Field::pipeline_source})};
  const RolloutTable* accounts =
      join_best(rollout, table, Field::pipeline_customer, TableKind::accounts,
                Field::accounts_customer, "customer", results);
  if (accounts != nullptr) {
    add_joined_groups(table, Field::pipeline_customer, *accounts, Field::accounts_customer,
                      {Field::accounts_segment}, view.groups);
  }
  view.roster = join_best(rollout, table, Field::pipeline_owner, TableKind::roster,
                          Field::roster_user, "owner", results);
  if (view.roster != nullptr) {
    add_joined_groups(table, Field::pipeline_owner, *view.roster, Field::roster_user,
                      {Field::roster_team, Field::roster_manager}, view.groups);
  }
  return view;
}

// What is odd in the rows.
void find_oddities(const PipelineView& view, RolloutResults& results) {
  const RolloutTable& table = view.table;
  const Ledger& ledger = table.ledger();
  const auto say = [&](Code code, Severity severity, const Noted& noted) {
    if (noted.count == 0) return;
    results.find(table, code, severity, noted.count, {}, where_of(table, noted.first));
  };
  Noted backwards, without_amount, undated;
  for (const Deal& deal : view.read.deals) {
    const Place& place = ledger.place(deal.row);
    if (deal.closed_before_created()) backwards.note(place);
    if (deal.is_won() && ledger.has(Field::pipeline_amount) && !deal.amount) {
      without_amount.note(place);
    }
    if (!deal.is_open() && ledger.has(Field::pipeline_closed) && !deal.closed) undated.note(place);
  }
  say(Code::deals_repeated, Severity::info, view.read.repeated);
  say(Code::closed_before_created, Severity::warning, backwards);
  say(Code::won_without_amount, Severity::warning, without_amount);
  say(Code::closed_without_date, Severity::warning, undated);
}

}  // namespace

std::vector<DealCell> deal_cells(const PipelineView& view) {
  std::vector<DealCell> cells(1);
  for (const Deal& deal : view.read.deals) cells[0].deals.push_back(&deal);
  for (const RowGroups& groups : view.groups) {
    if (groups.values.size() > kMostGroups) continue;
    const size_t first = cells.size();
    for (size_t g = 0; g < groups.values.size(); ++g) cells.push_back({cell_of(groups, g), {}});
    for (const Deal& deal : view.read.deals) {
      cells[first + groups.of_row[deal.row]].deals.push_back(&deal);
    }
  }
  return cells;
}

void measure_wins(const PipelineView& view, const std::vector<DealCell>& cells,
                  RolloutResults& results) {
  for (const DealCell& one : cells) {
    if (one.deals.empty()) continue;
    uint64_t won = 0, lost = 0;
    for (const Deal* deal : one.deals) {
      won += deal->is_won();
      lost += deal->end == StageEnd::lost;
    }
    const uint64_t closed = won + lost;
    Measure& measure = results.add(MeasureId::win_rate, view.table, one.cell);
    measure.n = closed;
    measure.parts = {{"won", won}, {"lost", lost}, {"open", one.deals.size() - closed}};
    measure.figures = {
        {"won_over_all", 100 * static_cast<double>(won) / static_cast<double>(one.deals.size())}};
    if (closed > 0) {
      measure.value = 100 * static_cast<double>(won) / static_cast<double>(closed);
      measure.headline = one.cell == Cell{};
    } else {
      measure.census = false;
      measure.why = "no_closed_deals";
    }
  }
}

void measure_pipeline(const Rollout& rollout, RolloutResults& results) {
  for (const RolloutTable* table : rollout.of(TableKind::pipeline)) {
    if (table->ledger().over_limit || table->ledger().rows() == 0) continue;
    const PipelineView view = view_of(rollout, *table, results);
    const std::vector<DealCell> cells = deal_cells(view);
    measure_won_amounts(view, cells, results);
    measure_conversion(view, cells, results);
    measure_wins(view, cells, results);
    measure_cycle(view, cells, results);
    measure_reps(view, results);
    find_oddities(view, results);
  }
}

}  // namespace topline
