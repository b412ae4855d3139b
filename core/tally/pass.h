// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstring>
#include <span>
#include <string>
#include <vector>

#include "core/ingest/layout.h"
#include "core/ingest/table_reader.h"
#include "core/intake/input_info.h"
#include "core/profile/block_columns.h"
#include "core/tally/id_order.h"
#include "core/tally/order_recorder.h"
#include "core/tally/row_places.h"
#include "core/tally/row_recorder.h"
#include "core/tally/run_counts.h"
#include "core/tally/tally.h"

namespace topline {

/// One pass over the rows of one input, or of a byte range of it: rows + shape -> Tally (with its
/// Profile).
class Pass {
 public:
  Pass(const Shape& shape, const InputInfo& input, const Dialect& dialect, const Layout& layout,
       ScanRange range = {}, Lane lane = best_lane());

  Scanner& scanner() { return reader_.scanner(); }
  /// Rows that are left out are shown to `sink` from now on.
  void show_left_out(LeftOutSink sink) { left_out_sink_ = std::move(sink); }
  /// Counts the records that are complete by now.
  void drain();
  /// The tally; nothing may follow. REQUIRES: scanner().finish() or done(), then drain().
  Tally finish();
  /// Offsets of every `stride`-th record, from the first on.
  const std::vector<uint64_t>& row_index() const { return row_index_; }
  static constexpr uint64_t kIndexStride = 1024;

 private:
  /// Up to 16 bytes as two numbers that compare as the bytes do. REQUIRES: 16 readable bytes.
  struct SortKey {
    uint64_t high = 0;
    uint64_t low = 0;
    bool operator<(const SortKey& other) const {
      return high != other.high ? high < other.high : low < other.low;
    }
  };
  static SortKey sort_key(std::string_view text) {
    uint64_t words[2];
    std::memcpy(words, text.data(), sizeof words);
    const auto keep = [](uint64_t word, size_t bytes) {
      return bytes >= 8 ? word : bytes == 0 ? 0 : word >> (64 - 8 * bytes) << (64 - 8 * bytes);
    };
    const size_t n = text.size();
    return {keep(__builtin_bswap64(words[0]), n),
            keep(__builtin_bswap64(words[1]), n < 8 ? 0 : n - 8)};
  }

  /// Rows of just as many cells as the table has columns: those of a block from `first` on, or one
  /// that came alone.
  struct Rows {
    const RecordBlock* block;
    const std::string_view* cells;  ///< of a row alone
    size_t first = 0;
    size_t count = 1;
    Place alone = {};  ///< of a row alone
  };

  void count_block();
  void count_record(const Record& record);
  void count_rows(const Rows& rows);
  void count_people(const Rows& rows);
  void count_coded(const Rows& rows);
  void skip_unfinished(const Rows& rows);
  void keep_where(const Rows& rows);
  void weigh(const Rows& rows);
  void name_waves(const Rows& rows);
  void meet_dates(const Rows& rows);
  void meet_date(std::string_view text, DateOrder order);
  void meet_ids(const Rows& rows);
  uint32_t wave_of(std::string_view text, uint32_t code);
  void leave_out(uint32_t row);
  void show(LeftOutRow::Why why, const Rows& rows, size_t row) const;
  void record_rows(const Rows& rows);
  void count_groups();
  void count_questions(size_t grouping);
  void prepare_run_counts();
  void give_run_counts();
  void find_cells(size_t grouping);
  bool find_cells_by_run(size_t grouping);
  bool all_kept() const { return !kept_.empty() && kept_.back() + 1 == kept_.size(); }
  template <class Code>
  const Code* counted_rows(const Code* all, std::vector<Code>& picked) const;
  void count_one_by_one(GroupCounts& group);
  void add_to_frame(const Rows& rows, uint32_t row, size_t kept);
  void keep_rows(const Rows& rows);
  std::string_view cell(const Rows& rows, size_t row, uint32_t column) const {
    return rows.block == nullptr ? rows.cells[column] : rows.block->cell(rows.first + row, column);
  }
  Place place(const Rows& rows, size_t row) const {
    if (rows.block == nullptr) return rows.alone;
    return {0, rows.block->offset(rows.first + row),
            rows.block->line(rows.first + row) - line_shift_};
  }
  RowPlaces kept_places(const Rows& rows) const {
    if (rows.block == nullptr) return RowPlaces(rows.alone);
    return {*rows.block, rows.first, kept_, line_shift_};
  }
  const uint32_t* codes(uint32_t column) { return columns_.codes(column); }

  TableReader reader_;
  Tally tally_;
  InputTally* input_;
  std::vector<std::vector<uint32_t>> groupings_;
  uint32_t width_;  ///< columns of the table
  uint64_t line_shift_;  ///< 1 for a range within: its lines count from 0 until pieces join
  uint64_t body_;        ///< offset of the first record that is data
  bool in_body_;         ///< the header is behind
  uint64_t undecodable_; ///< as in InputInfo, counted with the first range of an input
  uint64_t records_ = 0;
  bool plain_;  ///< nothing but the Profile is counted
  std::optional<RowRecorder> recorder_;  ///< of a table that is no survey
  std::optional<OrderRecorder> orders_;  ///< of a table of orders, instead

  // The rows at hand, column by column.
  RecordBlock block_;
  std::vector<std::string_view> record_cells_;  ///< of the rows that are recorded, row by row
  std::vector<std::string_view> even_;  ///< a record of another width, made even
  BlockColumns columns_;                ///< their codes
  uint64_t people_ = 1;                 ///< that each row at hand stands for
  std::vector<uint32_t> kept_;          ///< which of the rows are used: their numbers, ascending
  std::vector<Int128> weights_;         ///< of the kept rows; empty where there are none
  std::vector<uint32_t> row_waves_;     ///< of the kept rows
  std::vector<uint32_t> counted_;  ///< those of the kept rows (by k) that belong to a cell of the
  std::vector<uint32_t> cells_;    ///< grouping at hand, and their cells
  std::vector<uint32_t> answers_;  ///< the codes of a question in the counted rows
  std::vector<uint16_t> combinations_;  ///< and a run's combinations

  /// Questions that are counted as a run.
  struct Run {
    size_t number;              ///< in columns_.runs()
    std::vector<RunCounts> by;  ///< per grouping
  };
  std::vector<Run> runs_;
  std::vector<size_t> single_;  ///< the other questions

  std::vector<std::vector<uint32_t>> cell_cache_;  ///< per grouping by one column: code -> cell + 1
  /// The same, by the combination of the run that holds the column.
  std::vector<std::vector<uint32_t>> combination_cells_;
  std::vector<uint32_t> dates_met_;  ///< per date column: codes whose texts were looked at
  std::vector<std::vector<uint32_t>> kept_codes_;  ///< per frame column: code -> code there + 1
  std::vector<uint32_t> wave_cache_;  ///< wave column's code -> wave code + 1; 0 unknown
  enum class Known : uint8_t { no, kept, skipped };
  std::vector<std::vector<Known>> skip_cache_;  ///< per skip, by its column's code
  IdOrder ids_;
  SortKey latest_date_;      ///< the latest ISO date met: compared before anything is parsed
  std::vector<uint64_t> row_index_;
  LeftOutSink left_out_sink_;
};

}  // namespace topline
