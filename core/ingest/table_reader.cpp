// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/table_reader.h"

namespace topline {
namespace {

// A missing answer; static, so that the 64 readable bytes behind a cell hold for it as well.
constexpr char kNothing[65] = {};
constexpr std::string_view kEmptyCell[1] = {{kNothing, 0}};

}  // namespace

TableReader::TableReader(const Dialect& dialect, uint32_t columns, ScanRange range, Lane lane)
    : scanner_(dialect, range, lane), one_column_(columns <= 1), leading_(range.from == 0) {}

uint64_t TableReader::held() const {
  uint64_t count = 0;
  if (!has_ahead_) {
    for (const Held& run : held_) count += run.count;
  }
  return count;
}

void TableReader::hold(const Record& blank) {
  if (!held_.empty()) {
    Held& run = held_.back();
    const uint64_t step = run.count == 1 ? blank.offset - run.offset : run.step;
    if (blank.offset == run.offset + step * run.count && blank.line == run.line + run.count) {
      run.step = step;
      ++run.count;
      return;
    }
  }
  held_.push_back({blank.offset, blank.line, 0, 1});
}

void TableReader::give_held(Record& record) {
  const Held& run = held_[held_run_];
  record.offset = run.offset + run.step * held_given_;
  record.line = run.line + held_given_;
  record.cells = kEmptyCell;
  record.blank = true;
  if (++held_given_ == run.count) {
    ++held_run_;
    held_given_ = 0;
  }
}

bool TableReader::next_block(size_t width, RecordBlock& block) {
  if (one_column_ || width < 2 || !scanner_.next_block(width, block)) return false;
  leading_ = false;
  return true;
}

bool TableReader::next(Record& record) {
  if (!has_ahead_) {
    for (;;) {
      if (!scanner_.next(record)) return false;
      if (!record.blank) break;
      if (one_column_ && !leading_) {
        hold(record);
      } else {
        ++blanks_;
      }
    }
    leading_ = false;
    if (held_.empty()) return true;
    ahead_ = record;  // its cells stay good: the scanner isn't touched before it is given
    has_ahead_ = true;
    held_run_ = 0;
    held_given_ = 0;
  }
  if (held_run_ < held_.size()) {
    give_held(record);
    return true;
  }
  record = ahead_;
  has_ahead_ = false;
  held_.clear();
  return true;
}

}  // namespace topline
