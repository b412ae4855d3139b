// SPDX-License-Identifier: Apache-2.0
#include "core/stats/design_mean.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

bool counts(const DesignRow& row, bool domain) {
  return row.in_domain == domain && row.weight > 0 && !std::isnan(row.value) &&
         !std::isnan(row.base);
}

std::vector<DesignUnit> units_of(std::span<const DesignRow> rows) {
  std::vector<DesignUnit> units;
  units.reserve(rows.size());
  for (const DesignRow& row : rows) units.push_back(row.unit);
  return units;
}

// PSUs − strata of the rows in the domain.
double degrees_of_freedom(std::span<const DesignRow> rows) {
  std::vector<std::pair<uint32_t, uint32_t>> units;
  for (const DesignRow& row : rows) {
    if (row.in_domain) units.emplace_back(row.unit.stratum, row.unit.psu);
  }
  std::sort(units.begin(), units.end());
  uint64_t psus = 0, strata = 0;
  for (size_t i = 0; i < units.size(); ++i) {
    psus += i == 0 || units[i] != units[i - 1];
    strata += i == 0 || units[i].first != units[i - 1].first;
  }
  return static_cast<double>(psus) - static_cast<double>(strata);
}

}  // namespace

LinearisedMean linearised_mean(std::span<const DesignRow> rows, bool domain) {
  LinearisedMean result;
  result.u.resize(rows.size());
  double sum_wy = 0, sum_wx = 0;
  for (const DesignRow& row : rows) {
    if (!counts(row, domain)) continue;
    ++result.n;
    result.sum_w += row.weight;
    result.sum_w2 += row.weight * row.weight;
    sum_wy += row.weight * row.value;
    sum_wx += row.weight * row.base;
  }
  result.mean = result.variance = kNan;
  if (sum_wx == 0 || !std::isfinite(sum_wx)) return result;
  result.mean = sum_wy / sum_wx;
  double squares = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    const DesignRow& row = rows[i];
    if (!counts(row, domain)) continue;
    const double residual = row.value - result.mean * row.base;
    result.u[i] = row.weight * residual / sum_wx;
    squares += row.weight * (residual * residual);
  }
  result.variance = squares / result.sum_w;
  return result;
}

DesignMean design_mean(std::span<const DesignRow> rows, std::span<const double> population_psus) {
  return design_mean(rows, linearised_mean(rows), population_psus);
}

DesignMean design_mean(std::span<const DesignRow> rows, const LinearisedMean& linearised,
                       std::span<const double> population_psus) {
  DesignMean result;
  result.n = linearised.n;
  result.sum_w = linearised.sum_w;
  result.mean = linearised.mean;
  result.variance = linearised.variance;
  result.standard_error = result.df = kNan;
  result.design_effect = result.design_effect_finite = result.effective_n = kNan;
  const DesignVariance sum = design_variance(linearised.u, units_of(rows), population_psus);
  result.problem = std::isnan(result.mean) ? DesignProblem::no_answers : sum.problem;
  if (result.problem == sum.problem) result.strata_at_fault = sum.strata_at_fault;
  if (result.problem != DesignProblem::none) return result;

  result.standard_error = std::sqrt(sum.variance);
  result.df = degrees_of_freedom(rows);
  const double n = static_cast<double>(result.n), all = static_cast<double>(rows.size());
  if (result.n > 1) {
    result.design_effect = sum.variance / (result.variance / (n - 1));
    if (result.sum_w > n) {
      result.design_effect_finite = result.design_effect * (result.sum_w / (result.sum_w - n));
    }
  }
  if (result.variance == 0) {
    result.effective_n = result.sum_w / (linearised.sum_w2 / result.sum_w);
  } else {
    result.effective_n = result.variance * (all / (all - 1)) / sum.variance;
  }
  return result;
}

DesignDifference design_difference(std::span<const DesignRow> rows,
                                   std::span<const double> population_psus) {
  return design_difference(rows, linearised_mean(rows, true), linearised_mean(rows, false),
                           population_psus);
}

DesignDifference design_difference(std::span<const DesignRow> rows, const LinearisedMean& domain,
                                   const LinearisedMean& rest,
                                   std::span<const double> population_psus) {
  DesignDifference result;
  result.domain = domain.mean;
  result.rest = rest.mean;
  result.difference = domain.mean - rest.mean;
  result.standard_error = result.df = kNan;
  std::vector<double> u(rows.size());
  for (size_t i = 0; i < rows.size(); ++i) u[i] = domain.u[i] - rest.u[i];
  const DesignVariance sum = design_variance(u, units_of(rows), population_psus);
  result.problem = std::isnan(result.difference) ? DesignProblem::no_answers : sum.problem;
  if (result.problem == sum.problem) result.strata_at_fault = sum.strata_at_fault;
  if (result.problem != DesignProblem::none) return result;
  result.standard_error = std::sqrt(sum.variance);
  result.df = static_cast<double>(sum.psus) - static_cast<double>(sum.strata);
  return result;
}

}  // namespace topline::stats
