// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rules of core/ingest/plain_reader.h once more, over a whole text in memory and as short as
// they can be said. Slow and obviously right: what the scanner is held to. Knows no 16 MiB limit.

#include "tests/ingest/read_all.h"

namespace topline {

class ReferenceReader {
 public:
  ReferenceReader(std::string_view text, const Dialect& dialect)
      : text_(text),
        delimiter_(dialect.delimiter),
        end_(dialect.end == Dialect::End::lf ? '\n' : '\r'),
        at_(static_cast<size_t>(dialect.body)),
        line_(dialect.first_line) {}

  Reading read() {
    Reading reading;
    reading.first_offset = at_;
    const uint64_t first_line = line_;
    while (at_ < text_.size()) {
      const size_t begin = row_begin_ = at_;
      Row row{begin, line_, false, {}};
      odd_ = false;
      bool quoted = false;
      do {
        quoted |= at_ < text_.size() && text_[at_] == '"';
        row.cells.push_back(cell(reading));
      } while (delimiter_taken_);
      row.blank = row.cells.size() == 1 && row.cells[0].empty() && !quoted;
      if (odd_ && reading.stray_quotes++ == 0) reading.first_stray_quote_line = line_;
      const std::string_view bytes = text_.substr(begin, at_ - begin);
      line_ += static_cast<uint64_t>(std::count(bytes.begin(), bytes.end(), end_));
      reading.invalid_utf8 += replacements(bytes);
      reading.rows.push_back(std::move(row));
    }
    reading.end_offset = at_;
    reading.lines = line_ - first_line;
    return reading;
  }

  /// U+FFFD by the decoder of the WHATWG Encoding Standard, section 8.1.1, step by step.
  static uint64_t replacements(std::string_view bytes) {
    uint64_t count = 0;
    int needed = 0, seen = 0, lower = 0x80, upper = 0xBF;
    for (size_t at = 0; at < bytes.size();) {
      const int byte = static_cast<uint8_t>(bytes[at]);
      if (needed == 0) {
        ++at;
        if (byte <= 0x7F) continue;
        if (byte >= 0xC2 && byte <= 0xDF) {
          needed = 1;
        } else if (byte >= 0xE0 && byte <= 0xEF) {
          if (byte == 0xE0) lower = 0xA0;
          if (byte == 0xED) upper = 0x9F;
          needed = 2;
        } else if (byte >= 0xF0 && byte <= 0xF4) {
          if (byte == 0xF0) lower = 0x90;
          if (byte == 0xF4) upper = 0x8F;
          needed = 3;
        } else {
          ++count;
        }
        continue;
      }
      const bool fits = byte >= lower && byte <= upper;
      lower = 0x80;
      upper = 0xBF;
      if (!fits) {
        ++count;
        needed = seen = 0;
        continue;
      }
      ++at;
      if (++seen == needed) needed = seen = 0;
    }
    return count + (needed > 0 ? 1 : 0);
  }

 private:
  bool stops(size_t at) const { return text_[at] == delimiter_ || text_[at] == end_; }

  std::string finish(std::string cell, size_t stop) {
    delimiter_taken_ = stop < text_.size() && text_[stop] == delimiter_;
    at_ = std::min(stop + 1, text_.size());
    return cell;
  }

  std::string cell(Reading& reading) {
    const size_t begin = at_;
    if (begin < text_.size() && text_[begin] == '"') {
      std::string cell;
      for (size_t at = begin + 1; at < text_.size(); ++at) {
        if (text_[at] != '"') {
          cell += text_[at];
          continue;
        }
        if (at + 1 < text_.size() && text_[at + 1] == '"') {
          cell += text_[at++];
          continue;
        }
        size_t stop = at + 1;
        while (stop < text_.size() && !stops(stop) &&
               std::string_view(" \t\r\n").find(text_[stop]) != std::string_view::npos) {
          ++stop;
        }
        if (stop == text_.size() || stops(stop)) {
          const bool cr_lf = stop == at + 2 && stop < text_.size() && end_ == '\n' &&
                             text_[stop - 1] == '\r' && text_[stop] == '\n';
          if (stop != at + 1 && !cr_lf) odd_ = true;
          return finish(cell, stop);
        }
        odd_ = true;
        cell += '"';
      }
      odd_ = true;
      if (reading.unclosed_quotes++ == 0) {
        reading.first_unclosed_quote_line =
            line_ +
            static_cast<uint64_t>(std::count(text_.begin() + static_cast<long>(row_begin_),
                                             text_.begin() + static_cast<long>(begin), end_));
      }
    }
    size_t stop = begin;
    while (stop < text_.size() && !stops(stop)) {
      if (text_[stop] == '"') odd_ = true;
      ++stop;
    }
    std::string cell(text_.substr(begin, stop - begin));
    if (end_ == '\n' && stop < text_.size() && text_[stop] == '\n' && cell.ends_with('\r')) {
      cell.pop_back();
    }
    return finish(cell, stop);
  }

  std::string_view text_;
  char delimiter_;
  char end_;
  size_t at_;
  uint64_t line_;
  size_t row_begin_ = 0;
  bool odd_ = false;
  bool delimiter_taken_ = false;
};

inline Reading read_reference(std::string_view text, const Dialect& dialect) {
  return ReferenceReader(text, dialect).read();
}

}  // namespace topline
