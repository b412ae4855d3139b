// SPDX-License-Identifier: Apache-2.0
#include "core/measure/margin_totals.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/number.h"

namespace topline {
namespace {

double sum_of(const Declared::Margin& margin) {
  double sum = 0;
  for (const auto& [category, target] : margin.targets) sum += target;
  return sum;
}

bool are_shares(double sum) { return std::abs(sum - 1) < 1e-6 || std::abs(sum - 100) < 1e-4; }

}  // namespace

Result<std::vector<std::vector<double>>> margin_totals(const Plan& plan, double people) {
  const auto disagree = [&](const Declared::Margin& margin, double sum, double wanted) {
    return fail(Code::margins_disagree, {"", 0, margin.column + 1},
                {{"name", plan.columns[margin.column].name},
                 {"sum", format_number(sum)},
                 {"wanted", format_number(wanted)}});
  };
  std::optional<double> counted;
  for (const Declared::Margin& margin : plan.declared.margins) {
    const double sum = sum_of(margin);
    if (are_shares(sum)) continue;
    const bool all_shares = std::all_of(margin.targets.begin(), margin.targets.end(),
                                        [](const auto& target) { return target.second <= 1; });
    if (all_shares) return disagree(margin, sum, 1);
    if (counted && std::abs(sum - *counted) > 1e-9 * *counted) return disagree(margin, sum, *counted);
    if (!counted) counted = sum;
  }
  std::vector<std::vector<double>> totals;
  for (const Declared::Margin& margin : plan.declared.margins) {
    const double sum = sum_of(margin);
    const double scale = counted && !are_shares(sum) ? 1 : counted.value_or(people) / sum;
    std::vector<double> of_margin;
    for (const auto& [category, target] : margin.targets) of_margin.push_back(target * scale);
    totals.push_back(std::move(of_margin));
  }
  return totals;
}

}  // namespace topline
