// SPDX-License-Identifier: Apache-2.0
#include "core/tally/row_recorder.h"

#include "core/base/text.h"
#include "core/profile/amount.h"
#include "core/profile/answer.h"
#include "core/profile/period.h"

namespace topline {

RowRecorder::RowRecorder(Tally& tally) : tally_(tally) {
  is_serial_.resize(tally.shape.headers.size());
  for (uint32_t column : tally.shape.serials) is_serial_[column] = true;
}

void RowRecorder::record(const std::string_view* cells, const Place& place) {
  if (tally_.shape.kind == TableKind::usage) return to_activity(cells, place);
  to_ledger(cells, place);
}

void RowRecorder::to_activity(const std::string_view* cells, const Place& place) {
  std::string_view user, feature;
  int64_t second = Ledger::kNoMoment;
  uint64_t events = 1;
  const std::vector<FieldColumn>& fields = tally_.shape.fields;
  for (size_t f = 0; f < fields.size(); ++f) {
    const std::string_view cell = cells[fields[f].column];
    if (fields[f].field == Field::usage_user && !is_missing(cell)) user = trim(cell);
    if (fields[f].field == Field::usage_date) second = moment(f, cell, place);
    if (fields[f].field == Field::usage_feature && !is_missing(cell)) feature = trim(cell);
    if (fields[f].field == Field::usage_events) events = count(f, cell, place);
  }
  if (user.empty() || second == Ledger::kNoMoment) return tally_.activity_left_out.note(place);
  const int64_t day = (second - (second < 0 ? 86399 : 0)) / 86400;
  tally_.activity.add(user, static_cast<Day>(day), feature, events);
}

uint64_t RowRecorder::count(size_t field, std::string_view cell, const Place& place) {
  constexpr Int128 kMost = Int128{1'000'000'000'000} * kFixedOne;
  if (is_missing(cell)) return 1;
  const auto count = read_amount(cell, {tally_.shape.fields[field].decimal, false});
  if (!count || count->rounded || count->value < 0 || count->value > kMost ||
      count->value % kFixedOne != 0) {
    note_invalid(field, place);
    return 1;
  }
  return static_cast<uint64_t>(count->value / kFixedOne);
}

void RowRecorder::to_ledger(const std::string_view* cells, const Place& place) {
  Ledger& ledger = tally_.ledger;
  if (ledger.over_limit) return;
  Fingerprint contents;
  for (size_t c = 0; c < is_serial_.size(); ++c) {
    if (!is_serial_[c]) contents = fingerprint(trim(cells[c]), contents);
  }
  ledger.begin_row(place, contents);
  const std::vector<FieldColumn>& fields = tally_.shape.fields;
  for (size_t f = 0; f < fields.size(); ++f) {
    const std::string_view cell = cells[fields[f].column];
    switch (ledger.columns()[f].type) {
      case FieldType::text:
        ledger.put_text(f, cell);
        break;
      case FieldType::moment:
        ledger.put_moment(f, moment(f, cell, place));
        break;
      case FieldType::amount:
      case FieldType::series:
        ledger.put_amount(f, amount(f, cell, place));
        break;
    }
  }
  if (ledger.rows() % 65536 == 0) ledger.check_limit();
}

int64_t RowRecorder::moment(size_t field, std::string_view cell, const Place& place) {
  if (is_missing(cell)) return Ledger::kNoMoment;
  const DateOrder order = tally_.shape.fields[field].order;
  const auto moment = parse_moment(cell, order);
  if (!moment && order == DateOrder::none) {  // a column of months, quarters or years
    const auto period = parse_period(cell);
    if (period && period->calendar) return int64_t{first_day(*period)} * 86400;
  }
  if (!moment) {
    if (!is_never(cell)) note_invalid(field, place);
    return Ledger::kNoMoment;
  }
  return int64_t{moment->day} * 86400 + moment->second;
}

Int128 RowRecorder::amount(size_t field, std::string_view cell, const Place& place) {
  if (is_missing(cell)) return Ledger::kNoAmount;
  const auto amount = read_amount(cell, {tally_.shape.fields[field].decimal, false});
  if (!amount) {
    note_invalid(field, place);
    return Ledger::kNoAmount;
  }
  return amount->value;
}

}  // namespace topline
