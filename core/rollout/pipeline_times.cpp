// SPDX-License-Identifier: Apache-2.0

// How long deals take, and how many leads become an opportunity. Not finished is not fast: open
// deals are censored in the Kaplan–Meier median, and leads count once they had the time that nine
// in ten conversions took.

#include <cmath>

#include "core/rollout/pipeline_parts.h"
#include "core/stats/moments.h"
#include "core/stats/quantile.h"
#include "core/stats/survival.h"

namespace topline {
namespace {

// The times of deals that are over (`won_only`: won), and of open ones so far.
struct CycleTimes {
  std::vector<stats::ValueCount> finished;
  std::vector<stats::Duration> with_open;
  uint64_t open = 0;
  uint64_t impossible = 0;
  uint64_t undated = 0;  ///< over, but without both dates
};

CycleTimes cycle_times(const PipelineView& view, const DealCell& one, bool won_only) {
  CycleTimes times;
  for (const Deal* deal : one.deals) {
    if (deal->is_open()) {
      if (!deal->created || view.rollout.as_of == INT32_MIN) continue;
      ++times.open;
      times.with_open.push_back(
          {static_cast<double>(view.rollout.now() - *deal->created), false, 1});
    } else if (!won_only || deal->is_won()) {
      const std::optional<int64_t> took = deal->duration();
      if (!took) {
        ++(deal->closed_before_created() ? times.impossible : times.undated);
        continue;
      }
      times.finished.push_back({static_cast<double>(*took), 1});
      times.with_open.push_back({static_cast<double>(*took), true, 1});
    }
  }
  return times;
}

void add_cycle(const PipelineView& view, const DealCell& one, bool won_only,
               RolloutResults& results) {
  const CycleTimes times = cycle_times(view, one, won_only);
  if (times.finished.empty() && one.cell != Cell{}) return;
  Measure& measure = results.add(MeasureId::cycle_time, view.table, one.cell);
  measure.method = won_only ? "won" : "closed";
  measure.n = times.finished.size();
  measure.parts = {{"open", times.open}};
  if (times.impossible > 0) measure.parts.emplace_back("impossible", times.impossible);
  if (times.undated > 0) measure.parts.emplace_back("undated", times.undated);
  if (times.finished.empty()) {
    measure.census = false;
    measure.why = "no_closed_deals";
    return;
  }
  const auto sorted = stats::sorted_counts(times.finished);
  measure.value = stats::quantile(sorted, 0.5);
  measure.figures = {{"mean", stats::moments(sorted).mean}, {"p90", stats::quantile(sorted, 0.9)}};
  const double confidence = view.rollout.settings->confidence;
  const auto median =
      stats::survival_quantile(stats::kaplan_meier(times.with_open, confidence), 0.5);
  if (std::isfinite(median.time)) measure.figures.emplace_back("km_median", median.time);
  measure.headline = won_only && one.cell == Cell{};
}

// Seconds from lead to opportunity; empty where it is none or the dates are the wrong way round.
std::optional<int64_t> time_to_opportunity(const Deal& deal) {
  if (!deal.created || !deal.opportunity || *deal.opportunity < *deal.created) return std::nullopt;
  return *deal.opportunity - *deal.created;
}

void add_conversion(const PipelineView& view, const DealCell& one, double ripe_after,
                    RolloutResults& results) {
  uint64_t leads = 0, converted = 0, open = 0, unripe = 0, impossible = 0, undated = 0;
  for (const Deal* deal : one.deals) {
    if (!deal->created) {
      ++undated;
    } else if (deal->opportunity && *deal->opportunity < *deal->created) {
      ++impossible;
    } else if (static_cast<double>(view.rollout.now() - *deal->created) < ripe_after) {
      ++unripe;
    } else {
      ++leads;
      converted += deal->opportunity.has_value();
      open += !deal->opportunity && deal->is_open();
    }
  }
  if (leads == 0 && one.cell != Cell{}) return;
  Measure& measure = results.add(MeasureId::conversion_rate, view.table, one.cell);
  measure.n = leads;
  measure.parts = {{"converted", converted}, {"open", open}, {"unripe", unripe}};
  if (impossible > 0) measure.parts.emplace_back("impossible", impossible);
  if (undated > 0) measure.parts.emplace_back("undated", undated);
  measure.figures = {{"ripe_after_seconds", ripe_after}};
  measure.notes.push_back("matured");
  if (leads == 0) {
    measure.census = false;
    measure.why = "no_matured_leads";
    return;
  }
  measure.value = 100 * static_cast<double>(converted) / static_cast<double>(leads);
  measure.headline = one.cell == Cell{};
}

}  // namespace

void measure_cycle(const PipelineView& view, const std::vector<DealCell>& cells,
                   RolloutResults& results) {
  const Ledger& ledger = view.table.ledger();
  if (!ledger.has(Field::pipeline_created) || !ledger.has(Field::pipeline_closed)) {
    return results.add_absent(MeasureId::cycle_time, view.table, "no_date_columns");
  }
  for (bool won_only : {true, false}) {
    for (const DealCell& one : cells) add_cycle(view, one, won_only, results);
  }
}

void measure_conversion(const PipelineView& view, const std::vector<DealCell>& cells,
                        RolloutResults& results) {
  const Ledger& ledger = view.table.ledger();
  if (!ledger.has(Field::pipeline_created) || !ledger.has(Field::pipeline_opportunity)) {
    return results.add_absent(MeasureId::conversion_rate, view.table, "no_opportunity_column");
  }
  std::vector<stats::ValueCount> times;
  Noted impossible;
  for (const Deal& deal : view.read.deals) {
    if (const auto took = time_to_opportunity(deal)) {
      times.push_back({static_cast<double>(*took), 1});
    } else if (deal.created && deal.opportunity) {
      impossible.note(ledger.place(deal.row));
    }
  }
  if (impossible.count > 0) {
    results.find(view.table, Code::opportunity_before_lead, Severity::warning, impossible.count, {},
                 where_of(view.table, impossible.first));
  }
  // Without any conversion there is no time to wait for: all leads count.
  const double ripe_after = times.empty() ? 0 : stats::quantile(stats::sorted_counts(times), 0.9);
  for (const DealCell& one : cells) add_conversion(view, one, ripe_after, results);
}

}  // namespace topline
