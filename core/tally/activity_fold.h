// SPDX-License-Identifier: Apache-2.0
#pragma once

// What users did in a CRM, folded: how many events each user has on each day by each feature. A log
// of a year is far larger than memory; its users, days and features are few. Counts add up exactly,
// so that any order of rows and any split gives the same fold.

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/profile/date.h"
#include "core/profile/token_table.h"

namespace topline {

class ActivityFold {
 public:
  /// Events of one user on one day by one feature.
  struct Cell {
    uint32_t user = 0;
    Day day = 0;
    uint32_t feature = 0;
    uint64_t events = 0;  ///< stays at UINT64_MAX once it gets there
  };

  /// Counts `events` events; none is no activity and leaves no trace. Texts are trimmed; the
  /// feature may be empty.
  void add(std::string_view user, Day day, std::string_view feature, uint64_t events);
  void merge(const ActivityFold& other);

  /// In no particular order: see canonical_order().
  const std::vector<Cell>& cells() const { return cells_; }
  const TokenTable& users() const { return users_; }        ///< what Cell::user stands for
  const TokenTable& features() const { return features_; }  ///< 0 is the empty text
  /// The latest day that something happened; INT32_MIN where nothing did.
  Day latest() const { return latest_; }
  /// The cells by the byte order of their users, then day, then feature.
  std::vector<uint32_t> canonical_order() const;

  /// What it holds in memory: of the set of cells alone, however they came in.
  uint64_t bytes() const;
  static constexpr uint64_t kLimit = uint64_t{256} << 20;
  uint64_t limit = kLimit;
  bool over_limit = false;  ///< grew past the limit: nothing is kept, measures of it are absent
  void set_over_limit();

 private:
  void add(const Cell& cell);
  uint32_t intern(TokenTable& texts, std::string_view text);
  void grow();

  static constexpr uint32_t kFree = UINT32_MAX;
  TokenTable users_{UINT32_MAX};
  TokenTable features_{UINT32_MAX};
  uint64_t text_bytes_ = 0;
  std::vector<Cell> cells_;
  std::vector<uint32_t> slots_;  ///< indices into cells_, by hash, probed linearly; a power of two
  Day latest_ = INT32_MIN;
};

}  // namespace topline
