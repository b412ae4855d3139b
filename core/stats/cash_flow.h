// SPDX-License-Identifier: Apache-2.0
#pragma once

// Cash flows in equal periods: flow 0 is now and undiscounted, flow k comes k periods later; money
// in is positive, money out negative. (A spreadsheet's NPV() discounts its first argument too: it
// is this NPV divided by 1 + rate.) Rates are per period, 0.08 for 8 %.

#include <optional>
#include <span>
#include <vector>

namespace topline::stats {

/// flow_k / (1 + rate)^k. NaN for rate <= -1.
std::vector<double> present_values(double rate, std::span<const double> flows);

/// Σ flow_k / (1 + rate)^k; 0 without flows. NaN for rate <= -1.
double net_present_value(double rate, std::span<const double> flows);

/// What came in and what went out, both as positive sums.
struct InOut {
  double in = 0;
  double out = 0;
};
InOut in_and_out(std::span<const double> flows);

/// ROI = (benefit - cost) / cost. Absent where cost is 0 or less, or a number is not finite.
std::optional<double> return_on_investment(double benefit, double cost);

/// Benefit-cost ratio: present value of all that comes in ÷ present value of all that goes out.
/// Absent where nothing goes out and for rate <= -1.
std::optional<double> benefit_cost_ratio(double rate, std::span<const double> flows);

/// Profitability index: present value of everything after period 0 ÷ the outlay in period 0, that
/// is 1 + NPV / outlay. Later outlays lessen the numerator, in the benefit-cost ratio they raise
/// the denominator: the two are equal only where all is paid in period 0. Absent where flow 0 is
/// no outlay and for rate <= -1.
std::optional<double> profitability_index(double rate, std::span<const double> flows);

/// The rate per period that compounds to the effective rate per year: (1 + annual)^(1/periods) - 1,
/// and back. NaN for rates below -1 and periods_per_year <= 0.
double periodic_rate(double annual, double periods_per_year);
double annual_rate(double periodic, double periods_per_year);

}  // namespace topline::stats
