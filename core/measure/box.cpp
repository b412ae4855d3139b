// SPDX-License-Identifier: Apache-2.0
#include "core/measure/measures.h"
#include "core/measure/scale_answers.h"

namespace topline {

Measure measure_box(MeasureId id, const Answers& answers, const Scale& scale, const Scale& box,
                    const MeasureContext& context) {
  Measure measure = start_measure(id, answers, context);
  measure.box = (box.low == box.high ? std::to_string(box.low) : scale_name(box)) + " of " +
                std::to_string(scale.high);
  measure.distribution = distribution_of(answers, scale);
  std::vector<stats::WeightedValue> coded = {{0, 0, 0, 0}, {1, 0, 0, 0}};
  for (const stats::WeightedValue& score : answers.scores) {
    stats::WeightedValue& side = coded[score.value >= box.low ? 1 : 0];
    side.n += score.n;
    side.sum_w += score.sum_w;
    side.sum_w2 += score.sum_w2;
  }
  measure.parts = {{"satisfied", coded[1].n}};
  if (answers.n != 0) fill_share(measure, coded, context);
  return measure;
}

}  // namespace topline
