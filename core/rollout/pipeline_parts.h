// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the measures of a pipeline share: its deals, and the break-downs that each is given by.

#include <vector>

#include "core/rollout/deals.h"
#include "core/rollout/periods.h"

namespace topline {

struct PipelineView {
  const Rollout& rollout;
  const RolloutTable& table;
  Deals read;
  std::vector<RowGroups>
      groups;  ///< owner, product, source, `--by`; joined: segment, team, manager
  const RolloutTable* roster = nullptr;  ///< that the owners are found in
};

/// Deals by everyone (first, with an empty cell) and by each group of each break-down. Break-downs
/// of too many groups are left out.
struct DealCell {
  Cell cell;
  std::vector<const Deal*> deals;
};
std::vector<DealCell> deal_cells(const PipelineView& view);

void measure_wins(const PipelineView& view, const std::vector<DealCell>& cells,
                  RolloutResults& results);
void measure_won_amounts(const PipelineView& view, const std::vector<DealCell>& cells,
                         RolloutResults& results);
void measure_conversion(const PipelineView& view, const std::vector<DealCell>& cells,
                        RolloutResults& results);
void measure_cycle(const PipelineView& view, const std::vector<DealCell>& cells,
                   RolloutResults& results);
void measure_reps(const PipelineView& view, RolloutResults& results);

}  // namespace topline
