// SPDX-License-Identifier: Apache-2.0

// Before and after the roll-out: equal spans on both sides of it, a test, an interval. Where some
// teams were left out of the roll-out, whether the others changed by more than they did.

#include <algorithm>

#include "core/rollout/before_after_tests.h"

namespace topline {
namespace {

// The spans of a series: as long on both sides as the data reach on the shorter one.
std::optional<Spans> spans_of(const DatedSeries& series, Day change) {
  if (series.items.empty()) return std::nullopt;
  const Day before = change - series.first;
  const Day after = series.last - change + 1;
  const Day days = std::min(before, after);
  if (days < 1) return std::nullopt;
  return Spans{change - days, change, change + days};
}

}  // namespace

void measure_before_after(const Rollout& rollout, RolloutResults& results) {
  const Settings& settings = *rollout.settings;
  const auto change = parse_moment(settings.change_date, DateOrder::ymd);
  if (!change || rollout.as_of == INT32_MIN) return;
  std::vector<Difference> simple, against_control;
  for (const DatedSeries& series : dated_series(rollout, change->day)) {
    if (series.items.empty()) continue;
    const auto spans = spans_of(series, change->day);
    if (!spans) {
      results.find(
          *series.table, Code::change_date_outside, Severity::warning, 1,
          {{"date", iso_date(change->day)}, {"name", series.table->tally->inputs[0].name}});
      continue;
    }
    const bool controlled = has_control(series, *spans);
    simple.push_back(compare_spans(series, *spans, controlled, settings.confidence));
    simple.back().a = results.cell_index({{}, "after"});
    simple.back().b = results.cell_index({{}, "before"});
    if (controlled) {
      against_control.push_back(
          compare_with_control(series, *spans, settings.confidence, settings.seed));
      against_control.back().a = results.cell_index({{{"group", "treated"}}, "after"});
      against_control.back().b = results.cell_index({{{"group", "control"}}, "after"});
    }
  }
  for (std::vector<Difference>* family : {&simple, &against_control}) {
    judge_family(*family, settings.confidence);
    for (Difference& one : *family) results.differences.push_back(std::move(one));
  }
}

}  // namespace topline
