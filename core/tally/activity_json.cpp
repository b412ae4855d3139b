// SPDX-License-Identifier: Apache-2.0

// The activity of a usage log as JSON: the distinct users and features in order, then one list per
// user of [day, feature, events …], in canonical order.

#include <nlohmann/json.hpp>

#include "core/tally/tally_json.h"

namespace topline {
namespace {

using nlohmann::json;

std::vector<uint32_t> write_texts(std::string_view name, const TokenTable& texts, JsonWriter& out) {
  std::vector<uint32_t> ranks(texts.size());
  const std::vector<uint32_t> sorted = texts.sorted();
  out.key(name);
  out.begin_array();
  for (uint32_t rank = 0; rank < sorted.size(); ++rank) {
    ranks[sorted[rank]] = rank;
    out.string(texts.text(sorted[rank]));
  }
  out.end_array();
  return ranks;
}

}  // namespace

void write_activity(const Tally& tally, JsonWriter& out) {
  const ActivityFold& activity = tally.activity;
  out.key("activity");
  out.begin_object();
  out.field("over_limit", activity.over_limit);
  out.key("left_out");
  out.begin_array(true);
  const Noted& left_out = tally.activity_left_out;
  if (left_out.count != 0) {
    out.integer(left_out.count);
    out.integer(left_out.first.input);
    out.integer(left_out.first.offset);
    out.integer(left_out.first.line);
  }
  out.end_array();
  const std::vector<uint32_t> users = write_texts("users", activity.users(), out);
  const std::vector<uint32_t> features = write_texts("features", activity.features(), out);
  out.key("cells");
  out.begin_array();
  bool open = false;
  uint32_t user = 0;
  for (uint32_t index : activity.canonical_order()) {
    const ActivityFold::Cell& cell = activity.cells()[index];
    if (!open || cell.user != user) {
      if (open) out.end_array();
      out.begin_array(true);
      out.integer(users[cell.user]);
      open = true;
      user = cell.user;
    }
    out.raw(std::to_string(cell.day));
    out.integer(features[cell.feature]);
    out.integer(cell.events);
  }
  if (open) out.end_array();
  out.end_array();
  out.end_object();
}

void read_activity(const json& in, Tally& tally) {
  const json& from = in.at("activity");
  const json& left_out = from.at("left_out");
  if (!left_out.empty()) {
    tally.activity_left_out.count = left_out.at(0).get<uint64_t>();
    tally.activity_left_out.first = {left_out.at(1).get<uint32_t>(), left_out.at(2).get<uint64_t>(),
                                     left_out.at(3).get<uint64_t>()};
  }
  const auto users = from.at("users").get<std::vector<std::string>>();
  const auto features = from.at("features").get<std::vector<std::string>>();
  for (const json& row : from.at("cells")) {
    const std::string& user = users.at(row.at(0).get<size_t>());
    for (size_t k = 1; k < row.size(); k += 3) {
      tally.activity.add(user, row.at(k).get<Day>(), features.at(row.at(k + 1).get<size_t>()),
                         row.at(k + 2).get<uint64_t>());
    }
  }
  if (from.at("over_limit").get<bool>()) tally.activity.set_over_limit();
}

}  // namespace topline
