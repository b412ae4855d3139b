// SPDX-License-Identifier: Apache-2.0
#pragma once

// A table of service tickets, read once: what its measures share.

#include <vector>

#include "core/rollout/durations.h"

namespace topline {

struct ServiceTickets {
  const RolloutTable* table = nullptr;
  std::vector<uint32_t> rows;    ///< those that count: not those of after as_of
  bool opened_known = false;     ///< else times run from the first response
  std::vector<Span> response;    ///< by row of the ledger; empty where it can't be told
  std::vector<Span> resolution;  ///< the same
  std::vector<RowGroup> groups;  ///< the break-downs

  const Ledger& ledger() const { return table->ledger(); }
};

/// Is the ticket done, by its time or its status?
bool is_finished(const ServiceTickets& tickets, uint32_t row);

/// First-contact resolution, of all and of each group.
void measure_first_contact(const ServiceTickets& tickets, RolloutResults& results);
/// Complaints that wait, the most pressing first.
void measure_complaints(const Rollout& rollout, const ServiceTickets& tickets,
                        RolloutResults& results);

}  // namespace topline
