// SPDX-License-Identifier: Apache-2.0
#include "core/tally/pass.h"

#include <numeric>

#include "core/base/text.h"
#include "core/profile/amount.h"

namespace topline {
namespace {

// What stands in for a cell that a row lacks; static, so that the 64 readable bytes behind a cell
// hold for it as well.
constexpr char kNothing[65] = {};
constexpr std::string_view kEmptyCell = {kNothing, 0};

// Questions, and the columns between them, are looked up apart: groups count questions alone.
std::vector<uint8_t> questions_apart(const Shape& shape) {
  std::vector<uint8_t> apart(shape.headers.size());
  for (uint32_t question : shape.questions) apart[question] = 1;
  return apart;
}

}  // namespace

Pass::Pass(const Shape& shape, const InputInfo& input, const Dialect& dialect,
           const Layout& layout, ScanRange range, Lane lane)
    : reader_(dialect, static_cast<uint32_t>(shape.headers.size()), range, lane),
      tally_(make_tally(shape)),
      groupings_(groupings(shape)),
      width_(static_cast<uint32_t>(shape.headers.size())),
      line_shift_(range.from == 0 ? 0 : 1),
      body_(layout.body),
      in_body_(range.from >= layout.body),
      undecodable_(range.from == 0 ? input.source.undecodable : 0),
      plain_(!shape.grouped() && shape.where.empty() && shape.skips.empty() && shape.key.empty() &&
             shape.dates.empty() && !shape.ids && shape.frame.empty() && !shape.whole_rows &&
             shape.kind == TableKind::survey),
      columns_(questions_apart(shape)),
      cell_cache_(groupings_.size()),
      combination_cells_(groupings_.size()),
      dates_met_(shape.dates.size()),
      kept_codes_(shape.frame.size()),
      ids_(shape.kind == TableKind::orders) {
  InputTally mine;
  mine.name = input.name;
  mine.bytes = input.bytes;
  mine.source = input.source;
  mine.dialect = dialect;
  mine.preamble = layout.preamble;
  mine.header_rows = layout.header_rows;
  tally_.inputs.push_back(std::move(mine));
  input_ = &tally_.inputs[0];
  if (shape.kind == TableKind::orders) {
    orders_.emplace(tally_);
  } else if (shape.kind != TableKind::survey) {
    recorder_.emplace(tally_);
  }
}

void Pass::drain() {
  for (;;) {
    if (in_body_) {
      while (reader_.next_block(width_, block_)) count_block();
    }
    Record record;
    if (!reader_.next(record)) return;
    if (records_++ % kIndexStride == 0) row_index_.push_back(record.offset);
    in_body_ |= record.offset >= body_;
    if (in_body_) count_record(record);
  }
}

void Pass::count_block() {
  const uint64_t next = (kIndexStride - records_ % kIndexStride) % kIndexStride;
  if (next < block_.count()) row_index_.push_back(block_.offset(next));
  records_ += block_.count();
  input_->rows += block_.count();
  count_rows({&block_, nullptr, 0, block_.count()});
}

void Pass::count_record(const Record& record) {
  const Place place = {0, record.offset, record.line - line_shift_};
  ++input_->rows;
  size_t cells = record.cells.size();
  // Empty cells beyond the last column are how many tools end their rows.
  while (cells > width_ && trim(record.cells[cells - 1]).empty()) --cells;
  if (cells > width_) {
    input_->notes.rejected.note(place);
    if (left_out_sink_) {
      left_out_sink_({LeftOutRow::Why::too_many_cells, place.line, record.cells});
    }
    return;
  }
  if (cells == width_) return count_rows({nullptr, record.cells.data(), 0, 1, place});
  input_->notes.short_rows.note(place);
  even_.assign(record.cells.begin(), record.cells.end());
  even_.resize(width_, kEmptyCell);
  count_rows({nullptr, even_.data(), 0, 1, place});
}

// A frequency table, row by row: each counts as often as the people it stands for.
void Pass::count_people(const Rows& rows) {
  for (size_t row = 0; row < rows.count; ++row) {
    ++input_->table_rows;
    const auto people = read_people(cell(rows, row, tally_.shape.frequency));
    if (!people) {
      input_->notes.bad_frequency.note(place(rows, row));
      show(LeftOutRow::Why::bad_frequency, rows, row);
      continue;
    }
    people_ = *people;
    input_->rows += people_ - 1;  // one was counted when the row was met
    if (people_ == 0) continue;
    even_.resize(width_);
    for (uint32_t c = 0; c < width_; ++c) even_[c] = cell(rows, row, c);
    columns_.count_people(even_, people_, place(rows, row), tally_.profile.columns);
    count_coded({rows.block, rows.cells, row, 1, rows.alone});
  }
}

void Pass::count_rows(const Rows& rows) {
  tally_.profile.table_rows += rows.count;
  if (tally_.shape.frequency != Shape::kNo) return count_people(rows);
  std::vector<TokenTable>& columns = tally_.profile.columns;
  if (rows.block == nullptr) {
    columns_.count({rows.cells, width_}, rows.alone, columns);
  } else {
    if (!columns_.runs_go_on()) {
      give_run_counts();
      columns_.drop_runs(columns);
    }
    columns_.count(*rows.block, line_shift_, columns);
  }
  count_coded(rows);
}

// What is to be counted of rows beside the columns' texts, whose codes are known by now.
void Pass::count_coded(const Rows& rows) {
  tally_.profile.rows += rows.count * people_;
  if (plain_) {
    tally_.used += rows.count * people_;
    return;
  }
  const Shape& shape = tally_.shape;
  meet_dates(rows);
  if (shape.response_id != Shape::kNo) meet_ids(rows);
  kept_.resize(rows.count);
  std::iota(kept_.begin(), kept_.end(), 0);
  if (!shape.skips.empty()) skip_unfinished(rows);
  if (!shape.where.empty()) keep_where(rows);
  if (shape.weight != Shape::kNo) weigh(rows);
  tally_.used += kept_.size() * people_;
  row_waves_.assign(kept_.size(), 0);
  if (shape.wave != Shape::kNo) name_waves(rows);
  if (!tally_.groups.empty()) count_groups();
  if (orders_ || recorder_) record_rows(rows);
  if (!shape.frame.empty() && !tally_.rows.over_limit()) keep_rows(rows);
  if (!shape.ids && !shape.whole_rows) return;
  for (size_t k = 0; k < kept_.size() && !tally_.frame.over_limit; ++k) {
    add_to_frame(rows, kept_[k], k);
  }
}

// The kept rows of a table that is no survey, cut out of the block.
void Pass::record_rows(const Rows& rows) {
  if (kept_.empty()) return;
  record_cells_.resize(kept_.size() * width_);
  for (uint32_t c = 0; c < width_; ++c) {
    if (rows.block == nullptr) {
      record_cells_[c] = rows.cells[c];
    } else {
      rows.block->cells(c, rows.first, kept_, record_cells_.data() + c, width_);
    }
  }
  const RowPlaces places = kept_places(rows);
  if (orders_) return orders_->record(record_cells_, kept_.size(), places);
  for (size_t k = 0; k < kept_.size(); ++k) {
    recorder_->record(record_cells_.data() + k * width_, places[k]);
  }
}

Tally Pass::finish() {
  if (orders_) orders_->finish();
  give_run_counts();
  columns_.give_counts(tally_.profile.columns);
  const ScanCounts& counts = reader_.scanner().counts();
  input_->blank = reader_.blanks();
  input_->invalid_utf8 = counts.invalid_utf8 + undecodable_;
  const Scanner& scanner = reader_.scanner();
  const auto noted = [&](uint64_t count, uint64_t line) {
    Noted result;
    result.count = count;
    if (count != 0) result.first = {0, scanner.first_offset(), line - line_shift_};
    return result;
  };
  Notes& notes = input_->notes;
  notes.stray_quotes = noted(counts.stray_quotes, counts.first_stray_quote_line);
  notes.unclosed_quotes = noted(counts.unclosed_quotes, counts.first_unclosed_quote_line);
  notes.cut_records = noted(counts.cut_records, counts.first_cut_record_line);
  input_->pieces.push_back({scanner.first_offset(), scanner.end_offset(), scanner.lines(),
                            reader_.held(), records_ != 0, ids_.first(), ids_.last()});
  return std::move(tally_);
}

}  // namespace topline
