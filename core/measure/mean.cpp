// SPDX-License-Identifier: Apache-2.0
#include "core/stats/mean.h"

#include <cmath>

#include "core/measure/measures.h"
#include "core/measure/scale_answers.h"
#include "core/stats/moments.h"
#include "core/stats/weighted.h"

namespace topline {

Measure measure_mean(MeasureId id, const Answers& answers, const Scale& scale,
                     const MeasureContext& context) {
  Measure measure = start_measure(id, answers, context);
  measure.distribution = distribution_of(answers, scale);
  if (answers.n == 0) return measure;
  double n = static_cast<double>(answers.n);
  double mean = 0;
  double sd = 0;
  if (context.weighted) {
    const stats::WeightedMean weighted = stats::weighted_mean(answers.scores, context.design_n);
    if (!(weighted.sum_w > 0)) {
      measure.why = "no_weight";
      return measure;
    }
    mean = weighted.mean;
    sd = weighted.sd;
    n = weighted.effective_n;
    measure.se = weighted.standard_error;
    measure.n_effective = n;
    measure.weighed = answers.scores;
  } else {
    std::vector<stats::ValueCount> values;
    for (const stats::WeightedValue& score : answers.scores) {
      values.push_back({score.value, score.n});
    }
    const stats::Moments moments = stats::moments(values);
    mean = moments.mean;
    sd = moments.sd;
    if (answers.n > 1) measure.se = sd / std::sqrt(n);
  }
  measure.value = mean;
  if (!correct_for_population(measure, n, context)) return measure;
  const stats::Interval interval = stats::mean_t(mean, sd, n, context.confidence);
  // One answer has no spread to judge by.
  if (std::isfinite(interval.low)) {
    measure.interval = MeasureInterval{context.confidence, interval.low, interval.high, "t"};
  }
  return measure;
}

}  // namespace topline
