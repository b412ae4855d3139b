// SPDX-License-Identifier: Apache-2.0

// The groups of a pass: which cell of a grouping each kept row belongs to, and what it answered there.

#include <algorithm>

#include "core/base/number.h"
#include "core/tally/pass.h"

namespace topline {

void Pass::count_groups() {
  const Shape& shape = tally_.shape;
  for (size_t g = shape.counts_everyone() ? 0 : 1; g < tally_.groups.size(); ++g) {
    find_cells(g);
    if (shape.weight != Shape::kNo || people_ != 1) {
      count_one_by_one(tally_.groups[g]);
    } else {
      count_questions(g);
    }
  }
}

void Pass::count_questions(size_t grouping) {
  GroupCounts& group = tally_.groups[grouping];
  const std::vector<uint32_t>& questions = tally_.shape.questions;
  const bool by_runs = columns_.by_runs() && group.cells().size() <= RunCounts::kMostCells;
  if (!by_runs) {
    for (Run& run : runs_) {  // too many cells by now
      RunCounts& counts = run.by[grouping];
      if (!counts.empty()) counts.give(columns_.runs()[run.number], group);
    }
    for (size_t q = 0; q < questions.size(); ++q) {
      group.count_question(q, cells_, counted_rows(codes(questions[q]), answers_));
    }
    return;
  }
  if (runs_.empty() && single_.empty()) prepare_run_counts();
  for (Run& run : runs_) {
    const uint16_t* const all = columns_.combinations(run.number);
    run.by[grouping].count(cells_, counted_rows(all, combinations_), group.cells().size());
  }
  for (size_t q : single_) {
    group.count_question(q, cells_, counted_rows(codes(questions[q]), answers_));
  }
}

// Which questions the runs of columns hold.
void Pass::prepare_run_counts() {
  const std::vector<uint32_t>& questions = tally_.shape.questions;
  std::vector<bool> in_run(questions.size());
  for (size_t r = 0; r < columns_.runs().size(); ++r) {
    const ColumnRun& run = columns_.runs()[r];
    std::vector<size_t> held;
    for (size_t q = 0; q < questions.size(); ++q) {
      if (run.holds(questions[q])) held.push_back(q);
    }
    if (held.empty()) continue;
    for (size_t q : held) in_run[q] = true;
    runs_.push_back({r, std::vector<RunCounts>(tally_.groups.size(), RunCounts(held))});
  }
  for (size_t q = 0; q < questions.size(); ++q) {
    if (!in_run[q]) single_.push_back(q);
  }
}

void Pass::give_run_counts() {
  for (Run& run : runs_) {
    for (size_t g = 0; g < run.by.size(); ++g) {
      run.by[g].give(columns_.runs()[run.number], tally_.groups[g]);
    }
  }
  runs_.clear();
  single_.clear();
  for (std::vector<uint32_t>& cells : combination_cells_) cells.clear();
}

// What is known of all rows at hand, of those alone that are counted.
template <class Code>
const Code* Pass::counted_rows(const Code* all, std::vector<Code>& picked) const {
  if (counted_.size() == kept_.size() && all_kept()) return all;
  picked.resize(counted_.size());
  for (size_t k = 0; k < counted_.size(); ++k) picked[k] = all[kept_[counted_[k]]];
  return picked.data();
}

// The usual case: every row is kept, and the segment is looked up in a run with others: by its
// combination a cell is known.
bool Pass::find_cells_by_run(size_t grouping) {
  const uint32_t column = groupings_[grouping][0];
  const size_t number = columns_.run_of(column);
  if (!columns_.by_runs() || number == columns_.runs().size()) return false;
  const ColumnRun& run = columns_.runs()[number];
  const uint16_t* const combinations = columns_.combinations(number);
  std::vector<uint32_t>& cache = combination_cells_[grouping];
  if (cache.size() < run.size()) cache.resize(run.size());
  for (size_t k = 0; k < kept_.size(); ++k) {
    uint32_t& known = cache[combinations[k]];
    if (known == 0) known = tally_.groups[grouping].cell({run.code(combinations[k], column)}) + 1;
    cells_[k] = known - 1;
  }
  return true;
}

void Pass::find_cells(size_t grouping) {
  const std::vector<uint32_t>& columns = groupings_[grouping];
  counted_.assign(kept_.begin(), kept_.end());
  cells_.resize(kept_.size());
  const bool by_first = columns.size() == 1 && tally_.shape.wave == Shape::kNo;
  if (by_first && all_kept() && find_cells_by_run(grouping)) return;
  const uint32_t* const first = columns.empty() ? nullptr : codes(columns[0]);
  const uint32_t* const second = columns.size() > 1 ? codes(columns[1]) : nullptr;
  GroupCounts& group = tally_.groups[grouping];
  std::vector<uint32_t>& cache = cell_cache_[grouping];
  size_t counted = 0;
  for (size_t k = 0; k < kept_.size(); ++k) {
    GroupCounts::Key key{0, 0, row_waves_[k]};
    if (first != nullptr) key.first = first[kept_[k]];
    counted_[counted] = static_cast<uint32_t>(k);
    if (by_first && key.first < cache.size() && cache[key.first] != 0) {
      cells_[counted++] = cache[key.first] - 1;
      continue;
    }
    if (second != nullptr) key.second = second[kept_[k]];
    // What fell out of its table: the column has too many values, which is said.
    if (key.first == TokenTable::kNone || key.second == TokenTable::kNone ||
        key.wave == TokenTable::kNone) {
      continue;
    }
    const uint32_t cell = cells_[counted++] = group.cell(key);
    if (!by_first) continue;
    if (cache.size() <= key.first) cache.resize(key.first + 1);
    cache[key.first] = cell + 1;
  }
  counted_.resize(counted);
  cells_.resize(counted);
}

void Pass::count_one_by_one(GroupCounts& group) {
  const std::vector<uint32_t>& questions = tally_.shape.questions;
  for (size_t c = 0; c < counted_.size(); ++c) {
    const uint32_t k = counted_[c];
    Count count{people_, 0, 0};
    if (tally_.shape.weight != Shape::kNo) {
      const auto weight = checked_multiply(weights_[k], people_);
      const auto squared = checked_multiply(weights_[k] * weights_[k], people_);
      if (!weight || !squared) {
        tally_.weight_overflow = true;
        continue;
      }
      count.weight = *weight;
      count.weight_squared = *squared;
    }
    for (size_t q = 0; q < questions.size(); ++q) {
      const uint32_t code = codes(questions[q])[kept_[k]];
      if (code == TokenTable::kNone) continue;
      if (!group.add(cells_[c], q, code, count)) tally_.weight_overflow = true;
    }
  }
}

}  // namespace topline
