// SPDX-License-Identifier: Apache-2.0

// A plan as JSON, and its way back in: what inspect writes and a pass obeys.

#include <nlohmann/json.hpp>

#include "core/analysis/state.h"
#include "core/base/json_writer.h"
#include "core/study/adopt_settings.h"
#include "core/tally/tally_json.h"

namespace topline {
namespace {

using nlohmann::json;

}  // namespace

Result<void> Analysis::use_plan(std::string_view plan_json) {
  const json plan = json::parse(plan_json, nullptr, false);
  if (!plan.is_object() || !plan.contains("topline_plan") || !plan.contains("shapes") ||
      !plan.contains("settings")) {
    return fail(Code::bad_json, {}, {{"what", "plan"}, {"detail", "no plan that inspect wrote"}});
  }
  const auto settings = settings_from_json(plan["settings"].dump());
  if (!settings) return tl::unexpected<Error>(settings.error());
  adopt_settings(state_->settings, *settings);
  for (const json& one : plan["shapes"]) {
    auto shape = read_shape(one);
    if (!shape) return tl::unexpected<Error>(shape.error());
    shape->ids |= state_->settings.ids;
    state_->pinned.push_back(std::move(*shape));
  }
  state_->pins_are_told = true;
  return {};
}

std::string Analysis::plan_json() const {
  std::string text;
  JsonWriter out([&text](std::string_view piece) { text += piece; }, 2);
  out.begin_object();
  out.field("topline_plan", uint64_t{1});
  out.key("tables");
  out.begin_array();
  std::vector<Shape> shapes;
  for (const State::Table& table : state_->tables) {
    const auto plan = state_->full_plan(table.tally);
    if (!plan) continue;
    shapes.push_back(plan->shape);
    out.begin_object();
    out.field("plan_hash", to_hex(shape_fingerprint(plan->shape)));
    out.key("columns");
    out.begin_array();
    for (size_t c = 0; c < plan->columns.size(); ++c) {
      const ColumnPlan& column = plan->columns[c];
      out.begin_object(true);
      out.field("name", column.name);
      out.field("role", role_name(column.role));
      if (column.scale) out.field("scale", scale_name(*column.scale));
      out.field("confidence", column.confidence);
      out.field("reason", reason_name(column.reason));
      out.end_object();
    }
    out.end_array();
    out.end_object();
  }
  out.end_array();
  out.key("shapes");
  out.begin_array();
  for (const Shape& shape : shapes) write_shape(shape, out);
  out.end_array();
  out.key("settings");
  out.raw(settings_to_json(state_->settings));
  out.end_object();
  out.flush();
  text += "\n";
  return text;
}

}  // namespace topline
