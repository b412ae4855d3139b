// SPDX-License-Identifier: Apache-2.0
#include "core/measure/ranked_answers.h"

#include <cmath>
#include <map>
#include <set>

#include "core/profile/answer.h"
#include "core/profile/ranking.h"

namespace topline {
namespace {

// Counts of one cell: exact sums first, one rounding to double at the end.
struct Folded {
  Count people;
  uint64_t invalid = 0;
  std::map<std::string, std::map<double, Count>> items;  // item → rank
};

void add(Count& into, const Count& count) {
  into.n += count.n;
  into.weight += count.weight;
  into.weight_squared += count.weight_squared;
}

Answers finished(const std::map<double, Count>& ranks, bool weighted) {
  Answers answers;
  for (const auto& [rank, count] : ranks) {
    const stats::WeightedValue value = weighted_value(rank, count, weighted);
    if (value.n == 0) continue;
    answers.scores.push_back(value);
    answers.n += value.n;
    answers.sum_w += value.sum_w;
    answers.sum_w2 += value.sum_w2;
  }
  return answers;
}

}  // namespace

std::vector<RankedAnswers> ranked_in_cells(const Tally& tally, const CellSet& cells,
                                           uint32_t column, const ColumnPlan& plan) {
  const TokenTable& table = tally.profile.columns[column];
  std::vector<Folded> folded(cells.cells.size());
  std::set<std::string> texts;
  for_each_count(tally, cells, column, [&](uint32_t cell, uint32_t code, const Count& count) {
    const std::string_view text = table.text(code);
    const Answer answer = read_answer(text, plan);
    if (answer.kind == Answer::Kind::invalid) folded[cell].invalid += count.n;
    if (answer.kind != Answer::Kind::score) return;
    add(folded[cell].people, count);
    double rank = 0;
    for (std::string_view item : read_order(text, plan.option_mark)) {
      add(folded[cell].items[std::string(item)][++rank], count);
      texts.emplace(item);
    }
  });
  const bool weighted = tally.shape.weight != Shape::kNo;
  std::vector<RankedAnswers> ranked;
  for (Folded& from : folded) {
    RankedAnswers one;
    one.invalid = from.invalid;
    one.people = finished({{0, from.people}}, weighted);
    one.people.scores.clear();
    for (const std::string& text : texts) one.items.push_back({text, finished(from.items[text], weighted)});
    ranked.push_back(std::move(one));
  }
  return ranked;
}

std::vector<RankedAnswers> ranked_in_columns(const FrameRows& rows, const CellSet& cells,
                                             const std::vector<uint32_t>& columns, const Plan& plan) {
  // Row by row: a rank, 0 where there is none, −1 where the cell is no rank.
  std::vector<std::vector<double>> ranks;
  for (uint32_t column : columns) {
    ranks.push_back(rows.values(column, [&](std::string_view text) {
      const Answer answer = read_answer(text, plan.columns[column]);
      return answer.kind == Answer::Kind::score ? answer.score
                                                : answer.kind == Answer::Kind::invalid ? -1.0 : 0.0;
    }));
  }
  std::vector<bool> answered(rows.size()), valid(rows.size());
  for (size_t row = 0; row < rows.size(); ++row) {
    std::set<double> met;
    bool good = true;
    for (const auto& item : ranks) {
      if (std::isnan(item[row]) || item[row] == 0) continue;
      answered[row] = true;
      good &= item[row] > 0 && met.insert(item[row]).second;
    }
    valid[row] = good;
  }
  const std::vector<double> weights = rows.weights();
  std::vector<RankedAnswers> ranked;
  for (const PeopleCell& cell : cells.cells) {
    const std::vector<bool> members = rows.members(cell);
    RankedAnswers one;
    for (size_t row = 0; row < rows.size(); ++row) {
      if (!members[row] || !answered[row]) continue;
      if (!valid[row]) {
        ++one.invalid;
        continue;
      }
      ++one.people.n;
      one.people.sum_w += weights[row];
      one.people.sum_w2 += weights[row] * weights[row];
    }
    for (size_t i = 0; i < columns.size(); ++i) {
      const ColumnPlan& column = plan.columns[columns[i]];
      const std::string& header = column.label.empty() ? column.name : column.label;
      const std::string_view item = split_item(header).item;
      one.items.push_back({std::string(item.empty() ? std::string_view(column.name) : item), {}});
      std::map<double, stats::WeightedValue> by_rank;
      for (size_t row = 0; row < rows.size(); ++row) {
        if (!members[row] || !answered[row] || !valid[row] || !(ranks[i][row] > 0)) continue;
        stats::WeightedValue& value = by_rank[ranks[i][row]];
        value.value = ranks[i][row];
        ++value.n;
        value.sum_w += weights[row];
        value.sum_w2 += weights[row] * weights[row];
      }
      Answers& answers = one.items.back().ranks;
      for (const auto& [rank, value] : by_rank) {
        answers.scores.push_back(value);
        answers.n += value.n;
        answers.sum_w += value.sum_w;
        answers.sum_w2 += value.sum_w2;
      }
    }
    ranked.push_back(std::move(one));
  }
  return ranked;
}

}  // namespace topline
