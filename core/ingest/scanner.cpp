// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/scanner.h"

#include <algorithm>
#include <cstring>

#include "core/ingest/scan_state.h"
#include "core/ingest/utf8_check.h"

namespace topline {

void Scanner::State::give_indexed(Record& record) {
  const RecordEnd end = index.ends[given++];
  const char* const base = buffer.begin();
  const size_t count = end.cell() + size_t{1} - next_cell;
  std::string_view* const out = views.data() + (next_cell - 1);
  std::string_view& last = out[count - 1];
  const char* const stop = last.data() + last.size();
  // A CR before a LF belongs to the record's end. (In a CR text the end is no LF.)
  const bool cr = *stop == '\n' && !last.empty() && stop[-1] == '\r';
  last = {last.data(), last.size() - (cr ? 1 : 0)};
  record.offset = origin + start;
  record.line = line;
  record.cells = {out, count};
  record.blank = count == 1 && last.empty();
  line += 1 + (end.inner_ends() - before.inner_ends());
  start = static_cast<size_t>(stop - base) + 1;
  next_cell = end.cell() + size_t{1};
  const RecordEnd start_totals = before;
  before = end;
  if (end.quotes() != start_totals.quotes()) {
    unquote(out, count, end.escapes() != start_totals.escapes());
    record.blank = false;
  }
}

void Scanner::State::unquote(std::string_view* cells, size_t count, bool escapes) {
  const char* const begin = cells[0].data();
  const auto size = static_cast<size_t>(buffer.begin() + start - begin);
  size_t used = 0;
  for (size_t k = 0; k < count; ++k) {
    std::string_view& cell = cells[k];
    if (cell.empty() || cell.front() != '"') continue;
    cell = {cell.data() + 1, cell.size() - 2};
    if (!escapes || cell.find('"') == std::string_view::npos) continue;
    if (used == 0) reserve_unescaped(size);  // once per record: views stay good
    char* const to = unescaped.data() + used;
    cell = {to, unescape(cell.data(), cell.size(), to)};
    used += cell.size();
  }
}

void Scanner::State::reserve_unescaped(size_t size) {
  const size_t needed = size + ScanBuffer::kPadding;
  if (unescaped.size() < needed) unescaped.resize(needed);
}

void Scanner::State::give_plain(Record& record) {
  const size_t size = plain.size();
  const char* const base = buffer.begin();
  const auto ends_before = [&](uint64_t at) {
    return static_cast<uint64_t>(std::count(base, base + at, marks.end));
  };
  reserve_unescaped(size);
  reserve_views(plain.cells().size());
  size_t used = 0, count = 0;
  for (const PlainReader::Cell& cell : plain.cells()) {
    std::string_view text = {base + cell.begin, static_cast<size_t>(cell.end - cell.begin)};
    if (cell.quoted && text.find('"') != std::string_view::npos) {
      char* const to = unescaped.data() + used;
      text = {to, unescape(text.data(), text.size(), to)};
      used += text.size();
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
  start = scanned = size;
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

bool Scanner::next(Record& record) {
  State& s = *state_;
  if (s.given == s.ready) {
    const State::Ahead ahead = s.advance();
    if (ahead == State::Ahead::nothing) return false;
    if (ahead == State::Ahead::plain) {
      s.give_plain(record);
      return true;
    }
  }
  s.give_indexed(record);
  return true;
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
