// SPDX-License-Identifier: Apache-2.0

// Cochran, W. G. (1954), "Some methods for strengthening the common χ² tests", Biometrics 10:417.

#include "core/measure/crosstabs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "core/base/number.h"
#include "core/measure/scale_answers.h"
#include "core/stats/contingency.h"
#include "core/stats/multiplicity.h"
#include "core/stats/rao_scott.h"

namespace topline {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
/// Longer scales have rows only for the scores that were given.
constexpr int kLongestScale = 11;
constexpr double kMostSmallCells = 0.2;

void take(Crosstab::Column& into, size_t row, uint64_t n, double weight, double squared) {
  into.counts[row] += n;
  into.weights[row] += weight;
  into.squares[row] += squared;
}

Crosstab::Column empty_column(std::string name, size_t rows) {
  return {std::move(name), 0, 0, std::vector<uint64_t>(rows), std::vector<double>(rows),
          std::vector<double>(rows)};
}

// What the rows are, and how an answer of a cell finds its own.
class Rows {
 public:
  Rows(const ColumnPlan& plan, const std::vector<const Answers*>& shown) : plan_(plan) {
    if (is_net_score(plan.role)) {
      names = {"detractors", "passives", "promoters"};
    } else if (plan.role == Role::choice) {
      add_options(shown);
    } else {
      add_scores(shown);
    }
  }

  Crosstab::Column column(std::string name, const Answers& answers) const {
    Crosstab::Column column = empty_column(std::move(name), names.size());
    column.n = answers.n;
    column.sum_w = answers.sum_w;
    for (const stats::WeightedValue& score : answers.scores) {
      const size_t row = is_net_score(plan_.role) ? static_cast<size_t>(net_class(score.value) + 1)
                                                  : score_at_.at(score.value);
      take(column, row, score.n, score.sum_w, score.sum_w2);
    }
    for (const Answers::Option& option : answers.options) {
      take(column, option_at_.at(option.text), option.n, option.sum_w, option.sum_w2);
    }
    return column;
  }

  std::vector<std::string> names;

 private:
  void add_scores(const std::vector<const Answers*>& shown) {
    if (plan_.scale && plan_.scale->high - plan_.scale->low < kLongestScale) {
      for (int score = plan_.scale->low; score <= plan_.scale->high; ++score) score_at_[score] = 0;
    }
    for (const Answers* cell : shown) {
      for (const stats::WeightedValue& score : cell->scores) score_at_[score.value] = 0;
    }
    for (auto& [score, row] : score_at_) {
      row = names.size();
      names.push_back(format_number(score));
    }
  }

  void add_options(const std::vector<const Answers*>& shown) {
    std::map<std::string, uint64_t> chosen;
    for (const Answers* cell : shown) {
      for (const Answers::Option& option : cell->options) chosen[option.text] += option.n;
    }
    std::vector<std::pair<std::string, uint64_t>> order(chosen.begin(), chosen.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    for (auto& [text, n] : order) {
      option_at_[text] = names.size();
      names.push_back(std::move(text));
    }
  }

  const ColumnPlan& plan_;
  std::map<double, size_t> score_at_;
  std::map<std::string, size_t> option_at_;
};

void add(Crosstab::Column& into, const Crosstab::Column& column) {
  into.n += column.n;
  into.sum_w += column.sum_w;
  for (size_t row = 0; row < column.counts.size(); ++row) {
    take(into, row, column.counts[row], column.weights[row], column.squares[row]);
  }
}

// Did all of them give one answer? The table would then tell each one's.
bool alike(const Crosstab::Column& column) {
  return std::find(column.counts.begin(), column.counts.end(), column.n) != column.counts.end();
}

// By column: is it left out? `columns` are those in which somebody answered.
std::vector<bool> left_out(const std::vector<Crosstab::Column>& columns, std::vector<bool> out,
                           bool total_hidden, uint32_t min_n) {
  if (min_n == 0 || columns.empty()) return out;
  for (size_t c = 0; c < columns.size(); ++c) out[c] = out[c] || alike(columns[c]);
  while (!total_hidden) {
    // What all answers less the shown columns leave.
    Crosstab::Column rest = empty_column({}, columns[0].counts.size());
    size_t parts = 0, smallest = columns.size();
    for (size_t c = 0; c < columns.size(); ++c) {
      if (out[c]) {
        add(rest, columns[c]);
        ++parts;
      } else if (smallest == columns.size() || columns[c].n < columns[smallest].n) {
        smallest = c;
      }
    }
    const bool safe = parts == 0 || (parts > 1 && rest.n >= min_n && !alike(rest));
    if (safe || smallest == columns.size()) break;
    out[smallest] = true;
  }
  return out;
}

// Is χ² an approximation at risk? The test needs expected counts of 5, a few may be less.
bool few_expected(const Crosstab& table) {
  const auto total = static_cast<double>(table.total.n);
  size_t cells = 0, small = 0;
  bool tiny = false;
  for (size_t row = 0; row < table.answers.size(); ++row) {
    if (table.total.counts[row] == 0) continue;
    for (const Crosstab::Column& segment : table.segments) {
      const double expected = static_cast<double>(table.total.counts[row]) *
                              (static_cast<double>(segment.n) / total);
      ++cells;
      small += expected < 5;
      tiny |= expected < 1;
    }
  }
  return tiny || static_cast<double>(small) > kMostSmallCells * static_cast<double>(cells);
}

// The sample that is tested is who stands in the table.
void test_weighted(Crosstab& table) {
  std::vector<stats::WeightedValue> cells;
  std::vector<double> shares;
  for (size_t row = 0; row < table.answers.size(); ++row) {
    if (!(table.total.weights[row] > 0)) continue;
    for (const Crosstab::Column& segment : table.segments) {
      cells.push_back({0, segment.counts[row], segment.weights[row], segment.squares[row]});
      shares.push_back(segment.weights[row] / table.total.sum_w);
    }
  }
  const uint64_t n = table.total.n;
  const stats::RaoScott result =
      stats::rao_scott(shares, table.segments.size(), stats::share_covariance(cells, n),
                       static_cast<double>(n), static_cast<double>(n - 1));
  if (!std::isfinite(result.p)) {
    table.why = "weighted";
    return;
  }
  table.f = result.f;
  table.df = result.ndf;
  table.ddf = result.ddf;
  table.p = result.p;
  table.cramers_v = result.cramers_v;
}

void test(const ColumnPlan& plan, const CrosstabRules& rules, Crosstab& table) {
  const auto given = std::count_if(table.total.counts.begin(), table.total.counts.end(),
                                   [](uint64_t n) { return n != 0; });
  table.why = table.segments.size() < 2                             ? "one_segment"
              : plan.role == Role::choice && !plan.option_mark.empty() ? "several_answers"
              : rules.designed                                      ? "designed"
              : given < 2                                           ? "one_answer"
                                                                    : "";
  if (rules.weighted) table.notes.push_back("weighted");
  if (!table.why.empty()) return;
  if (few_expected(table)) table.notes.push_back("few_expected");
  if (rules.weighted) return test_weighted(table);
  std::vector<double> counts;
  for (size_t row = 0; row < table.answers.size(); ++row) {
    for (const Crosstab::Column& segment : table.segments) {
      counts.push_back(static_cast<double>(segment.counts[row]));
    }
  }
  const stats::Contingency result = stats::contingency(counts, table.segments.size());
  table.chi_squared = result.chi_squared;
  table.df = result.df;
  table.p = result.p;
  table.cramers_v = result.cramers_v;
}

}  // namespace

double Crosstab::Column::percent(size_t answer) const {
  return sum_w > 0 ? 100 * (weights[answer] / sum_w) : kNaN;
}

std::optional<Crosstab> crosstab_of(const ColumnPlan& plan, const std::vector<Answers>& answers,
                                    const std::vector<bool>& hidden, const CellSet& cells,
                                    const ComparisonCells::Family& family,
                                    const CrosstabRules& rules) {
  std::vector<uint32_t> people;
  for (const auto* some : {&family.segments, &family.blanks}) {
    for (uint32_t cell : *some) {
      if (answers[cell].n != 0) people.push_back(cell);
    }
  }
  if (people.empty()) return std::nullopt;
  const auto every_one_of = [&](const std::vector<uint32_t>& from) {
    std::vector<const Answers*> all;
    for (uint32_t cell : from) all.push_back(&answers[cell]);
    return all;
  };
  std::vector<bool> out;
  std::vector<Crosstab::Column> columns;
  const Rows all_rows(plan, every_one_of(people));
  for (uint32_t cell : people) {
    columns.push_back(all_rows.column({}, answers[cell]));
    out.push_back(hidden[cell]);
  }
  out = left_out(columns, std::move(out), hidden[family.total], rules.min_n);

  Crosstab table;
  std::vector<uint32_t> shown;
  for (size_t c = 0; c < people.size(); ++c) {
    if (!out[c]) shown.push_back(people[c]);
  }
  table.left_out = people.size() - shown.size();
  // An answer that only hidden people gave has no row.
  Rows rows(plan, every_one_of(shown));
  table.total = rows.column({}, {});
  for (uint32_t cell : shown) {
    Crosstab::Column column = rows.column(cells.cells[cell].values[0], answers[cell]);
    if (column.name.empty()) {
      table.no_answer = std::move(column);
      continue;
    }
    add(table.total, column);
    table.segments.push_back(std::move(column));
  }
  table.answers = std::move(rows.names);
  test(plan, rules, table);
  return table;
}

void judge_crosstabs(std::vector<Crosstab>& crosstabs, double confidence) {
  std::map<uint32_t, std::vector<size_t>> families;  // by segment column
  for (size_t i = 0; i < crosstabs.size(); ++i) families[crosstabs[i].by].push_back(i);
  for (const auto& [by, members] : families) {
    std::vector<double> p;
    for (size_t i : members) p.push_back(crosstabs[i].p.value_or(kNaN));
    const std::vector<double> adjusted = stats::holm(p);
    for (size_t k = 0; k < members.size(); ++k) {
      Crosstab& one = crosstabs[members[k]];
      if (!one.p) continue;
      one.p_adjusted = adjusted[k];
      const bool rough =
          std::find(one.notes.begin(), one.notes.end(), "few_expected") != one.notes.end();
      one.verdict = rough ? "no_verdict" : adjusted[k] < 1 - confidence ? "clear" : "not_clear";
    }
  }
}

SurveyCrosstabs::SurveyCrosstabs(const Tally& tally, const Plan& plan, const CellSet& cells,
                                 const std::string& headline_wave, const Settings& settings)
    : cells_(&cells),
      columns_of_(groupings(tally.shape)),
      wave_(headline_wave),
      rules_{tally.shape.weight != Shape::kNo, plan.declared.designed(),
             settings.audience == "customer" ? 0 : settings.min_n},
      confidence_(settings.confidence) {
  if (!settings.crosstabs) return;
  auto found = make_comparison_cells(cells, columns_of_, headline_wave, CompareScope::headline);
  for (ComparisonCells::Family& family : found.families) {
    if (columns_of_[family.grouping].size() == 1) families_.push_back(std::move(family));
  }
}

void SurveyCrosstabs::add(uint32_t column, const ColumnPlan& plan,
                          const std::vector<Answers>& answers, const std::vector<bool>& hidden) {
  for (const ComparisonCells::Family& family : families_) {
    const uint32_t by = columns_of_[family.grouping][0];
    if (by == column) continue;  // a question compared by itself says nothing
    auto table = crosstab_of(plan, answers, hidden, *cells_, family, rules_);
    if (!table) continue;
    table->column = column + 1;
    table->by = by + 1;
    table->wave = wave_;
    crosstabs_.push_back(std::move(*table));
  }
}

std::vector<Crosstab> SurveyCrosstabs::judged() && {
  judge_crosstabs(crosstabs_, confidence_);
  return std::move(crosstabs_);
}

}  // namespace topline
