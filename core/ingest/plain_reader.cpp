// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/plain_reader.h"

#include <algorithm>
#include <cstring>

#include "core/ingest/scanner.h"

namespace topline {

PlainReader::PlainReader(const Dialect& dialect)
    : delimiter_(dialect.delimiter),
      end_(dialect.end == Dialect::End::lf ? '\n' : '\r'),
      lf_(dialect.end == Dialect::End::lf) {}

void PlainReader::start(uint64_t offset, bool inside) {
  state_ = inside ? State::quoted : State::cell_start;
  at_ = open_ = close_ = 0;
  cells_.clear();
  odd_ = unclosed_ = first_unclosed_ = 0;
  cut_ = false;
  offset_ = offset;
  run_begin_ = 0;
  run_end_ = UINT64_MAX;
}

bool PlainReader::read(const char* data, size_t size, bool last) {
  for (;;) {
    Step step = Step::on;
    switch (state_) {
      case State::cell_start:
        open_ = at_;
        if (cells_.size() == Scanner::kCellsLimit) {
          cut_ = true;
          return true;
        }
        if (at_ == size && !last) return false;
        state_ = State::text;
        if (at_ < size && data[at_] == '"' && at_ < Scanner::kRecordLimit) {
          run_begin_ = at_;
          open_ = run_end_ = ++at_;  // quotes right behind it are read before any skipping
          state_ = State::quoted;
        }
        break;
      case State::text:
        step = read_text(data, size, last);
        break;
      case State::quoted:
        step = read_quoted(data, size, last);
        break;
      case State::after_quote:
        step = read_after_quote(data, size, last);
        break;
    }
    if (step == Step::more) return false;
    if (step == Step::record) return true;
  }
}

PlainReader::Step PlainReader::read_text(const char* data, size_t size, bool last) {
  const uint64_t stop = std::min<uint64_t>(size, Scanner::kRecordLimit);
  for (; at_ < stop; ++at_) {
    const char c = data[at_];
    if (c == delimiter_) return close_cell(at_, false, false, at_ + 1);
    if (c == end_) {
      const bool cr = lf_ && at_ > open_ && data[at_ - 1] == '\r';
      return close_cell(at_ - (cr ? 1 : 0), false, true, at_ + 1);
    }
    if (c == '"') ++odd_;
  }
  if (at_ >= Scanner::kRecordLimit) {
    cut_ = true;
    return close_cell(at_, false, true, at_);
  }
  return last ? close_cell(at_, false, true, at_) : Step::more;
}

PlainReader::Step PlainReader::read_quoted(const char* data, size_t size, bool last) {
  // The last byte at which a quote can still close the cell, and one more.
  const uint64_t limit = open_ + Scanner::kCellLimit + 1;
  if (!within_run() && none_close_ > offset_ + at_) {
    at_ = std::min({none_close_ - offset_, uint64_t{size}, limit});
  }
  const uint64_t stop = std::min<uint64_t>(size, limit);
  const void* found = at_ < stop ? std::memchr(data + at_, '"', stop - at_) : nullptr;
  if (found == nullptr) {
    if (at_ < stop) at_ = stop;
    if (at_ < limit && !last) return Step::more;
    give_up_quote();
    return Step::on;
  }
  const auto quote = static_cast<uint64_t>(static_cast<const char*>(found) - data);
  if (quote != run_end_) run_begin_ = quote;
  at_ = quote;
  run_end_ = quote;  // still within the run if the next byte is not there yet
  if (quote + 1 == size && !last) return Step::more;
  if (quote + 1 < size && data[quote + 1] == '"') {
    at_ = run_end_ = quote + 2;
    return Step::on;
  }
  close_ = quote;
  at_ = quote + 1;
  state_ = State::after_quote;
  return Step::on;
}

PlainReader::Step PlainReader::read_after_quote(const char* data, size_t size, bool last) {
  // Two bytes of grace, for the CR LF after a cell of just the limit.
  const uint64_t limit = open_ + Scanner::kCellLimit + 3;
  const uint64_t stop = std::min<uint64_t>(size, limit);
  for (; at_ < stop; ++at_) {
    const char c = data[at_];
    if (c == delimiter_ || c == end_) {
      const bool cr_lf = lf_ && c == end_ && at_ == close_ + 2 && data[at_ - 1] == '\r';
      if (at_ != close_ + 1 && !cr_lf) ++odd_;
      return close_cell(close_, true, c == end_, at_ + 1);
    }
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {  // text: the quote is one of the text
      ++odd_;
      state_ = State::quoted;
      run_end_ = UINT64_MAX;
      return Step::on;
    }
  }
  if (at_ < limit && !last) return Step::more;
  if (at_ >= limit) {  // whether this run closes is still open for a later cell
    at_ = run_end_ = close_;
    give_up_quote();
    return Step::on;
  }
  if (at_ != close_ + 1) ++odd_;
  return close_cell(close_, true, true, at_);
}

void PlainReader::give_up_quote() {
  none_close_ = std::max(none_close_, offset_ + (within_run() ? run_begin_ : at_));
  const uint64_t quote = open_ == 0 ? 0 : open_ - 1;
  if (unclosed_++ == 0) first_unclosed_ = quote;
  ++odd_;
  at_ = open_;
  open_ = quote;
  state_ = State::text;
}

PlainReader::Step PlainReader::close_cell(uint64_t end, bool quoted, bool record_ends,
                                          uint64_t next) {
  cells_.push_back({open_, end, quoted});
  at_ = next;
  state_ = State::cell_start;
  return record_ends ? Step::record : Step::on;
}

size_t unescape(const char* from, size_t size, char* to) {
  char* const begin = to;
  const char* const end = from + size;
  while (from < end) {
    const auto left = static_cast<size_t>(end - from);
    const void* found = std::memchr(from, '"', left);
    const size_t plain =
        found ? static_cast<size_t>(static_cast<const char*>(found) - from) + 1 : left;
    std::memcpy(to, from, plain);
    to += plain;
    from += plain;
    if (found && from < end && *from == '"') ++from;
  }
  return static_cast<size_t>(to - begin);
}

}  // namespace topline
