// SPDX-License-Identifier: Apache-2.0
#include "core/tally/pass.h"

#include <algorithm>
#include <cstring>

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/profile/answer.h"

namespace topline {
namespace {

// Weights over a million are taken for errors: their squares would soon leave 128 bits.
constexpr Int128 kLargestWeight = Int128{1'000'000} * kFixedOne;

}  // namespace

Pass::Pass(const Shape& shape, const std::string& input, uint64_t bytes, const Dialect& dialect,
           uint32_t header_rows, ScanRange range, Lane lane)
    : reader_(dialect, static_cast<uint32_t>(shape.headers.size()), range, lane),
      tally_(make_tally(shape)),
      groupings_(groupings(shape)),
      width_(static_cast<uint32_t>(shape.headers.size())),
      line_shift_(range.from == 0 ? 0 : 1),
      to_skip_(range.from == 0 ? header_rows : 0),
      plain_(!shape.grouped() && shape.where.empty() && shape.key.empty() && shape.dates.empty() &&
             !shape.ids),
      codes_(width_) {
  InputTally mine;
  mine.name = input;
  mine.bytes = bytes;
  mine.dialect = dialect;
  mine.header_rows = header_rows;
  tally_.inputs.push_back(std::move(mine));
  input_ = &tally_.inputs[0];
}

void Pass::drain() {
  Record record;
  while (reader_.next(record)) {
    if (records_++ % kIndexStride == 0) row_index_.push_back(record.offset);
    if (to_skip_ != 0) {
      --to_skip_;
      continue;
    }
    count_row(record);
  }
}

void Pass::count_row(const Record& record) {
  const Place place{0, record.offset, record.line - line_shift_};
  ++input_->rows;
  size_t cells = record.cells.size();
  if (cells != width_) {
    // Empty cells beyond the last column are how many tools end their rows.
    while (cells > width_ && trim(record.cells[cells - 1]).empty()) --cells;
    if (cells > width_) {
      input_->notes.rejected.note(place);
      return;
    }
    if (cells < width_) input_->notes.short_rows.note(place);
  }
  ++tally_.profile.rows;
  TokenTable* columns = tally_.profile.columns.data();
  const std::string_view* texts = record.cells.data();
  for (size_t c = 0; c < cells; ++c) codes_[c] = columns[c].count(texts[c], place);
  for (size_t c = cells; c < width_; ++c) codes_[c] = columns[c].count({}, place);
  if (plain_) {
    ++tally_.used;
    return;
  }

  const Shape& shape = tally_.shape;
  meet_dates(record);
  if (shape.response_id != Shape::kNo) meet_id(cell(record, shape.response_id));
  if (!shape.where.empty() && !kept_by_where(record)) {
    ++input_->filtered;
    return leave_out();
  }
  Int128 weight = 0;
  if (shape.weight != Shape::kNo) {
    const auto fixed = parse_fixed(fold(cell(record, shape.weight)));
    if (!fixed || fixed->value < 0 || fixed->value > kLargestWeight) {
      input_->notes.bad_weight.note(place);
      return leave_out();
    }
    weight = fixed->value;
    input_->rounded_weights += fixed->rounded;
  }
  ++tally_.used;
  uint32_t wave = 0;
  if (shape.wave != Shape::kNo) {
    wave = wave_of_row(record);
    if (wave == TokenTable::kEmpty) input_->notes.no_wave.note(place);
  }
  if (!tally_.groups.empty()) count_groups(weight, wave);
  if (shape.ids && !tally_.frame.over_limit) add_to_frame(record, place, weight, wave);
}

void Pass::leave_out() {
  for (uint32_t c = 0; c < width_; ++c) {
    const uint32_t code = codes_[c];
    if (code == TokenTable::kNone) continue;
    std::vector<uint64_t>& left = tally_.left_out[c];
    if (left.size() <= code) left.resize(code + 1);
    ++left[code];
  }
}

bool Pass::kept_by_where(const Record& record) {
  for (const auto& [column, value] : tally_.shape.where) {
    if (fold(cell(record, column)) != value) return false;
  }
  return true;
}

void Pass::meet_dates(const Record& record) {
  const Shape& shape = tally_.shape;
  for (size_t k = 0; k < shape.dates.size(); ++k) {
    const std::string_view text = cell(record, shape.dates[k]);
    // ISO dates sort as texts: most cells need one comparison of ten bytes.
    if (shape.date_orders[k] == DateOrder::ymd && text.size() >= 10 && text[4] == '-' &&
        text[7] == '-' && !(latest_date_ < sort_key(text.substr(0, 10)))) {
      continue;
    }
    const auto moment = parse_moment(text, shape.date_orders[k]);
    if (!moment) continue;
    if (moment->day > tally_.latest) {
      tally_.latest = moment->day;
      std::string iso = iso_date(moment->day);
      iso.resize(16);
      latest_date_ = sort_key(std::string_view(iso).substr(0, 10));
    }
  }
}

void Pass::meet_id(std::string_view id) {
  if (!tally_.profile.ids_ascend) return;
  if (id.size() <= 16 && !id.empty()) {
    // The usual case, without a call: two words that sort as the text does.
    const SortKey key = sort_key(id);
    const bool first = previous_size_ == 0;
    if (first || previous_size_ < id.size() ||
        (previous_size_ == id.size() && previous_key_ < key)) {
      if (first) first_id_ = id;
      previous_key_ = key;
      previous_size_ = id.size();
      return;
    }
  } else if (!id.empty() && id.size() <= 256 && (previous_size_ < id.size() || previous_id_ < id)) {
    if (previous_size_ == 0) first_id_ = id;
    previous_id_.assign(id);
    previous_size_ = id.size();
    return;
  }
  tally_.profile.ids_ascend = false;
}

std::string Pass::last_id() const {
  if (previous_size_ > 16) return previous_id_;
  char bytes[16];
  const uint64_t words[2] = {__builtin_bswap64(previous_key_.high),
                             __builtin_bswap64(previous_key_.low)};
  std::memcpy(bytes, words, sizeof bytes);
  return std::string(bytes, previous_size_);
}

uint32_t Pass::wave_of_row(const Record& record) {
  const Shape& shape = tally_.shape;
  const uint32_t code = codes_[shape.wave];
  if (code != TokenTable::kNone && code < wave_cache_.size() && wave_cache_[code] != 0) {
    return wave_cache_[code] - 1;
  }
  const std::string_view text = cell(record, shape.wave);
  std::string name;
  if (shape.wave_unit == WaveUnit::none) {
    name = is_missing(text) ? std::string() : std::string(trim(text));
  } else if (const auto moment = parse_moment(text, shape.wave_order)) {
    name = wave_of(moment->day, shape.wave_unit);
  }
  const uint32_t wave = name.empty() ? TokenTable::kEmpty : tally_.waves.add(name, 1, {});
  if (code != TokenTable::kNone) {
    if (wave_cache_.size() <= code) wave_cache_.resize(code + 1);
    wave_cache_[code] = wave + 1;
  }
  return wave;
}

void Pass::count_groups(Int128 weight, uint32_t wave) {
  const Shape& shape = tally_.shape;
  const bool weighted = shape.weight != Shape::kNo;
  // A wave that fell out of its table: the column has too many values, which is said. So below.
  if (wave == TokenTable::kNone) return;
  const Int128 squared = weight * weight;
  for (size_t g = shape.counts_everyone() ? 0 : 1; g < tally_.groups.size(); ++g) {
    const std::vector<uint32_t>& columns = groupings_[g];
    GroupCounts::Key key{0, 0, wave};
    if (!columns.empty()) key.first = codes_[columns[0]];
    if (columns.size() > 1) key.second = codes_[columns[1]];
    if (key.first == TokenTable::kNone || key.second == TokenTable::kNone) continue;
    GroupCounts& group = tally_.groups[g];
    const uint32_t cell = group.cell(key);
    if (!weighted) {
      group.count_row(cell, codes_.data(), shape.questions);
      continue;
    }
    for (size_t q = 0; q < shape.questions.size(); ++q) {
      const uint32_t code = codes_[shape.questions[q]];
      if (code == TokenTable::kNone) continue;
      if (!group.add(cell, q, code, {1, weight, squared})) tally_.weight_overflow = true;
    }
  }
}

void Pass::add_to_frame(const Record& record, const Place& place, Int128 weight, uint32_t wave) {
  const Shape& shape = tally_.shape;
  Frame::Row row;
  bool keyed = !shape.key.empty();
  for (uint32_t column : shape.key) {
    const std::string_view text = trim(cell(record, column));
    keyed = keyed && !is_missing(text);
    row.key = fingerprint(text, row.key);
  }
  if (!keyed) return;
  for (uint32_t c = 0; c < width_; ++c) {
    if (std::find(shape.serials.begin(), shape.serials.end(), c) != shape.serials.end()) continue;
    row.contents = fingerprint(trim(cell(record, c)), row.contents);
  }
  if (!shape.dates.empty()) {
    const auto moment = parse_moment(cell(record, shape.dates[0]), shape.date_orders[0]);
    if (moment) row.second = int64_t{moment->day} * 86400 + moment->second;
  }
  row.place = place;
  row.weight = weight;
  row.wave = wave;
  Frame& frame = tally_.frame;
  frame.rows.push_back(row);
  frame.codes.insert(frame.codes.end(), codes_.begin(), codes_.end());
  if (frame.bytes() > frame.limit) {
    frame.over_limit = true;
    frame.rows = {};
    frame.codes = {};
  }
}

Tally Pass::finish() {
  const ScanCounts& counts = reader_.scanner().counts();
  input_->blank = reader_.blanks();
  input_->invalid_utf8 = counts.invalid_utf8;
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
                            reader_.held(), records_ != 0, first_id_, last_id()});
  return std::move(tally_);
}

}  // namespace topline
