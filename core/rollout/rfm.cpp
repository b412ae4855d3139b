// SPDX-License-Identifier: Apache-2.0

// Recency, frequency, monetary value: R is the days from the last order to as_of + 1, F the
// purchases, M what they sum to. Scores 1 to 5 by quintile (type 7): 1 + the cuts strictly below, R
// the other way round, so that ties are never split. Segments by above or below the mean.

#include <algorithm>
#include <array>

#include "core/rollout/order_measures.h"
#include "core/stats/quantile.h"

namespace topline {
namespace {

// By M, R and F above the mean: bits 4, 2 and 1.
constexpr std::array<std::string_view, 8> kSegments = {
    "general_win_back",   "general_keep",   "general_develop",   "general_value",
    "important_win_back", "important_keep", "important_develop", "important_value"};

using Cuts = std::array<double, 4>;

Cuts cuts_of(const std::vector<stats::ValueCount>& counts) {
  Cuts cuts{};
  for (size_t k = 0; k < cuts.size(); ++k) {
    cuts[k] =
        stats::quantile(std::span<const stats::ValueCount>(counts), static_cast<double>(k + 1) / 5);
  }
  return cuts;
}

// Only the order statistics that a cut lies between are put in their places: no full sort.
Cuts cuts_of(std::vector<double>& values) {
  size_t from = 0;
  for (size_t k = 1; k < 5; ++k) {
    const size_t around = (values.size() - 1) * k / 5;
    for (size_t at : {around == 0 ? 0 : around - 1, around, around + 1, around + 2}) {
      if (at < from || at >= values.size()) continue;
      std::nth_element(values.begin() + static_cast<ptrdiff_t>(from),
                       values.begin() + static_cast<ptrdiff_t>(at), values.end());
      from = at + 1;
    }
  }
  Cuts cuts{};
  for (size_t k = 0; k < cuts.size(); ++k) {
    cuts[k] = stats::quantile(std::span<const double>(values), static_cast<double>(k + 1) / 5);
  }
  return cuts;
}

// How often each whole number occurs: a table where they are small, which days and counts are.
std::vector<stats::ValueCount> count_values(std::vector<uint32_t> values) {
  const uint32_t most = *std::max_element(values.begin(), values.end());
  std::vector<stats::ValueCount> counts;
  if (most <= 1'000'000) {
    std::vector<uint64_t> times(size_t{most} + 1);
    for (uint32_t value : values) ++times[value];
    for (uint32_t value = 0; value <= most; ++value) {
      if (times[value] != 0) counts.push_back({static_cast<double>(value), times[value]});
    }
    return counts;
  }
  std::sort(values.begin(), values.end());
  for (uint32_t value : values) {
    if (counts.empty() || counts.back().value != value)
      counts.push_back({static_cast<double>(value), 0});
    ++counts.back().count;
  }
  return counts;
}

size_t cuts_below(const Cuts& cuts, double value) {
  size_t below = 0;
  for (double cut : cuts) below += cut < value;
  return below;
}

std::vector<double> listed(const Cuts& cuts) { return {cuts.begin(), cuts.end()}; }
std::vector<double> listed(const std::array<uint64_t, 5>& sizes) {
  std::vector<double> list;
  for (uint64_t size : sizes) list.push_back(static_cast<double>(size));
  return list;
}

struct Segment {
  uint64_t customers = 0;
  Int128 revenue = 0;
};

}  // namespace

void measure_rfm(const Rollout& rollout, const RolloutTable& table, const CustomerFacts& facts,
                 RolloutResults& results) {
  // Told to be earlier than the last order, as_of would make recency negative.
  const Day reference = std::max(rollout.as_of, facts.last) + 1;
  const size_t n = facts.customers.size();
  std::vector<uint32_t> recency, frequency;
  std::vector<double> value;
  recency.reserve(n);
  frequency.reserve(n);
  value.reserve(n);
  int64_t days = 0;
  for (const CustomerFacts::Customer& customer : facts.customers) {
    recency.push_back(static_cast<uint32_t>(reference - customer.last));
    frequency.push_back(customer.orders);
    value.push_back(to_double(customer.amount) / static_cast<double>(kFixedOne));
    days += reference - customer.last;
  }
  std::vector<double> ordered = value;
  const Cuts r_cuts = cuts_of(count_values(recency));
  const Cuts f_cuts = cuts_of(count_values(frequency));
  const Cuts m_cuts = cuts_of(ordered);

  std::array<uint64_t, 5> r_sizes{}, f_sizes{}, m_sizes{};
  std::array<Segment, 8> segments{};
  uint64_t best = 0, worst = 0;
  const auto count = static_cast<int64_t>(n);
  // Beyond it the product with the customers would not fit; what is so much is above the mean.
  const Int128 largest = (Int128{1} << 126) / count;
  for (size_t k = 0; k < n; ++k) {
    const CustomerFacts::Customer& customer = facts.customers[k];
    const size_t r = 4 - cuts_below(r_cuts, recency[k]);
    const size_t f = cuts_below(f_cuts, frequency[k]);
    const size_t m = cuts_below(m_cuts, value[k]);
    ++r_sizes[r];
    ++f_sizes[f];
    ++m_sizes[m];
    best += r + f + m == 12;
    worst += r + f + m == 0;
    const bool recent = int64_t{recency[k]} * count < days;
    const bool often = uint64_t{customer.orders} * n > facts.purchases;
    const bool much = customer.amount <= largest && customer.amount >= -largest
                          ? customer.amount * count > facts.revenue
                          : customer.amount > 0;
    Segment& segment = segments[(much ? 4u : 0u) + (recent ? 2u : 0u) + (often ? 1u : 0u)];
    ++segment.customers;
    segment.revenue += customer.amount;
  }

  Measure& all = results.add(MeasureId::rfm_segment, table);
  all.value = static_cast<double>(n);
  all.n = n;
  all.method = "quintiles";
  all.parts = {{"customers_555", best}, {"customers_111", worst}};
  all.figures = {{"mean_recency_days", static_cast<double>(days) / static_cast<double>(n)},
                 {"mean_frequency", static_cast<double>(facts.purchases) / static_cast<double>(n)},
                 {"mean_value", to_double(facts.revenue) / static_cast<double>(kFixedOne) /
                                    static_cast<double>(n)}};
  all.series = {{"recency_cuts", listed(r_cuts)},      {"frequency_cuts", listed(f_cuts)},
                {"value_cuts", listed(m_cuts)},        {"recency_scores", listed(r_sizes)},
                {"frequency_scores", listed(f_sizes)}, {"value_scores", listed(m_sizes)}};
  for (size_t k = kSegments.size(); k-- > 0;) {
    Measure& measure = results.add(MeasureId::rfm_segment, table);
    measure.option = kSegments[k];
    measure.value = static_cast<double>(segments[k].customers);
    measure.n = n;
    measure.method = "mean";
    measure.figures.emplace_back(
        "customers_share",
        100 * static_cast<double>(segments[k].customers) / static_cast<double>(n));
    if (facts.revenue > 0) {
      measure.figures.emplace_back(
          "revenue_share", 100 * (to_double(segments[k].revenue) / to_double(facts.revenue)));
    }
  }
}

}  // namespace topline
