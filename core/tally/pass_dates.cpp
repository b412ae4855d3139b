// SPDX-License-Identifier: Apache-2.0

// The dates that a pass meets: the latest of them, and the wave that each row belongs to.

#include "core/base/text.h"
#include "core/profile/answer.h"
#include "core/profile/date.h"
#include "core/tally/pass.h"

namespace topline {

void Pass::meet_dates(const Rows& rows) {
  const Shape& shape = tally_.shape;
  for (size_t k = 0; k < shape.dates.size(); ++k) {
    const TokenTable& column = tally_.profile.columns[shape.dates[k]];
    if (column.complete()) {  // only new texts say anything new
      for (uint32_t& code = dates_met_[k]; code < column.size(); ++code) {
        meet_date(column.text(code), shape.date_orders[k]);
      }
      continue;
    }
    for (size_t row = 0; row < rows.count; ++row) {
      const std::string_view text = cell(rows, row, shape.dates[k]);
      // ISO dates sort as texts: most cells need one comparison of ten bytes.
      if (shape.date_orders[k] == DateOrder::ymd && text.size() >= 10 && text[4] == '-' &&
          text[7] == '-' && !(latest_date_ < sort_key(text.substr(0, 10)))) {
        continue;
      }
      meet_date(text, shape.date_orders[k]);
    }
  }
}

void Pass::meet_date(std::string_view text, DateOrder order) {
  const auto moment = parse_moment(text, order);
  if (!moment || moment->day <= tally_.latest) return;
  tally_.latest = moment->day;
  std::string latest = iso_date(moment->day);
  latest.resize(16);
  latest_date_ = sort_key(std::string_view(latest).substr(0, 10));
}

void Pass::name_waves(const Rows& rows) {
  const uint32_t column = tally_.shape.wave;
  for (size_t k = 0; k < kept_.size(); ++k) {
    const uint32_t row = kept_[k];
    row_waves_[k] = wave_of(cell(rows, row, column), codes(column)[row]);
    if (row_waves_[k] == TokenTable::kEmpty) input_->notes.no_wave.note(place(rows, row));
  }
}

uint32_t Pass::wave_of(std::string_view text, uint32_t code) {
  const Shape& shape = tally_.shape;
  if (code != TokenTable::kNone && code < wave_cache_.size() && wave_cache_[code] != 0) {
    return wave_cache_[code] - 1;
  }
  std::string name;
  if (shape.wave_unit == WaveUnit::none) {
    name = is_missing(text) ? std::string() : std::string(trim(text));
  } else if (const auto moment = parse_moment(text, shape.wave_order)) {
    name = topline::wave_of(moment->day, shape.wave_unit);
  }
  const uint32_t wave = name.empty() ? TokenTable::kEmpty : tally_.waves.add(name, 1, {});
  if (code != TokenTable::kNone) {
    if (wave_cache_.size() <= code) wave_cache_.resize(code + 1);
    wave_cache_[code] = wave + 1;
  }
  return wave;
}

}  // namespace topline
