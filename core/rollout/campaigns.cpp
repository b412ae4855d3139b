// SPDX-License-Identifier: Apache-2.0

// Return of campaigns: what came in beyond the cost, by the cost. The ratio of revenue to cost
// (投产比) stands beside it, since many mean that one.

#include <map>

#include "core/base/text.h"
#include "core/rollout/fixed_sum.h"
#include "core/rollout/ledger_rows.h"
#include "core/rollout/row_groups.h"

namespace topline {
namespace {

struct Return {
  std::string name;  ///< as it is written first, by the order of bytes
  uint64_t rows = 0;
  Int128 cost = 0, revenue = 0;
};

bool add_to(Return& sum, Int128 cost, Int128 revenue) {
  const auto costs = checked_add(sum.cost, cost);
  const auto revenues = checked_add(sum.revenue, revenue);
  if (!costs || !revenues) return false;
  sum.cost = *costs;
  sum.revenue = *revenues;
  ++sum.rows;
  return true;
}

void add_return(const RolloutTable& table, const Return& sum, const Cell& cell,
                const std::string& option, RolloutResults& results) {
  Measure& measure = results.add(MeasureId::campaign_roi, table, cell);
  measure.option = option;
  measure.n = sum.rows;
  measure.figures = {{"revenue", fixed_to_double(sum.revenue)},
                     {"cost", fixed_to_double(sum.cost)}};
  if (sum.cost <= 0) {
    measure.census = false;
    measure.why = "no_cost";
    return;
  }
  measure.value = 100 * to_double(sum.revenue - sum.cost) / to_double(sum.cost);
  measure.figures.emplace_back("revenue_over_cost", to_double(sum.revenue) / to_double(sum.cost));
  measure.notes.push_back("net_of_cost");
  measure.headline = option.empty() && cell == Cell{};
}

void measure_table(const Rollout& rollout, const RolloutTable& table, RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  if (ledger.over_limit) return results.add_absent(MeasureId::campaign_roi, table, "too_large");
  Return all;
  std::map<std::string, Return> by_campaign, by_wave;
  std::vector<uint32_t> complete;
  Noted left_out;
  for (uint32_t row : counted_rows(table, Field::campaigns_campaign, results)) {
    const auto cost = ledger.amount(row, Field::campaigns_cost);
    const auto revenue = ledger.amount(row, Field::campaigns_revenue);
    if (!cost || !revenue || !add_to(all, *cost, *revenue)) {
      left_out.note(ledger.place(row));
      continue;
    }
    complete.push_back(row);
    const std::string_view name = ledger.text(row, Field::campaigns_campaign);
    if (!name.empty()) {
      Return& campaign = by_campaign[fold(name)];
      if (campaign.name.empty() || name < campaign.name) campaign.name = std::string(name);
      add_to(campaign, *cost, *revenue);
    }
    if (const auto date = ledger.moment(row, Field::campaigns_date)) {
      add_to(by_wave[wave_at(rollout, *date)], *cost, *revenue);
    }
  }
  if (left_out.count > 0) {
    results.find(table, Code::rows_incomplete, Severity::warning, left_out.count, {},
                 where_of(table, left_out.first));
  }
  if (all.rows == 0) {
    return results.add_absent(MeasureId::campaign_roi, table, "no_complete_row");
  }
  add_return(table, all, {}, "", results);
  if (left_out.count > 0) results.measures.back().parts.emplace_back("left_out", left_out.count);
  for (const auto& [key, campaign] : by_campaign) {
    add_return(table, campaign, {}, campaign.name, results);
  }
  std::vector<RowGroup> groups;
  group_by_told(table, complete, results, groups);
  for (const RowGroup& group : groups) {
    Return sum;
    for (uint32_t row : group.rows) {
      add_to(sum, *ledger.amount(row, Field::campaigns_cost),
             *ledger.amount(row, Field::campaigns_revenue));
    }
    add_return(table, sum, group.cell, "", results);
  }
  for (const auto& [wave, sum] : by_wave) add_return(table, sum, {{}, wave}, "", results);
}

}  // namespace

void measure_campaigns(const Rollout& rollout, RolloutResults& results) {
  for (const RolloutTable* table : rollout.of(TableKind::campaigns)) {
    measure_table(rollout, *table, results);
  }
}

}  // namespace topline
