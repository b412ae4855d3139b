// SPDX-License-Identifier: Apache-2.0
#include "core/measure/measures.h"
#include "core/measure/scale_answers.h"

namespace topline {

std::vector<Measure> measure_shares(const Answers& answers, const MeasureContext& context) {
  std::vector<Measure> shares;
  for (const Answers::Option& option : answers.options) {
    Measure measure = start_measure(MeasureId::share, answers, context);
    measure.option = option.text;
    measure.parts = {{"chosen", option.n}};
    fill_share(measure,
               {{0, answers.n - option.n, answers.sum_w - option.sum_w,
                 answers.sum_w2 - option.sum_w2},
                {1, option.n, option.sum_w, option.sum_w2}},
               context);
    shares.push_back(std::move(measure));
  }
  return shares;
}

}  // namespace topline
