// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/scanner.h"

#include <algorithm>
#include <cstring>

#include "core/ingest/scan_state.h"
#include "core/ingest/utf8_check.h"

namespace topline {

void Scanner::State::pass_over(size_t count, size_t cells) {
  given += count;
  next_cell += cells;
  const size_t end = index.cells[next_cell - 1];
  start = end + 1;
  const uint64_t ended = end < buffer.size() ? lines.before(start) : index.line_count + 1;
  line += ended - given_lines;
  given_lines = ended;
}

void Scanner::State::give_indexed(Record& record) {
  const size_t count = next_width();
  RecordBlock block;
  give_block(count, 1, block);
  reserve_views(count);
  for (size_t k = 0; k < count; ++k) views[k] = block.cell(0, k);
  record.offset = block.offset(0);
  record.line = block.line(0);
  record.cells = {views.data(), count};
  record.blank = count == 1 && raw_cell<true>(block.data_, block.stops_).size == 0;
}

bool Scanner::State::give_block(size_t width, size_t most, RecordBlock& block) {
  const size_t count = count_of_width(width, most);
  if (count == 0) return false;
  block.data_ = buffer.begin();
  block.stops_ = index.cells.data() + next_cell;
  block.lines_ = lines;
  block.origin_ = origin;
  block.line_ = line - given_lines;
  block.has_escapes_ = escapes;
  block.unescaped_ = &unescaped;
  block.width_ = width;
  block.count_ = count;
  pass_over(count, count * width);
  return true;
}

void Scanner::State::give_plain(Record& record) {
  const size_t size = plain.size();
  const char* const base = buffer.begin();
  const auto ends_before = [&](uint64_t at) {
    return static_cast<uint64_t>(std::count(base, base + at, marks.end));
  };
  start = scanned = size;
  unescaped.clear();
  reserve_views(plain.cells().size());
  size_t count = 0;
  for (const PlainReader::Cell& cell : plain.cells()) {
    std::string_view text = {base + cell.begin, static_cast<size_t>(cell.end - cell.begin)};
    if (cell.quoted && text.find('"') != std::string_view::npos) text = unescaped.make(text);
    views[count++] = text;
  }
  record.offset = origin;
  record.line = line;
  record.cells = {views.data(), count};
  record.blank = count == 1 && views[0].empty() && !plain.cells()[0].quoted;
  if (plain.odd() > 0 && counts.stray_quotes++ == 0) counts.first_stray_quote_line = line;
  if (plain.unclosed() > 0) {
    if (counts.unclosed_quotes == 0) {
      counts.first_unclosed_quote_line = line + ends_before(plain.first_unclosed());
    }
    counts.unclosed_quotes += plain.unclosed();
  }
  if (plain.cut() && counts.cut_records++ == 0) counts.first_cut_record_line = line;
  counts.invalid_utf8 += count_invalid_utf8(base, size, lane);
  line += ends_before(size);
  index.restart();
  given_lines = 0;
  next_cell = 1;
  high_behind = escapes_behind = false;
}

Scanner::Scanner(const Dialect& dialect, ScanRange range, Lane lane)
    : state_(std::make_unique<State>(dialect, range, lane)) {}
Scanner::~Scanner() = default;
Scanner::Scanner(Scanner&&) noexcept = default;
Scanner& Scanner::operator=(Scanner&&) noexcept = default;

std::span<char> Scanner::room(size_t at_least) { return state_->buffer.room(at_least); }

void Scanner::commit(size_t bytes) {
  State& s = *state_;
  s.buffer.commit(bytes);
  if (s.skip > 0) {
    const size_t skipped = static_cast<size_t>(std::min<uint64_t>(s.skip, s.buffer.size()));
    s.buffer.drop(skipped);
    s.skip -= skipped;
  }
}

void Scanner::finish() {
  state_->buffer.pad();
  state_->finished = true;
}

bool Scanner::State::has_next() {
  if (given < ready || plain_waits) return true;
  const Ahead ahead = advance();
  plain_waits = ahead == Ahead::plain;
  return ahead != Ahead::nothing;
}

bool Scanner::next(Record& record) {
  State& s = *state_;
  if (!s.has_next()) return false;
  if (s.plain_waits) {
    s.plain_waits = false;
    s.give_plain(record);
  } else {
    s.give_indexed(record);
  }
  return true;
}

bool Scanner::next_block(size_t width, RecordBlock& block) {
  State& s = *state_;
  return s.has_next() && !s.plain_waits && s.give_block(width, RecordBlock::kMost, block);
}

bool Scanner::done() const { return state_->past_range(); }
uint64_t Scanner::feed_from() const { return state_->feed_from; }
uint64_t Scanner::first_offset() const { return state_->first; }
uint64_t Scanner::end_offset() const { return state_->next_offset(); }
uint64_t Scanner::lines() const {
  const State& s = *state_;
  return s.line - s.first_line - (s.start > s.buffer.size() ? 1 : 0);
}
const ScanCounts& Scanner::counts() const { return state_->counts; }

}  // namespace topline
