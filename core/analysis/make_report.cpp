// SPDX-License-Identifier: Apache-2.0

// The report: each table's plan by all of its rows, its measures without duplicates, and what they
// come to together.

#include <algorithm>

#include "core/analysis/check_names.h"
#include "core/analysis/state.h"
#include "core/measure/measure_table.h"
#include "core/report/build_report.h"
#include "core/tally/duplicates.h"

namespace topline {
namespace {

// A table with its plan. What was measured points into it: it stays where it was made.
struct Resolved {
  Tally without;  ///< the tally less the rows that are left out, where there are any
  Plan plan;
  MeasuredTable measured;

  void leave_out_duplicates(const Tally& tally) {
    const bool told = plan.columns[tally.shape.key[0]].told;
    measured.duplicates = find_duplicates(tally.frame, told && tally.shape.key.size() == 1);
    for (size_t row : measured.duplicates.superseded) {
      ++measured.duplicates_by_input[tally.frame.rows[row].place.input];
    }
    if (measured.duplicates.superseded.empty()) return;
    without = tally;
    leave_out_rows(without, measured.duplicates.superseded);
    measured.tally = &without;
  }

  Result<void> measure(const Settings& settings) {
    auto all = measure_table(*measured.tally, plan, settings);
    if (!all) return tl::unexpected<Error>(all.error());
    measured.measured = std::move(*all);
    if (!plan.declared.quality) return {};
    if (measured.tally != &without) without = *measured.tally;
    measured.tally = &without;
    return apply_quality(without, plan, settings, measured.measured);
  }
};

// Ranges of an input must join to all of it.
Result<void> check_whole(const Tally& tally) {
  for (const InputTally& input : tally.inputs) {
    const bool whole = input.pieces.size() == 1 && input.pieces[0].begin == input.dialect.body &&
                       (input.bytes == 0 || input.pieces[0].end >= input.bytes);
    if (!whole) {
      const uint64_t at =
          input.pieces[0].begin == input.dialect.body ? input.pieces[0].end : input.dialect.body;
      return fail(Code::range_misaligned, {input.name}, {{"offset", std::to_string(at)}});
    }
  }
  return {};
}

// The plan may call columns otherwise than when they were counted, but ask for no other counts.
Result<void> check_counted_so(const Plan& plan, const Tally& tally) {
  const Shape& now = plan.shape;
  const Shape& then = tally.shape;
  if (now.by != then.by || now.cross != then.cross || now.wave != then.wave ||
      now.wave_unit != then.wave_unit || now.weight != then.weight || now.where != then.where ||
      now.kind != then.kind || now.fields != then.fields) {
    return fail(
        Code::plan_mismatch, {tally.inputs[0].name},
        {{"ours", to_hex(shape_fingerprint(now))}, {"theirs", to_hex(shape_fingerprint(then))}});
  }
  if (!then.ids && then.response_id != Shape::kNo && !ids_are_apart(tally)) {
    return fail(Code::ids_needed, {tally.inputs[0].name},
                {{"column", plan.columns[then.response_id].name}});
  }
  return {};
}

}  // namespace

Result<Report> Analysis::report() const {
  if (state_->tables.empty()) return fail(Code::nothing_to_merge);
  std::vector<const Tally*> order;
  for (const State::Table& table : state_->tables) order.push_back(&table.tally);
  std::sort(order.begin(), order.end(), [](const Tally* a, const Tally* b) {
    return a->inputs[0].name != b->inputs[0].name ? a->inputs[0].name < b->inputs[0].name
                                                  : a->shape.headers < b->shape.headers;
  });
  std::vector<std::unique_ptr<Resolved>> resolved;
  for (const Tally* one_tally : order) {
    const Tally& tally = *one_tally;
    if (auto whole = check_whole(tally); !whole) return tl::unexpected<Error>(whole.error());
    if (tally.weight_overflow) return fail(Code::weight_overflow, {tally.inputs[0].name});
    auto plan = state_->full_plan(tally);
    if (!plan) return tl::unexpected<Error>(plan.error());
    if (auto so = check_counted_so(*plan, tally); !so) return tl::unexpected<Error>(so.error());
    auto one = std::make_unique<Resolved>();
    one->plan = std::move(*plan);
    one->measured.tally = &tally;
    one->measured.duplicates_by_input.resize(tally.inputs.size());
    if (tally.shape.ids && !tally.shape.key.empty()) one->leave_out_duplicates(tally);
    if (one->plan.shape.kind != TableKind::survey) {
      one->measured.duplicates_by_input = repeated_records(tally);
    }
    one->measured.plan = &one->plan;
    if (auto done = one->measure(state_->settings); !done) {
      Error error = done.error();
      if (error.where.input.empty()) error.where.input = tally.inputs[0].name;
      return tl::unexpected<Error>(error);
    }
    resolved.push_back(std::move(one));
  }
  std::vector<MeasuredTable> tables;
  for (const auto& one : resolved) tables.push_back(std::move(one->measured));
  if (auto known = check_names(tables, state_->settings); !known) {
    return tl::unexpected<Error>(known.error());
  }
  return build_report(std::move(tables), state_->settings);
}

}  // namespace topline
