// SPDX-License-Identifier: Apache-2.0
#include "core/measure/measures.h"
#include "core/measure/scale_answers.h"

namespace topline {

std::optional<int> middle_of(const Scale& scale) {
  const int points = scale.high - scale.low + 1;
  if (points != 5 && points != 7) return std::nullopt;
  return (scale.low + scale.high) / 2;
}

Measure measure_favourable(const Answers& answers, const Scale& scale,
                           const MeasureContext& context) {
  Measure measure = start_measure(MeasureId::favourable, answers, context);
  measure.distribution = distribution_of(answers, scale);
  const int middle = *middle_of(scale);
  uint64_t neutral = 0;
  std::vector<stats::WeightedValue> coded = {{0, 0, 0, 0}, {1, 0, 0, 0}};
  for (const stats::WeightedValue& score : answers.scores) {
    stats::WeightedValue& side = coded[score.value > middle ? 1 : 0];
    side.n += score.n;
    side.sum_w += score.sum_w;
    side.sum_w2 += score.sum_w2;
    if (score.value == middle) neutral += score.n;
  }
  measure.parts = {{"favourable", coded[1].n},
                   {"neutral", neutral},
                   {"unfavourable", coded[0].n - neutral}};
  if (answers.n != 0) fill_share(measure, coded, context);
  return measure;
}

}  // namespace topline
