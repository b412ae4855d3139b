// SPDX-License-Identifier: Apache-2.0

// The weighted scorecard of vendors: who wins, and whether the winner hangs on a weight.

#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/rollout/fixed_sum.h"
#include "core/rollout/ledger_rows.h"
#include "core/rollout/row_groups.h"
#include "core/stats/vendor_score.h"

namespace topline {
namespace {

// A change of a weight by so many points of a hundred, or less, is within what people would
// disagree on.
constexpr double kCloseCall = 0.10;

struct Criteria {
  std::vector<std::string> names;
  std::vector<double> weights;
  std::vector<uint32_t> rows;
};

struct Vendor {
  const Ledger::Column* column;
  std::string name;
  Noted missing;              ///< marks
  std::vector<double> marks;  ///< by criterion; complete where none is missing
};

Criteria read_criteria(const RolloutTable& table, RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  std::vector<bool> counts(ledger.rows());
  for (uint32_t row : counted_rows(table, Field::vendors_criterion, results)) counts[row] = true;
  Criteria criteria;
  Noted left_out;
  for (uint32_t row : ledger.canonical_order()) {
    if (!counts[row]) continue;
    const auto weight = ledger.amount(row, Field::vendors_weight);
    if (!weight || *weight < 0) {
      left_out.note(ledger.place(row));
      continue;
    }
    criteria.names.emplace_back(ledger.text(row, Field::vendors_criterion));
    criteria.weights.push_back(fixed_to_double(*weight));
    criteria.rows.push_back(row);
  }
  // Figures are named after criteria: a name that stands there twice gets its line.
  const std::vector<std::string> given = criteria.names;
  for (size_t c = 0; c < given.size(); ++c) {
    if (std::count(given.begin(), given.end(), given[c]) == 1) continue;
    criteria.names[c] += " #" + std::to_string(ledger.place(criteria.rows[c]).line);
  }
  if (left_out.count > 0) {
    results.find(table, Code::rows_incomplete, Severity::warning, left_out.count, {},
                 where_of(table, left_out.first));
  }
  return criteria;
}

std::vector<Vendor> read_vendors(const RolloutTable& table, const Criteria& criteria,
                                 RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  std::vector<Vendor> vendors;
  for (const Ledger::Column& column : ledger.columns()) {
    if (column.source.field != Field::vendors_vendor) continue;
    Vendor vendor{&column, table.plan->columns[column.source.column].name, {}, {}};
    for (uint32_t row : criteria.rows) {
      const Int128 mark = column.amounts[row];
      if (mark == Ledger::kNoAmount) {
        vendor.missing.note(ledger.place(row));
      } else {
        vendor.marks.push_back(fixed_to_double(mark));
      }
    }
    if (vendor.missing.count > 0) {
      Where where = where_of(table, vendor.missing.first);
      where.column = column.source.column + 1;
      results.find(table, Code::missing_marks, Severity::warning, vendor.missing.count,
                   {{"name", vendor.name}}, std::move(where));
    }
    vendors.push_back(std::move(vendor));
  }
  return vendors;
}

std::string percent(double share) { return format_number(std::round(1000 * share) / 10); }

// What the winner hangs on: figures of each criterion, and a word where a small change decides.
void add_sensitivity(const RolloutTable& table, const Criteria& criteria,
                     const std::vector<stats::WeightSensitivity>& sensitivity,
                     const std::vector<const Vendor*>& scored, Measure& winner,
                     RolloutResults& results) {
  bool holds = true;
  for (size_t c = 0; c < sensitivity.size(); ++c) {
    const stats::WeightSensitivity& one = sensitivity[c];
    const std::string& name = criteria.names[c];
    winner.figures.emplace_back("weight: " + name, 100 * one.weight);
    const auto tell = [&](const std::optional<stats::WinnerChange>& change, const char* which) {
      if (!change) return;
      holds = false;
      winner.figures.emplace_back(which + name, 100 * change->weight);
      if (std::abs(change->weight - one.weight) > kCloseCall) return;
      results.find(table, Code::winner_hangs_on_weight, Severity::warning, 1,
                   {{"winner", winner.option},
                    {"criterion", name},
                    {"weight", percent(one.weight)},
                    {"to", percent(change->weight)},
                    {"other", scored[change->challenger]->name}},
                   where_of(table, table.ledger().place(criteria.rows[c])));
    };
    tell(one.lower, "lower: ");
    tell(one.higher, "higher: ");
  }
  if (holds) winner.notes.push_back("wins_at_any_weight");
}

void measure_table(const RolloutTable& table, RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  if (ledger.over_limit) return results.add_absent(MeasureId::vendor_score, table, "too_large");
  const Criteria criteria = read_criteria(table, results);
  const std::vector<Vendor> vendors = read_vendors(table, criteria, results);
  std::vector<const Vendor*> scored;
  std::vector<double> marks;
  for (const Vendor& vendor : vendors) {
    if (vendor.missing.count > 0) continue;
    scored.push_back(&vendor);
    marks.insert(marks.end(), vendor.marks.begin(), vendor.marks.end());
  }
  const auto card = stats::scorecard(criteria.weights, marks);
  for (const Vendor& vendor : vendors) {
    if (vendor.missing.count == 0) continue;
    results.add_absent(MeasureId::vendor_score, table, "missing_marks");
    results.measures.back().option = vendor.name;
    results.measures.back().parts = {{"missing", vendor.missing.count}};
  }
  if (!card) {
    if (!scored.empty() || vendors.empty()) {
      results.add_absent(MeasureId::vendor_score, table,
                         vendors.empty() ? "no_vendors" : "no_weight");
    }
    return;
  }
  const bool tie = card->winners.size() > 1;
  if (tie) {
    std::vector<std::string> names;
    for (size_t v : card->winners) names.push_back(scored[v]->name);
    results.find(table, Code::vendors_tie, Severity::warning, names.size(),
                 {{"names", join(names, ", ")}}, {table.tally->inputs[0].name});
  }
  const auto sensitivity = stats::weight_sensitivity(criteria.weights, marks);
  for (size_t v = 0; v < scored.size(); ++v) {
    const bool wins =
        std::find(card->winners.begin(), card->winners.end(), v) != card->winners.end();
    size_t rank = 1;
    for (double other : card->scores) rank += !wins && other > card->scores[v];
    Measure& measure = results.add(MeasureId::vendor_score, table);
    measure.option = scored[v]->name;
    measure.value = card->scores[v];
    measure.n = criteria.names.size();
    measure.figures = {{"rank", static_cast<double>(rank)}};
    if (!wins) continue;
    measure.headline = true;
    measure.notes.push_back(tie ? "tie" : "winner");
    if (sensitivity) add_sensitivity(table, criteria, *sensitivity, scored, measure, results);
  }
}

}  // namespace

void measure_vendors(const Rollout& rollout, RolloutResults& results) {
  for (const RolloutTable* table : rollout.of(TableKind::vendors)) measure_table(*table, results);
}

}  // namespace topline
