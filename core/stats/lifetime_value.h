// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace topline::stats {

/// What was bought in one period of observation. The unit of time is the caller's: frequency is per
/// that period, so lifespans must be counted in it too.
struct PurchaseTotals {
  double revenue = 0;
  double purchases = 0;       ///< number of purchases
  double buyers = 0;          ///< customers who bought
  double total_lifespan = 0;  ///< Σ over customers, in periods
  double lifespans = 0;       ///< the customers in that sum
};

/// Revenue, not margin.
struct LifetimeValue {
  double purchase_value = 0;      ///< revenue / purchases
  double purchase_frequency = 0;  ///< purchases / buyers
  double customer_value = 0;      ///< value x frequency, per period
  double customer_lifespan = 0;   ///< total_lifespan / lifespans
  double lifetime_value = 0;      ///< customer_value x customer_lifespan
};

/// Absent where purchases, buyers or lifespans are not positive.
std::optional<LifetimeValue> lifetime_value(const PurchaseTotals& totals);

// By retention (Gupta and Lehmann 2003, Journal of Interactive Marketing 17:9): a customer brings
// `margin` per period, stays from one to the next with probability `retention`, and money a period
// later is worth 1/(1 + discount). Absent for retention outside 0..1, discount <= -1, or a sum that
// does not converge (1 + discount <= retention).

/// First margin at the end of the first period: m r / (1 + d - r).
std::optional<double> retention_lifetime_value(double margin, double retention, double discount);

/// First margin now: m (1 + d) / (1 + d - r), one margin more.
std::optional<double> retention_lifetime_value_from_now(double margin, double retention,
                                                        double discount);

}  // namespace topline::stats
