// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/before_after_tests.h"

#include <algorithm>
#include <cmath>

#include "core/measure/two_groups.h"
#include "core/stats/difference_in_differences.h"
#include "core/stats/moments.h"
#include "core/stats/quantile.h"
#include "core/stats/rank_test.h"
#include "core/stats/two_means.h"

namespace topline {
namespace {

constexpr Day kWeek = 7;
constexpr Day kLeastPeriod = 28;
constexpr Day kMostPeriods = 6;

void set_known(std::optional<double>& into, double value) {
  if (std::isfinite(value)) into = value;
}

void add_figure(Difference& difference, const char* name, double value) {
  if (std::isfinite(value)) difference.figures.emplace_back(name, value);
}

void set_interval(Difference& difference, const stats::Interval& interval, double factor,
                  double confidence, const char* method) {
  if (!std::isfinite(interval.low) || !std::isfinite(interval.high)) return;
  difference.interval =
      MeasureInterval{confidence, factor * interval.low, factor * interval.high, method};
}

// The values of one side.
struct Side {
  std::vector<stats::ValueCount> values;
  uint64_t open = 0;
  void add(const DatedItem& item) {
    values.push_back({item.value, 1});
    open += item.open;
  }
  double n() const { return static_cast<double>(values.size()); }
  double sum() const {
    double total = 0;
    for (const stats::ValueCount& one : values) total += one.value;
    return total;
  }
};

void compare_times(const Side& before, const Side& after, double confidence, Difference& into) {
  into.test = "mann-whitney";
  const stats::RankTest test = stats::rank_test(after.values, before.values, confidence);
  set_known(into.value, test.shift);
  set_known(into.p, test.p);
  set_interval(into, test.interval, 1, confidence, "hodges-lehmann");
  add_figure(into, "median_a", stats::quantile(stats::sorted_counts(after.values), 0.5));
  add_figure(into, "median_b", stats::quantile(stats::sorted_counts(before.values), 0.5));
  add_figure(into, "open_a", static_cast<double>(after.open));
  add_figure(into, "open_b", static_cast<double>(before.open));
  if (after.open + before.open > 0) into.notes.push_back("open_at_age");
}

void compare_hits(const Side& before, const Side& after, double confidence, Difference& into) {
  const stats::HitCounts a{after.sum(), after.n()}, b{before.sum(), before.n()};
  compare_shares(a, b, confidence, into);
  if (a.n == 0 || b.n == 0) return;
  add_figure(into, "share_a", 100 * a.hits / a.n);
  add_figure(into, "share_b", 100 * b.hits / b.n);
}

// Whole weeks counted from the change on both ways; the days left over at the far ends are left
// out.
void compare_weeks(const std::vector<DatedItem>& items, const Spans& spans, double confidence,
                   Difference& into) {
  into.test = "welch";
  into.notes.push_back("per_week");
  const auto weeks = static_cast<size_t>(spans.days() / kWeek);
  std::vector<double> sums_before(weeks), sums_after(weeks);
  for (const DatedItem& item : items) {
    const bool is_after = item.day >= spans.change;
    const Day away = is_after ? item.day - spans.change : spans.change - 1 - item.day;
    const auto week = static_cast<size_t>(away / kWeek);
    if (week < weeks) (is_after ? sums_after : sums_before)[week] += item.value;
  }
  std::vector<stats::ValueCount> before, after;
  for (double sum : sums_before) before.push_back({sum, 1});
  for (double sum : sums_after) after.push_back({sum, 1});
  const stats::Moments a = stats::moments(after), b = stats::moments(before);
  const stats::MeanDifference test =
      stats::welch_t(stats::sample_mean(a), stats::sample_mean(b), confidence);
  set_known(into.value, test.difference);
  set_known(into.p, test.p);
  set_interval(into, test.interval, 1, confidence, "t");
  add_figure(into, "mean_a", a.mean);
  add_figure(into, "mean_b", b.mean);
  add_figure(into, "weeks", static_cast<double>(weeks));
}

// The items in the spans.
std::vector<DatedItem> items_in(const DatedSeries& series, const Spans& spans, bool treated_only) {
  std::vector<DatedItem> items;
  for (const DatedItem& item : series.items) {
    if (item.day < spans.from || item.day >= spans.to) continue;
    if (!treated_only || !item.group.control) items.push_back(item);
  }
  return items;
}

// A team's mean of each period (of amounts: the sum a week), the earliest first.
std::vector<double> period_means(const std::vector<const DatedItem*>& items, Day from, Day length,
                                 Day periods, ItemKind kind) {
  std::vector<Side> sides(static_cast<size_t>(periods));
  for (const DatedItem* item : items) {
    const Day period = (item->day - from) / length;
    if (item->day >= from && period < periods) sides[static_cast<size_t>(period)].add(*item);
  }
  std::vector<double> means;
  for (const Side& side : sides) {
    means.push_back(kind == ItemKind::amount ? side.sum() * kWeek / length : side.sum() / side.n());
  }
  return means;
}

double factor_of(ItemKind kind) { return kind == ItemKind::share ? 100 : 1; }

}  // namespace

bool has_control(const DatedSeries& series, const Spans& spans) {
  bool control = false, treated = false;
  for (const DatedItem& item : items_in(series, spans, false)) {
    control |= item.group.control;
    treated |= !item.group.control && !item.group.team.empty();
  }
  return control && treated;
}

Difference compare_spans(const DatedSeries& series, const Spans& spans, bool controlled,
                         double confidence) {
  Difference difference{series.id};
  difference.table = series.table->index;
  difference.notes.push_back(controlled ? "treated_only" : "no_control");
  const std::vector<DatedItem> items = items_in(series, spans, controlled);
  Side before, after;
  for (const DatedItem& item : items) (item.day < spans.change ? before : after).add(item);
  add_figure(difference, "n_a", after.n());
  add_figure(difference, "n_b", before.n());
  add_figure(difference, "days", spans.days());
  switch (series.kind) {
    case ItemKind::time:
      compare_times(before, after, confidence, difference);
      break;
    case ItemKind::share:
      compare_hits(before, after, confidence, difference);
      break;
    case ItemKind::amount:
      compare_weeks(items, spans, confidence, difference);
      break;
  }
  return difference;
}

Difference compare_with_control(const DatedSeries& series, const Spans& spans, double confidence,
                                uint64_t seed) {
  const Day periods = std::clamp(spans.days() / kLeastPeriod, Day{1}, kMostPeriods);
  Day length = spans.days() / periods;
  if (series.kind == ItemKind::amount && length >= kWeek) length -= length % kWeek;
  std::map<std::string, std::vector<const DatedItem*>> by_team;
  const std::vector<DatedItem> items = items_in(series, spans, false);
  for (const DatedItem& item : items) {
    if (!item.group.team.empty()) by_team[item.group.team].push_back(&item);
  }
  std::vector<stats::TeamPeriods> teams;
  for (const auto& [name, of_team] : by_team) {
    stats::TeamPeriods team;
    team.treated = !of_team[0]->group.control;
    team.before =
        period_means(of_team, spans.change - periods * length, length, periods, series.kind);
    team.after = period_means(of_team, spans.change, length, periods, series.kind);
    teams.push_back(std::move(team));
  }
  const auto test = stats::difference_in_differences(teams, confidence, seed);
  const double factor = factor_of(series.kind);
  Difference difference{series.id};
  difference.table = series.table->index;
  difference.test = "did";
  set_known(difference.value, factor * test.change.difference);
  set_known(difference.p, std::isfinite(test.permutation_p) ? test.permutation_p : test.change.p);
  set_interval(difference, test.change.interval, factor, confidence, "t");
  add_figure(difference, "treated", static_cast<double>(test.treated));
  add_figure(difference, "control", static_cast<double>(test.control));
  add_figure(difference, "left_out", static_cast<double>(test.left_out));
  add_figure(difference, "periods", periods);
  add_figure(difference, "period_days", length);
  add_figure(difference, "pre_trend", factor * test.pre_trend.difference);
  add_figure(difference, "pre_trend_p", test.pre_trend.p);
  difference.notes.push_back("consistent_with");
  if (series.kind == ItemKind::amount) difference.notes.push_back("per_week");
  if (!difference.p) difference.notes.push_back("few_teams");
  if (periods < 2) difference.notes.push_back("pre_trend_unchecked");
  return difference;
}

}  // namespace topline
