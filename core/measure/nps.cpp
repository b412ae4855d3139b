// SPDX-License-Identifier: Apache-2.0

// Reichheld, F. (2003), "The one number you need to grow", Harvard Business Review 81(12).

#include <iterator>

#include "core/measure/measures.h"
#include "core/measure/scale_answers.h"
#include "core/stats/net_score.h"
#include "core/stats/weighted.h"

namespace topline {
namespace {

constexpr double kPassive = 7;
constexpr double kPromoter = 9;

stats::Interval interval_of(const stats::NetCounts& counts, const MeasureContext& context) {
  if (context.interval == "wald") return stats::net_score_wald(counts, context.confidence);
  if (context.interval == "adjusted-wald") {
    return stats::net_score_adjusted_wald(counts, context.confidence);
  }
  return stats::net_score_tango(counts, context.confidence);
}

}  // namespace

double net_class(double score) { return score >= kPromoter ? 1 : score >= kPassive ? 0 : -1; }

Measure measure_nps(MeasureId id, const Answers& answers, const MeasureContext& context) {
  Measure measure = start_measure(id, answers, context);
  uint64_t people[3] = {0, 0, 0};
  double weights[3] = {0, 0, 0};
  double squares[3] = {0, 0, 0};
  for (const stats::WeightedValue& score : answers.scores) {
    const auto index = static_cast<size_t>(net_class(score.value) + 1);
    people[index] += score.n;
    weights[index] += score.sum_w;
    squares[index] += score.sum_w2;
  }
  measure.parts = {{"detractors", people[0]}, {"passives", people[1]}, {"promoters", people[2]}};
  measure.distribution = distribution_of(answers, {0, 10});
  if (answers.n == 0) return measure;

  stats::NetCounts counts{weights[0], weights[1], weights[2]};
  if (context.weighted) {
    const stats::WeightedValue classes[3] = {{-1, people[0], weights[0], squares[0]},
                                             {0, people[1], weights[1], squares[1]},
                                             {1, people[2], weights[2], squares[2]}};
    const stats::WeightedMean mean = stats::weighted_mean(classes, context.design_n);
    if (!(mean.sum_w > 0)) {
      measure.why = "no_weight";
      return measure;
    }
    measure.value = 100 * mean.mean;
    measure.se = 100 * mean.standard_error;
    measure.n_effective = mean.effective_n;
    measure.weighed.assign(std::begin(classes), std::end(classes));
    counts = stats::rescaled(counts, mean.effective_n);
  } else {
    measure.value = 100 * stats::net_score(counts);
    measure.se = 100 * stats::net_score_standard_error(counts);
  }
  double n = measure.n_effective.value_or(static_cast<double>(answers.n));
  if (!correct_for_population(measure, n, context)) return measure;
  state_nps_interval(measure, stats::rescaled(counts, n), context);
  return measure;
}

void state_nps_interval(Measure& measure, const stats::NetCounts& counts,
                        const MeasureContext& context) {
  const stats::Interval interval = interval_of(counts, context);
  measure.interval = MeasureInterval{context.confidence, 100 * interval.low, 100 * interval.high,
                                     context.interval};
}

}  // namespace topline
