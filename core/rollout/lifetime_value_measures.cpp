// SPDX-License-Identifier: Apache-2.0

// Customer lifetime value: what a purchase is worth, how often customers buy, how long they stay.

#include <algorithm>

#include "core/rollout/order_measures.h"
#include "core/stats/cash_flow.h"
#include "core/stats/lifetime_value.h"

namespace topline {
namespace {

constexpr double kDaysAMonth = 30.4375, kDaysAYear = 365.25;

double money(Int128 amount) { return to_double(amount) / static_cast<double>(kFixedOne); }

class LifetimeValue {
 public:
  LifetimeValue(const Rollout& rollout, const RolloutTable& table, const CustomerFacts& facts,
                RolloutResults& results)
      : rollout_(rollout),
        table_(table),
        facts_(facts),
        results_(results),
        unit_(unit_of(rollout.settings->period)),
        currency_(table.currency(Field::orders_amount)) {
    if (currency_.empty()) currency_ = "money";
  }

  void measure() {
    const std::optional<Lifespans> told = account_lifespans(rollout_);
    const Lifespans observed{static_cast<double>(facts_.lifespan_days), facts_.size()};
    const Lifespans& spans = told ? *told : observed;
    stats::PurchaseTotals totals;
    totals.revenue = money(facts_.revenue);
    totals.purchases = static_cast<double>(facts_.purchases);
    totals.buyers = static_cast<double>(facts_.size());
    totals.total_lifespan = spans.total;
    totals.lifespans = static_cast<double>(spans.customers);
    const auto in_days = stats::lifetime_value(totals);
    if (!in_days) return results_.add_absent(MeasureId::ltv, table_, "no_orders");
    add(MeasureId::purchase_value, in_days->purchase_value, facts_.purchases).unit = currency_;
    add(MeasureId::purchase_frequency, in_days->purchase_frequency, facts_.size());
    add(MeasureId::customer_value, in_days->customer_value, facts_.size()).unit = currency_;
    const double span = static_cast<double>(facts_.last - facts_.first);
    Measure& lifespan = add(MeasureId::customer_lifespan,
                            in_days->customer_lifespan / days_of(unit_), spans.customers);
    lifespan.unit = rollout_.settings->period + "s";
    lifespan.figures.emplace_back("days", in_days->customer_lifespan);
    say_method(lifespan, told.has_value());
    if (!told) lifespan.parts.emplace_back("of_one_day", facts_.of_one_day);
    add_value(*in_days, totals, span, told.has_value());
    add_by_retention(span);
  }

 private:
  Measure& add(MeasureId id, double value, uint64_t n) {
    Measure& measure = results_.add(id, table_);
    measure.value = value;
    measure.n = n;
    measure.figures.emplace_back("observation_days",
                                 static_cast<double>(facts_.last - facts_.first));
    return measure;
  }

  static void say_method(Measure& measure, bool from_accounts) {
    measure.method = from_accounts ? "accounts" : "orders";
    if (!from_accounts) measure.notes.push_back("observed");
  }

  // The value of an observation period is one of p once its length is: lifespans in p then agree
  // with it. The literal figures take the lifespan in another unit than the value's.
  void add_value(const stats::LifetimeValue& in_days, stats::PurchaseTotals totals, double span,
                 bool from_accounts) {
    if (span <= 0) return results_.add_absent(MeasureId::ltv, table_, "one_day");
    const auto in = [&](double days) {
      stats::PurchaseTotals scaled = totals;
      scaled.total_lifespan /= days;
      return stats::lifetime_value(scaled)->lifetime_value;
    };
    const double value = in(span);
    const double spent = totals.revenue / totals.buyers;
    Measure& ltv = add(MeasureId::ltv, value, facts_.size());
    ltv.unit = currency_;
    say_method(ltv, from_accounts);
    ltv.figures.emplace_back("value_per_period", in_days.customer_value * days_of(unit_) / span);
    ltv.figures.emplace_back("lifespan_periods", in_days.customer_lifespan / days_of(unit_));
    ltv.figures.emplace_back("spent_per_customer", spent);
    ltv.figures.emplace_back("literal_days", in_days.lifetime_value);
    ltv.figures.emplace_back("literal_months", in(kDaysAMonth));
    ltv.figures.emplace_back("literal_years", in(kDaysAYear));
    ltv.figures.emplace_back("observation_periods", value);
    ltv.notes.push_back("revenue_not_margin");
    if (value < spent) {
      ltv.notes.push_back("ltv_below_spent");
    } else {
      ltv.headline = true;
    }
  }

  void add_by_retention(double span) {
    const std::optional<double> annual = rollout_.settings->discount_rate;
    if (!annual) return results_.add_absent(MeasureId::ltv_retention, table_, "no_discount_rate");
    const PeriodBuyers& periods = facts_.of(unit_);
    uint64_t before = 0, kept = 0;
    for (size_t k = 1; k < periods.buyers.size(); ++k) {
      if (!is_whole(periods.first + static_cast<int>(k), unit_, rollout_.as_of)) continue;
      before += periods.buyers[k - 1];
      kept += periods.kept[k];
    }
    if (before == 0 || span <= 0) {
      return results_.add_absent(MeasureId::ltv_retention, table_, "one_period");
    }
    const double retention = static_cast<double>(kept) / static_cast<double>(before);
    const double discount = stats::periodic_rate(*annual, periods_a_year(unit_));
    const double revenue =
        money(facts_.revenue) / static_cast<double>(facts_.size()) * days_of(unit_) / span;
    const auto value = stats::retention_lifetime_value(revenue, retention, discount);
    if (!value) return results_.add_absent(MeasureId::ltv_retention, table_, "no_convergence");
    Measure& measure = add(MeasureId::ltv_retention, *value, facts_.size());
    measure.unit = currency_;
    measure.method = "orders";
    measure.figures.emplace_back("revenue_per_period", revenue);
    measure.figures.emplace_back("retention", retention);
    measure.figures.emplace_back("discount", discount);
    measure.figures.emplace_back(
        "from_now", *stats::retention_lifetime_value_from_now(revenue, retention, discount));
    measure.notes.push_back("revenue_not_margin");
  }

  const Rollout& rollout_;
  const RolloutTable& table_;
  const CustomerFacts& facts_;
  RolloutResults& results_;
  WaveUnit unit_;
  std::string currency_;
};

}  // namespace

void measure_lifetime_value(const Rollout& rollout, const RolloutTable& table,
                            const CustomerFacts& facts, RolloutResults& results) {
  LifetimeValue(rollout, table, facts, results).measure();
}

}  // namespace topline
