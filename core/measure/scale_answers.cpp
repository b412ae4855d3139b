// SPDX-License-Identifier: Apache-2.0
#include "core/measure/scale_answers.h"

#include <cmath>

#include "core/stats/finite_population.h"
#include "core/stats/proportion.h"

namespace topline {

Measure start_measure(MeasureId id, const Answers& answers, const MeasureContext& context) {
  Measure measure{id};
  measure.n = answers.n;
  if (answers.n == 0) {
    measure.why = "no_answers";
    return measure;
  }
  if (answers.n < kLowBase) measure.notes.push_back("low_base");
  if (context.weighted) measure.notes.push_back("weighted");
  return measure;
}

std::vector<std::pair<std::string, uint64_t>> distribution_of(const Answers& answers,
                                                              const Scale& scale) {
  std::vector<std::pair<std::string, uint64_t>> distribution;
  distribution.reserve(static_cast<size_t>(scale.high - scale.low + 1));
  for (int score = scale.low; score <= scale.high; ++score) {
    uint64_t n = 0;
    for (const stats::WeightedValue& value : answers.scores) {
      if (value.value == score) n = value.n;
    }
    distribution.emplace_back(std::to_string(score), n);
  }
  return distribution;
}

bool correct_for_population(Measure& measure, double& n, const MeasureContext& context) {
  if (context.population <= 0 || !(n > 0)) return true;
  const double asked = context.population_answers > 0 ? context.population_answers : n;
  if (asked >= context.population) {
    measure.census = true;
    measure.se = 0;
    return false;
  }
  const double growth = stats::finite_population_n(asked, context.population) / asked;
  n *= growth;
  measure.n_effective = n;
  if (measure.se) measure.se = *measure.se / std::sqrt(growth);
  measure.notes.push_back("finite_population");
  return true;
}

void fill_share(Measure& measure, const std::vector<stats::WeightedValue>& coded,
                const MeasureContext& context) {
  const stats::WeightedMean mean = stats::weighted_mean(coded, context.design_n);
  double n = static_cast<double>(mean.n);
  double p = mean.mean;
  if (context.weighted) {
    if (!(mean.sum_w > 0)) {
      measure.why = "no_weight";
      return;
    }
    n = mean.effective_n;
    measure.n_effective = n;
    measure.weighed = coded;
    measure.se = 100 * mean.standard_error;
  } else {
    measure.se = 100 * std::sqrt(p * (1 - p) / n);
  }
  measure.value = 100 * p;
  if (!correct_for_population(measure, n, context)) return;
  const stats::Interval interval = stats::wilson(p, n, context.confidence);
  measure.interval =
      MeasureInterval{context.confidence, 100 * interval.low, 100 * interval.high, "wilson"};
}

}  // namespace topline
