// SPDX-License-Identifier: Apache-2.0
#pragma once

// The deals of a pipeline as they stood at as_of.

#include <cstdint>
#include <optional>
#include <vector>

#include "core/rollout/ledger_rows.h"
#include "core/rollout/stages.h"

namespace topline {

struct Deal {
  uint32_t row = 0;
  StageEnd end = StageEnd::open;
  std::optional<Int128> amount;
  std::optional<int64_t> created, opportunity;
  std::optional<int64_t> closed;  ///< of deals that are over; open ones only expect a date

  bool is_won() const { return end == StageEnd::won; }
  bool is_open() const { return end == StageEnd::open; }
  /// Seconds from created to closed; empty where one is missing or it closed before it began.
  std::optional<int64_t> duration() const;
  bool closed_before_created() const { return created && closed && *closed < *created; }
};

struct Deals {
  std::vector<Deal> deals;  ///< in the canonical order of their rows
  Noted repeated;           ///< rows that give a deal a second time, left out
  uint64_t later = 0;       ///< deals created after as_of, left out
};

/// A deal that closed after as_of is open still.
Deals read_deals(const Rollout& rollout, const RolloutTable& table);

}  // namespace topline
