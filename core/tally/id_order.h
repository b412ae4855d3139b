// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/ingest/record_block.h"

namespace topline {

/// Do the response ids of a pass ascend strictly, shorter ones before longer ones? Then none is met
/// twice, and nothing has to be kept to know it.
class IdOrder {
 public:
  /// `lines`: neighbours may share an id, as the lines of one order do.
  explicit IdOrder(bool lines = false) : lines_(lines) {}

  /// Looks at the next id. REQUIRES: ascends().
  void meet(std::string_view id);
  /// Looks at a column of a block.
  void meet(const RecordBlock& block, size_t column);

  /// False for good once an id does not; blank ids, and those of more than kLongest bytes, never
  /// do.
  bool ascends() const { return ascends_; }
  static constexpr size_t kLongest = 256;
  /// The first id and the last one that ascended.
  const std::string& first() const { return first_; }
  const std::string& last() const { return last_; }

 private:
  template <bool kLast>
  size_t meet_even(const RecordBlock& block, size_t column, size_t row);

  bool lines_;
  bool ascends_ = true;
  std::string first_;
  std::string last_;
};

}  // namespace topline
