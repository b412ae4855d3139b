// SPDX-License-Identifier: Apache-2.0
#include "core/stats/cash_flow.h"

#include <cmath>
#include <limits>

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

}  // namespace

std::vector<double> present_values(double rate, std::span<const double> flows) {
  std::vector<double> values;
  values.reserve(flows.size());
  for (size_t k = 0; k < flows.size(); ++k) {
    values.push_back(rate > -1 ? flows[k] / std::pow(1 + rate, static_cast<double>(k)) : kNan);
  }
  return values;
}

double net_present_value(double rate, std::span<const double> flows) {
  if (!(rate > -1)) return kNan;
  double sum = 0;
  for (const double value : present_values(rate, flows)) sum += value;
  return sum;
}

InOut in_and_out(std::span<const double> flows) {
  InOut result;
  for (const double flow : flows) (flow < 0 ? result.out : result.in) += std::abs(flow);
  return result;
}

std::optional<double> return_on_investment(double benefit, double cost) {
  if (!(cost > 0) || !std::isfinite(benefit) || !std::isfinite(cost)) return std::nullopt;
  return (benefit - cost) / cost;
}

std::optional<double> benefit_cost_ratio(double rate, std::span<const double> flows) {
  if (!(rate > -1)) return std::nullopt;
  const InOut present = in_and_out(present_values(rate, flows));
  if (!(present.out > 0)) return std::nullopt;
  return present.in / present.out;
}

std::optional<double> profitability_index(double rate, std::span<const double> flows) {
  if (!(rate > -1) || flows.empty() || !(flows[0] < 0)) return std::nullopt;
  return 1 + net_present_value(rate, flows) / -flows[0];
}

double periodic_rate(double annual, double periods_per_year) {
  if (!(annual >= -1 && periods_per_year > 0)) return kNan;
  return std::expm1(std::log1p(annual) / periods_per_year);
}

double annual_rate(double periodic, double periods_per_year) {
  if (!(periodic >= -1 && periods_per_year > 0)) return kNan;
  return std::expm1(std::log1p(periodic) * periods_per_year);
}

}  // namespace topline::stats
