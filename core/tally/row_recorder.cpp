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
  to_ledger(cells, place);
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
    note_invalid(field, place);
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
