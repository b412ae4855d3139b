// SPDX-License-Identifier: Apache-2.0

// What a flow of money is worth: net present value, internal and modified rates of return, payback,
// benefit–cost ratio.

#include <cmath>

#include "core/rollout/money.h"
#include "core/stats/cash_flow.h"
#include "core/stats/internal_rate.h"
#include "core/stats/mirr.h"
#include "core/stats/payback.h"

namespace topline {
namespace {

std::string_view unit_name(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::month:
      return "months";
    case PeriodUnit::quarter:
      return "quarters";
    case PeriodUnit::year:
      return "years";
    case PeriodUnit::bare:
      break;
  }
  return "periods";
}

class FlowMeter {
 public:
  FlowMeter(const Flows& flows, const Settings& settings, RolloutResults& results)
      : flows_(flows), settings_(settings), results_(results) {}

  void measure() {
    add_npv();
    add_irr();
    add_irr_annual();
    add_mirr();
    add_payback(MeasureId::payback, 0.0);
    add_payback(MeasureId::discounted_payback, per_period(settings_.discount_rate));
    add_ratio();
  }

  void all_absent(const std::string& why) {
    for (MeasureId id : {MeasureId::npv, MeasureId::irr, MeasureId::payback}) add_absent(id, why);
  }

 private:
  bool dated() const { return !flows_.dated.empty(); }

  // Empty where nobody knows: periods that only have numbers.
  std::optional<double> periods_a_year() const {
    switch (flows_.unit) {
      case PeriodUnit::month:
        return 12;
      case PeriodUnit::quarter:
        return 4;
      case PeriodUnit::year:
        return 1;
      case PeriodUnit::bare:
        break;
    }
    return std::nullopt;
  }

  // Rates are told a year; of bare periods, a period.
  std::optional<double> per_period(std::optional<double> annual) const {
    const auto periods = periods_a_year();
    if (!annual || !periods || *periods == 1) return annual;
    return stats::periodic_rate(*annual, *periods);
  }

  Measure& add(MeasureId id) {
    Measure& measure = results_.add(id, *flows_.table);
    measure.method = flows_.method;
    measure.n = flows_.rows;
    return measure;
  }

  void add_absent(MeasureId id, const std::string& why) {
    results_.add_absent(id, *flows_.table, why);
    results_.measures.back().method = flows_.method;
  }

  void add_npv() {
    if (!settings_.discount_rate) return add_absent(MeasureId::npv, "no_discount_rate");
    const double value =
        dated() ? stats::dated_net_present_value(*settings_.discount_rate, flows_.dated)
                : stats::net_present_value(*per_period(settings_.discount_rate), flows_.flows);
    Measure& npv = add(MeasureId::npv);
    set_or_absent(npv, value, "discount_too_low");
    npv.unit = flows_.currency.empty() ? "money" : flows_.currency;
    npv.headline = npv.value.has_value();
    npv.figures = {{"discount_rate", 100 * *settings_.discount_rate}};
    if (dated()) npv.notes.push_back("by_date");
    if (!dated() && !flows_.first_is_zero) npv.notes.push_back("first_period_undiscounted");
  }

  // The only rate at which the value crosses zero; `annual` turns a rate into what is shown.
  template <class Annual>
  void set_rate(Measure& measure, const stats::InternalRates& rates, Annual annual) {
    const auto unique = stats::unique_rate(rates);
    const size_t count = rates.roots.size() + static_cast<size_t>(rates.beyond);
    const char* why = count == 0            ? "no_root"
                      : count > 1           ? "multiple_roots"
                      : rates.roots.empty() ? "root_out_of_range"
                                            : "root_touches";
    set_or_absent(measure, unique ? std::optional(100 * annual(*unique)) : std::nullopt, why);
    if (unique) return;
    if (rates.beyond > 0) {
      measure.parts.emplace_back("roots_out_of_range", static_cast<uint64_t>(rates.beyond));
    }
    if (rates.roots.empty()) return;
    std::vector<double> roots;
    for (const stats::InternalRate& root : rates.roots) roots.push_back(100 * annual(root.rate));
    measure.series.emplace_back("roots", std::move(roots));
  }

  void add_irr() {
    if (dated()) return add_absent(MeasureId::irr, "dated_flows");
    set_rate(add(MeasureId::irr), stats::internal_rates(flows_.flows),
             [](double rate) { return rate; });
  }

  void add_irr_annual() {
    if (dated()) {
      Measure& measure = add(MeasureId::irr_annual);
      measure.notes.push_back("by_date");
      return set_rate(measure, stats::internal_rates(flows_.dated),
                      [](double rate) { return rate; });
    }
    const auto periods = periods_a_year();
    if (!periods) return add_absent(MeasureId::irr_annual, "unknown_period");
    set_rate(add(MeasureId::irr_annual), stats::internal_rates(flows_.flows), [&](double rate) {
      return *periods == 1 ? rate : stats::annual_rate(rate, *periods);
    });
  }

  void add_mirr() {
    if (dated()) return add_absent(MeasureId::mirr, "dated_flows");
    const auto or_discount = [&](std::optional<double> rate) {
      return per_period(rate ? rate : settings_.discount_rate);
    };
    const auto finance = or_discount(settings_.finance_rate),
               reinvest = or_discount(settings_.reinvest_rate);
    if (!finance || !reinvest) return add_absent(MeasureId::mirr, "no_discount_rate");
    const auto rate = stats::modified_internal_rate(flows_.flows, *finance, *reinvest);
    Measure& mirr = add(MeasureId::mirr);
    set_or_absent(mirr, rate ? std::optional(100 * *rate) : std::nullopt, "one_sign");
    const auto periods = periods_a_year();
    if (rate && periods && *periods != 1) {
      mirr.figures.emplace_back("annual", 100 * stats::annual_rate(*rate, *periods));
    }
  }

  void add_payback(MeasureId id, std::optional<double> rate) {
    if (!rate) return add_absent(id, "no_discount_rate");
    const stats::Payback found = stats::payback(flows_.flows, *rate);
    Measure& payback = add(id);
    payback.unit = unit_name(flows_.unit);
    set_or_absent(payback, found.recovered, "not_recovered");
    if (found.lost_again) {
      payback.figures = {{"recovered", *found.recovered}, {"lost_again", *found.lost_again}};
      payback.notes.push_back("lost_again");
      if (found.below_zero_at_end) payback.notes.push_back("below_zero_at_end");
    } else {
      payback.headline = id == MeasureId::payback && payback.value.has_value();
    }
    if (stats::in_and_out(flows_.flows).out == 0) payback.notes.push_back("no_outlay");
  }

  void add_ratio() {
    const auto rate = per_period(settings_.discount_rate);
    if (!rate) return add_absent(MeasureId::benefit_cost_ratio, "no_discount_rate");
    Measure& ratio = add(MeasureId::benefit_cost_ratio);
    std::optional<double> value;
    if (!flows_.in.empty()) {
      const double out = stats::net_present_value(*rate, flows_.out);
      if (out > 0) value = stats::net_present_value(*rate, flows_.in) / out;
    } else if (dated()) {
      stats::InOut present;
      for (const stats::DatedFlow& flow : flows_.dated) {
        const std::vector<stats::DatedFlow> alone = {{first_day(), 0}, flow};
        const double worth = stats::dated_net_present_value(*settings_.discount_rate, alone);
        (worth < 0 ? present.out : present.in) += std::abs(worth);
      }
      if (present.out > 0) value = present.in / present.out;
    } else {
      value = stats::benefit_cost_ratio(*rate, flows_.flows);
    }
    set_or_absent(ratio, value, "no_cost");
    if (dated()) return;
    if (const auto index = stats::profitability_index(*rate, flows_.flows)) {
      ratio.figures.emplace_back("profitability_index", *index);
    }
  }

  int64_t first_day() const {
    return flows_.dated.front().day;
  }  // they are in the order of their days

  const Flows& flows_;
  const Settings& settings_;
  RolloutResults& results_;
};

}  // namespace

void measure_flows(const Flows& flows, const Settings& settings, RolloutResults& results) {
  FlowMeter meter(flows, settings, results);
  if (!flows.why.empty()) return meter.all_absent(flows.why);
  meter.measure();
}

}  // namespace topline
