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
};

/// Where the next entries go.
struct Out {
  Stop* cells;  ///< behind the last one
  LineBlock* block;
  uint64_t lines;
  uint64_t records;
  uint64_t escapes;  ///< 0 where none was seen
};

/// What the quotes of one block say.
struct QuoteMasks {
  uint64_t inside;   ///< from an opening quote to before its closing one
  uint64_t marks;    ///< delimiters and record ends outside quotes
  uint64_t escapes;  ///< opening quotes right behind a closing one: the second half of ""
  uint64_t bad;      ///< opening quotes that neither open a cell nor follow a closing one
  uint64_t strange;  ///< what follows a closing quote and is no mark and no quote
};

template <class L>
TOPLINE_INLINE QuoteMasks quote_masks(uint64_t quotes, uint64_t delimiters, uint64_t ends,
                                      Carry& carry) {
  QuoteMasks m;
  m.inside = L::prefix_xor(quotes) ^ carry.inside;
  m.marks = (delimiters | ends) & ~m.inside;
  const uint64_t opening = quotes & m.inside;
  const uint64_t closing = quotes & ~m.inside;
  const uint64_t after_closing = closing << 1 | carry.after_close;
  const uint64_t after_mark = m.marks << 1 | carry.after_mark;
  m.escapes = opening & after_closing;
  m.bad = opening & ~(after_mark | after_closing);
  m.strange = after_closing & ~(m.marks | quotes);
  carry.inside = static_cast<uint64_t>(static_cast<int64_t>(m.inside) >> 63);
  carry.after_close = closing >> 63;
  carry.after_mark = m.marks >> 63;
  return m;
}

/// Writes what a block holds. `ends`: inside quotes or not.
template <class L>
TOPLINE_INLINE void put_block(Out& out, size_t at, uint64_t marks, uint64_t ends,
                              uint64_t escapes) {
  const uint32_t count = L::ones(marks);
  L::put_bits(out.cells, static_cast<uint32_t>(at), marks, count);
  out.cells += count;
  *out.block++ = {ends, out.lines};
  out.lines += L::ones(ends);
  out.records += L::ones(ends & marks);
  out.escapes |= escapes;
}

/// Whole blocks as long as they hold no quote. Returns the first block that does.
template <class L>
TOPLINE_TARGET size_t index_bare(const char* data, size_t at, size_t to, const Marks& what,
                                 Carry& carry, Out& result, typename L::Seen& seen) {
  if ((carry.inside | carry.after_close | carry.after_close_cr) != 0) return at;
  const auto delimiter = L::all(what.delimiter);
  const auto quote = L::all('"');
  const auto end = L::all(what.end);
  Out out = result;
  typename L::Seen high = seen;
  uint64_t last = carry.after_mark << 63;
  for (; at + kBlock <= to; at += kBlock) {
    const typename L::Block block = L::load(data + at);
    if (L::equal(block, quote) != 0) break;
    high.add(block);
    const uint64_t ends = L::equal(block, end);
    last = L::equal(block, delimiter) | ends;
    put_block<L>(out, at, last, ends, 0);
  }
  carry.after_mark = last >> 63;
  seen = high;
  result = out;
  return at;
}

/// Whole blocks as long as their quotes are as RFC 4180 wants them and no CR follows one. Returns the
/// first block that is no such case.
template <class L>
TOPLINE_TARGET size_t index_quoted(const char* data, size_t at, size_t to, const Marks& what,
                                   Carry& carry_in, Out& result, typename L::Seen& seen) {
  if (carry_in.after_close_cr != 0) return at;
  const auto delimiter = L::all(what.delimiter);
  const auto quote = L::all('"');
  const auto end = L::all(what.end);
  Out out = result;
  typename L::Seen high = seen;
  Carry carry = carry_in;
  for (; at + kBlock <= to; at += kBlock) {
    const typename L::Block block = L::load(data + at);
    const uint64_t ends = L::equal(block, end);
    Carry next = carry;
    const QuoteMasks m =
        quote_masks<L>(L::equal(block, quote), L::equal(block, delimiter), ends, next);
    if ((m.bad | m.strange) != 0) break;
    carry = next;
    high.add(block);
    put_block<L>(out, at, m.marks, ends, m.escapes);
  }
  carry_in = carry;
  seen = high;
  result = out;
  return at;
}

/// One block, whatever it holds. Returns false where RFC 4180 is broken: what stands before is kept.
template <class L>
TOPLINE_TARGET bool index_any(const char* data, size_t at, size_t to, const Marks& what,
                              Carry& carry, Out& out, typename L::Seen& seen) {
  const typename L::Block block = L::load(data + at);
  seen.add(block);
  const uint64_t ends = L::equal(block, L::all(what.end));
  const uint64_t valid = to - at < kBlock ? (uint64_t{1} << (to - at)) - 1 : ~uint64_t{0};
  const uint64_t must_end = carry.after_close_cr;
  carry.after_close_cr = 0;
  QuoteMasks m = quote_masks<L>(L::equal(block, L::all('"')), L::equal(block, L::all(what.delimiter)),
                                ends, carry);
  m.bad |= must_end & ~ends;
  m.strange &= valid;
  if (m.strange != 0 && what.end == '\n') {  // a CR LF after a closing quote is no stranger
    const uint64_t cr = L::equal(block, L::all('\r'));
    m.strange &= ~(cr & ends >> 1);
    if ((m.strange & cr) >> 63 != 0) {  // its LF, if it is one, opens the next block
      m.strange &= ~(uint64_t{1} << 63);
      carry.after_close_cr = 1;
    }
  }
  m.bad |= m.strange;
  const uint64_t marks = m.marks & below_lowest(m.bad);
  put_block<L>(out, at, marks, ends, m.escapes);
  return m.bad == 0;
}

template <class L>
TOPLINE_TARGET void index_blocks(const char* data, size_t from, size_t to, const Marks& what,
                                 BlockIndex& index) {
  Carry carry = {index.inside, index.after_mark, index.after_close, index.after_close_cr};
  Out out = {index.cells.data() + index.cell_count, index.lines.data(), index.line_count, 0, 0};
  typename L::Seen seen;
  size_t at = index_bare<L>(data, from, to, what, carry, out, seen);
  while (at < to) {
    at = index_quoted<L>(data, at, to, what, carry, out, seen);
    if (at >= to) break;
    if (!index_any<L>(data, at, to, what, carry, out, seen)) {
      index.odd = true;
      break;
    }
    at += kBlock;
  }
  index.cell_count = static_cast<size_t>(out.cells - index.cells.data());
  index.record_count = out.records;
  index.line_count = out.lines;
  index.escapes |= out.escapes != 0;
  index.high |= seen.high();
  index.inside = carry.inside;
  index.after_mark = carry.after_mark;
  index.after_close = carry.after_close;
  index.after_close_cr = carry.after_close_cr;
}

}  // namespace topline
