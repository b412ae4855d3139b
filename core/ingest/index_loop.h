// SPDX-License-Identifier: Apache-2.0
#pragma once

// The block scan, written over a lane's primitives. Quotes are paired by prefix XOR, which is right
// only where every quote stands as RFC 4180 wants it: an opening one at the start of a cell, a
// closing one before a delimiter, a record end or another quote. So each block is checked, and the
// scan stops at the first quote that breaks the rule; core/ingest/plain_reader.h takes over.

#include "core/ingest/block_index.h"
#include "core/ingest/lanes.h"

namespace topline {

/// The bits below the lowest one set; all of them where none is.
TOPLINE_INLINE uint64_t below_lowest(uint64_t bits) { return ~bits & (bits - 1); }

/// What one block hands to the next; in registers while the scan runs.
struct Carry {
  uint64_t inside, after_mark, after_close, after_close_cr;
  uint64_t inner;  ///< as in BlockIndex
};

/// What the quotes of one block say.
struct QuoteMasks {
  uint64_t inside;   ///< from an opening quote to before its closing one
  uint64_t escapes;  ///< opening quotes right behind a closing one: the second half of ""
  uint64_t bad;      ///< where RFC 4180 is broken
};

template <class L>
TOPLINE_INLINE QuoteMasks quote_masks(const typename L::Block& block, uint64_t quotes,
                                      uint64_t delimiters, uint64_t ends, uint64_t valid, bool lf,
                                      Carry& carry) {
  QuoteMasks m;
  m.inside = L::prefix_xor(quotes) ^ carry.inside;
  const uint64_t marks = (delimiters | ends) & ~m.inside;
  const uint64_t opening = quotes & m.inside;
  const uint64_t closing = quotes & ~m.inside;
  const uint64_t after_closing = closing << 1 | carry.after_close;
  const uint64_t after_mark = marks << 1 | carry.after_mark;
  m.escapes = opening & after_closing;
  m.bad = opening & ~(after_mark | after_closing);
  m.bad |= carry.after_close_cr & ~ends;
  carry.after_close_cr = 0;
  uint64_t strange = after_closing & ~(marks | quotes) & valid;
  if (strange != 0 && lf) {  // a CR LF after a closing quote is no stranger
    const uint64_t cr = L::equal(block, L::all('\r'));
    strange &= ~(cr & ends >> 1);
    if ((strange & cr) >> 63 != 0) {  // its LF, if it is one, opens the next block
      strange &= ~(uint64_t{1} << 63);
      carry.after_close_cr = 1;
    }
  }
  m.bad |= strange;
  carry.inside = m.inside >> 63 != 0 ? ~uint64_t{0} : 0;
  carry.after_close = closing >> 63;
  carry.after_mark = marks >> 63;
  return m;
}

template <class L>
TOPLINE_TARGET void index_blocks(const char* data, size_t from, size_t to, const Marks& what,
                                 BlockIndex& index) {
  const auto delimiter = L::all(what.delimiter);
  const auto quote = L::all('"');
  const auto end = L::all(what.end);
  const bool lf = what.end == '\n';
  Carry carry = {index.inside, index.after_mark, index.after_close, index.after_close_cr,
                 index.inner};
  uint32_t* const cells_begin = index.cells.data();
  uint32_t* cells = cells_begin + index.cell_count;
  RecordEnd* records = index.ends.data() + index.end_count;
  typename L::Seen seen;
  uint64_t with_quotes = 0;
  for (size_t at = from; at < to; at += kBlock) {
    const typename L::Block block = L::load(data + at);
    seen.add(block);
    const uint64_t delimiters = L::equal(block, delimiter);
    const uint64_t ends = L::equal(block, end);
    const uint64_t quotes = L::equal(block, quote);
    const auto first_cell = static_cast<uint64_t>(cells - cells_begin);
    uint64_t marks = delimiters | ends;
    uint64_t escapes = 0, inner_ends = 0, bad = 0;
    with_quotes |= quotes | carry.inside | carry.after_close | carry.after_close_cr;
    if (with_quotes == 0) {
      carry.after_mark = marks >> 63;
    } else {
      const uint64_t valid = to - at < kBlock ? (uint64_t{1} << (to - at)) - 1 : ~uint64_t{0};
      const QuoteMasks m = quote_masks<L>(block, quotes, delimiters, ends, valid, lf, carry);
      bad = m.bad;
      marks &= ~m.inside & below_lowest(bad);
      escapes = m.escapes;
      inner_ends = ends & m.inside;
    }
    const uint32_t count = L::ones(marks);
    L::put_bits(cells, static_cast<uint32_t>(at), marks, count);
    cells += count;
    // Two record ends are written whether there are some or not: most blocks of a survey hold none,
    // one or two, at random, and a wrong guess costs more than all of the rest.
    uint64_t left = ends & marks;
    const uint32_t records_here = L::ones(left);
    const auto put_end = [&](RecordEnd& to) TOPLINE_TARGET {
      const uint64_t before = below_lowest(left);
      to = {first_cell + L::ones(marks & before),
            carry.inner + L::ones(escapes & before) + (uint64_t{L::ones(inner_ends & before)} << 32)};
      left &= left - 1;
    };
    put_end(records[0]);
    put_end(records[1]);
    for (uint32_t k = 2; k < records_here; ++k) put_end(records[k]);
    records += records_here;
    carry.inner += L::ones(escapes) + (uint64_t{L::ones(inner_ends)} << 32);
    if (bad != 0) {
      index.odd = true;
      break;
    }
  }
  index.cell_count = static_cast<size_t>(cells - cells_begin);
  index.end_count = static_cast<size_t>(records - index.ends.data());
  index.high |= seen.high();
  index.inside = carry.inside;
  index.after_mark = carry.after_mark;
  index.after_close = carry.after_close;
  index.after_close_cr = carry.after_close_cr;
  index.inner = carry.inner;
}

}  // namespace topline
