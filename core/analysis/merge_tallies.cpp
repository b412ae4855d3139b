// SPDX-License-Identifier: Apache-2.0

// Adding up: analyses of parts, and tallies as JSON.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/analysis/state.h"
#include "core/base/json_writer.h"
#include "core/base/text.h"
#include "core/study/adopt_settings.h"
#include "core/tally/tally_json.h"

namespace topline {
namespace {

using nlohmann::json;

}  // namespace

Analysis::State::Table* Analysis::State::table_of(const std::vector<std::string>& headers) {
  for (Table& table : tables) {
    if (table.tally.shape.headers == headers) return &table;
  }
  return nullptr;
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
  adopt_settings(state_->settings, *settings);
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

bool looks_like_tally(std::string_view head) {
  head = trim(head);
  return !head.empty() && head[0] == '{' &&
         head.substr(0, 64).find("\"topline_tally\"") != std::string_view::npos;
}

}  // namespace topline
