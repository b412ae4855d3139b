// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the measures of money share: exact sums that say when they no longer fit, costs and benefits
// as rows, and flows of money over time.

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "core/profile/period.h"
#include "core/rollout/rollout.h"
#include "core/stats/dated_cash_flow.h"
#include "core/stats/uncertain_input.h"

namespace topline {

/// An exact sum, in units of 1e-12. What comes in and what goes out are summed apart, so that
/// whether it fits doesn't depend on the order.
class MoneySum {
 public:
  void add(Int128 amount);
  uint64_t count() const { return count_; }
  bool fits() const { return positive_.has_value() && negative_.has_value(); }
  /// Empty where it doesn't fit in 128 bits.
  std::optional<Int128> total() const;
  std::optional<Int128> in() const { return positive_; }
  /// What goes out, as a positive sum.
  std::optional<Int128> out() const { return negative_; }

 private:
  std::optional<Int128> positive_ = 0, negative_ = 0;
  uint64_t count_ = 0;
};

/// The double nearest to an amount.
double money(Int128 amount);

/// The sum as a measure with its base, or absent (money_overflow).
Measure& add_sum(RolloutResults& results, MeasureId id, const RolloutTable& table,
                 const MoneySum& sum, const std::string& currency, Cell cell = {});

/// The value where it is finite; else the measure is absent for this reason.
void set_or_absent(Measure& measure, std::optional<double> value, std::string_view why);

/// amount × percent ÷ 100, rounded half to even. REQUIRES: 0 <= percent <= 100, both in 1e-12.
Int128 percent_of(Int128 amount, Int128 percent);

/// The percentages of a field by row: "80", "80 %", or 0.8 where no cell of the column is above 1
/// or has a
/// %. Those outside 0–100 are empty and said, so are blank ones; shares taken for percentages are
/// said.
std::vector<std::optional<Int128>> read_percents(const RolloutTable& table, Field field,
                                                 RolloutResults& results);

/// Names of items by row, spelt alike where they fold alike; "" where there is none.
std::vector<std::string> names_by_row(const Ledger& ledger, Field field);

/// Tables with more items are not broken down by them.
inline constexpr size_t kMostItems = 200;

/// Is the row a sum of others: "Total", 合计? It is left out of everything.
bool is_total(const Ledger& ledger, size_t row, Field field);
/// Says how many such rows there are, by any of the fields.
void say_totals(const RolloutTable& table, std::initializer_list<Field> fields,
                RolloutResults& results);

std::string year_of(Day day);

/// Where a row stands in its file.
Where where_of(const RolloutTable& table, size_t row);

/// An amount and when; what is uncertain about it.
struct Entry {
  std::optional<Day> day;
  Int128 amount = 0;
};

/// A benefit after its attribution.
struct Benefit {
  uint32_t row = 0;
  std::string item;
  Entry entry;
  Int128 low = 0, mode = 0, high = 0;  ///< all `amount` where no range was given
};

/// Actual costs, dated by the date of the cost, else that of the item's end.
std::vector<Entry> read_costs(const RolloutTable& table);
/// What is odd is said.
std::vector<Benefit> read_benefits(const RolloutTable& table, RolloutResults& results);

/// All costs and benefits of the call.
struct Project {
  std::vector<Entry> costs;
  std::vector<Benefit> benefits;
  const RolloutTable* cost_table = nullptr;     ///< the first
  const RolloutTable* benefit_table = nullptr;  ///< the first
  std::string currency;
  bool mixed_currencies = false;
};

/// Money over time.
struct Flows {
  const RolloutTable* table = nullptr;
  std::string method;  ///< "costs_and_benefits" or ""
  std::string currency;
  std::string why;                     ///< why there are none; empty: there are
  PeriodUnit unit = PeriodUnit::bare;  ///< of `flows`
  bool first_is_zero = true;           ///< bare periods that begin with 0 (or are of the calendar)
  std::vector<double> flows;           ///< one per period from the first on, the empty ones too
  std::vector<double> in, out;  ///< what they are made of, where that is known, both positive
  std::vector<stats::DatedFlow> dated;  ///< of flows on dates; `flows` are then by month
  uint64_t rows = 0;
};

// The parts of the topic.
void measure_costs(const RolloutTable& table, const Rollout& rollout, RolloutResults& results);
void measure_earned_value(const RolloutTable& table, const Rollout& rollout,
                          RolloutResults& results);
void measure_benefits(const RolloutTable& table, const std::vector<Benefit>& benefits,
                      RolloutResults& results);
void measure_return(const Project& project, RolloutResults& results);
void measure_return_risk(const Project& project, const Settings& settings, RolloutResults& results);
/// A table of cash flows: its totals, its return, and all of measure_flows.
void measure_cash_flows(const RolloutTable& table, const Settings& settings,
                        RolloutResults& results);
/// Dated costs and benefits as flows by month, or by year where all dates are a first of January.
Flows project_flows(const Project& project);
/// NPV, rates of return, payback, benefit–cost ratio.
void measure_flows(const Flows& flows, const Settings& settings, RolloutResults& results);

}  // namespace topline
