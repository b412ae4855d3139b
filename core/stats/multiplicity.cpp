// SPDX-License-Identifier: Apache-2.0
#include "core/stats/multiplicity.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace topline::stats {
namespace {

// Where the numbers stand, from the smallest p to the largest.
std::vector<size_t> ascending(std::span<const double> p) {
  std::vector<size_t> order;
  for (size_t i = 0; i < p.size(); ++i) {
    if (!std::isnan(p[i])) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return p[a] < p[b]; });
  return order;
}

std::vector<double> unknown(size_t size) {
  return std::vector<double>(size, std::numeric_limits<double>::quiet_NaN());
}

}  // namespace

std::vector<double> holm(std::span<const double> p) {
  const std::vector<size_t> order = ascending(p);
  std::vector<double> adjusted = unknown(p.size());
  double largest = 0;
  for (size_t i = 0; i < order.size(); ++i) {
    largest = std::max(largest, static_cast<double>(order.size() - i) * p[order[i]]);
    adjusted[order[i]] = std::min(1.0, largest);
  }
  return adjusted;
}

std::vector<double> benjamini_hochberg(std::span<const double> p) {
  const std::vector<size_t> order = ascending(p);
  std::vector<double> adjusted = unknown(p.size());
  const double m = static_cast<double>(order.size());
  double smallest = 1;
  for (size_t i = order.size(); i-- > 0;) {
    smallest = std::min(smallest, m / static_cast<double>(i + 1) * p[order[i]]);
    adjusted[order[i]] = smallest;
  }
  return adjusted;
}

}  // namespace topline::stats
