// SPDX-License-Identifier: Apache-2.0
#include "core/profile/block_columns.h"

#include <algorithm>

namespace topline {
namespace {

/// Blocks after which the columns' texts are taken to be known.
constexpr uint32_t kLearn = 16;

}  // namespace

BlockColumns::BlockColumns(std::vector<uint8_t> apart)
    : apart_(std::move(apart)),
      codes_(apart_.size() * RecordBlock::kMost),
      written_(apart_.size(), true) {
  find_alone();
}

void BlockColumns::count(const RecordBlock& block, uint64_t line_shift,
                         std::vector<TokenTable>& columns) {
  if (++blocks_ == kLearn) {
    runs_ = choose_runs(columns, apart_);
    find_alone();
  }
  by_runs_ = true;
  count_ = block.count();
  for (size_t r = 0; r < runs_.size(); ++r) {
    runs_[r].count(block, line_shift, columns, combinations_.data() + r * RecordBlock::kMost);
    std::fill(written_.begin() + runs_[r].first(), written_.begin() + runs_[r].end(), false);
  }
  for (uint32_t c : alone_) columns[c].count_column(block, c, line_shift, room(c));
}

void BlockColumns::count(std::span<const std::string_view> cells, const Place& place,
                         std::vector<TokenTable>& columns) {
  by_runs_ = false;
  for (uint32_t c = 0; c < columns.size(); ++c) *room(c) = columns[c].count(cells[c], place);
  std::fill(written_.begin(), written_.end(), true);
}

void BlockColumns::count_people(std::span<const std::string_view> cells, uint64_t people,
                                const Place& place, std::vector<TokenTable>& columns) {
  by_runs_ = false;
  for (uint32_t c = 0; c < columns.size(); ++c) *room(c) = columns[c].add(cells[c], people, place);
  std::fill(written_.begin(), written_.end(), true);
}

void BlockColumns::write_codes(uint32_t column) {
  const size_t run = run_of(column);
  const uint16_t* const combination = combinations(run);
  uint32_t* const codes = room(column);
  for (size_t row = 0; row < count_; ++row) codes[row] = runs_[run].code(combination[row], column);
  written_[column] = true;
}

size_t BlockColumns::run_of(uint32_t column) const {
  const auto run = std::find_if(runs_.begin(), runs_.end(),
                                [column](const ColumnRun& one) { return one.holds(column); });
  return static_cast<size_t>(run - runs_.begin());
}

bool BlockColumns::runs_go_on() const {
  return std::all_of(runs_.begin(), runs_.end(), [](const ColumnRun& run) { return run.goes_on(); });
}

void BlockColumns::drop_runs(std::vector<TokenTable>& columns) {
  give_counts(columns);
  std::erase_if(runs_, [](const ColumnRun& run) { return !run.goes_on(); });
  find_alone();
}

void BlockColumns::give_counts(std::vector<TokenTable>& columns) {
  for (ColumnRun& run : runs_) run.give_counts(columns);
}

void BlockColumns::find_alone() {
  alone_.clear();
  for (uint32_t c = 0; c < apart_.size(); ++c) {
    if (std::none_of(runs_.begin(), runs_.end(),
                     [c](const ColumnRun& run) { return run.holds(c); })) {
      alone_.push_back(c);
    }
  }
  combinations_.resize(runs_.size() * RecordBlock::kMost);
}

}  // namespace topline
