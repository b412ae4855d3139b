// SPDX-License-Identifier: Apache-2.0
#include "core/stats/non_response.h"

#include <limits>

#include "core/stats/proportion.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// `sum` of the scores of `answered` people; one score lies in low..high.
Interval bounds(double sum, double answered, double missing, double low, double high) {
  const double all = answered + missing;
  if (!(all > 0)) return {};
  return {(sum + missing * low) / all, (sum + missing * high) / all};
}

std::optional<double> tipping_point(double sum, double answered, double missing, double threshold,
                                    double low, double high) {
  if (!(missing > 0 && answered > 0)) return std::nullopt;
  const double x = (threshold * (answered + missing) - sum) / missing;
  // Met now, it turns at a lower score than the threshold, and the other way round. At x = low all
  // still meet it: nothing lies below.
  const bool met = sum >= threshold * answered;
  if (met ? x > low && x <= high : x >= low && x <= high) return x;
  return std::nullopt;
}

}  // namespace

ResponseRate response_rate(double answered, double invited, double confidence) {
  if (!(invited > 0 && answered >= 0 && answered <= invited)) return {kNan, {}};
  const double rate = answered / invited;
  return {rate, wilson(rate, invited, confidence)};
}

Interval net_score_bounds(const NetCounts& counts, double missing) {
  return bounds(counts.promoters - counts.detractors, counts.total(), missing, -1, 1);
}

Interval share_bounds(double yes, double answered, double missing) {
  return bounds(yes, answered, missing, 0, 1);
}

std::optional<double> net_score_tipping_point(const NetCounts& counts, double missing,
                                              double threshold) {
  return tipping_point(counts.promoters - counts.detractors, counts.total(), missing, threshold, -1,
                       1);
}

std::optional<double> share_tipping_point(double yes, double answered, double missing,
                                          double threshold) {
  return tipping_point(yes, answered, missing, threshold, 0, 1);
}

}  // namespace topline::stats
