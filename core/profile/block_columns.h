// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/ingest/record_block.h"
#include "core/profile/column_run.h"
#include "core/profile/token_table.h"

namespace topline {

/// The rows at hand, column by column, as codes: those of a block, or one row that came alone.
/// Columns that make a run are counted by combination; their codes are written when asked for.
class BlockColumns {
 public:
  /// `apart`: see choose_runs().
  explicit BlockColumns(std::vector<uint8_t> apart);

  /// Counts a block. REQUIRES: runs_go_on(), or drop_runs() was called.
  void count(const RecordBlock& block, uint64_t line_shift, std::vector<TokenTable>& columns);
  /// Counts a row alone, as often as the people it stands for.
  void count(std::span<const std::string_view> cells, const Place& place,
             std::vector<TokenTable>& columns);
  void count_people(std::span<const std::string_view> cells, uint64_t people, const Place& place,
                    std::vector<TokenTable>& columns);

  /// The codes of a column in the rows at hand; good until the next ones.
  const uint32_t* codes(uint32_t column) {
    if (!written_[column]) write_codes(column);
    return codes_.data() + size_t{column} * RecordBlock::kMost;
  }

  const std::vector<ColumnRun>& runs() const { return runs_; }
  /// Were the rows at hand counted by runs, where there are some?
  bool by_runs() const { return by_runs_ && !runs_.empty(); }
  /// The combinations of a run in the rows at hand. REQUIRES: by_runs().
  const uint16_t* combinations(size_t run) const {
    return combinations_.data() + run * RecordBlock::kMost;
  }
  /// Which run holds a column; none: runs().size().
  size_t run_of(uint32_t column) const;
  bool runs_go_on() const;
  /// Gives up the runs that don't go on; the numbers of the others change.
  void drop_runs(std::vector<TokenTable>& columns);
  /// Hands what the runs counted on to the columns.
  void give_counts(std::vector<TokenTable>& columns);

 private:
  uint32_t* room(uint32_t column) { return codes_.data() + size_t{column} * RecordBlock::kMost; }
  void find_alone();
  void write_codes(uint32_t column);

  std::vector<uint8_t> apart_;
  std::vector<ColumnRun> runs_;
  std::vector<uint32_t> alone_;     ///< the columns in no run
  std::vector<uint32_t> codes_;     ///< per column, RecordBlock::kMost rows each
  std::vector<uint8_t> written_;    ///< per column: are its codes there?
  std::vector<uint16_t> combinations_;  ///< per run, likewise
  bool by_runs_ = false;
  size_t count_ = 0;
  uint32_t blocks_ = 0;
};

}  // namespace topline
