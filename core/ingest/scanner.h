// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bytes to records. The scanner is the hot path: it looks at 64 bytes at a time through the SIMD
// lanes of core/ingest/lanes.h, and can be stopped and resumed at any byte.
//
//   Scanner scanner(dialect);
//   while (more) {
//     std::span<char> room = scanner.room(1 << 20);
//     scanner.commit(read(room));
//     Record record;
//     while (scanner.next(record)) use(record);   // views are good until the next room() or
//     finish()
//   }
//   scanner.finish();
//   while (scanner.next(record)) use(record);
//
// Behind every cell at least 64 bytes can be read (what stands there is no one's concern): who
// hashes or compares a cell may load past its end.
//
// The scanner looks at whole blocks, so up to 64 committed bytes may wait for more bytes or
// finish().

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/ingest/dialect.h"
#include "core/ingest/record_block.h"

namespace topline {

/// Which instructions look for delimiters, quotes and record ends; on one processor, each is faster
/// than those before it.
enum class Lane : uint8_t { scalar, sse2, avx2, avx512, wasm };

/// The best lane that this build and this processor have.
Lane best_lane();
/// Every lane that can run here; tests walk through all of them.
std::vector<Lane> lanes_here();

/// One record, as views into the scanner's memory.
struct Record {
  uint64_t offset = 0;  ///< byte offset of its first byte in the input
  uint64_t line = 0;    ///< 1-based physical line within this scan (see Scanner's `first_line`)
  std::span<const std::string_view> cells;  ///< quotes taken off, "" read as ", at least one cell
  bool blank = false;  ///< nothing stood between two record ends: one empty, unquoted cell
};

/// Which records of an input a scanner yields: those that begin in [from, to). Ranges that share
/// their bounds lose and double nothing: joined, with end_offset() of one equal to first_offset()
/// of the next, they give the records, lines and counts of one scan over the whole.
struct ScanRange {
  uint64_t from = 0;
  uint64_t to = UINT64_MAX;
  /// True: a record begins at `from`. False: it is guessed (outside quotes) and the first record
  /// end is sought; whoever joins the ranges checks the guess by first_offset() and end_offset().
  bool exact = true;
};

/// What one scan met, for the counts and messages. Lines are counted as in Record::line.
struct ScanCounts {
  /// U+FFFD that a WHATWG decoder would write for the bytes from first_offset() to end_offset().
  /// Runs ahead of next() by some records, and is exact once next() returned false. A sum over
  /// joined ranges is that of the whole: records end in ASCII, which no sequence crosses.
  uint64_t invalid_utf8 = 0;
  uint64_t stray_quotes = 0;  ///< records read to the letter since a quote broke RFC 4180
  uint64_t first_stray_quote_line = 0;
  uint64_t unclosed_quotes =
      0;  ///< quotes read as text since they never closed; in stray_quotes too
  uint64_t first_unclosed_quote_line = 0;  ///< of the quote itself
  uint64_t cut_records = 0;                ///< records over kRecordLimit or kCellsLimit, cut there
  uint64_t first_cut_record_line = 0;
};

class Scanner {
 public:
  /// A cell larger than this is taken for one quote too many: that quote becomes text.
  static constexpr size_t kCellLimit = size_t{16} << 20;
  /// A record that grows past this is cut at the next byte outside quotes, and goes on as another:
  /// a file without record ends must not fill the memory.
  static constexpr size_t kRecordLimit = size_t{64} << 20;
  /// The same for cells: a record is cut behind this many.
  static constexpr size_t kCellsLimit = size_t{1} << 20;

  explicit Scanner(const Dialect& dialect, ScanRange range = {}, Lane lane = best_lane());
  ~Scanner();
  Scanner(Scanner&&) noexcept;
  Scanner& operator=(Scanner&&) noexcept;

  /// At least `at_least` writable bytes that follow what was committed so far. The first byte
  /// committed is the input's byte feed_from() (0 for a whole input; the scanner itself skips the
  /// dialect's BOM and sep= line). Memory stays within kRecordLimit + kCellLimit + `at_least`, or
  /// so.
  std::span<char> room(size_t at_least);
  /// `bytes` of the last room() were filled. REQUIRES: bytes <= the room's size.
  void commit(size_t bytes);
  /// No more bytes come: what is pending becomes the last record. A record end before the end of
  /// the input starts no further record.
  void finish();
  /// The next complete record that begins in the range; false when more bytes are needed, the range
  /// is done, or (after finish) the input is.
  bool next(Record& record);
  /// The next records of just `width` cells, as many as are ready and a block holds. False where
  /// the very next record is none of them: next() then gives it, or says why there is none.
  /// REQUIRES: width >= 2 (a blank line is a record of one cell).
  bool next_block(size_t width, RecordBlock& block);

  /// Offset of the first byte to commit: range.from, or the byte before it where the range is not
  /// exact (whether a record begins at range.from is seen from that byte).
  uint64_t feed_from() const;
  /// True once the next record would begin at or past range.to: feed no more.
  bool done() const;
  /// Offset of the first record yielded or sought; meaningful once a record was met or at the end.
  uint64_t first_offset() const;
  /// Offset just past the last record yielded, which is where the next record begins.
  uint64_t end_offset() const;
  /// Record ends, quoted ones too, from first_offset() to end_offset(). In a range with `from` > 0
  /// lines count from 1: a record's line in the input is dialect.first_line - 1 + the lines() of
  /// the ranges before + Record::line.
  uint64_t lines() const;
  const ScanCounts& counts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace topline
