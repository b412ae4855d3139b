// SPDX-License-Identifier: Apache-2.0
#include "core/stats/difference_in_differences.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/stats/random.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr uint64_t kMostListed = 200'000;  // 10 of 20 teams are 184,756 ways
constexpr uint64_t kDrawn = 99'999;        // with the observed one 100,000: p in steps of 1e-5

double mean_of(std::span<const double> values) {
  double sum = 0, n = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    sum += value;
    n += 1;
  }
  return n > 0 ? sum / n : kNan;
}

// By least squares on the place in the series. NaN with fewer than two values.
double slope_of(std::span<const double> values) {
  double n = 0, sum_x = 0, sum_y = 0, sxx = 0, sxy = 0;
  for (size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) continue;
    n += 1;
    sum_x += static_cast<double>(i);
    sum_y += values[i];
  }
  for (size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) continue;
    const double x = static_cast<double>(i) - sum_x / n;
    sxx += x * x;
    sxy += x * (values[i] - sum_y / n);
  }
  return sxx > 0 ? sxy / sxx : kNan;
}

// One figure per team, by side.
struct Sides {
  std::vector<double> treated, control;

  void add(bool is_treated, double figure) {
    if (!std::isnan(figure)) (is_treated ? treated : control).push_back(figure);
  }
};

SampleMean sample_mean(const std::vector<double>& figures) {
  std::vector<ValueCount> counted;
  for (const double figure : figures) counted.push_back({figure, 1});
  return sample_mean(moments(counted));
}

MeanDifference compare(const Sides& sides, double confidence) {
  const SampleMean treated = sample_mean(sides.treated), control = sample_mean(sides.control);
  if (std::min(sides.treated.size(), sides.control.size()) < kLeastTeamsForVerdict) {
    return {treated.mean - control.mean, kNan, kNan, kNan, kNan, {}};
  }
  return welch_t(treated, control, confidence);
}

// n choose k, or anything above `most`.
uint64_t ways(uint64_t n, uint64_t k, uint64_t most) {
  uint64_t result = 1;
  for (uint64_t i = 1; i <= k && result <= most; ++i) result = result * (n - k + i) / i;
  return result;
}

class Permutation {
 public:
  explicit Permutation(const Sides& sides) : figures_(sides.treated) {
    figures_.insert(figures_.end(), sides.control.begin(), sides.control.end());
    // About their mean: the difference of means is then a multiple of the sum of one side. Either
    // side will do; the smaller one is quicker.
    const double mean = mean_of(figures_);
    double size = 0;
    for (double& figure : figures_) {
      figure -= mean;
      size += std::abs(figure);
    }
    if (sides.control.size() < sides.treated.size()) std::reverse(figures_.begin(), figures_.end());
    chosen_ = std::min(sides.treated.size(), sides.control.size());
    double observed = 0;
    for (size_t i = 0; i < chosen_; ++i) observed += figures_[i];
    least_ = std::abs(observed) - 1e-12 * size;  // sums in another order are still ties
  }

  void run(DifferenceInDifferences& result, uint64_t seed) {
    const uint64_t all = ways(figures_.size(), chosen_, kMostListed);
    result.permutation_exact = all <= kMostListed;
    const uint64_t extreme = result.permutation_exact ? listed(0, 0, 0) : 1 + drawn(seed);
    result.permutations = result.permutation_exact ? all : 1 + kDrawn;
    result.permutation_p = static_cast<double>(extreme) / static_cast<double>(result.permutations);
  }

 private:
  bool is_extreme(double sum) const { return std::abs(sum) >= least_; }

  // All choices of the rest from `from` on, with `taken` chosen already.
  uint64_t listed(size_t from, size_t taken, double sum) const {
    if (taken == chosen_) return is_extreme(sum) ? 1 : 0;
    uint64_t extreme = 0;
    for (size_t i = from; i + (chosen_ - taken) <= figures_.size(); ++i) {
      extreme += listed(i + 1, taken + 1, sum + figures_[i]);
    }
    return extreme;
  }

  uint64_t drawn(uint64_t seed) {
    Random random(seed);
    uint64_t extreme = 0;
    for (uint64_t draw = 0; draw < kDrawn; ++draw) {
      double sum = 0;
      for (size_t i = 0; i < chosen_; ++i) {
        std::swap(figures_[i], figures_[i + random.below(figures_.size() - i)]);
        sum += figures_[i];
      }
      extreme += is_extreme(sum) ? 1 : 0;
    }
    return extreme;
  }

  std::vector<double> figures_;
  size_t chosen_ = 0;
  double least_ = 0;
};

}  // namespace

DifferenceInDifferences difference_in_differences(std::span<const TeamPeriods> teams,
                                                  double confidence, uint64_t seed) {
  DifferenceInDifferences result;
  Sides changes, slopes;
  for (const TeamPeriods& team : teams) {
    const double change = mean_of(team.after) - mean_of(team.before);
    changes.add(team.treated, change);
    slopes.add(team.treated, slope_of(team.before));
    result.left_out += std::isnan(change) ? 1 : 0;
  }
  result.treated = changes.treated.size();
  result.control = changes.control.size();
  result.change = compare(changes, confidence);
  result.pre_trend = compare(slopes, confidence);
  result.permutation_p = kNan;
  const size_t fewer = std::min(result.treated, result.control);
  if (fewer >= kLeastTeamsForVerdict && fewer < kLeastTeamsForT) {
    Permutation(changes).run(result, seed);
  }
  return result;
}

}  // namespace topline::stats
