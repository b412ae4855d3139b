// SPDX-License-Identifier: Apache-2.0

// Reading one input: its head is looked at, a first shape told or guessed, then its bytes are counted.

#include <algorithm>

#include "core/analysis/state.h"
#include "core/base/text.h"
#include "core/intake/binary_format.h"
#include "core/profile/profile.h"
#include "core/tally/tally.h"

namespace topline {

std::vector<std::string> header_names(const Layout& layout) {
  std::vector<std::string> names = layout.headers;
  names.resize(layout.columns);
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i].empty()) names[i] = "column " + std::to_string(i + 1);
  }
  return names;
}

const Shape* Analysis::State::pinned_shape(const std::vector<std::string>& headers) const {
  for (const Shape& shape : pinned) {
    if (shape.headers == headers) return &shape;
  }
  return nullptr;
}

Result<Shape> Analysis::State::first_shape(const std::string& input,
                                           const std::vector<std::string>& headers,
                                           std::string_view head, bool head_is_all,
                                           const Dialect& dialect, const Layout& layout) {
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

}  // namespace topline
