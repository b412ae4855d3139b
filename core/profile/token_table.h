// SPDX-License-Identifier: Apache-2.0
#pragma once

// The distinct texts ("tokens") of one column with their counts: what a Profile and a Tally are
// made of. Interning a cell is the hottest thing that Topline does after scanning, so the common
// case is a hash of at most 16 bytes, one probe and one increment.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/hash.h"
#include "core/ingest/record_block.h"
#include "core/profile/cell_memo.h"
#include "core/profile/known_rows.h"

namespace topline {

/// Where a text stood first. Ordered by (input, offset). `line` counts from the start of the piece
/// of input that was read (see core/tally/tally.h), until pieces join.
struct Place {
  uint32_t input = UINT32_MAX;  ///< index into the tally's inputs
  uint64_t offset = 0;          ///< of the record
  uint64_t line = 0;
  bool known() const { return input != UINT32_MAX; }
  bool operator<(const Place& other) const {
    return input != other.input ? input < other.input : offset < other.offset;
  }
};

/// A bounded, mergeable multiset of texts. Up to `limit` distinct texts it is complete. Beyond, it
/// keeps the `limit` texts of lowest hash: their counts stay exact (a text below the threshold was
/// below it from its first occurrence), and what is kept depends on the set of texts alone, not on
/// their order, so that merging is associative and commutative (bottom-k sampling: Cohen & Kaplan,
/// PODC 2007).
class TokenTable {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;  ///< the code of a text that is not kept
  static constexpr uint32_t kEmpty = 0;          ///< the code of the empty text, always kept

  explicit TokenTable(uint32_t limit = 1024);

  /// Counts one cell and returns the code of its text. Codes are dense and stand for the table's
  /// life; kNone once a text falls out. REQUIRES: 16 bytes are readable from text.data() on.
  uint32_t count(std::string_view text, const Place& place);
  /// Counts a column of a block, and writes the code of each row. Lines are counted from
  /// `line_shift` (see Place).
  void count_column(const RecordBlock& block, size_t column, uint64_t line_shift, uint32_t* codes);

  /// Adds `times` occurrences, for merging; the place that is lower wins.
  uint32_t add(std::string_view text, uint64_t times, const Place& place);
  /// The code of `text`, or kNone. Does not need readable bytes past its end.
  uint32_t find(std::string_view text) const;
  /// Keeps `text` for good once it is met. For words that must never fall out.
  /// REQUIRES: nothing was counted yet.
  void pin(std::string_view text);

  /// Codes run from 0 to size() - 1; those that fell out have kept() false.
  uint32_t size() const { return static_cast<uint32_t>(entries_.size()); }
  bool kept(uint32_t code) const { return !entries_[code].gone; }
  std::string_view text(uint32_t code) const;
  uint64_t count_of(uint32_t code) const { return counts_[code]; }
  const Place& first_place(uint32_t code) const { return entries_[code].first; }
  void set_place(uint32_t code, const Place& place) { entries_[code].first = place; }
  void count_more(uint32_t code, uint64_t times) { counts_[code] += times; }
  void take_away(uint32_t code, uint64_t times) { counts_[code] -= times; }

  /// True while every distinct text is kept.
  bool complete() const { return complete_; }
  /// Distinct texts with a count, exact while complete; else estimated from the threshold
  /// ((k − 1) ÷ normalised k-th hash: Bar-Yossef et al., RANDOM 2002).
  uint64_t distinct() const;
  /// The kept codes in the byte order of their texts: the canonical order.
  std::vector<uint32_t> sorted() const;
  /// Forces the sampled state: for reading a table back, and for merging with one.
  void set_incomplete();
  uint32_t limit() const { return limit_; }

 private:
  struct Key {
    uint64_t first, second, hash;
    uint32_t length;
  };
  struct Slot {
    uint64_t first = 0, second = 0;  ///< the text's first 16 bytes, zero-padded
    uint32_t length = 0;             ///< 0: free
    uint32_t code = 0;
  };
  struct Entry {
    uint64_t hash = 0;
    Place first;
    uint64_t begin = 0;  ///< into texts_
    uint32_t length = 0;
    bool pinned = false;
    bool gone = false;
  };

  uint32_t find(std::string_view text, const Key& key) const;
  // count_column.cpp
  struct Column;
  template <bool kLast>
  void count_cells(const Column& column, uint32_t* codes);
  template <bool kLast, size_t Words>
  void count_remembered(const Column& column, CellMemo<Words>& memo, KnownCells known,
                        uint32_t* codes);
  template <bool kLast>
  void count_hashed(const Column& column, uint32_t* codes);
  uint32_t count_cell(const Column& column, size_t row);
  void forget(uint32_t code);
  bool is_pinned(std::string_view text) const;
  template <class Byte>
  static uint64_t load8(const Byte* p) {
    uint64_t word;
    std::memcpy(&word, p, 8);
    return word;
  }
  static Key key_of(std::string_view text) {
    const size_t n = text.size();
    Key key = short_key_of(text.data(), n < 16 ? n : 16, n);
    if (n > 16) key.hash = long_hash(text, key.hash);
    return key;
  }
  /// Of the first `kept` bytes, at most 16, of a text of `length`.
  static Key short_key_of(const char* p, size_t kept, size_t length) {
    const uint8_t* const mask = kMasks + 16 - kept;
    Key key;
    key.length = static_cast<uint32_t>(length);
    key.first = load8(p) & load8(mask);
    key.second = load8(p + 8) & load8(mask + 8);
    key.hash = mix(key.first ^ kHashA ^ length, key.second ^ kHashB);
    return key;
  }
  /// 16 bytes from 16 - n on keep the first n bytes of a text.
  static constexpr uint8_t kMasks[32] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                         0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
  static uint64_t long_hash(std::string_view text, uint64_t hash);
  static Key key_of_bounded(std::string_view text);
  bool same_text(uint32_t code, std::string_view text) const;
  uint32_t add(std::string_view text, const Key& key, uint64_t times, const Place& place);
  uint32_t insert(std::string_view text, const Key& key);
  bool higher(uint32_t a, uint32_t b) const;
  void rehash(uint32_t slots);
  void remove_slot(uint32_t code);

  uint32_t limit_;
  uint32_t mask_;
  uint32_t live_ = 0;  ///< kept, unpinned entries
  bool complete_ = true;
  uint64_t threshold_ = UINT64_MAX;  ///< once incomplete: texts of a higher hash are not kept
  std::vector<Slot> slots_;
  std::vector<Entry> entries_;
  std::vector<uint64_t> counts_;  ///< by code, apart from the entries: every cell adds to one

  /// How the cells of a column are looked up: each way takes longer or more diverse ones than the
  /// way before it, and more time.
  enum class Way : uint8_t { in_short, in_middling, in_long, by_hash };
  Way way_ = Way::in_short;
  uint32_t blocks_ = 0;
  CellMemo<1> short_;
  CellMemo<2> middling_;
  CellMemo<8> long_;

  std::vector<std::string> pins_;
  std::array<bool, 256> may_be_pinned_{};  ///< by first byte: texts the threshold must not stop
  std::vector<uint32_t>
      heap_;  ///< once incomplete: kept unpinned codes, highest (hash, text) first
  std::string texts_;
};

}  // namespace topline
