// SPDX-License-Identifier: Apache-2.0
#pragma once

// Receivables as they stood at as_of.

#include <cstdint>
#include <optional>
#include <vector>

#include "core/rollout/ledger_rows.h"

namespace topline {

struct Receivable {
  uint32_t row = 0;
  Int128 amount = 0;
  Int128 paid = 0;  ///< until as_of; may be more than the amount
  std::optional<Day> issued, due;
  std::optional<Day> paid_day;  ///< of what was paid until as_of

  Int128 unpaid() const { return paid >= amount ? 0 : amount - paid; }
  bool is_due(Day as_of) const { return due && *due <= as_of; }
  /// Days past due; 0 and less: not yet. REQUIRES: due.
  Day days_overdue(Day as_of) const { return as_of - *due; }
};

struct Receivables {
  std::vector<Receivable> rows;  ///< in the canonical order
  Noted repeated;                ///< rows that give an invoice a second time, left out
  Noted unreadable;              ///< no amount above zero (left out) or no due date
};

/// What was paid is the paid amount; where there is none, but a date of payment, all of it. A
/// payment after as_of was not made yet; receivables issued after as_of are left out, and so are
/// credits (amounts of zero or less). REQUIRES: as_of is known.
Receivables read_receivables(const Rollout& rollout, const RolloutTable& table);

}  // namespace topline
