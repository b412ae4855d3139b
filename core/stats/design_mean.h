// SPDX-License-Identifier: Apache-2.0
#pragma once

// A weighted mean or ratio of a stratified, clustered sample, of a domain of it, or the difference
// of a domain and the rest, with the linearised (Taylor series) error: u = w(y − R x)/Σwx for those
// who answered, 0 for the others, who still count in n_h; then design_variance.h. With values −1,
// 0, +1 it is an NPS, with 0 and 1 a share. What R's survey::svymean, svyratio and svyby report.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "core/stats/design_variance.h"

namespace topline::stats {

struct DesignRow {
  double value = std::numeric_limits<double>::quiet_NaN();  ///< y; NaN: did not answer
  double base = 1;    ///< x, a ratio's denominator; 1 for a mean. NaN: did not answer
  double weight = 1;  ///< finite, not negative
  DesignUnit unit;
  bool in_domain = true;
};

struct DesignMean {
  DesignProblem problem = DesignProblem::none;
  std::vector<uint32_t> strata_at_fault;
  uint64_t n = 0;             ///< answers of the domain that have weight
  double sum_w = 0;           ///< their weights
  double mean = 0;            ///< R = Σwy/Σwx. NaN for no_answers only: other problems leave it
  double variance = 0;        ///< V̂ = Σw(y − R x)²/Σw
  double standard_error = 0;  ///< NaN where there is a problem, here and below
  double df = 0;              ///< PSUs − strata, of those with a row in the domain
  /// SE² over that of simple random sampling with replacement on n, V̂/(n − 1) (Kish 1965's deft²).
  /// 0/0 is NaN.
  double design_effect = 0;
  /// The same against sampling without replacement from Σw people: × Σw/(Σw − n). NaN where
  /// Σw <= n: those weights don't count people.
  double design_effect_finite = 0;
  /// The answers of simple random sampling that are worth as much, for the score and Wilson
  /// intervals: V̂ N/(N − 1)/SE² with N the rows, as both stand on the same footing then
  /// (weighted.h): n for weights of 1 and neither strata nor clusters. Kish's n where all answers
  /// are equal; infinite where the whole population was asked.
  double effective_n = 0;
};

/// All rows of the design, answered or not, in the domain or not. Sums run in their order.
/// population_psus: design_variance.h.
DesignMean design_mean(std::span<const DesignRow> rows,
                       std::span<const double> population_psus = {});

struct DesignDifference {
  DesignProblem problem = DesignProblem::none;
  std::vector<uint32_t> strata_at_fault;
  double domain = 0, rest = 0;  ///< the two means; NaN without an answer
  double difference = 0;        ///< domain − rest
  double standard_error = 0;    ///< NaN where there is a problem
  double df = 0;                ///< PSUs − strata
};

/// The domain against all other rows, linearised as one sum: clusters and strata that both share
/// make them covary, so it is not √(SE₁² + SE₂²).
DesignDifference design_difference(std::span<const DesignRow> rows,
                                   std::span<const double> population_psus = {});

/// A mean and its u, which sum to 0: what calibrated_mean.h goes on from.
struct LinearisedMean {
  uint64_t n = 0;
  double sum_w = 0, sum_w2 = 0;
  double mean = 0;        ///< NaN without an answer, and every u is 0 then
  double variance = 0;    ///< V̂
  std::vector<double> u;  ///< one per row
};

/// Of the rows whose in_domain is `domain`.
LinearisedMean linearised_mean(std::span<const DesignRow> rows, bool domain = true);

/// The same figures where the u have been replaced, by calibration residuals for one.
DesignMean design_mean(std::span<const DesignRow> rows, const LinearisedMean& domain,
                       std::span<const double> population_psus);
DesignDifference design_difference(std::span<const DesignRow> rows, const LinearisedMean& domain,
                                   const LinearisedMean& rest,
                                   std::span<const double> population_psus);

}  // namespace topline::stats
