// SPDX-License-Identifier: Apache-2.0
#pragma once

// The distinct texts ("tokens") of one column with their counts: what a Profile and a Tally are
// made of. Interning a cell is the hottest thing that Topline does after scanning, so the common
// case is a hash of at most 16 bytes, one probe and one increment.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/hash.h"

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

  /// Where the rows of a block stand.
  struct Places {
    const uint64_t* offsets;
    const uint64_t* lines;
    uint64_t line_shift;  ///< taken off each line
    Place at(size_t row) const { return {0, offsets[row], lines[row] - line_shift}; }
  };
  /// Counts one column of `count` rows, cells[0], cells[stride] …, and writes the code of each text.
  /// Codes are dense and stand for the table's life; kNone once a text falls out. REQUIRES: 16
  /// bytes are readable from each cell's data() on.
  void count_column(const std::string_view* cells, size_t stride, size_t count,
                    const Places& places, uint32_t* codes);

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
  size_t count_known(const std::string_view* cells, size_t stride, size_t row, size_t count,
                     uint32_t* codes);
  void tally(const uint32_t* codes, size_t count);
  bool is_pinned(std::string_view text) const;
  template <class Byte>
  static uint64_t load8(const Byte* p) {
    uint64_t word;
    std::memcpy(&word, p, 8);
    return word;
  }
  static Key key_of(std::string_view text) {
    const char* p = text.data();
    const size_t n = text.size();
    const uint8_t* const mask = kMasks + 16 - (n < 16 ? n : 16);
    Key key;
    key.length = static_cast<uint32_t>(n);
    key.first = load8(p) & load8(mask);
    key.second = load8(p + 8) & load8(mask + 8);
    key.hash = mix(key.first ^ kHashA ^ n, key.second ^ kHashB);
    if (n > 16) key.hash = long_hash(text, key.hash);
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
  std::vector<uint64_t> counts_;        ///< by code, apart from the entries: every cell adds to one
  /// Codes of one-byte texts (most answers are a digit) and, last, of the empty one.
  static constexpr size_t kEmptyByte = 256;
  std::array<uint32_t, kEmptyByte + 1> one_byte_;
  std::vector<std::string> pins_;
  std::array<bool, 256> may_be_pinned_{};  ///< by first byte: texts the threshold must not stop
  std::vector<uint32_t>
      heap_;  ///< once incomplete: kept unpinned codes, highest (hash, text) first
  std::string texts_;
};

}  // namespace topline
