// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rows of a table of accounts: who was lost, by flags or by dates, and from when to when each stayed.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/profile/date.h"
#include "core/rollout/rollout.h"

namespace topline {

/// Rows of accounts, rows that are in the table twice left out.
class Accounts {
 public:
  Accounts(const Rollout& rollout, const RolloutTable& table);

  const std::vector<uint32_t>& rows() const { return rows_; }
  uint64_t duplicates() const { return duplicates_; }
  /// Of the k-th of rows(); empty: the table doesn't tell.
  std::optional<bool> lost(size_t k) const { return lost_[k]; }
  bool tells_loss() const {
    return ledger_.has(Field::accounts_churned) || ledger_.has(Field::accounts_end);
  }
  std::optional<Day> start(size_t k) const { return day(rows_[k], Field::accounts_start); }
  /// The day of the loss where it has come; as_of's end where the customer is there.
  std::optional<Day> stays_until(size_t k) const;
  std::optional<Day> end(size_t k) const { return day(rows_[k], Field::accounts_end); }

 private:
  std::optional<Day> day(uint32_t row, Field field) const;
  std::optional<bool> lost(uint32_t row, const std::string& header) const;

  const Rollout& rollout_;
  const Ledger& ledger_;
  std::vector<uint32_t> rows_;
  std::vector<std::optional<bool>> lost_;
  uint64_t duplicates_ = 0;
};

}  // namespace topline
