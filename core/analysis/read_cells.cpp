// SPDX-License-Identifier: Apache-2.0

// How single cells and rows of a table that was read count: for marking them where they stand.

#include "core/analysis/state.h"
#include "core/profile/cell_reading.h"

namespace topline {

const Plan* Analysis::State::plan_of_cells() const {
  if (!cell_plan && input_table < tables.size()) {
    if (auto plan = full_plan(tables[input_table].tally)) cell_plan = std::move(*plan);
  }
  return cell_plan ? &*cell_plan : nullptr;
}

void Analysis::look_at(const Layout& layout) {
  const std::vector<std::string> headers = header_names(layout);
  state_->cell_plan.reset();
  for (size_t i = 0; i < state_->tables.size(); ++i) {
    if (state_->tables[i].tally.shape.headers == headers) state_->input_table = i;
  }
}

CellReading Analysis::read_cell(uint32_t column, std::string_view cell) const {
  static const Plan kNone;
  const Plan* plan = state_->plan_of_cells();
  return topline::read_cell(cell, column - 1, plan == nullptr ? kNone : *plan);
}

CellState Analysis::cell_state(uint32_t column, std::string_view cell) const {
  return read_cell(column, cell).state;
}

std::optional<LeftOutRow::Why> Analysis::left_out_why(std::span<const std::string_view> cells) const {
  const Plan* plan = state_->plan_of_cells();
  if (plan == nullptr) return std::nullopt;
  return topline::left_out_why(cells, plan->shape);
}

}  // namespace topline
