// SPDX-License-Identifier: Apache-2.0
#include "core/stats/rank_test.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include "core/stats/normal.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
using Sorted = std::vector<ValueCount>;

double total(const Sorted& values) {
  double n = 0;
  for (const ValueCount& group : values) n += static_cast<double>(group.count);
  return n;
}

double tie_term(double t) { return t * (t * t - 1); }  // t³ − t

double tie_sum(const Sorted& values) {
  double sum = 0;
  for (const ValueCount& group : values) sum += tie_term(static_cast<double>(group.count));
  return sum;
}

// The variance of W with Σ(t³ − t) of the ties taken off.
double variance(double n1, double n2, double ties) {
  const double n = n1 + n2;
  return n1 * n2 / 12 * ((n + 1) - ties / (n * (n - 1)));
}

// Doubles in their order as integers, so that halving the distance ends at neighbours.
int64_t rank_of(double x) {
  int64_t bits = 0;
  std::memcpy(&bits, &x, sizeof bits);
  return bits >= 0 ? bits : std::numeric_limits<int64_t>::min() - bits;
}

double double_at(int64_t rank) {
  const int64_t bits = rank >= 0 ? rank : std::numeric_limits<int64_t>::min() - rank;
  double x = 0;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}

// How many of the pairs differ by at most d. The count is a double: exact to 2^53, and ascending
// beyond.
double pairs_up_to(const Sorted& first, const Sorted& second, double d) {
  double pairs = 0, above = total(second);  // of the second: those not yet left behind
  size_t j = 0;
  for (const ValueCount& x : first) {
    while (j < second.size() && x.value - second[j].value > d) {
      above -= static_cast<double>(second[j++].count);
    }
    pairs += static_cast<double>(x.count) * above;
  }
  return pairs;
}

// The k-th smallest of all differences, k from 1.
double difference_at(const Sorted& first, const Sorted& second, double k) {
  int64_t low = rank_of(first.front().value - second.back().value);
  int64_t high = rank_of(first.back().value - second.front().value);
  while (low < high) {
    // Never overflows: the ranks of finite doubles lie within ±2^63 − 2^52, halves of them within
    // ±2^62.
    const int64_t middle = (low >> 1) + (high >> 1) + (low & high & 1);
    if (pairs_up_to(first, second, double_at(middle)) >= k) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return double_at(low) + 0.0;  // never -0
}

// W, and the ties of both samples together.
void count_pairs(const Sorted& first, const Sorted& second, double& w, double& ties) {
  double below = 0;  // of the second
  size_t j = 0;
  for (const ValueCount& x : first) {
    while (j < second.size() && second[j].value < x.value) {
      const double count = static_cast<double>(second[j++].count);
      below += count;
      ties += tie_term(count);
    }
    const double n = static_cast<double>(x.count);
    const bool tied = j < second.size() && second[j].value == x.value;
    const double equal = tied ? static_cast<double>(second[j++].count) : 0;
    w += n * (below + equal / 2);
    ties += tie_term(n + equal);
    below += equal;
  }
  for (; j < second.size(); ++j) ties += tie_term(static_cast<double>(second[j].count));
}

}  // namespace

RankTest rank_test(std::span<const ValueCount> first, std::span<const ValueCount> second,
                   double confidence) {
  const Sorted a = sorted_counts(first), b = sorted_counts(second);
  const double n1 = total(a), n2 = total(b), pairs = n1 * n2;
  if (a.empty() || b.empty()) return {n1, n2, kNan, kNan, kNan, kNan, {}};
  RankTest result{n1, n2, 0, 0, 0, 0, {}};
  double ties = 0;
  count_pairs(a, b, result.w, ties);
  const double distance = result.w - pairs / 2;
  const double correction = distance > 0 ? 0.5 : distance < 0 ? -0.5 : 0.0;
  const double sigma = std::sqrt(variance(n1, n2, ties));
  result.z = sigma > 0 ? (distance - correction) / sigma : kNan;
  result.p = std::min(1.0, 2 * normal_survival(std::abs(result.z)));
  if (std::isnan(result.z)) result.p = kNan;

  const double middle = std::floor((pairs + 1) / 2);
  result.shift = difference_at(a, b, middle);
  if (2 * middle == pairs) {
    result.shift += (difference_at(a, b, middle + 1) - result.shift) / 2;
  }
  // Moved by d, the first sample's W is the number of differences above d, and ties between the
  // samples vanish on both sides of the difference at which W passes n1 n2/2 ± (z σ + 1/2).
  const double reach =
      two_sided_z(confidence) * std::sqrt(variance(n1, n2, tie_sum(a) + tie_sum(b)));
  if (std::isnan(reach)) return result;
  const double k = std::max(1.0, std::ceil(pairs / 2 - 0.5 - reach));
  result.interval = {difference_at(a, b, k), difference_at(a, b, pairs + 1 - k)};
  return result;
}

}  // namespace topline::stats
