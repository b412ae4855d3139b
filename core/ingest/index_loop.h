// SPDX-License-Identifier: Apache-2.0
#pragma once

// The block scan, written over a lane's primitives. Quotes are paired by prefix XOR, which is right
// only where every quote stands as RFC 4180 wants it: an opening one at the start of a cell, a
// closing one before a delimiter, a record end or another quote. So each block is checked, and the
// scan stops at the first quote that breaks the rule; core/ingest/plain_reader.h takes over.

#include "core/ingest/block_index.h"
#include "core/ingest/lanes.h"

namespace topline {

/// Writes the offsets of the set bits; up to eight more entries than there are bits are
/// overwritten.
template <class L>
TOPLINE_INLINE void put_bits(uint32_t* out, uint32_t base, uint64_t bits, uint32_t count) {
  for (int k = 0; k < 8; ++k) {  // no branch on how many: most blocks of a table hold a few
    out[k] = base + L::first(bits);
    bits &= bits - 1;
  }
  for (uint32_t done = 8; done < count; done += 8) {
    out += 8;
    for (int k = 0; k < 8; ++k) {
      out[k] = base + L::first(bits);
      bits &= bits - 1;
    }
  }
}

TOPLINE_INLINE uint64_t below(uint32_t bit) { return (uint64_t{1} << bit) - 1; }

/// What the quotes of one block say.
struct QuoteMasks {
  uint64_t quotes = 0;
  uint64_t inside = 0;   ///< from an opening quote to before its closing one
  uint64_t escapes = 0;  ///< opening quotes right behind a closing one: the second half of ""
  uint64_t bad = 0;      ///< where RFC 4180 is broken
};

template <class L>
TOPLINE_INLINE QuoteMasks quote_masks(const typename L::Block& block, uint64_t quotes,
                                      uint64_t delimiters, uint64_t ends, uint64_t valid, bool lf,
                                      BlockIndex& index) {
  QuoteMasks m;
  m.quotes = quotes;
  m.inside = L::prefix_xor(quotes) ^ index.inside;
  const uint64_t marks = (delimiters | ends) & ~m.inside;
  const uint64_t opening = quotes & m.inside;
  const uint64_t closing = quotes & ~m.inside;
  const uint64_t after_closing = closing << 1 | index.after_close;
  const uint64_t after_mark = marks << 1 | index.after_mark;
  m.escapes = opening & after_closing;
  m.bad = opening & ~(after_mark | after_closing);
  m.bad |= index.after_close_cr & ~ends;
  index.after_close_cr = 0;
  uint64_t strange = after_closing & ~(marks | quotes) & valid;
  if (strange != 0 && lf) {  // a CR LF after a closing quote is no stranger
    const uint64_t cr = L::equal(block, L::all('\r'));
    strange &= ~(cr & ends >> 1);
    if ((strange & cr) >> 63 != 0) {  // its LF, if it is one, opens the next block
      strange &= ~(uint64_t{1} << 63);
      index.after_close_cr = 1;
    }
  }
  m.bad |= strange;
  index.inside = m.inside >> 63 != 0 ? ~uint64_t{0} : 0;
  index.after_close = closing >> 63;
  index.after_mark = marks >> 63;
  return m;
}

template <class L>
TOPLINE_TARGET void index_blocks(const char* data, size_t from, size_t to, const Marks& what,
                                 BlockIndex& kept) {
  const auto delimiter = L::all(what.delimiter);
  const auto quote = L::all('"');
  const auto end = L::all(what.end);
  const bool lf = what.end == '\n';
  BlockIndex& index = kept;
  uint32_t* cells = index.cells.data() + index.cell_count;
  const uint32_t* const cells_begin = index.cells.data();
  RecordEnd* records = index.ends.data() + index.end_count;
  typename L::Seen seen;
  for (size_t at = from; at < to; at += kBlock) {
    const typename L::Block block = L::load(data + at);
    seen.add(block);
    const uint64_t delimiters = L::equal(block, delimiter);
    const uint64_t ends = L::equal(block, end);
    const uint64_t quotes = L::equal(block, quote);
    QuoteMasks masks;
    if ((quotes | index.inside | index.after_close | index.after_close_cr) != 0) {
      const uint64_t valid =
          to - at < kBlock ? below(static_cast<uint32_t>(to - at)) : ~uint64_t{0};
      masks = quote_masks<L>(block, quotes, delimiters, ends, valid, lf, index);
    } else {
      index.after_mark = (delimiters | ends) >> 63;
    }
    uint64_t marks = (delimiters | ends) & ~masks.inside;
    if (masks.bad != 0) marks &= below(L::first(masks.bad));
    const uint32_t count = L::ones(marks);
    put_bits<L>(cells, static_cast<uint32_t>(at), marks, count);
    const auto first_cell = static_cast<uint32_t>(cells - cells_begin);
    for (uint64_t left = ends & marks; left != 0; left &= left - 1) {
      const uint64_t before = below(L::first(left));
      *records++ = {first_cell + L::ones(marks & before),
                    index.quotes + L::ones(masks.quotes & before),
                    index.escapes + L::ones(masks.escapes & before),
                    index.inner_ends + L::ones(ends & masks.inside & before)};
    }
    cells += count;
    index.quotes += L::ones(masks.quotes);
    index.escapes += L::ones(masks.escapes);
    index.inner_ends += L::ones(ends & masks.inside);
    if (masks.bad != 0) {
      index.odd = true;
      break;
    }
  }
  index.cell_count = static_cast<size_t>(cells - cells_begin);
  index.end_count = static_cast<size_t>(records - index.ends.data());
  index.high |= seen.high();
}

}  // namespace topline
