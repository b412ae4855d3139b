// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/deals.h"

namespace topline {

std::optional<int64_t> Deal::duration() const {
  if (!created || !closed || *closed < *created) return std::nullopt;
  return *closed - *created;
}

Deals read_deals(const Rollout& rollout, const RolloutTable& table) {
  const Ledger& ledger = table.ledger();
  const Ledger::Column& stage = *ledger.find(Field::pipeline_stage);
  std::vector<StageEnd> end_of;
  for (uint32_t code = 0; code < stage.texts.size(); ++code) {
    end_of.push_back(stage_end(stage.texts.text(code)));
  }
  const bool dated = rollout.as_of != INT32_MIN;
  const auto is_later = [&](const std::optional<int64_t>& moment) {
    return dated && moment && *moment >= rollout.now();
  };
  RowsOnce once = rows_once(ledger, Field::pipeline_deal);
  Deals read;
  read.repeated = once.repeated;
  for (uint32_t row : once.rows) {
    Deal deal{row,
              end_of[stage.codes[row]],
              ledger.amount(row, Field::pipeline_amount),
              ledger.moment(row, Field::pipeline_created),
              ledger.moment(row, Field::pipeline_opportunity),
              ledger.moment(row, Field::pipeline_closed)};
    if (is_later(deal.created)) {
      ++read.later;
      continue;
    }
    if (is_later(deal.closed)) deal.end = StageEnd::open;
    if (is_later(deal.opportunity)) deal.opportunity.reset();
    if (deal.is_open()) deal.closed.reset();
    read.deals.push_back(std::move(deal));
  }
  return read;
}

}  // namespace topline
