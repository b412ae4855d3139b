// SPDX-License-Identifier: Apache-2.0
#pragma once

// What somebody can find out who has nothing but a report: whole numbers, none below zero, that add
// up as the shown figures do.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace topline::attack {

/// Σ coefficient · variable = sum.
struct Equation {
  std::vector<std::pair<size_t, int>> terms;
  int64_t sum = 0;
};

struct Range {
  int64_t low = 0;
  int64_t high = 0;
};

/// Whole numbers within ranges that obey equations: found by narrowing the ranges, then by trying.
class WholeNumbers {
 public:
  WholeNumbers(std::vector<Range> ranges, std::vector<Equation> equations)
      : ranges_(std::move(ranges)), equations_(std::move(equations)) {}

  enum class Answer { yes, no, unknown };

  /// Is there a solution with `more` as well? Values near `hint` are tried first.
  Answer possible(const std::vector<Equation>& more, const std::vector<int64_t>& hint) {
    hint_ = &hint;
    all_ = equations_;
    all_.insert(all_.end(), more.begin(), more.end());
    of_.assign(ranges_.size(), {});
    for (size_t e = 0; e < all_.size(); ++e) {
      for (const auto& [variable, coefficient] : all_[e].terms) of_[variable].push_back(e);
    }
    tries_ = 0;
    std::vector<size_t> every(all_.size());
    for (size_t e = 0; e < every.size(); ++e) every[e] = e;
    std::vector<Range> ranges = ranges_;
    if (!narrow(ranges, every)) return Answer::no;
    const bool found = search(std::move(ranges));
    return found ? Answer::yes : tries_ >= kMostTries ? Answer::unknown : Answer::no;
  }

 private:
  static constexpr int kMostTries = 4000;

  bool narrow(std::vector<Range>& ranges, std::vector<size_t> queue) const {
    while (!queue.empty()) {
      const Equation& one = all_[queue.back()];
      queue.pop_back();
      int64_t low = 0, high = 0;
      for (const auto& [v, c] : one.terms) {
        low += c > 0 ? c * ranges[v].low : c * ranges[v].high;
        high += c > 0 ? c * ranges[v].high : c * ranges[v].low;
      }
      if (low > one.sum || high < one.sum) return false;
      for (const auto& [v, c] : one.terms) {
        Range& range = ranges[v];
        const Range was = range;
        // Coefficients are 1 and −1.
        const int64_t others_low = low - (c > 0 ? was.low : -was.high);
        const int64_t others_high = high - (c > 0 ? was.high : -was.low);
        const Range allowed = c > 0 ? Range{one.sum - others_high, one.sum - others_low}
                                    : Range{others_low - one.sum, others_high - one.sum};
        range = {std::max(was.low, allowed.low), std::min(was.high, allowed.high)};
        if (range.low > range.high) return false;
        if (range.low == was.low && range.high == was.high) continue;
        low = others_low + (c > 0 ? range.low : -range.high);
        high = others_high + (c > 0 ? range.high : -range.low);
        queue.insert(queue.end(), of_[v].begin(), of_[v].end());
      }
    }
    return true;
  }

  bool search(std::vector<Range> ranges) {
    if (++tries_ >= kMostTries) return false;
    size_t best = ranges.size();
    for (size_t v = 0; v < ranges.size(); ++v) {
      if (ranges[v].low == ranges[v].high || of_[v].empty()) continue;
      const auto width = [&](size_t i) { return ranges[i].high - ranges[i].low; };
      if (best == ranges.size() || width(v) < width(best)) best = v;
    }
    if (best == ranges.size()) return true;
    std::vector<int64_t> values;
    for (int64_t value = ranges[best].low; value <= ranges[best].high; ++value) values.push_back(value);
    const int64_t near = (*hint_)[best];
    std::stable_sort(values.begin(), values.end(), [near](int64_t a, int64_t b) {
      return std::abs(a - near) < std::abs(b - near);
    });
    for (int64_t value : values) {
      std::vector<Range> tried = ranges;
      tried[best] = {value, value};
      if (narrow(tried, of_[best]) && search(std::move(tried))) return true;
      if (tries_ >= kMostTries) return false;
    }
    return false;
  }

  std::vector<Range> ranges_;
  std::vector<Equation> equations_, all_;
  std::vector<std::vector<size_t>> of_;
  const std::vector<int64_t>* hint_ = nullptr;
  int tries_ = 0;
};

}  // namespace topline::attack
