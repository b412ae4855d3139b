// SPDX-License-Identifier: Apache-2.0
#pragma once

// Many records at once, for counting column by column. Nothing is cut out until someone asks: a
// column of digits is counted from where its cells end, and its texts are never seen as texts.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace topline {

/// The record end bytes of 64 bytes of input, inside quotes or not: its physical lines.
struct LineBlock {
  uint64_t ends;
  uint64_t before;  ///< how many stand in what was kept of the input before it
};

/// Where the physical lines of a stretch of input end.
struct Lines {
  const LineBlock* blocks = nullptr;
  size_t from = 0;  ///< offset of the first block

  /// How many end before data[at]. REQUIRES: at is 0, or the byte before it ends one in the stretch.
  uint64_t before(size_t at) const {
    if (at == 0) return 0;
    const size_t last = at - 1 - from;
    const LineBlock& block = blocks[last / 64];
    return block.before + static_cast<uint64_t>(std::popcount(block.ends << (63 - last % 64)));
  }
};

/// Offset of the byte behind a cell, from the front of what is kept of the input. Records that would
/// stretch further are read plainly; the narrower, the more of a window's stops stay close.
using Stop = uint16_t;

/// A cell as it stands in the input, quotes on.
struct RawCell {
  const char* begin;
  size_t size;

  /// Quotes stand first where a cell is quoted, and nowhere else.
  bool quoted() const { return (*begin == '"') & (size != 0); }
};

/// Where the cell behind a stop begins: at 0 behind the one before the first, which is -1.
inline Stop behind(Stop stop) { return static_cast<Stop>(stop + 1); }

/// The cell that ends before data[*stop] and begins behind the one before it. kLast: it is the last
/// of its record, and a CR before the record's LF is none of it.
template <bool kLast>
inline RawCell raw_cell(const char* data, const Stop* stop) {
  const Stop begin = behind(stop[-1]);
  RawCell cell = {data + begin, static_cast<size_t>(*stop - begin)};
  if (kLast) {  // in a text whose records end in CR, the end is no LF
    const char* const end = data + *stop;
    const char before = end[-static_cast<ptrdiff_t>(cell.size != 0)];
    cell.size -= (before == '\r') & (*end == '\n');
  }
  return cell;
}

/// Texts of quoted cells in which "" stood for ", each made when it is asked for: most cells are known
/// by their raw bytes.
class UnescapedTexts {
 public:
  /// Good until clear(); kPadding bytes are readable behind it.
  std::string_view make(std::string_view between_quotes);
  void clear();

 private:
  static constexpr size_t kPadding = 64;
  static constexpr size_t kPage = size_t{64} << 10;
  std::vector<std::vector<char>> pages_;  ///< none of them ever grows: texts stay where they are
  size_t page_ = 0;                       ///< the one that is being filled
  size_t used_ = 0;                       ///< bytes of it
};

/// Records that follow one another and have the same number of cells.
class RecordBlock {
 public:
  static constexpr size_t kMost = 256;

  size_t width() const { return width_; }
  size_t count() const { return count_; }
  /// As in Record.
  uint64_t offset(size_t row) const { return origin_ + begin_of(row * width_); }
  uint64_t line(size_t row) const { return line_ + lines_.before(begin_of(row * width_)); }
  std::string_view cell(size_t row, size_t column) const {
    const Stop* const stop = stops_ + row * width_ + column;
    const RawCell raw =
        column + 1 == width_ ? raw_cell<true>(data_, stop) : raw_cell<false>(data_, stop);
    return raw.quoted() ? unquoted(raw) : std::string_view(raw.begin, raw.size);
  }

  /// The cells of a column in `rows`, counted from `first` on, written to every `stride`-th of `out`.
  void cells(size_t column, size_t first, std::span<const uint32_t> rows, std::string_view* out,
             size_t stride) const;

  /// The raw cell of column c in row r ends at stops()[r * width() + c] (see raw_cell).
  const char* data() const { return data_; }
  const Stop* stops() const { return stops_; }

 private:
  friend class Scanner;

  std::string_view unquoted(const RawCell& raw) const;
  template <bool kLast>
  void cells_of(size_t column, size_t first, std::span<const uint32_t> rows, std::string_view* out,
                size_t stride) const;

  Stop begin_of(size_t k) const { return behind(stops_[static_cast<ptrdiff_t>(k) - 1]); }

  const char* data_ = nullptr;
  const Stop* stops_ = nullptr;  ///< offsets of the byte after each cell, row by row
  Lines lines_;
  uint64_t origin_ = 0;  ///< offset of data_ in the input
  uint64_t line_ = 0;    ///< of data_[0], by lines_
  bool has_escapes_ = false;  ///< does "" stand for " somewhere?
  UnescapedTexts* unescaped_ = nullptr;
  size_t width_ = 0;
  size_t count_ = 0;
};

}  // namespace topline
