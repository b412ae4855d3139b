// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/scanner.h"

#include <algorithm>
#include <cstring>

#include "core/ingest/scan_state.h"
#include "core/ingest/utf8_check.h"

namespace topline {

std::string_view* Scanner::State::take_record(size_t count) {
  const RecordEnd end = index.ends[given++];
  std::string_view* const cells = views.data() + (next_cell - 1);
  std::string_view& last = cells[count - 1];
  const char* const stop = last.data() + last.size();
  // A CR before a LF belongs to the record's end. (In a CR text the end is no LF.)
  const bool cr = *stop == '\n' && !last.empty() && stop[-1] == '\r';
  last = {last.data(), last.size() - (cr ? 1 : 0)};
  line += 1 + (end.inner_ends() - before.inner_ends());
  start = static_cast<size_t>(stop - buffer.begin()) + 1;
  next_cell = end.cell() + size_t{1};
  const bool quoted = end.quotes() != before.quotes();
  const bool escapes = end.escapes() != before.escapes();
  before = end;
  if (quoted) unquote(cells, count, escapes);
  return cells;
}

void Scanner::State::give_indexed(Record& record) {
  const size_t count = next_width();
  record.offset = origin + start;
  record.line = line;
  const uint32_t quotes = before.quotes();
  const std::string_view* const cells = take_record(count);
  record.cells = {cells, count};
  record.blank = count == 1 && cells[0].empty() && quotes == before.quotes();
}

bool Scanner::State::give_block(size_t width, RecordBlock& block) {
  block.cells = views.data() + (next_cell - 1);
  block.width = width;
  size_t count = 0;
  while (count < RecordBlock::kMost && given < ready && next_width() == width) {
    block.offsets[count] = origin + start;
    block.lines[count] = line;
    take_record(width);
    ++count;
  }
  block.count = count;
  return count != 0;
}

void Scanner::State::unquote(std::string_view* cells, size_t count, bool escapes) {
  for (size_t k = 0; k < count; ++k) {
    std::string_view& cell = cells[k];
    if (cell.empty() || cell.front() != '"') continue;
    cell = {cell.data() + 1, cell.size() - 2};
    if (!escapes || cell.find('"') == std::string_view::npos) continue;
    if (unescaped_used == 0) reserve_unescaped();
    char* const to = unescaped.data() + unescaped_used;
    cell = {to, unescape(cell.data(), cell.size(), to)};
    unescaped_used += cell.size();
  }
}

// Room for all that is ready at once, so that no view moves.
void Scanner::State::reserve_unescaped() {
  const size_t needed = std::max(scanned, start) + ScanBuffer::kPadding;
  if (unescaped.size() < needed) unescaped.resize(needed);
}

void Scanner::State::give_plain(Record& record) {
  const size_t size = plain.size();
  const char* const base = buffer.begin();
  const auto ends_before = [&](uint64_t at) {
    return static_cast<uint64_t>(std::count(base, base + at, marks.end));
  };
  start = scanned = size;
  unescaped_used = 0;
  reserve_unescaped();
  reserve_views(plain.cells().size());
  size_t count = 0;
  for (const PlainReader::Cell& cell : plain.cells()) {
    std::string_view text = {base + cell.begin, static_cast<size_t>(cell.end - cell.begin)};
    if (cell.quoted && text.find('"') != std::string_view::npos) {
      char* const to = unescaped.data() + unescaped_used;
      text = {to, unescape(text.data(), text.size(), to)};
      unescaped_used += text.size();
    }
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
  before = {};
  next_cell = 1;
  high_behind = false;
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
  return s.has_next() && !s.plain_waits && s.give_block(width, block);
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
