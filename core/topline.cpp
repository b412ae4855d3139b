// SPDX-License-Identifier: Apache-2.0
#include "core/topline.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/json_writer.h"
#include "core/base/text.h"
#include "core/intake/binary_format.h"
#include "core/measure/measure_table.h"
#include "core/profile/answer.h"
#include "core/profile/profile.h"
#include "core/report/build_report.h"
#include "core/report/words.h"
#include "core/rollout/rollout.h"
#include "core/tally/duplicates.h"
#include "core/tally/pass.h"
#include "core/tally/tally_json.h"

namespace topline {
namespace {

using nlohmann::json;

std::vector<std::string> header_names(const Layout& layout) {
  std::vector<std::string> names = layout.headers;
  names.resize(layout.columns);
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i].empty()) names[i] = "column " + std::to_string(i + 1);
  }
  return names;
}

// The settings with what the plan or tally was counted by, where nothing was told.
void adopt(Settings& settings, const Settings& from) {
  if (settings.columns.empty()) settings.columns = from.columns;
  if (settings.by.empty()) settings.by = from.by;
  if (settings.cross.empty()) settings.cross = from.cross;
  if (settings.wave.empty()) {
    settings.wave = from.wave;
    settings.wave_unit = from.wave_unit;
  }
  if (settings.weight.empty()) settings.weight = from.weight;
  if (settings.where.empty()) settings.where = from.where;
  if (settings.drivers.empty()) settings.drivers = from.drivers;
  if (settings.scales.empty()) settings.scales = from.scales;
  if (settings.comments.column.empty()) settings.comments = from.comments;
  if (settings.strata.empty()) settings.strata = from.strata;
  if (settings.clusters.empty()) settings.clusters = from.clusters;
  if (settings.fpc.empty()) settings.fpc = from.fpc;
  if (settings.margins.empty()) settings.margins = from.margins;
  if (!settings.roster_size) settings.roster_size = from.roster_size;
  if (!settings.invited) settings.invited = from.invited;
  settings.paired |= from.paired;
  if (settings.drop.empty()) settings.drop = from.drop;
  settings.quality |= from.quality;
  settings.favourable |= from.favourable;
  settings.crosstabs |= from.crosstabs;
  if (settings.audience.empty()) settings.audience = from.audience;
  settings.ids |= from.ids;
}

// Of several tables in one call each name that was told must stand in one of them at least.
Result<void> check_names(const std::vector<MeasuredTable>& tables, const Settings& settings) {
  if (!settings.several_tables && tables.size() < 2) return {};
  std::vector<std::string> names = settings.by;
  names.insert(names.end(), settings.cross.begin(), settings.cross.end());
  for (const std::string& name : {settings.wave, settings.weight}) {
    if (!name.empty()) names.push_back(name);
  }
  for (const auto& [name, value] : settings.where) names.push_back(name);
  for (const ColumnChoice& choice : settings.columns) names.push_back(choice.name);
  const auto add = [&names](const std::vector<std::string>& some) {
    names.insert(names.end(), some.begin(), some.end());
  };
  for (const DriverChoice& driver : settings.drivers) {
    names.push_back(driver.outcome);
    add(driver.items);
  }
  for (const ScaleChoice& scale : settings.scales) add(scale.items);
  add(settings.strata);
  add(settings.clusters);
  if (!settings.fpc.empty()) names.push_back(settings.fpc);
  for (const MarginChoice& margin : settings.margins) names.push_back(margin.column);
  for (const std::string& name : names) {
    Result<uint32_t> found = fail(Code::unknown_column);
    for (const MeasuredTable& table : tables) {
      found = find_column(table.tally->profile, name);
      if (found) break;
    }
    if (!found) return tl::unexpected<Error>(found.error());
  }
  return {};
}

}  // namespace

struct Analysis::State {
  struct Table {
    Tally tally;
    bool obeyed = false;  ///< counted by a plan or read from a tally: never read again
  };

  Settings settings;
  std::vector<Table> tables;
  std::vector<Shape> pinned;  ///< shapes to obey, by their headers
  bool pins_are_told = false;

  // The input at hand.
  std::optional<Pass> pass;
  size_t input_table = 0;
  uint64_t feed_from = 0;
  LeftOutSink left_out_sink;
  ScanRange covered;
  std::vector<uint64_t> row_index;
  mutable std::optional<Plan> cell_plan;  ///< of input_table, for read_cell()

  Settings settings_of(const Tally& tally) const {
    Settings own = settings_for(settings, tally.inputs[0].name);
    own.several_tables |= tables.size() > 1;
    return own;
  }

  const Shape* pinned_shape(const std::vector<std::string>& headers) const {
    for (const Shape& shape : pinned) {
      if (shape.headers == headers) return &shape;
    }
    return nullptr;
  }
  Table* table_of(const std::vector<std::string>& headers) {
    for (Table& table : tables) {
      if (table.tally.shape.headers == headers) return &table;
    }
    return nullptr;
  }

  // What the full profile asks to be tallied. What is known of ids counts as well.
  const Plan* plan_of_cells() const {
    if (!cell_plan && input_table < tables.size()) {
      if (auto plan = full_plan(tables[input_table].tally)) cell_plan = std::move(*plan);
    }
    return cell_plan ? &*cell_plan : nullptr;
  }

  Result<Plan> full_plan(const Tally& tally) const {
    const Settings own = settings_of(tally);
    if (ids_are_apart(tally)) return make_plan(tally.profile, own);
    Profile profile = tally.profile;
    profile.ids_ascend = false;
    return make_plan(profile, own);
  }

  Result<Shape> first_shape(const std::string& input, const std::vector<std::string>& headers, std::string_view head,
                            bool head_is_all, const Dialect& dialect, const Layout& layout) {
    if (const Shape* shape = pinned_shape(headers)) return *shape;
    if (const Table* table = table_of(headers)) return table->tally.shape;
    Shape bare;
    bare.layout = layout.kind;
    bare.headers = headers;
    bare.labels = layout.labels;
    bare.export_ids = layout.export_ids;
    Pass pass(bare, {}, dialect, layout);
    // A cut record at the end of the head would be misread: it is left for the pass itself.
    const std::span<char> room = pass.scanner().room(head.size());
    std::copy(head.begin(), head.end(), room.begin());
    pass.scanner().commit(head.size());
    if (head_is_all) pass.scanner().finish();
    pass.drain();
    const Tally tally = pass.finish();
    const auto plan = make_plan(tally.profile, settings_for(settings, input));
    if (!plan) return tl::unexpected<Error>(plan.error());
    return plan->shape;
  }
};

std::string_view version() { return TOPLINE_VERSION; }

Analysis::Analysis(Settings settings) : state_(std::make_unique<State>()) {
  state_->settings = std::move(settings);
}
Analysis::~Analysis() = default;
Analysis::Analysis(Analysis&&) noexcept = default;
Analysis& Analysis::operator=(Analysis&&) noexcept = default;

Result<void> Analysis::use_plan(std::string_view plan_json) {
  const json plan = json::parse(plan_json, nullptr, false);
  if (!plan.is_object() || !plan.contains("topline_plan") || !plan.contains("shapes") ||
      !plan.contains("settings")) {
    return fail(Code::bad_json, {}, {{"what", "plan"}, {"detail", "no plan that inspect wrote"}});
  }
  const auto settings = settings_from_json(plan["settings"].dump());
  if (!settings) return tl::unexpected<Error>(settings.error());
  adopt(state_->settings, *settings);
  for (const json& one : plan["shapes"]) {
    auto shape = read_shape(one);
    if (!shape) return tl::unexpected<Error>(shape.error());
    shape->ids |= state_->settings.ids;
    state_->pinned.push_back(std::move(*shape));
  }
  state_->pins_are_told = true;
  return {};
}

Result<void> Analysis::begin(const InputInfo& input, std::string_view head, bool head_is_all,
                             ScanRange range, Lane lane) {
  if (auto checked = check_settings(state_->settings); !checked) return checked;
  if (const std::string_view format = binary_format(head); !format.empty()) {
    if (format == "XLS") return fail(Code::old_workbook, {input.name});
    if (format == "locked XLSX") {
      return fail(Code::bad_workbook, {input.name}, {{"detail", "it is protected by a password"}});
    }
    return fail(Code::not_text, {input.name}, {{"looks_like", std::string(format)}});
  }
  if (trim(head).empty()) return fail(Code::empty_input, {input.name});
  const Dialect dialect = sniff_dialect(head, head_is_all);
  const Layout layout = detect_layout(head, head_is_all, dialect);
  if (layout.columns == 0) return fail(Code::empty_input, {input.name});
  const std::vector<std::string> headers = header_names(layout);
  auto shape = state_->first_shape(input.name, headers, head, head_is_all, dialect, layout);
  if (!shape) {
    Error error = shape.error();
    error.where.input = input.name;
    return tl::unexpected<Error>(error);
  }
  state_->pass.emplace(*shape, input, dialect, layout, range, lane);
  if (state_->left_out_sink) state_->pass->show_left_out(state_->left_out_sink);
  state_->feed_from = state_->pass->scanner().feed_from();
  return {};
}

uint64_t Analysis::feed_from() const { return state_->feed_from; }

std::span<char> Analysis::room(size_t at_least) { return state_->pass->scanner().room(at_least); }

Result<void> Analysis::commit(size_t bytes) {
  state_->pass->scanner().commit(bytes);
  state_->pass->drain();
  return {};
}

bool Analysis::range_done() const { return state_->pass && state_->pass->scanner().done(); }

Result<void> Analysis::end() {
  Pass& pass = *state_->pass;
  pass.scanner().finish();
  pass.drain();
  Tally tally = pass.finish();
  const Piece& piece = tally.inputs[0].pieces[0];
  state_->covered = {piece.begin, piece.end, true};
  state_->row_index = pass.row_index();
  state_->pass.reset();
  state_->cell_plan.reset();
  for (size_t i = 0; i < state_->tables.size(); ++i) {
    if (state_->tables[i].tally.shape.headers != tally.shape.headers) continue;
    state_->input_table = i;
    return topline::merge(state_->tables[i].tally, std::move(tally));
  }
  state_->input_table = state_->tables.size();
  state_->tables.push_back({std::move(tally), state_->pins_are_told});
  return {};
}

void Analysis::show_left_out(LeftOutSink sink) { state_->left_out_sink = std::move(sink); }

ScanRange Analysis::covered() const { return state_->covered; }

const std::vector<uint64_t>& Analysis::row_index() const { return state_->row_index; }

void Analysis::look_at(const Layout& layout) {
  const std::vector<std::string> headers = header_names(layout);
  state_->cell_plan.reset();
  for (size_t i = 0; i < state_->tables.size(); ++i) {
    if (state_->tables[i].tally.shape.headers == headers) state_->input_table = i;
  }
}

CellReading Analysis::read_cell(uint32_t column, std::string_view cell) const {
  static const Plan kNone;
  const Plan* plan = state_->plan_of_cells();
  return topline::read_cell(cell, column - 1, plan == nullptr ? kNone : *plan);
}

CellState Analysis::cell_state(uint32_t column, std::string_view cell) const {
  return read_cell(column, cell).state;
}

std::optional<LeftOutRow::Why> Analysis::left_out_why(std::span<const std::string_view> cells) const {
  const Plan* plan = state_->plan_of_cells();
  if (plan == nullptr) return std::nullopt;
  return topline::left_out_why(cells, plan->shape);
}

bool Analysis::must_read_again() const {
  for (const State::Table& table : state_->tables) {
    if (table.obeyed) continue;
    const auto plan = state_->full_plan(table.tally);
    if (plan && plan->shape != table.tally.shape) return true;
  }
  return false;
}

Analysis Analysis::again() const {
  Analysis next(state_->settings);
  for (const State::Table& table : state_->tables) {
    const auto plan = state_->full_plan(table.tally);
    next.state_->pinned.push_back(plan ? plan->shape : table.tally.shape);
  }
  return next;
}

Result<void> Analysis::merge(Analysis&& other) {
  for (State::Table& theirs : other.state_->tables) {
    State::Table* ours = state_->table_of(theirs.tally.shape.headers);
    if (ours == nullptr) {
      state_->tables.push_back(std::move(theirs));
      continue;
    }
    ours->obeyed |= theirs.obeyed;
    if (auto done = topline::merge(ours->tally, std::move(theirs.tally)); !done) return done;
  }
  return {};
}

void Analysis::tally_json(const Sink& sink) const {
  JsonWriter out(sink, 1);
  out.begin_object();
  out.field("topline_tally", uint64_t{1});
  out.field("topline", version());
  out.key("settings");
  out.raw(settings_to_json(state_->settings));
  out.key("tables");
  out.begin_array();
  std::vector<const Tally*> tallies;
  for (const State::Table& table : state_->tables) tallies.push_back(&table.tally);
  std::sort(tallies.begin(), tallies.end(),
            [](const Tally* a, const Tally* b) { return a->shape.headers < b->shape.headers; });
  for (const Tally* tally : tallies) write_tally(*tally, out);
  out.end_array();
  out.end_object();
  out.flush();
  sink("\n");
}

Result<void> Analysis::add_tally(std::string_view text) {
  const json in = json::parse(text, nullptr, false);
  if (!in.is_object() || !in.contains("topline_tally") || !in.contains("tables") ||
      !in.contains("settings")) {
    return fail(Code::bad_json, {}, {{"what", "tally"}, {"detail", "no tally that Topline wrote"}});
  }
  const auto settings = settings_from_json(in["settings"].dump());
  if (!settings) return tl::unexpected<Error>(settings.error());
  adopt(state_->settings, *settings);
  for (const json& one : in["tables"]) {
    auto tally = read_tally(one);
    if (!tally) return tl::unexpected<Error>(tally.error());
    State::Table* ours = state_->table_of(tally->shape.headers);
    if (ours == nullptr) {
      state_->tables.push_back({std::move(*tally), true});
    } else {
      ours->obeyed = true;
      if (auto done = topline::merge(ours->tally, std::move(*tally)); !done) return done;
    }
  }
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

Result<Report> Analysis::report() const {
  if (state_->tables.empty()) return fail(Code::nothing_to_merge);
  struct Resolved {
    const State::Table* table;
    Tally without;
    Plan plan;
    MeasuredTable measured;

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
  std::vector<const State::Table*> order;
  for (const State::Table& table : state_->tables) order.push_back(&table);
  std::sort(order.begin(), order.end(), [](const State::Table* a, const State::Table* b) {
    return a->tally.inputs[0].name != b->tally.inputs[0].name
               ? a->tally.inputs[0].name < b->tally.inputs[0].name
               : a->tally.shape.headers < b->tally.shape.headers;
  });
  std::vector<std::unique_ptr<Resolved>> resolved;
  for (const State::Table* table : order) {
    const Tally& tally = table->tally;
    for (const InputTally& input : tally.inputs) {
      const bool whole = input.pieces.size() == 1 && input.pieces[0].begin == input.dialect.body &&
                         (input.bytes == 0 || input.pieces[0].end >= input.bytes);
      if (!whole) {
        const uint64_t at =
            input.pieces[0].begin == input.dialect.body ? input.pieces[0].end : input.dialect.body;
        return fail(Code::range_misaligned, {input.name}, {{"offset", std::to_string(at)}});
      }
    }
    if (tally.weight_overflow) return fail(Code::weight_overflow, {tally.inputs[0].name});
    auto plan = state_->full_plan(tally);
    if (!plan) return tl::unexpected<Error>(plan.error());
    const Shape& now = plan->shape;
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
                  {{"column", plan->columns[then.response_id].name}});
    }
    auto one = std::make_unique<Resolved>();
    one->table = table;
    one->plan = std::move(*plan);
    one->measured.tally = &tally;
    one->measured.duplicates_by_input.resize(tally.inputs.size());
    if (then.ids && !then.key.empty()) {
      const bool told = one->plan.columns[then.key[0]].told;
      one->measured.duplicates = find_duplicates(tally.frame, told && then.key.size() == 1);
      for (size_t row : one->measured.duplicates.superseded) {
        ++one->measured.duplicates_by_input[tally.frame.rows[row].place.input];
      }
      if (!one->measured.duplicates.superseded.empty()) {
        one->without = tally;
        leave_out_rows(one->without, one->measured.duplicates.superseded);
        one->measured.tally = &one->without;
      }
    }
    if (now.kind != TableKind::survey) {
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

bool looks_like_tally(std::string_view head) {
  head = trim(head);
  return !head.empty() && head[0] == '{' &&
         head.substr(0, 64).find("\"topline_tally\"") != std::string_view::npos;
}

}  // namespace topline
