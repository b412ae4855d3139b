// SPDX-License-Identifier: Apache-2.0
#include "core/stats/tornado.h"

#include <algorithm>
#include <cmath>

namespace topline::stats {

std::optional<Tornado> tornado(std::span<const UncertainInput> inputs, const OutcomeOf& outcome) {
  if (first_bad_range(inputs)) return std::nullopt;
  std::vector<double> values;
  for (const UncertainInput& input : inputs) values.push_back(input.mode);
  Tornado result;
  result.at_mode = outcome(values);
  for (size_t i = 0; i < inputs.size(); ++i) {
    TornadoBar bar;
    bar.input = i;
    values[i] = inputs[i].low;
    bar.at_low = outcome(values);
    values[i] = inputs[i].high;
    bar.at_high = outcome(values);
    values[i] = inputs[i].mode;
    bar.swing = std::abs(bar.at_high - bar.at_low);
    result.bars.push_back(bar);
  }
  std::stable_sort(result.bars.begin(), result.bars.end(),
                   [](const TornadoBar& a, const TornadoBar& b) {
                     if (std::isnan(a.swing) || std::isnan(b.swing)) {
                       return !std::isnan(a.swing) && std::isnan(b.swing);
                     }
                     return a.swing > b.swing;
                   });
  return result;
}

}  // namespace topline::stats
