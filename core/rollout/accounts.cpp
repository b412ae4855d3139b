// SPDX-License-Identifier: Apache-2.0

// Tables of accounts: who was lost, and what the others bring now and brought before.

#include <algorithm>
#include <map>

#include "core/rollout/account_rows.h"
#include "core/rollout/order_measures.h"

namespace topline {
namespace {

double percent(Int128 part, Int128 of) { return 100 * (to_double(part) / to_double(of)); }

class AccountMeasures {
 public:
  AccountMeasures(const Rollout& rollout, const RolloutTable& table, RolloutResults& results)
      : rollout_(rollout),
        table_(table),
        ledger_(table.ledger()),
        accounts_(rollout, table),
        results_(results) {}

  void measure() {
    if (accounts_.rows().empty()) return;
    say_duplicates();
    std::vector<size_t> all(accounts_.rows().size());
    for (size_t k = 0; k < all.size(); ++k) all[k] = k;
    add_of(all, {});
    for (size_t c = 0; c < ledger_.columns().size(); ++c) {
      const Ledger::Column& column = ledger_.columns()[c];
      const std::optional<Field> field = column.source.field;
      const bool groups =
          !field || *field == Field::accounts_segment || *field == Field::accounts_importance;
      if (groups && column.type == FieldType::text && is_first(c)) add_by(column, all);
    }
    add_new();
    add_churn_by_period();
  }

 private:
  // A column that is told with --by can be the segment as well.
  bool is_first(size_t index) const {
    for (size_t c = 0; c < index; ++c) {
      if (ledger_.columns()[c].source.column == ledger_.columns()[index].source.column)
        return false;
    }
    return true;
  }

  void say_duplicates() {
    if (accounts_.duplicates() == 0) return;
    const std::string name = [&] {
      const Ledger::Column* column = ledger_.find(Field::accounts_customer);
      return table_.plan->columns[column->source.column].name;
    }();
    results_.find(table_, Code::duplicates_left_out, Severity::info, accounts_.duplicates(),
                  {{"column", name}});
  }

  void add_by(const Ledger::Column& column, const std::vector<size_t>& all) {
    const std::string& name = table_.plan->columns[column.source.column].name;
    std::map<std::string, std::vector<size_t>> groups;
    for (size_t k : all) {
      groups[std::string(column.texts.text(column.codes[accounts_.rows()[k]]))].push_back(k);
    }
    if (groups.size() > kMostGroups) return;
    for (const auto& [text, rows] : groups) {
      Cell cell;
      cell.segment.emplace_back(name, text);
      add_of(rows, cell);
    }
  }

  void add_of(const std::vector<size_t>& rows, const Cell& cell) {
    add_churn(rows, cell);
    add_revenue(rows, cell);
  }

  void add_churn(const std::vector<size_t>& rows, const Cell& cell) {
    if (!accounts_.tells_loss()) return;
    uint64_t known = 0, lost = 0;
    for (size_t k : rows) {
      known += accounts_.lost(k).has_value();
      lost += accounts_.lost(k) == true;
    }
    const bool everyone = cell.segment.empty();
    if (known == 0) {
      results_.add_absent(MeasureId::churn_rate, table_, "churn_unknown", cell);
      return;
    }
    if (everyone && known < rows.size()) {
      results_.find(table_, Code::churn_unknown, Severity::warning, rows.size() - known, {});
    }
    const char* method = ledger_.has(Field::accounts_churned) ? "flags" : "dates";
    Measure& churn = results_.add(MeasureId::churn_rate, table_, cell);
    churn.value = percent(static_cast<Int128>(lost), static_cast<Int128>(known));
    churn.n = known;
    churn.method = method;
    churn.parts = {{"lost", lost}};
    churn.headline = everyone;
    Measure& kept = results_.add(MeasureId::retention_rate, table_, cell);
    kept.value = percent(static_cast<Int128>(known - lost), static_cast<Int128>(known));
    kept.n = known;
    kept.method = method;
    kept.parts = {{"retained", known - lost}};
  }

  void add_revenue(const std::vector<size_t>& rows, const Cell& cell) {
    if (!ledger_.has(Field::accounts_revenue) || !ledger_.has(Field::accounts_revenue_before))
      return;
    uint64_t customers = 0;
    Int128 before = 0, now = 0, lesser = 0;
    for (size_t k : rows) {
      const uint32_t row = accounts_.rows()[k];
      const Int128 then = ledger_.amount(row, Field::accounts_revenue_before).value_or(0);
      if (then <= 0) continue;
      const Int128 since = ledger_.amount(row, Field::accounts_revenue).value_or(0);
      ++customers;
      before += then;
      now += since;
      lesser += std::min(then, since);
    }
    for (MeasureId id : {MeasureId::nrr, MeasureId::grr}) {
      if (customers == 0) {
        results_.add_absent(id, table_, "no_revenue_before", cell);
        continue;
      }
      const Int128 kept = id == MeasureId::nrr ? now : lesser;
      Measure& measure = results_.add(id, table_, cell);
      measure.value = percent(kept, before);
      measure.n = customers;
      measure.method = "accounts";
      measure.figures = {{"before", to_double(before) / static_cast<double>(kFixedOne)},
                         {"now", to_double(kept) / static_cast<double>(kFixedOne)}};
      measure.headline = cell.segment.empty() && id == MeasureId::nrr;
    }
  }

  // Where there are orders the first of them tells.
  void add_new() {
    if (!ledger_.has(Field::accounts_start) || !rollout_.of(TableKind::orders).empty()) return;
    std::map<int, uint64_t> joined;
    for (size_t k = 0; k < accounts_.rows().size(); ++k) {
      const auto start = accounts_.start(k);
      if (start && *start <= rollout_.as_of) ++joined[period_number(*start, WaveUnit::month)];
    }
    if (joined.empty()) return;
    for (int month = joined.begin()->first; month <= joined.rbegin()->first; ++month) {
      Measure& measure = results_.add(MeasureId::new_customers, table_, at(month, WaveUnit::month));
      measure.value = static_cast<double>(joined[month]);
      measure.n = joined[month];
      measure.method = "start";
      if (!is_whole(month, WaveUnit::month, rollout_.as_of))
        measure.notes.push_back("incomplete_period");
    }
  }

  // Of those who were there when a period began, who ended in it.
  void add_churn_by_period() {
    if (!ledger_.has(Field::accounts_start) || !ledger_.has(Field::accounts_end)) return;
    for (WaveUnit unit : units_of(rollout_)) {
      struct Change {
        int64_t there = 0;   ///< more at the period's start than at the one before
        uint64_t ended = 0;  ///< in the period, of those there at its start
      };
      std::map<int, Change> changes;
      for (size_t k = 0; k < accounts_.rows().size(); ++k) {
        const auto start = accounts_.start(k);
        if (!start || *start > rollout_.as_of) continue;
        const auto until = accounts_.stays_until(k);
        if (!until || *until < *start) continue;
        const int first = period_number(*start - 1, unit) + 1;  // there when that one begins
        const int last = period_number(*until, unit);
        if (first > last) continue;
        ++changes[first].there;
        const auto end = accounts_.end(k);
        if (!end || *end > rollout_.as_of) continue;
        ++changes[last].ended;
        --changes[last + 1].there;
      }
      if (changes.empty()) continue;
      int64_t there = 0;
      const int now = period_number(rollout_.as_of, unit);
      for (int period = changes.begin()->first; period <= now; ++period) {
        const auto change = changes.find(period);
        if (change != changes.end()) there += change->second.there;
        if (there <= 0) continue;
        const uint64_t ended = change == changes.end() ? 0 : change->second.ended;
        Measure& churn = results_.add(MeasureId::churn_rate, table_, at(period, unit));
        churn.value = percent(static_cast<Int128>(ended), static_cast<Int128>(there));
        churn.n = static_cast<uint64_t>(there);
        churn.method = "dates";
        churn.parts = {{"lost", ended}};
        if (!is_whole(period, unit, rollout_.as_of)) churn.notes.push_back("incomplete_period");
      }
    }
  }

  static Cell at(int period, WaveUnit unit) {
    Cell cell;
    cell.wave = period_name(period, unit);
    return cell;
  }

  static constexpr size_t kMostGroups = 200;

  const Rollout& rollout_;
  const RolloutTable& table_;
  const Ledger& ledger_;
  Accounts accounts_;
  RolloutResults& results_;
};

}  // namespace

void measure_accounts(const Rollout& rollout, const RolloutTable& table, RolloutResults& results) {
  AccountMeasures(rollout, table, results).measure();
}

}  // namespace topline
