// SPDX-License-Identifier: Apache-2.0
#include "core/stats/lifetime_value.h"

namespace topline::stats {

std::optional<LifetimeValue> lifetime_value(const PurchaseTotals& totals) {
  if (!(totals.purchases > 0 && totals.buyers > 0 && totals.lifespans > 0)) return std::nullopt;
  LifetimeValue result;
  result.purchase_value = totals.revenue / totals.purchases;
  result.purchase_frequency = totals.purchases / totals.buyers;
  result.customer_value = result.purchase_value * result.purchase_frequency;
  result.customer_lifespan = totals.total_lifespan / totals.lifespans;
  result.lifetime_value = result.customer_value * result.customer_lifespan;
  return result;
}

std::optional<double> retention_lifetime_value(double margin, double retention, double discount) {
  if (!(retention >= 0 && retention <= 1 && discount > -1)) return std::nullopt;
  const double leak = 1 + discount - retention;
  if (!(leak > 0)) return std::nullopt;
  return margin * retention / leak;
}

std::optional<double> retention_lifetime_value_from_now(double margin, double retention,
                                                        double discount) {
  const std::optional<double> later = retention_lifetime_value(margin, retention, discount);
  if (!later) return std::nullopt;
  return margin * (1 + discount) / (1 + discount - retention);
}

}  // namespace topline::stats
