// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a whole text through a Scanner, in pieces of a given size, and keeps what it gave.

#include <algorithm>
#include <cstring>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/scanner.h"

namespace topline {

struct Row {
  uint64_t offset = 0;
  uint64_t line = 0;
  bool blank = false;
  std::vector<std::string> cells;
  bool operator==(const Row&) const = default;
};

inline void PrintTo(const Row& row, std::ostream* out) {
  *out << row.offset << ':' << row.line << (row.blank ? " blank" : "");
  for (const std::string& cell : row.cells) *out << " <" << cell << '>';
}

struct Reading {
  std::vector<Row> rows;
  uint64_t invalid_utf8 = 0;
  uint64_t stray_quotes = 0;
  uint64_t first_stray_quote_line = 0;
  uint64_t unclosed_quotes = 0;
  uint64_t first_unclosed_quote_line = 0;
  uint64_t first_offset = 0;
  uint64_t end_offset = 0;
  uint64_t lines = 0;
  bool operator==(const Reading&) const = default;
};

inline void PrintTo(const Reading& r, std::ostream* out) {
  *out << r.rows.size() << " rows, " << r.first_offset << "..." << r.end_offset << ", lines "
       << r.lines << ", invalid " << r.invalid_utf8 << ", stray " << r.stray_quotes << " from "
       << r.first_stray_quote_line << ", unclosed " << r.unclosed_quotes << " from "
       << r.first_unclosed_quote_line;
}

/// Adds what is ready: records of the width of the last one as a block, where the reader has some,
/// others one by one. All of a block's cells are read after its last record was given. Loads 64
/// bytes past each cell, as callers may.
template <class Reader>
void take(Reader& reader, std::vector<Row>& rows) {
  static volatile uint32_t behind = 0;
  const auto keep = [&rows](uint64_t offset, uint64_t line, bool blank,
                            std::span<const std::string_view> cells) {
    rows.push_back({offset, line, blank, {}});
    for (std::string_view cell : cells) {
      rows.back().cells.emplace_back(cell);
      behind = behind + static_cast<uint8_t>(cell.data()[cell.size() + 63]);
    }
  };
  RecordBlock block;
  Record record;
  for (;;) {
    const size_t width = rows.empty() ? 0 : rows.back().cells.size();
    if (width >= 2 && reader.next_block(width, block)) {
      std::vector<std::string_view> cells(width);
      for (size_t k = 0; k < block.count(); ++k) {
        for (size_t c = 0; c < width; ++c) cells[c] = block.cell(k, c);
        keep(block.offset(k), block.line(k), false, cells);
      }
    } else if (reader.next(record)) {
      keep(record.offset, record.line, record.blank, record.cells);
    } else {
      return;
    }
  }
}

/// `pieces` are taken in turn, the last one again and again.
inline Reading read_all(std::string_view text, const Dialect& dialect, Lane lane,
                        const std::vector<size_t>& pieces, ScanRange range = {}) {
  Scanner scanner(dialect, range, lane);
  Reading reading;
  size_t at = static_cast<size_t>(std::min<uint64_t>(scanner.feed_from(), text.size()));
  for (size_t k = 0; at < text.size() && !scanner.done(); ++k) {
    const size_t piece = std::min(text.size() - at, pieces[std::min(k, pieces.size() - 1)]);
    std::memcpy(scanner.room(piece).data(), text.data() + at, piece);
    scanner.commit(piece);
    at += piece;
    take(scanner, reading.rows);
  }
  if (!scanner.done()) {
    scanner.finish();
    take(scanner, reading.rows);
  }
  const ScanCounts& counts = scanner.counts();
  reading.invalid_utf8 = counts.invalid_utf8;
  reading.stray_quotes = counts.stray_quotes;
  reading.first_stray_quote_line = counts.first_stray_quote_line;
  reading.unclosed_quotes = counts.unclosed_quotes;
  reading.first_unclosed_quote_line = counts.first_unclosed_quote_line;
  reading.first_offset = scanner.first_offset();
  reading.end_offset = scanner.end_offset();
  reading.lines = scanner.lines();
  return reading;
}

inline Reading read_whole(std::string_view text, const Dialect& dialect, Lane lane = best_lane()) {
  return read_all(text, dialect, lane, {std::max<size_t>(text.size(), 1)});
}

inline std::vector<std::vector<std::string>> grid(const std::vector<Row>& rows) {
  std::vector<std::vector<std::string>> cells;
  for (const Row& row : rows) cells.push_back(row.cells);
  return cells;
}

}  // namespace topline
