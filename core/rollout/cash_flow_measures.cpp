// SPDX-License-Identifier: Apache-2.0

// Flows of money as tables give them: a cash flow by period or by date, or dated costs and
// benefits.

#include <algorithm>
#include <map>

#include "core/base/text.h"
#include "core/rollout/money.h"
#include "core/stats/cash_flow.h"

namespace topline {
namespace {

// From the first period to the last, so many are plausible; more is a date read wrongly.
constexpr int64_t kMostPeriods = 10'000;

using Sums = std::map<int64_t, MoneySum>;

// One flow per index from the first to the last; empty with `why` where that can't be.
std::vector<double> lay_out(const Sums& sums, int64_t first, int64_t last, std::string& why) {
  if (last - first >= kMostPeriods) {
    why = "too_many_periods";
    return {};
  }
  std::vector<double> flows(static_cast<size_t>(last - first) + 1);
  for (const auto& [index, sum] : sums) {
    const auto total = sum.total();
    if (!total) {
      why = "money_overflow";
      return {};
    }
    flows[static_cast<size_t>(index - first)] = money(*total);
  }
  return flows;
}

int64_t month_of(Day day) {
  const Civil date = civil(day);
  return int64_t{date.year} * 12 + date.month - 1;
}

// "Year" above 0, 1, 2 says what the numbers are.
PeriodUnit unit_of_header(std::string_view header) {
  const std::string folded = fold(as_words(header));
  const auto says = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](auto word) { return has_word(folded, word); });
  };
  if (says({"month", "months", "月"})) return PeriodUnit::month;
  if (says({"quarter", "quarters", "季"})) return PeriodUnit::quarter;
  if (says({"year", "years", "年"})) return PeriodUnit::year;
  return PeriodUnit::bare;
}

// The sums at a table's foot are none.
std::optional<Int128> flow_of(const Ledger& ledger, size_t row) {
  if (is_total(ledger, row, Field::cashflows_period)) return std::nullopt;
  return ledger.amount(row, Field::cashflows_amount);
}

struct DatedRow {
  Day day;
  Int128 amount;
};

void by_dates(const std::vector<DatedRow>& rows, Flows& flows) {
  Sums months, days;
  for (const DatedRow& row : rows) {
    months[month_of(row.day)].add(row.amount);
    days[row.day].add(row.amount);
  }
  flows.unit = PeriodUnit::month;
  flows.flows = lay_out(months, months.begin()->first, months.rbegin()->first, flows.why);
  for (const auto& [day, sum] : days) {
    const auto total = sum.total();
    if (!total) {
      flows.why = "money_overflow";
      return;
    }
    flows.dated.push_back({day, money(*total)});
  }
}

// The one order in which every text is a date; none where there is none, or several.
DateOrder order_of(const std::vector<std::string_view>& texts, bool& are_dates) {
  unsigned orders = 7;
  for (std::string_view text : texts) orders &= possible_orders(text);
  are_dates = !texts.empty() && orders != 0;
  if (!are_dates) return DateOrder::none;
  if (orders & 1) return DateOrder::ymd;
  return orders == 2 ? DateOrder::mdy : orders == 4 ? DateOrder::dmy : DateOrder::none;
}

struct PeriodRow {
  Period period;
  Int128 amount;
};

void by_periods(const std::vector<PeriodRow>& rows, PeriodUnit of_header, Flows& flows) {
  const Period& one = rows[0].period;
  Sums sums;
  for (const PeriodRow& row : rows) {
    if (row.period.unit != one.unit || row.period.calendar != one.calendar) {
      flows.why = "mixed_periods";
      return;
    }
    sums[row.period.index].add(row.amount);
  }
  const int64_t first = sums.begin()->first;
  flows.unit = one.unit == PeriodUnit::bare ? of_header : one.unit;
  flows.first_is_zero = one.calendar || first == 0;
  flows.flows = lay_out(sums, first, sums.rbegin()->first, flows.why);
}

void say_without_period(const RolloutTable& table, uint64_t count, size_t first,
                        RolloutResults& results) {
  if (count == 0) return;
  results.find(table, Code::flow_without_period, Severity::warning, count,
               {{"count", std::to_string(count)}}, where_of(table, first));
}

Flows flows_of(const RolloutTable& table, RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  Flows flows;
  flows.table = &table;
  flows.currency = table.currency(Field::cashflows_amount);
  std::vector<std::string_view> texts;
  for (size_t row = 0; row < ledger.rows(); ++row) {
    const std::string_view text = trim(ledger.text(row, Field::cashflows_period));
    if (flow_of(ledger, row) && !text.empty()) texts.push_back(text);
  }
  bool are_dates = false;
  const DateOrder order = order_of(texts, are_dates);
  if (are_dates && order == DateOrder::none) {
    flows.why = "dates_unclear";
    return flows;
  }
  std::vector<DatedRow> dated;
  std::vector<PeriodRow> counted;
  uint64_t without = 0;
  size_t first_without = 0;
  for (size_t row = 0; row < ledger.rows(); ++row) {
    const auto amount = flow_of(ledger, row);
    if (!amount) continue;
    const std::string_view text = ledger.text(row, Field::cashflows_period);
    if (texts.empty()) {
      if (const auto second = ledger.moment(row, Field::cashflows_date)) {
        dated.push_back({day_of_second(*second), *amount});
        continue;
      }
    } else if (are_dates) {
      if (const auto moment = parse_moment(text, order)) {
        dated.push_back({moment->day, *amount});
        continue;
      }
    } else if (const auto period = parse_period(text)) {
      counted.push_back({*period, *amount});
      continue;
    }
    if (without == 0 || ledger.place(row) < ledger.place(first_without)) first_without = row;
    ++without;
  }
  say_without_period(table, without, first_without, results);
  flows.rows = dated.size() + counted.size();
  if (!dated.empty()) {
    by_dates(dated, flows);
  } else if (!counted.empty()) {
    const uint32_t column = ledger.find(Field::cashflows_period)->source.column;
    by_periods(counted, unit_of_header(table.plan->columns[column].name), flows);
  } else {
    flows.why = without > 0 ? "no_periods" : "no_amounts";
  }
  return flows;
}

}  // namespace

void measure_cash_flows(const RolloutTable& table, const Settings& settings,
                        RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  if (ledger.over_limit) return results.add_absent(MeasureId::npv, table, "too_large");
  say_totals(table, {Field::cashflows_period}, results);
  const std::string currency = table.currency(Field::cashflows_amount);
  MoneySum all, in, out;
  for (size_t row = 0; row < ledger.rows(); ++row) {
    const auto amount = flow_of(ledger, row);
    if (!amount) continue;
    all.add(*amount);
    if (*amount > 0) in.add(*amount);
    if (*amount < 0) out.add(-*amount);
  }
  if (all.count() == 0) return results.add_absent(MeasureId::npv, table, "no_amounts");
  for (const auto& [id, sum] :
       {std::pair(MeasureId::cost_total, &out), std::pair(MeasureId::benefit_total, &in)}) {
    add_sum(results, id, table, *sum, currency).notes.push_back("netted");
  }
  Measure& roi = results.add(MeasureId::roi, table);
  roi.n = all.count();
  roi.notes.push_back("netted");
  if (!all.fits()) {
    set_or_absent(roi, std::nullopt, "money_overflow");
    results.find(table, Code::money_overflow, Severity::warning, 1,
                 {{"name", table.tally->inputs[0].name}}, {table.tally->inputs[0].name});
  } else {
    const auto value = stats::return_on_investment(money(*all.in()), money(*all.out()));
    set_or_absent(roi, value ? std::optional(100 * *value) : std::nullopt, "no_cost");
    roi.figures = {{"benefit", money(*all.in())}, {"cost", money(*all.out())}};
  }
  measure_flows(flows_of(table, results), settings, results);
}

Flows project_flows(const Project& project) {
  Flows flows;
  flows.table = project.cost_table;
  flows.method = "costs_and_benefits";
  flows.currency = project.currency;
  flows.rows = project.costs.size() + project.benefits.size();
  std::vector<const Entry*> entries;
  for (const Entry& cost : project.costs) entries.push_back(&cost);
  for (const Benefit& benefit : project.benefits) entries.push_back(&benefit.entry);
  uint64_t dated = 0;
  bool by_year = true;
  for (const Entry* entry : entries) {
    dated += entry->day.has_value();
    by_year = by_year && entry->day && civil(*entry->day).month == 1 && civil(*entry->day).day == 1;
  }
  flows.why = project.mixed_currencies   ? "mixed_currencies"
              : project.costs.empty()    ? "no_cost"
              : project.benefits.empty() ? "no_benefit"
              : dated == 0               ? "no_dates"
              : dated < entries.size()   ? "undated_rows"
                                         : "";
  if (!flows.why.empty()) return flows;
  flows.unit = by_year ? PeriodUnit::year : PeriodUnit::month;
  const auto index_of = [&](const Entry& entry) {
    return by_year ? int64_t{civil(*entry.day).year} : month_of(*entry.day);
  };
  Sums net, in, out;
  for (const Entry& cost : project.costs) {
    net[index_of(cost)].add(-cost.amount);
    out[index_of(cost)].add(cost.amount);
  }
  for (const Benefit& benefit : project.benefits) {
    net[index_of(benefit.entry)].add(benefit.entry.amount);
    in[index_of(benefit.entry)].add(benefit.entry.amount);
  }
  const int64_t first = net.begin()->first, last = net.rbegin()->first;
  flows.flows = lay_out(net, first, last, flows.why);
  flows.in = lay_out(in, first, last, flows.why);
  flows.out = lay_out(out, first, last, flows.why);
  return flows;
}

}  // namespace topline
