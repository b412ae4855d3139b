// SPDX-License-Identifier: Apache-2.0
#include "core/stats/design_variance.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace topline::stats {
namespace {

double population_of(uint32_t stratum, std::span<const double> population_psus) {
  if (stratum >= population_psus.size() || std::isnan(population_psus[stratum])) {
    return std::numeric_limits<double>::infinity();
  }
  return population_psus[stratum];
}

// (1 − f) n/(n − 1) Σ(t − t̄)² over the PSUs' totals.
double stratum_variance(std::span<const double> totals, double population) {
  const double n = static_cast<double>(totals.size());
  double sum = 0, squares = 0;
  for (const double total : totals) sum += total;
  for (const double total : totals) squares += (total - sum / n) * (total - sum / n);
  return (1 - n / population) * (n / (n - 1) * squares);
}

}  // namespace

DesignVariance design_variance(std::span<const double> u, std::span<const DesignUnit> units,
                               std::span<const double> population_psus) {
  std::vector<size_t> order(units.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return std::tie(units[a].stratum, units[a].psu, a) <
           std::tie(units[b].stratum, units[b].psu, b);
  });

  DesignVariance result;
  double variance = 0;
  std::vector<double> totals;
  for (size_t at = 0; at < order.size();) {
    const uint32_t stratum = units[order[at]].stratum;
    totals.clear();
    while (at < order.size() && units[order[at]].stratum == stratum) {
      const uint32_t psu = units[order[at]].psu;
      totals.push_back(0);
      for (;
           at < order.size() && units[order[at]].stratum == stratum && units[order[at]].psu == psu;
           ++at) {
        totals.back() += u[order[at]];
      }
    }
    ++result.strata;
    result.psus += totals.size();
    const double n = static_cast<double>(totals.size());
    const double population = population_of(stratum, population_psus);
    DesignProblem problem = DesignProblem::none;
    if (population < n) {
      problem = DesignProblem::small_population;
    } else if (population > n) {
      if (totals.size() == 1) problem = DesignProblem::lonely_psu;
      variance += stratum_variance(totals, population);
    }
    if (problem == DesignProblem::none) continue;
    // One kind is told at a time: the first met.
    if (result.problem == DesignProblem::none) result.problem = problem;
    if (result.problem == problem) result.strata_at_fault.push_back(stratum);
  }
  if (result.problem == DesignProblem::none) result.variance = variance;
  return result;
}

}  // namespace topline::stats
