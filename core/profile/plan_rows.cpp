// SPDX-License-Identifier: Apache-2.0

// Which rows are left out, and what tells one row from another: ids, keys, dates.

#include <algorithm>

#include "core/profile/export_columns.h"
#include "core/profile/plan_parts.h"

namespace topline {

DateOrder order_among(unsigned orders, bool& ambiguous) {
  ambiguous = (orders & 6) == 6 && (orders & 1) == 0;
  if (orders & 1) return DateOrder::ymd;
  if (orders == 2) return DateOrder::mdy;
  if (orders == 4) return DateOrder::dmy;
  return DateOrder::none;
}

DateOrder order_of(const TokenTable& table, bool& ambiguous) {
  return order_among(evidence_of(table).orders, ambiguous);
}

void plan_rows(Plan& plan) {
  std::vector<Shape::Skip>& skips = plan.shape.skips;
  for (uint32_t i = 0; i < plan.columns.size(); ++i) {
    if (plan.columns[i].role == Role::frequency) plan.shape.frequency = i;
    if (auto skip = skip_by(plan.shape.layout, plan.columns[i], i)) skips.push_back(std::move(*skip));
  }
  // An unfinished preview is a preview.
  std::stable_sort(skips.begin(), skips.end(), [](const Shape::Skip& a, const Shape::Skip& b) {
    return !a.incomplete && b.incomplete;
  });
}

namespace {

// Of a table that is no survey: its serial columns, and the id that its rows ascend by, if they do.
void plan_row_keys(Plan& plan, const Profile& profile, const Settings& settings) {
  Shape& shape = plan.shape;
  for (uint32_t i = 0; i < plan.columns.size(); ++i) {
    if (plan.columns[i].role == Role::serial) shape.serials.push_back(i);
    if (plan.columns[i].field == Field::orders_order) shape.response_id = i;
  }
  // Where the ids of orders ascend their lines adjoin; else each order needs a fingerprint.
  shape.ids = shape.response_id != Shape::kNo && (settings.ids || !profile.ids_ascend);
}

}  // namespace

void plan_keys(Plan& plan, const Profile& profile, const Settings& settings) {
  Shape& shape = plan.shape;
  if (shape.kind != TableKind::survey) return plan_row_keys(plan, profile, settings);
  uint32_t respondent = Shape::kNo;
  for (uint32_t i = 0; i < plan.columns.size(); ++i) {
    const ColumnPlan& column = plan.columns[i];
    if (column.role == Role::serial) shape.serials.push_back(i);
    const bool better =
        shape.response_id == Shape::kNo || (column.told && !plan.columns[shape.response_id].told);
    if (column.role == Role::response_id && better) shape.response_id = i;
    if (column.role == Role::respondent_id && respondent == Shape::kNo) respondent = i;
    if (column.role == Role::date || (i == shape.wave && shape.wave_unit != WaveUnit::none)) {
      bool ambiguous = false;
      const DateOrder order = order_of(profile.columns[i], ambiguous);
      if (order == DateOrder::none) continue;
      shape.dates.push_back(i);
      shape.date_orders.push_back(order);
    }
  }
  if (shape.response_id != Shape::kNo) {
    shape.key = {shape.response_id};
  } else if (respondent != Shape::kNo && shape.wave != Shape::kNo) {
    shape.key = {respondent, shape.wave};
  }
  // Ascending response ids cannot repeat: their range alone tells. Others need a fingerprint each.
  const bool range_is_enough = shape.response_id != Shape::kNo && profile.ids_ascend;
  shape.ids = settings.ids || (!shape.key.empty() && !range_is_enough);
}

}  // namespace topline
