// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/durations.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/stats/moments.h"
#include "core/stats/quantile.h"
#include "core/stats/survival.h"

namespace topline {
namespace {

constexpr int64_t kDay = 86400;

int64_t start_of_day(int64_t second) {
  const int64_t into = second % kDay;
  return second - (into < 0 ? into + kDay : into);
}

bool has_times(const Ledger::Column& column) {
  return std::any_of(column.moments.begin(), column.moments.end(), [](int64_t moment) {
    return moment != Ledger::kNoMoment && moment % kDay != 0;
  });
}

// Whole seconds below 2^53 each: the sum is exact in 128 bits, so that no order is preferred.
double sum_of(const std::vector<double>& seconds) {
  Int128 sum = 0;
  for (double second : seconds) sum += static_cast<int64_t>(second);
  return to_double(sum);
}

double mean_of(const std::vector<double>& seconds) {
  return sum_of(seconds) / static_cast<double>(seconds.size());
}

// REQUIRES: sorted is ascending and not empty.
void add_figures(Measure& measure, const std::vector<double>& sorted, const std::string& prefix,
                 Detail detail) {
  const auto add = [&](const char* name, double value) {
    measure.figures.emplace_back(prefix + name, value);
  };
  if (!prefix.empty()) add("mean", mean_of(sorted));
  add("median", stats::quantile(sorted, 0.5));
  add("p90", stats::quantile(sorted, 0.9));
  if (detail == Detail::main) return;
  add("sum", sum_of(sorted));
  if (sorted.size() > 1) {
    std::vector<stats::ValueCount> counted;
    for (double value : sorted) counted.push_back({value, 1});
    add("sd", stats::moments(counted).sd);
  }
  add("min", sorted.front());
  add("q25", stats::quantile(sorted, 0.25));
  add("q75", stats::quantile(sorted, 0.75));
  add("max", sorted.back());
}

void add_parts(Measure& measure, const Durations& durations) {
  measure.n = durations.finished.size();
  measure.parts.emplace_back("finished", durations.finished.size());
  measure.parts.emplace_back("open", durations.open.size());
  if (!durations.impossible.empty()) {
    measure.parts.emplace_back("impossible", durations.impossible.size());
    measure.notes.push_back("impossible_left_out");
  }
  if (durations.undated > 0) measure.parts.emplace_back("undated", durations.undated);
}

}  // namespace

SpanReader::SpanReader(const Ledger& ledger, Field from, Field to, int64_t now)
    : from_(ledger.find(from)), to_(ledger.find(to)), now_(now) {
  if (complete()) by_day_ = has_times(*from_) != has_times(*to_);
}

Span SpanReader::at(uint32_t row, bool closed) const {
  Span span;
  const int64_t from = from_->moments[row], to = to_->moments[row];
  if (from == Ledger::kNoMoment || from >= now_) return span;
  span.start = from;
  if (to != Ledger::kNoMoment && to < now_) {
    span.seconds = by_day_ ? start_of_day(to) - start_of_day(from) : to - from;
    span.kind = span.seconds < 0 ? Span::Kind::impossible : Span::Kind::finished;
  } else if (to == Ledger::kNoMoment && closed) {
    span.kind = Span::Kind::undated;
  } else {
    span.kind = Span::Kind::open;
    span.seconds = now_ - from;
  }
  return span;
}

Durations durations_of(const std::vector<Span>& spans, const std::vector<uint32_t>& rows,
                       int64_t now) {
  Durations durations;
  for (uint32_t row : rows) {
    const Span& span = spans[row];
    switch (span.kind) {
      case Span::Kind::none:
        break;
      case Span::Kind::finished:
        durations.finished.push_back(static_cast<double>(span.seconds));
        break;
      case Span::Kind::impossible:
        durations.impossible.push_back(static_cast<double>(span.seconds));
        break;
      case Span::Kind::open:
        durations.open.push_back(static_cast<double>(span.seconds));
        break;
      case Span::Kind::undated:
        ++durations.undated;
        break;
    }
  }
  std::sort(durations.finished.begin(), durations.finished.end());
  std::sort(durations.impossible.begin(), durations.impossible.end());
  durations.p90 = durations.finished.empty() ? std::numeric_limits<double>::quiet_NaN()
                                             : stats::quantile(durations.finished, 0.9);
  for (uint32_t row : rows) {
    const Span& span = spans[row];
    const bool ripe = static_cast<double>(now - span.start) >= durations.p90;
    if (span.kind == Span::Kind::finished && ripe) {
      durations.ripe.push_back(static_cast<double>(span.seconds));
    }
  }
  return durations;
}

void set_mean_duration(Measure& measure, const Durations& durations, Detail detail) {
  add_parts(measure, durations);
  if (durations.finished.empty()) {
    measure.census = false;
    measure.why = "nothing_finished";
    return;
  }
  measure.value = mean_of(durations.finished);
  add_figures(measure, durations.finished, "", detail);
  if (!durations.impossible.empty()) {
    std::vector<double> all = durations.impossible;
    all.insert(all.end(), durations.finished.begin(), durations.finished.end());
    add_figures(measure, all, "with_impossible_", detail);
  }
  if (durations.open.empty()) return;
  measure.notes.push_back("open_left_out");
  if (durations.ripe.empty()) return;
  measure.figures.emplace_back("matured_mean", mean_of(durations.ripe));
  measure.parts.emplace_back("matured", durations.ripe.size());
}

void set_median_duration(Measure& measure, const Durations& durations, bool censored,
                         double confidence) {
  add_parts(measure, durations);
  if (durations.finished.empty()) {
    measure.census = false;
    measure.why = "nothing_finished";
    return;
  }
  const double median = stats::quantile(durations.finished, 0.5);
  measure.figures.emplace_back("finished_median", median);
  measure.figures.emplace_back("finished_p90", durations.p90);
  measure.value = median;
  if (durations.open.empty()) return;
  if (!censored) {
    measure.notes.push_back("open_left_out");
    return;
  }
  std::vector<stats::Duration> cases;
  for (double seconds : durations.finished) cases.push_back({seconds, true, 1});
  for (double age : durations.open) cases.push_back({age, false, 1});
  const stats::SurvivalCurve curve = stats::kaplan_meier(cases, confidence);
  measure.n = curve.n;
  measure.method = "kaplan-meier";
  const double p90 = stats::survival_quantile(curve, 0.9).time;
  if (std::isfinite(p90)) measure.figures.emplace_back("p90", p90);
  const double reached = stats::survival_quantile(curve, 0.5).time;
  if (std::isfinite(reached)) {
    measure.value = reached;
    return;
  }
  measure.value.reset();
  measure.census = false;
  measure.why = "median_not_reached";
}

}  // namespace topline
