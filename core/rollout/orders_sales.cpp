// SPDX-License-Identifier: Apache-2.0

// Sales from orders: totals by month, quarter and year, growth on the period before and on the year
// before, and what the growth is made of; orders that came late.

#include <algorithm>
#include <array>

#include "core/rollout/order_measures.h"
#include "core/stats/product_decomposition.h"

namespace topline {
namespace {

struct Sum {
  Int128 amount = 0;
  uint64_t orders = 0;
  uint64_t lines = 0;
};

Sum sum_of(const DayTable<DayTotal>& days, Day from, Day to) {
  Sum sum;
  for (Day day = std::max(from, days.begin()); day <= std::min(to, days.end() - 1); ++day) {
    const DayTotal& total = *days.find(day);
    sum.amount += total.amount;
    sum.orders += total.orders;
    sum.lines += total.lines;
  }
  return sum;
}

class Sales {
 public:
  Sales(const Rollout& rollout, const RolloutTable& table, const CustomerFacts& facts,
        RolloutResults& results)
      : rollout_(rollout),
        table_(table),
        facts_(facts),
        days_(table.tally->customers.days()),
        results_(results),
        currency_(table.currency(Field::orders_amount)) {}

  void measure() {
    Measure& all = results_.add(MeasureId::sales_total, table_);
    set_amount(all, facts_.revenue, currency_);
    all.n = facts_.purchases;
    all.headline = true;
    for (WaveUnit unit : {WaveUnit::month, WaveUnit::quarter, WaveUnit::year}) measure_unit(unit);
  }

 private:
  void measure_unit(WaveUnit unit) {
    const PeriodBuyers& periods = facts_.of(unit);
    size_t latest_pop = SIZE_MAX, latest_yoy = SIZE_MAX;
    for (int period = periods.first; period < periods.end(); ++period) {
      const bool whole = is_whole(period, unit, rollout_.as_of);
      const Sum sum = sum_of(days_, period_start(period, unit), period_end(period, unit));
      Measure& total = results_.add(MeasureId::sales_total, table_, at(period, unit));
      set_amount(total, sum.amount, currency_);
      total.n = sum.orders;
      if (!whole) total.notes.push_back("incomplete_period");
      // Of years the period before is the year before.
      const int year = periods_a_year(unit);
      if (year > 1 && period > periods.first &&
          add_growth(MeasureId::sales_growth_pop, unit, period, 1) && whole) {
        latest_pop = results_.measures.size() - 1;
      }
      if (period >= periods.first + year &&
          add_growth(MeasureId::sales_growth_yoy, unit, period, year) && whole) {
        latest_yoy = results_.measures.size() - 1;
      }
    }
    if (unit != unit_of(rollout_.settings->period)) return;
    for (size_t latest : {latest_pop, latest_yoy}) {
      if (latest != SIZE_MAX) results_.measures[latest].headline = true;
    }
  }

  // An unfinished period is compared with as many days of its base. False: absent.
  bool add_growth(MeasureId id, WaveUnit unit, int period, int back) {
    const Day start = period_start(period, unit), end = period_end(period, unit);
    const bool whole = is_whole(period, unit, rollout_.as_of);
    const Day base_start = period_start(period - back, unit);
    const Day whole_end = period_end(period - back, unit);
    const Day base_end =
        whole ? whole_end : std::min(whole_end, base_start + (rollout_.as_of - start));
    const Sum now = sum_of(days_, start, whole ? end : rollout_.as_of);
    const Sum base = sum_of(days_, base_start, base_end);
    if (base.amount <= 0) {
      results_.add_absent(id, table_, "no_sales_before", at(period, unit));
      return false;
    }
    Measure& measure = results_.add(id, table_, at(period, unit));
    measure.value = 100 * (to_double(now.amount - base.amount) / to_double(base.amount));
    measure.n = base.orders;
    measure.method = period_method(unit);
    const auto money = [](Int128 amount) {
      return to_double(amount) / static_cast<double>(kFixedOne);
    };
    measure.figures = {{"before", money(base.amount)}, {"now", money(now.amount)}};
    // The base's first days may lie before the table begins.
    const bool cut =
        period_number(facts_.first, WaveUnit::month) > period_number(base_start, WaveUnit::month);
    if (!whole || cut) measure.notes.push_back("incomplete_base");
    if (!whole) {
      measure.figures.emplace_back("days", static_cast<double>(rollout_.as_of - start + 1));
    } else {
      decompose(measure, unit, period, period - back, now, base);
    }
    return true;
  }

  // Sales = buyers × purchases of each × value of a purchase.
  void decompose(Measure& measure, WaveUnit unit, int period, int base, const Sum& now,
                 const Sum& then) const {
    const auto factors = [](uint64_t buyers, const Sum& sum) {
      const double people = static_cast<double>(buyers), orders = static_cast<double>(sum.orders);
      return std::array<double, 3>{people, orders / people,
                                   to_double(sum.amount) / static_cast<double>(kFixedOne) / orders};
    };
    const PeriodBuyers& periods = facts_.of(unit);
    if (periods.in(period) == 0 || periods.in(base) == 0 || now.orders == 0 || then.orders == 0)
      return;
    if (now.amount <= 0) return;
    const auto before = factors(periods.in(base), then), after = factors(periods.in(period), now);
    const auto change = stats::product_decomposition(before, after);
    measure.figures.emplace_back("due_to_buyers", change.parts[0]);
    measure.figures.emplace_back("due_to_frequency", change.parts[1]);
    measure.figures.emplace_back("due_to_value", change.parts[2]);
  }

  static Cell at(int period, WaveUnit unit) {
    Cell cell;
    cell.wave = period_name(period, unit);
    return cell;
  }
  static std::string period_method(WaveUnit unit) {
    return std::string(wave_unit_name(unit)) + "s";
  }

  const Rollout& rollout_;
  const RolloutTable& table_;
  const CustomerFacts& facts_;
  const DayTable<DayTotal>& days_;
  RolloutResults& results_;
  std::string currency_;
};

bool has(const RolloutTable& table, Field field) {
  const std::vector<FieldColumn>& fields = table.plan->shape.fields;
  return std::any_of(fields.begin(), fields.end(),
                     [&](const FieldColumn& column) { return column.field == field; });
}

}  // namespace

void measure_sales(const Rollout& rollout, const RolloutTable& table, const CustomerFacts& facts,
                   RolloutResults& results) {
  Sales(rollout, table, facts, results).measure();
}

// Of what is due by as_of: late is late whether it came in the end or not.
void measure_orders_sales(const Rollout& rollout, RolloutResults& results) {
  for (const RolloutTable* table : rollout.of(TableKind::orders)) {
    if (!has(*table, Field::orders_due)) continue;
    if (!has(*table, Field::orders_delivered)) {
      results.add_absent(MeasureId::order_overdue_rate, *table, "no_deliveries");
      continue;
    }
    const DayTable<DueTotal>& due = table->tally->customers.due();
    DueTotal sum;
    for (Day day = due.begin(); day < std::min(due.end(), rollout.as_of + 1); ++day) {
      const DueTotal& total = *due.find(day);
      sum.on_time += total.on_time;
      sum.late += total.late;
      sum.open += total.open;
    }
    if (sum.lines() == 0) {
      results.add_absent(MeasureId::order_overdue_rate, *table, "nothing_due");
      continue;
    }
    Measure& measure = results.add(MeasureId::order_overdue_rate, *table);
    measure.value =
        100 * (static_cast<double>(sum.late + sum.open) / static_cast<double>(sum.lines()));
    measure.n = sum.lines();
    measure.parts = {{"on_time", sum.on_time}, {"late", sum.late}, {"open", sum.open}};
    if (has(*table, Field::orders_order)) measure.notes.push_back("counts_lines");
    measure.headline = true;
  }
}

}  // namespace topline
