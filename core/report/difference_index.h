// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string_view>
#include <tuple>

#include "core/report/report.h"

namespace topline {

/// Finds the comparison and the control limits that belong to a survey's measure. The report must
/// outlive it.
class DifferenceIndex {
 public:
  explicit DifferenceIndex(const Report& report);

  /// The difference whose side a the measure is; null where it was not compared so. `against`:
  /// "rest", "previous", "first".
  const Difference* of(const Measure& measure, std::string_view against) const;
  /// The measure's trend and, in it, its wave; null where there is none.
  const Trend* trend_of(const Measure& measure) const;
  const Trend::Point* point_of(const Measure& measure) const;

 private:
  using Key = std::tuple<uint32_t, uint32_t, MeasureId, std::string_view>;  // the last: the option
  std::map<std::tuple<Key, uint32_t, std::string_view>, const Difference*> differences_;
  std::map<Key, const Trend*> trends_;
};

}  // namespace topline
