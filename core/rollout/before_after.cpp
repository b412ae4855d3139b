// SPDX-License-Identifier: Apache-2.0

// Before and after the roll-out: equal spans on both sides of it, a test, an interval. Where some
// teams were left out of the roll-out, whether the others changed by more than they did.

#include <algorithm>
#include <cmath>

#include "core/rollout/before_after_tests.h"
#include "core/stats/multiplicity.h"

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

// Holm's correction over a family, and its verdicts.
void judge(std::vector<Difference*> family, double confidence) {
  std::vector<double> p;
  for (const Difference* one : family) p.push_back(one->p.value_or(std::nan("")));
  const std::vector<double> adjusted = stats::holm(p);
  for (size_t i = 0; i < family.size(); ++i) {
    if (!family[i]->p) {
      family[i]->verdict = "no_verdict";
      continue;
    }
    family[i]->p_adjusted = adjusted[i];
    family[i]->verdict = adjusted[i] < 1 - confidence ? "clear" : "not_clear";
  }
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
    if (controlled) {
      against_control.push_back(
          compare_with_control(series, *spans, settings.confidence, settings.seed));
    }
  }
  for (std::vector<Difference>* family : {&simple, &against_control}) {
    std::vector<Difference*> tests;
    for (Difference& one : *family) tests.push_back(&one);
    judge(tests, settings.confidence);
    for (Difference& one : *family) results.differences.push_back(std::move(one));
  }
}

}  // namespace topline
