// SPDX-License-Identifier: Apache-2.0

// What is owed and what was paid of it, as it stood at as_of.

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/text.h"
#include "core/rollout/periods.h"
#include "core/rollout/receivable_rows.h"
#include "core/stats/moments.h"
#include "core/stats/quantile.h"
#include "core/stats/survival.h"

namespace topline {
namespace {

constexpr size_t kMostCustomers = 10;

double as_double(Int128 amount) { return to_double(amount) / static_cast<double>(kFixedOne); }

struct ReceivablesView {
  const Rollout& rollout;
  const RolloutTable& table;
  Receivables read;
  std::string currency;
};

// Sums over some receivables, of those that are due.
struct DueSums {
  uint64_t due = 0, overdue = 0;
  Int128 due_amount = 0, paid_of_due = 0, overdue_amount = 0;
  void add(const Receivable& one, Day as_of) {
    if (!one.is_due(as_of)) return;
    ++due;
    due_amount += one.amount;
    paid_of_due += one.amount - one.unpaid();
    if (one.days_overdue(as_of) <= 0 || one.unpaid() == 0) return;
    ++overdue;
    overdue_amount += one.unpaid();
  }
};

void add_share(MeasureId id, const ReceivablesView& view, const Cell& cell, const char* method,
               double part, double whole, const DueSums& sums, RolloutResults& results) {
  Measure& measure = results.add(id, view.table, cell);
  measure.n = sums.due;
  measure.method = method;
  measure.parts = {{"overdue", sums.overdue}};
  measure.figures = {{"due_amount", as_double(sums.due_amount)},
                     {"paid_amount", as_double(sums.paid_of_due)},
                     {"overdue_amount", as_double(sums.overdue_amount)}};
  if (whole > 0) {
    measure.value = 100 * part / whole;
    measure.headline = cell == Cell{} && measure.method == "amount";
  } else {
    measure.census = false;
    measure.why = "nothing_due";
  }
}

void add_rates(const ReceivablesView& view, const Cell& cell, const DueSums& sums,
               RolloutResults& results) {
  const double due = as_double(sums.due_amount);
  add_share(MeasureId::collection_rate, view, cell, "amount", as_double(sums.paid_of_due), due,
            sums, results);
  add_share(MeasureId::overdue_rate, view, cell, "amount", as_double(sums.overdue_amount), due,
            sums, results);
  add_share(MeasureId::overdue_rate, view, cell, "count", static_cast<double>(sums.overdue),
            static_cast<double>(sums.due), sums, results);
}

// From issued to paid in full, in days; open ones are censored in the Kaplan–Meier median.
void add_days_to_pay(const ReceivablesView& view, Measure& measure) {
  std::vector<stats::ValueCount> days;
  std::vector<stats::Duration> with_open;
  uint64_t impossible = 0;
  for (const Receivable& one : view.read.rows) {
    if (!one.issued) continue;
    const bool settled = one.unpaid() == 0 && one.paid_day;
    const double took = (settled ? *one.paid_day : view.rollout.as_of) - *one.issued;
    if (one.unpaid() == 0 && !one.paid_day) continue;
    if (took < 0) {
      ++impossible;
      continue;
    }
    with_open.push_back({took, settled, 1});
    if (settled) days.push_back({took, 1});
  }
  if (impossible > 0) measure.parts.emplace_back("paid_before_issued", impossible);
  if (days.empty()) return;
  const auto sorted = stats::sorted_counts(days);
  measure.figures.emplace_back("days_to_pay_median", stats::quantile(sorted, 0.5));
  measure.figures.emplace_back("days_to_pay_mean", stats::moments(sorted).mean);
  measure.figures.emplace_back("days_to_pay_p90", stats::quantile(sorted, 0.9));
  const double confidence = view.rollout.settings->confidence;
  const double median =
      stats::survival_quantile(stats::kaplan_meier(with_open, confidence), 0.5).time;
  if (std::isfinite(median)) measure.figures.emplace_back("days_to_pay_km_median", median);
}

void measure_collections(const ReceivablesView& view, RolloutResults& results) {
  Int128 total = 0;
  uint64_t payments = 0, part_paid = 0, undated = 0;
  DayAmounts by_day;
  for (const Receivable& one : view.read.rows) {
    if (one.paid == 0) continue;
    total += one.paid;
    ++payments;
    part_paid += one.unpaid() > 0;
    if (one.paid_day) {
      by_day.add(*one.paid_day, one.paid);
    } else {
      ++undated;
    }
  }
  Measure& measure = results.add(MeasureId::collections, view.table);
  set_amount(measure, total, view.currency);
  measure.n = payments;
  measure.parts = {{"part_paid", part_paid}};
  if (undated > 0) measure.parts.emplace_back("undated", undated);
  measure.headline = true;
  add_days_to_pay(view, measure);
  const Day as_of = view.rollout.as_of;
  add_by_period(MeasureId::collections, view.table, by_day,
                std::min(as_of, latest_event(view.table)), as_of, view.currency, results);
}

void measure_rates(const ReceivablesView& view, const std::vector<RowGroups>& groups,
                   RolloutResults& results) {
  const Day as_of = view.rollout.as_of;
  DueSums everyone;
  for (const Receivable& one : view.read.rows) everyone.add(one, as_of);
  add_rates(view, {}, everyone, results);
  for (const RowGroups& by : groups) {
    if (by.values.size() > kMostGroups) continue;
    std::vector<DueSums> sums(by.values.size());
    for (const Receivable& one : view.read.rows) sums[by.of_row[one.row]].add(one, as_of);
    for (size_t g = 0; g < sums.size(); ++g) {
      if (sums[g].due > 0) add_rates(view, cell_of(by, g), sums[g], results);
    }
  }
  std::map<std::string, DueSums> by_month;
  for (const Receivable& one : view.read.rows) {
    if (one.is_due(as_of)) by_month[wave_of(*one.due, WaveUnit::month)].add(one, as_of);
  }
  for (const auto& [month, sums] : by_month) {
    add_rates(view, {{}, month}, sums, results);
  }
}

// What is owed in one class of age.
struct Band {
  const char* name;
  Day from, to;  ///< days past due, both included
  Int128 amount = 0;
  uint64_t count = 0;
};

void measure_ages(const ReceivablesView& view, RolloutResults& results) {
  Band bands[] = {{"not_due", INT32_MIN, 0},
                  {"1-30", 1, 30},
                  {"31-60", 31, 60},
                  {"61-90", 61, 90},
                  {"over_90", 91, INT32_MAX}};
  Int128 total = 0;
  uint64_t count = 0, no_due_date = 0;
  for (const Receivable& one : view.read.rows) {
    if (one.unpaid() == 0) continue;
    if (!one.due) {
      ++no_due_date;
      continue;
    }
    const Day days = one.days_overdue(view.rollout.as_of);
    for (Band& band : bands) {
      if (days < band.from || days > band.to) continue;
      band.amount += one.unpaid();
      ++band.count;
    }
    if (days <= 0) continue;
    total += one.unpaid();
    ++count;
  }
  Measure& measure = results.add(MeasureId::overdue_amount, view.table);
  set_amount(measure, total, view.currency);
  measure.n = count;
  measure.headline = true;
  if (no_due_date > 0) measure.parts.emplace_back("no_due_date", no_due_date);
  for (const Band& band : bands) {
    Measure& one = results.add(MeasureId::overdue_amount, view.table);
    one.option = band.name;
    set_amount(one, band.amount, view.currency);
    one.n = band.count;
  }
}

// The customers who owe most that is overdue.
void measure_debtors(const ReceivablesView& view, RolloutResults& results) {
  const Ledger::Column* customers = view.table.ledger().find(Field::receivables_customer);
  if (customers == nullptr) return;
  const RowGroups by = group_by(*customers, "customer");
  struct Debt {
    Int128 amount = 0;
    uint64_t count = 0;
    size_t group = 0;
  };
  std::vector<Debt> debts(by.values.size());
  for (size_t g = 0; g < debts.size(); ++g) debts[g].group = g;
  for (const Receivable& one : view.read.rows) {
    if (!one.due || one.days_overdue(view.rollout.as_of) <= 0 || one.unpaid() == 0) continue;
    Debt& debt = debts[by.of_row[one.row]];
    debt.amount += one.unpaid();
    ++debt.count;
  }
  std::stable_sort(debts.begin(), debts.end(),
                   [](const Debt& a, const Debt& b) { return a.amount > b.amount; });
  if (debts.size() > kMostCustomers) debts.resize(kMostCustomers);
  for (const Debt& debt : debts) {
    if (debt.count == 0) break;
    Measure& measure = results.add(MeasureId::overdue_amount, view.table, cell_of(by, debt.group));
    set_amount(measure, debt.amount, view.currency);
    measure.n = debt.count;
  }
}

void find_oddities(const ReceivablesView& view, RolloutResults& results) {
  const auto say = [&](Code code, Severity severity, const Noted& noted) {
    if (noted.count == 0) return;
    results.find(view.table, code, severity, noted.count, {}, where_of(view.table, noted.first));
  };
  Noted overpaid;
  for (const Receivable& one : view.read.rows) {
    if (one.paid > one.amount) overpaid.note(view.table.ledger().place(one.row));
  }
  say(Code::invoices_repeated, Severity::info, view.read.repeated);
  say(Code::invoices_unreadable, Severity::warning, view.read.unreadable);
  say(Code::invoices_overpaid, Severity::warning, overpaid);
}

}  // namespace

void measure_receivables(const Rollout& rollout, RolloutResults& results) {
  for (const RolloutTable* table : rollout.of(TableKind::receivables)) {
    if (table->ledger().over_limit || table->ledger().rows() == 0) continue;
    if (rollout.as_of == INT32_MIN) {
      results.add_absent(MeasureId::overdue_amount, *table, "no_as_of");
      continue;
    }
    const ReceivablesView view{rollout, *table, read_receivables(rollout, *table),
                               table->currency(Field::receivables_amount)};
    std::vector<RowGroups> groups = own_groups(*table, {});
    const RolloutTable* accounts =
        join_best(rollout, *table, Field::receivables_customer, TableKind::accounts,
                  Field::accounts_customer, "customer", results);
    if (accounts != nullptr) {
      add_joined_groups(*table, Field::receivables_customer, *accounts, Field::accounts_customer,
                        {Field::accounts_segment}, groups);
    }
    measure_collections(view, results);
    measure_rates(view, groups, results);
    measure_ages(view, results);
    measure_debtors(view, results);
    find_oddities(view, results);
  }
}

}  // namespace topline
