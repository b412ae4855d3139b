// SPDX-License-Identifier: Apache-2.0
#include "core/stats/mix_and_rate.h"

#include <limits>

namespace topline::stats {

MixAndRate mix_and_rate(std::span<const SegmentChange> segments) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  MixAndRate result;
  double base_before = 0, base_after = 0;
  for (const SegmentChange& segment : segments) {
    if (segment.base_before > 0) {
      base_before += segment.base_before;
      result.before += segment.base_before * segment.mean_before;
    }
    if (segment.base_after > 0) {
      base_after += segment.base_after;
      result.after += segment.base_after * segment.mean_after;
    }
  }
  if (!(base_before > 0) || !(base_after > 0)) {
    result.before = base_before > 0 ? result.before / base_before : nan;
    result.after = base_after > 0 ? result.after / base_after : nan;
    result.mix = result.rate = nan;
    result.parts.assign(segments.size(), {nan, nan});
    return result;
  }
  result.before /= base_before;
  result.after /= base_after;
  const double middle = (result.before + result.after) / 2;
  for (const SegmentChange& segment : segments) {
    const bool was = segment.base_before > 0, is = segment.base_after > 0;
    MixAndRate::Part part;
    if (was || is) {
      const double w0 = was ? segment.base_before / base_before : 0;
      const double w1 = is ? segment.base_after / base_after : 0;
      const double x0 = was ? segment.mean_before : segment.mean_after;
      const double x1 = is ? segment.mean_after : segment.mean_before;
      part = {(w1 - w0) * ((x0 + x1) / 2 - middle), (w0 + w1) / 2 * (x1 - x0)};
    }
    result.mix += part.mix;
    result.rate += part.rate;
    result.parts.push_back(part);
  }
  return result;
}

}  // namespace topline::stats
