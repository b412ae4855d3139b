// SPDX-License-Identifier: Apache-2.0
#include "core/study/settings.h"

#include <algorithm>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "core/base/json_writer.h"
#include "core/base/number.h"
#include "core/base/text.h"
#include "core/study/declared_json.h"

namespace topline {
namespace {

using nlohmann::json;

// Reads one key of the settings; throws what nlohmann throws where the value is of another kind.
using Reader = std::function<void(Settings&, const json&)>;

std::vector<ColumnChoice> read_columns(const json& in) {
  std::vector<ColumnChoice> columns;
  for (const json& column : in) {
    columns.push_back({column.at("name").get<std::string>(), column.at("role").get<std::string>(),
                       column.value("scale", ""),
                       column.value("missing", std::vector<std::string>())});
  }
  return columns;
}

std::optional<double> optional_number(const json& in, const char* key) {
  if (!in.contains(key) || in.at(key).is_null()) return std::nullopt;
  return in.at(key).get<double>();
}

TableChoice read_table_choice(const json& in) {
  only(in, {"file", "kind", "columns"});
  return {in.at("file").get<std::string>(), in.value("kind", ""),
          in.contains("columns") ? read_columns(in.at("columns")) : std::vector<ColumnChoice>()};
}

GoalChoice read_goal(const json& in) {
  only(in, {"kpi", "target", "change", "baseline", "value", "start", "due", "owner", "milestones"});
  GoalChoice goal;
  goal.kpi = in.at("kpi").get<std::string>();
  if (in.contains("target")) {
    const json& target = in.at("target");
    goal.target = target.is_string() ? target.get<std::string>() : format_number(target.get<double>());
  }
  goal.change = in.value("change", "");
  goal.baseline = optional_number(in, "baseline");
  goal.value = optional_number(in, "value");
  goal.start = in.value("start", "");
  goal.due = in.value("due", "");
  goal.owner = in.value("owner", "");
  for (const json& milestone : in.value("milestones", json::array())) {
    only(milestone, {"name", "due", "value"});
    goal.milestones.push_back({milestone.at("name").get<std::string>(), milestone.value("due", ""),
                               optional_number(milestone, "value")});
  }
  return goal;
}

const std::map<std::string, Reader>& readers() {
  static const std::map<std::string, Reader> all = {
      {"columns",
       [](Settings& s, const json& in) {
         s.columns = read_columns(in);
       }},
      {"tables",
       [](Settings& s, const json& in) {
         for (const json& table : in) s.tables.push_back(read_table_choice(table));
       }},
      {"goals",
       [](Settings& s, const json& in) {
         for (const json& goal : in) s.goals.push_back(read_goal(goal));
       }},
      {"targets",
       [](Settings& s, const json& in) {
         for (const auto& [measure, target] : in.items()) {
           s.targets.push_back({measure, target.get<double>()});
         }
       }},
      {"drivers", [](Settings& s, const json& in) { s.drivers = read_drivers(in); }},
      {"scales", [](Settings& s, const json& in) { s.scales = read_scales(in); }},
      {"comments", [](Settings& s, const json& in) { s.comments = read_comments(in); }},
      {"strata", [](Settings& s, const json& in) { s.strata = read_one_or_more(in); }},
      {"clusters", [](Settings& s, const json& in) { s.clusters = read_one_or_more(in); }},
      {"fpc", [](Settings& s, const json& in) { s.fpc = in.get<std::string>(); }},
      {"roster_size", [](Settings& s, const json& in) { s.roster_size = in.get<uint64_t>(); }},
      {"invited", [](Settings& s, const json& in) { s.invited = in.get<uint64_t>(); }},
      {"paired", [](Settings& s, const json& in) { s.paired = in.get<bool>(); }},
      {"margins", [](Settings& s, const json& in) { s.margins = read_margins(in); }},
      {"favourable", [](Settings& s, const json& in) { s.favourable = in.get<bool>(); }},
      {"crosstabs", [](Settings& s, const json& in) { s.crosstabs = in.get<bool>(); }},
      {"quality", [](Settings& s, const json& in) { s.quality = in.get<bool>(); }},
      {"drop", [](Settings& s, const json& in) { s.drop = read_one_or_more(in); }},
      {"period", [](Settings& s, const json& in) { s.period = in.get<std::string>(); }},
      {"discount_rate", [](Settings& s, const json& in) { s.discount_rate = in.get<double>(); }},
      {"finance_rate", [](Settings& s, const json& in) { s.finance_rate = in.get<double>(); }},
      {"reinvest_rate", [](Settings& s, const json& in) { s.reinvest_rate = in.get<double>(); }},
      {"change_date", [](Settings& s, const json& in) { s.change_date = in.get<std::string>(); }},
      {"key_features",
       [](Settings& s, const json& in) { s.key_features = in.get<std::vector<std::string>>(); }},
      {"activation_days",
       [](Settings& s, const json& in) { s.activation_days = in.get<uint32_t>(); }},
      {"kind", [](Settings& s, const json& in) { s.kind = in.get<std::string>(); }},
      {"by", [](Settings& s, const json& in) { s.by = in.get<std::vector<std::string>>(); }},
      {"cross", [](Settings& s, const json& in) { s.cross = in.get<std::vector<std::string>>(); }},
      {"wave", [](Settings& s, const json& in) { s.wave = in.get<std::string>(); }},
      {"wave_unit", [](Settings& s, const json& in) { s.wave_unit = in.get<std::string>(); }},
      {"weight", [](Settings& s, const json& in) { s.weight = in.get<std::string>(); }},
      {"where",
       [](Settings& s, const json& in) {
         s.where = in.get<std::vector<std::pair<std::string, std::string>>>();
       }},
      {"confidence", [](Settings& s, const json& in) { s.confidence = in.get<double>(); }},
      {"interval", [](Settings& s, const json& in) { s.interval = in.get<std::string>(); }},
      {"compare", [](Settings& s, const json& in) { s.compare = in.get<std::string>(); }},
      {"min_n", [](Settings& s, const json& in) { s.min_n = in.get<uint32_t>(); }},
      {"audience", [](Settings& s, const json& in) { s.audience = in.get<std::string>(); }},
      {"language", [](Settings& s, const json& in) { s.language = in.get<std::string>(); }},
      {"title", [](Settings& s, const json& in) { s.title = in.get<std::string>(); }},
      {"as_of", [](Settings& s, const json& in) { s.as_of = in.get<std::string>(); }},
      {"seed", [](Settings& s, const json& in) { s.seed = in.get<uint64_t>(); }},
      {"ids", [](Settings& s, const json& in) { s.ids = in.get<bool>(); }},
  };
  return all;
}

void write_goal(const GoalChoice& goal, JsonWriter& out) {
  out.begin_object();
  out.field("kpi", goal.kpi);
  out.field("target", goal.target);
  if (!goal.change.empty()) out.field("change", goal.change);
  if (goal.baseline) out.field("baseline", *goal.baseline);
  if (goal.value) out.field("value", *goal.value);
  if (!goal.start.empty()) out.field("start", goal.start);
  if (!goal.due.empty()) out.field("due", goal.due);
  if (!goal.owner.empty()) out.field("owner", goal.owner);
  out.key("milestones");
  out.begin_array();
  for (const GoalChoice::Milestone& milestone : goal.milestones) {
    out.begin_object();
    out.field("name", milestone.name);
    if (!milestone.due.empty()) out.field("due", milestone.due);
    if (milestone.value) out.field("value", *milestone.value);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

}  // namespace

Result<void> check_settings(const Settings& settings) {
  const auto bad = [](const char* option, const std::string& value, const char* allowed) {
    return fail(Code::bad_option, {}, {{"option", option}, {"value", value}, {"allowed", allowed}});
  };
  if (!(settings.confidence > 0.5 && settings.confidence < 1)) {
    return bad("confidence", json(settings.confidence).dump(), "0.8 0.9 0.95 0.99 …");
  }
  if (settings.interval != "score" && settings.interval != "wald" &&
      settings.interval != "adjusted-wald") {
    return bad("interval", settings.interval, "score wald adjusted-wald");
  }
  if (settings.compare != "headline" && settings.compare != "all" && settings.compare != "none") {
    return bad("compare", settings.compare, "headline all none");
  }
  if (!settings.audience.empty() && settings.audience != "customer" &&
      settings.audience != "employee") {
    return bad("audience", settings.audience, "customer employee");
  }
  if (settings.period != "month" && settings.period != "quarter" && settings.period != "year") {
    return bad("period", settings.period, "month quarter year");
  }
  if (auto checked = check_declared(settings); !checked) return checked;
  for (const auto& rate : {settings.discount_rate, settings.finance_rate, settings.reinvest_rate}) {
    if (rate && !(*rate > -1 && *rate < 100)) {
      return bad("discount-rate", json(*rate).dump(), "8% 0.08 …");
    }
  }
  return {};
}

Settings settings_for(const Settings& settings, const std::string& input) {
  Settings own = settings;
  for (const TableChoice& table : settings.tables) {
    if (table.file != input) continue;
    if (!table.kind.empty()) own.kind = table.kind;
    own.columns.insert(own.columns.begin(), table.columns.begin(), table.columns.end());
  }
  return own;
}

Result<Settings> settings_from_json(std::string_view text) {
  const json in = json::parse(text, nullptr, false);
  if (!in.is_object()) {
    return fail(Code::bad_json, {}, {{"what", "settings"}, {"detail", "no JSON object"}});
  }
  Settings settings;
  for (const auto& [key, value] : in.items()) {
    const auto reader = readers().find(key);
    if (reader == readers().end()) {
      std::vector<std::string> names;
      for (const auto& [name, unused] : readers()) names.push_back(name);
      return fail(
          Code::bad_option, {},
          {{"option", "settings"}, {"value", key}, {"allowed", join(nearest(key, names), " ")}});
    }
    try {
      reader->second(settings, value);
    } catch (const std::exception& error) {
      return fail(Code::bad_json, {}, {{"what", key}, {"detail", error.what()}});
    }
  }
  if (auto checked = check_settings(settings); !checked)
    return tl::unexpected<Error>(checked.error());
  return settings;
}

std::string settings_to_json(const Settings& settings) {
  std::string text;
  JsonWriter out([&text](std::string_view piece) { text += piece; });
  const auto strings = [&out](const char* name, const std::vector<std::string>& values) {
    out.key(name);
    out.begin_array();
    for (const std::string& value : values) out.string(value);
    out.end_array();
  };
  const auto columns = [&](const std::vector<ColumnChoice>& choices) {
    out.key("columns");
    out.begin_array();
    for (const ColumnChoice& column : choices) {
      out.begin_object();
      out.field("name", column.name);
      out.field("role", column.role);
      if (!column.scale.empty()) out.field("scale", column.scale);
      if (!column.missing.empty()) strings("missing", column.missing);
      out.end_object();
    }
    out.end_array();
  };
  out.begin_object();
  columns(settings.columns);
  strings("by", settings.by);
  strings("cross", settings.cross);
  out.field("wave", settings.wave);
  out.field("wave_unit", settings.wave_unit);
  out.field("weight", settings.weight);
  out.key("where");
  out.begin_array();
  for (const auto& [name, value] : settings.where) {
    out.begin_array();
    out.string(name);
    out.string(value);
    out.end_array();
  }
  out.end_array();
  out.field("confidence", settings.confidence);
  out.field("interval", settings.interval);
  out.field("compare", settings.compare);
  out.field("min_n", settings.min_n);
  out.field("audience", settings.audience);
  out.field("language", settings.language);
  out.field("title", settings.title);
  out.field("as_of", settings.as_of);
  out.field("seed", settings.seed);
  out.field("ids", settings.ids);
  out.key("tables");
  out.begin_array();
  for (const TableChoice& table : settings.tables) {
    out.begin_object();
    out.field("file", table.file);
    out.field("kind", table.kind);
    columns(table.columns);
    out.end_object();
  }
  out.end_array();
  out.key("goals");
  out.begin_array();
  for (const GoalChoice& goal : settings.goals) write_goal(goal, out);
  out.end_array();
  out.key("targets");
  out.begin_object();
  for (const TargetChoice& target : settings.targets) out.field(target.measure, target.target);
  out.end_object();
  write_declared(settings, out);
  out.field("period", settings.period);
  if (settings.discount_rate) out.field("discount_rate", *settings.discount_rate);
  if (settings.finance_rate) out.field("finance_rate", *settings.finance_rate);
  if (settings.reinvest_rate) out.field("reinvest_rate", *settings.reinvest_rate);
  out.field("change_date", settings.change_date);
  strings("key_features", settings.key_features);
  out.field("activation_days", settings.activation_days);
  out.field("kind", settings.kind);
  out.end_object();
  out.flush();
  return text;
}

}  // namespace topline
