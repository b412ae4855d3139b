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
//     while (scanner.next(record)) use(record);   // views are good until the next room() or finish()
//   }
//   scanner.finish();
//   while (scanner.next(record)) use(record);

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/ingest/dialect.h"

namespace topline {

/// Which instructions look for delimiters, quotes and record ends.
enum class Lane : uint8_t { scalar, sse2, avx2, wasm };

/// The best lane that this build and this processor have.
Lane best_lane();
/// Every lane that can run here; tests walk through all of them.
std::vector<Lane> lanes_here();

/// One record, as views into the scanner's memory.
struct Record {
  uint64_t offset = 0;  ///< byte offset of its first byte in the input
  uint64_t line = 0;    ///< 1-based physical line within this scan (see Scanner's `first_line`)
  std::span<const std::string_view> cells;  ///< quotes taken off, "" read as ", at least one cell
  bool blank = false;   ///< nothing stood between two record ends: one empty, unquoted cell
};

/// Which records of an input a scanner yields: those that begin in [from, to).
struct ScanRange {
  uint64_t from = 0;
  uint64_t to = UINT64_MAX;
  /// True: a record begins at `from`. False: it is guessed (outside quotes) and the first record end
  /// is sought; whoever joins the ranges checks the guess by first_offset() and end_offset().
  bool exact = true;
};

/// What one scan met, for the counts and messages.
struct ScanCounts {
  uint64_t invalid_utf8 = 0;           ///< bytes that are no UTF-8
  uint64_t stray_quotes = 0;           ///< records read by the scalar path since a quote broke RFC 4180
  uint64_t first_stray_quote_line = 0;
  uint64_t unclosed_quotes = 0;        ///< quotes read as text since they never closed
  uint64_t first_unclosed_quote_line = 0;
};

class Scanner {
 public:
  /// A cell larger than this is taken for one quote too many: that quote becomes text.
  static constexpr size_t kCellLimit = size_t{16} << 20;

  explicit Scanner(const Dialect& dialect, ScanRange range = {}, Lane lane = best_lane());
  ~Scanner();
  Scanner(Scanner&&) noexcept;
  Scanner& operator=(Scanner&&) noexcept;

  /// At least `at_least` writable bytes that follow what was committed so far. The first byte
  /// committed is the input's byte `range.from` (0 for a whole input; the scanner itself skips the
  /// dialect's BOM and sep= line).
  std::span<char> room(size_t at_least);
  /// `bytes` of the last room() were filled. REQUIRES: bytes <= the room's size.
  void commit(size_t bytes);
  /// No more bytes come: what is pending becomes the last record. A record end before the end of the
  /// input starts no further record.
  void finish();
  /// The next complete record that begins in the range; false when more bytes are needed, the range
  /// is done, or (after finish) the input is.
  bool next(Record& record);

  /// True once a record beginning at or past range.to was met: feed no more.
  bool done() const;
  /// Offset of the first record yielded or sought; meaningful once a record was met or at the end.
  uint64_t first_offset() const;
  /// Offset just past the last record yielded, which is where the next record begins.
  uint64_t end_offset() const;
  /// Physical lines from first_offset() to end_offset().
  uint64_t lines() const;
  const ScanCounts& counts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace topline
