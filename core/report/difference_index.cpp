// SPDX-License-Identifier: Apache-2.0
#include "core/report/difference_index.h"

namespace topline {
namespace {

template <class Of>
auto key_of(const Of& one) {
  return std::tuple(one.table, one.column, one.id, std::string_view(one.option));
}

}  // namespace

DifferenceIndex::DifferenceIndex(const Report& report) {
  for (const Difference& difference : report.differences) {
    if (difference.against.empty()) continue;
    differences_[{key_of(difference), difference.a, difference.against}] = &difference;
  }
  for (const Trend& trend : report.trends) trends_[key_of(trend)] = &trend;
}

const Difference* DifferenceIndex::of(const Measure& measure, std::string_view against) const {
  const auto at = differences_.find({key_of(measure), measure.cell, against});
  return at == differences_.end() ? nullptr : at->second;
}

const Trend* DifferenceIndex::trend_of(const Measure& measure) const {
  const auto at = trends_.find(key_of(measure));
  return at == trends_.end() ? nullptr : at->second;
}

const Trend::Point* DifferenceIndex::point_of(const Measure& measure) const {
  const Trend* trend = trend_of(measure);
  if (trend == nullptr) return nullptr;
  for (const Trend::Point& point : trend->points) {
    if (point.cell == measure.cell) return &point;
  }
  return nullptr;
}

}  // namespace topline
