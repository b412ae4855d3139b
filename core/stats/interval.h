// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>

namespace topline::stats {

/// A confidence interval in the unit of its estimate. Both ends are NaN where none can be computed.
struct Interval {
  double low = std::numeric_limits<double>::quiet_NaN();
  double high = std::numeric_limits<double>::quiet_NaN();
  bool operator==(const Interval&) const = default;
};

}  // namespace topline::stats
