// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/scan_state.h"

#include <algorithm>
#include <limits>

#include "core/ingest/lanes.h"
#include "core/ingest/utf8_check.h"

namespace topline {
namespace {

// Bytes indexed at once: about a RecordBlock of a survey, so that what is done once a block counts for
// little, and still in the first-level cache for the most part.
constexpr size_t kWindow = size_t{16} << 10;
// Bytes on which a range that begins anywhere decides whether it begins inside quotes.
// A stop of the window that comes next must hold where that ends.
constexpr size_t kMostPartial = std::numeric_limits<Stop>::max() - kWindow - kBlock;
constexpr size_t kGuess = size_t{32} << 10;

}  // namespace

Scanner::State::State(const Dialect& dialect, ScanRange range, Lane lane)
    : dialect(dialect),
      range(range),
      lane(lane),
      marks{dialect.delimiter, dialect.end == Dialect::End::lf ? '\n' : '\r'},
      index_blocks(index_blocks_for(lane)),
      plain(dialect) {
  seeking = !range.exact && range.from > dialect.body;
  // One byte earlier: a record begins at range.from just where that byte ends one.
  feed_from = seeking ? range.from - 1 : range.from;
  skip = feed_from < dialect.body ? dialect.body - feed_from : 0;
  origin = first = feed_from + skip;
  if (range.from == 0) first_line = line = dialect.first_line;
}

Scanner::State::Ahead Scanner::State::advance() {
  for (;;) {
    if (seeking && !seek()) return Ahead::nothing;
    if (past_range()) return Ahead::nothing;
    settle();
    unescaped.clear();
    if (index.odd) return read_plain() ? Ahead::plain : Ahead::nothing;
    const size_t there = buffer.size() - scanned;
    size_t bytes = std::min(there, kWindow);
    if (!finished || bytes < there) bytes -= bytes % kBlock;
    const Ahead ahead = bytes > 0 ? index_window(bytes) : end_last_record();
    if (ahead != Ahead::nothing || (bytes == 0 && !index.odd)) return ahead;
  }
}

Scanner::State::Ahead Scanner::State::index_window(size_t bytes) {
  index.high = index.escapes = false;
  index.reserve(bytes);
  index_blocks(buffer.begin(), scanned, scanned + bytes, marks, index);
  lines = {index.lines.data(), scanned};
  scanned += bytes;
  ready = index.record_count;
  last_cell = ready > 0 ? last_end_before(index.cell_count) : 0;
  const size_t last_end = ready > 0 ? index.cells[last_cell] : 0;
  if (scanned - last_end > kMostPartial) index.odd = true;  // the plain reader's limits are wider
  const bool high = index.high;
  escapes = escapes_behind |= index.escapes;
  if (ready == 0) {
    high_behind |= high;
    return Ahead::nothing;
  }
  escapes_behind = index.escapes;
  keep_to_range();
  if (ready == 0) return Ahead::nothing;  // settled again: the next record is past the range
  if (high || high_behind) count_utf8(0, index.cells[last_cell] + size_t{1});
  high_behind = high;
  return Ahead::indexed;
}

Scanner::State::Ahead Scanner::State::end_last_record() {
  if (!finished || buffer.size() == 0) return Ahead::nothing;
  if (index.inside != 0 || index.after_close_cr != 0) {
    index.odd = true;
    return Ahead::nothing;
  }
  // As if a record end stood behind the last byte (a zero: no CR before it is taken off).
  index.reserve(1);
  const auto end = static_cast<Stop>(buffer.size());
  index.cells[index.cell_count] = end;
  last_cell = index.cell_count++;
  ready = 1;
  escapes = escapes_behind;
  if (high_behind) count_utf8(0, end);
  return Ahead::indexed;
}

void Scanner::State::keep_to_range() {
  if (origin + scanned <= range.to) return;
  for (; ready > 0; --ready) {
    const size_t end_before = ready == 1 ? 0 : last_end_before(last_cell);
    const uint64_t begin = ready == 1 ? origin : origin + index.cells[end_before] + 1;
    if (begin < range.to) return;
    last_cell = end_before;
  }
}

size_t Scanner::State::last_end_before(size_t cell) const {
  do --cell;
  while (!ends_record(cell));
  return cell;
}

size_t Scanner::State::width_from(size_t cell) const {
  size_t end = cell;
  while (!ends_record(end)) ++end;
  return end + 1 - cell;
}

// How many of the next records, up to `most`, have so many cells. Of all that are ready, as a rule:
// as many ends as records stand where they should, so that none stands elsewhere.
size_t Scanner::State::count_of_width(size_t width, size_t most) {
  const size_t left = ready - given;
  if (even_width == 0 && last_cell + 1 - next_cell == left * width) {
    size_t cell = next_cell + width - 1;
    while (cell <= last_cell && ends_record(cell)) cell += width;
    if (cell > last_cell) even_width = width;
  }
  if (even_width != 0) return even_width == width ? std::min(left, most) : 0;
  const size_t limit = std::min(left, most);
  size_t count = 0;
  while (count < limit && width_from(next_cell + count * width) == width) ++count;
  return count;
}

void Scanner::State::settle() {
  if (start > buffer.size()) {  // the last record had no end
    start = buffer.size();
    --line;
    scanned = start;
    index.restart();
    given_lines = 0;
    next_cell = 1;
  }
  const size_t partial = index.odd ? 0 : index.cell_count - next_cell;
  for (size_t k = 0; k < partial && start > 0; ++k) {
    index.cells[1 + k] = static_cast<Stop>(index.cells[next_cell + k] - start);
  }
  index.cell_count = 1 + partial;
  next_cell = 1;
  index.line_count -= given_lines;
  given_lines = 0;
  given = ready = even_width = 0;
  buffer.drop(start);
  origin += start;
  scanned -= start;
  start = 0;
}

void Scanner::State::reserve_views(size_t count) {
  if (views.size() < count) views.resize(std::max(count, 2 * views.size()));
}

void Scanner::State::count_utf8(size_t from, size_t to) {
  counts.invalid_utf8 +=
      count_invalid_utf8(buffer.begin() + from, std::min(to, buffer.size()) - from, lane);
}

bool Scanner::State::read_plain() {
  if (!reading_plainly) {
    plain.start(origin);
    reading_plainly = true;
  }
  if (!plain.read(buffer.begin(), buffer.size(), finished)) return false;
  reading_plainly = false;
  return true;
}

bool Scanner::State::seek() {
  if (!guessed) {
    if (buffer.size() < kGuess && !finished) return false;
    plain.start(origin, seems_inside());
    guessed = true;
  }
  if (buffer.size() > 0) {
    if (!plain.read(buffer.begin(), buffer.size(), finished)) return false;
    start = scanned = plain.size();
    index.restart();
    settle();
  }
  first = origin;
  seeking = false;
  return true;
}

// The right guess reads the next records without a complaint; the wrong one takes text for quotes.
bool Scanner::State::seems_inside() const {
  const size_t size = std::min(buffer.size(), kGuess);
  const auto complaints = [&](bool inside) {
    PlainReader reader(dialect);
    uint64_t odd = 0;
    for (size_t at = 0; at < size; at += reader.size()) {
      reader.start(at, inside && at == 0);
      const bool whole = reader.read(buffer.begin() + at, size - at, false);
      odd += reader.odd();
      if (!whole) break;
    }
    return odd;
  };
  return complaints(true) < complaints(false);
}

}  // namespace topline
