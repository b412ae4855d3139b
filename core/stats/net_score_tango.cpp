// SPDX-License-Identifier: Apache-2.0

// Tango's score interval for p+ - p- of a trinomial sample (Tango 1998, Statistics in Medicine
// 17:891). With b detractors and c promoters of n, θ belongs to the interval where
//   |c − b − nθ| <= z √(n(2q + θ(1−θ))),  q = (√(B² − 4AC) − B)/2A,
//   A = 2n,  B = −b − c + (2n − c + b)θ,  C = −bθ(1−θ):
// q is the likelihood's estimate of p− when the difference is θ.

#include <algorithm>
#include <cmath>

#include "core/stats/net_score.h"
#include "core/stats/normal.h"
#include "core/stats/root.h"

namespace topline::stats {
namespace {

// V(θ) = 2q + |θ|(1−|θ|). Below zero the two ends change places, which keeps C <= 0, both roots
// real and every term of the sum from below zero.
double constrained_variance(const NetCounts& counts, double theta) {
  double b = counts.detractors, c = counts.promoters;
  if (theta < 0) std::swap(b, c);
  const double t = std::abs(theta), n = counts.total();
  const double A = 2 * n, B = 2 * n * t - (b + c) - (c - b) * t, C = -b * t * (1 - t);
  const double root = std::sqrt(B * B - 4 * A * C);
  const double q = B > 0 ? -2 * C / (B + root) : (root - B) / (2 * A);
  return 2 * q + t * (1 - t);
}

// The lower end. The upper one is the lower one of the mirrored sample with its sign changed, so
// that swapping promoters and detractors turns the interval round exactly.
double lower_end(const NetCounts& counts, double z) {
  const double n = counts.total(), score = net_score(counts), zz = z * z;
  if (counts.detractors == n || z == 0) return score;
  // One kind of answer alone: V vanishes at the score itself, a root of the equation but not the
  // end.
  if (counts.promoters == n) return (n - zz) / (n + zz);
  if (counts.passives == n) return -zz / (n + zz);
  const double root_n = std::sqrt(n);
  const auto excess = [&](double theta) {
    return (score - theta) * root_n - z * std::sqrt(constrained_variance(counts, theta));
  };
  return bracketed_root(excess, -1.0, (score + 1) * root_n, score, excess(score));
}

}  // namespace

Interval net_score_tango(const NetCounts& counts, double confidence) {
  if (std::isnan(net_score(counts))) return {};
  const double z = two_sided_z(confidence);
  if (!std::isfinite(z)) return confidence == 1 ? Interval{-1, 1} : Interval{};
  const NetCounts mirrored{counts.promoters, counts.passives, counts.detractors};
  return {std::max(-1.0, lower_end(counts, z)), std::min(1.0, -lower_end(mirrored, z))};
}

}  // namespace topline::stats
