// SPDX-License-Identifier: Apache-2.0

// Customers: what they are worth, who stays, who is new, from orders and accounts joined by
// customer.

#include <algorithm>

#include "core/base/text.h"
#include "core/rollout/join.h"
#include "core/rollout/order_measures.h"

namespace topline {
namespace {

void say_left_out(const RolloutTable& table, RolloutResults& results) {
  const Noted& left_out = table.tally->orders_left_out;
  if (left_out.count != 0) {
    results.find(table, Code::orders_left_out, Severity::warning, left_out.count, {},
                 {table.tally->inputs[left_out.first.input].name, left_out.first.line});
  }
  for (const FieldColumn& field : table.plan->shape.fields) {
    if (field.field) continue;
    results.find(table, Code::orders_not_grouped, Severity::info, 1,
                 {{"name", table.plan->columns[field.column].name}},
                 {table.tally->inputs[0].name, 0, field.column + 1});
  }
}

std::vector<std::string> names_of(const CustomerFold& fold) {
  std::vector<std::string> names;
  names.reserve(fold.customers());
  fold.each([&](uint32_t, std::string_view text) { names.push_back(topline::fold(text)); });
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

bool is_whole(int period, WaveUnit unit, Day as_of) { return period_end(period, unit) <= as_of; }

std::vector<WaveUnit> units_of(const Rollout& rollout) {
  const WaveUnit told = unit_of(rollout.settings->period);
  if (told == WaveUnit::month) return {told};
  return {WaveUnit::month, told};
}

void measure_customers(const Rollout& rollout, RolloutResults& results) {
  const auto accounts = rollout.of(TableKind::accounts);
  for (const RolloutTable* table : rollout.of(TableKind::orders)) {
    say_left_out(*table, results);
    const CustomerFold& fold = table->tally->customers;
    if (fold.customers() == 0) {
      results.add_absent(MeasureId::ltv, *table, "no_orders");
      continue;
    }
    const CustomerFacts facts(fold);
    measure_lifetime_value(rollout, *table, facts, results);
    measure_rfm(rollout, *table, facts, results);
    measure_retention(rollout, *table, facts, results);
    measure_cohorts(*table, facts, rollout.as_of, results);
    measure_sales(rollout, *table, facts, results);
    if (accounts.empty()) continue;
    const std::vector<std::string> buyers = names_of(fold);
    for (const RolloutTable* account : accounts) {
      results.joins.push_back(match_keys(*table, buyers, *account,
                                         keys_of(account->ledger(), Field::accounts_customer),
                                         "customer"));
    }
  }
  for (const RolloutTable* table : accounts) measure_accounts(rollout, *table, results);
}

}  // namespace topline
