// SPDX-License-Identifier: Apache-2.0
#include "core/measure/measures.h"

namespace topline {

Measure hidden_measure(MeasureId id, bool alike) {
  Measure hidden{id};
  hidden.suppressed = true;
  hidden.notes.push_back(alike ? "nearly_alike" : "min_n");
  if (alike) hidden.why = "nearly_alike";
  return hidden;
}

bool is_few(uint64_t people, const Settings& settings) {
  return settings.audience != "customer" && people != 0 && people < settings.min_n;
}

}  // namespace topline
