// SPDX-License-Identifier: Apache-2.0
#include "core/stats/internal_rate.h"

#include <cmath>

namespace topline::stats {
namespace {

InternalRates rates_of(std::span<const ExponentialTerm> terms) {
  InternalRates rates;
  for (const Root& root : exponential_sum_roots(terms)) {
    const double rate = std::expm1(root.x);
    if (rate > -1 && std::isfinite(rate)) {
      rates.roots.push_back({rate, root.multiplicity});
    } else {
      ++rates.beyond;
    }
  }
  return rates;
}

}  // namespace

InternalRates internal_rates(std::span<const double> flows) {
  std::vector<ExponentialTerm> terms;
  terms.reserve(flows.size());
  for (const double flow : flows) terms.push_back({static_cast<double>(terms.size()), flow});
  return rates_of(terms);
}

InternalRates internal_rates(std::span<const DatedFlow> flows) { return rates_of(by_years(flows)); }

std::optional<double> unique_rate(const InternalRates& rates) {
  if (rates.roots.size() != 1 || rates.beyond > 0) return std::nullopt;
  if (rates.roots[0].multiplicity % 2 == 0) return std::nullopt;
  return rates.roots[0].rate;
}

}  // namespace topline::stats
