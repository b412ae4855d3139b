// SPDX-License-Identifier: Apache-2.0
#include "core/study/settings.h"

#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "core/base/json_writer.h"
#include "core/base/text.h"

namespace topline {
namespace {

using nlohmann::json;

// Reads one key of the settings; throws what nlohmann throws where the value is of another kind.
using Reader = std::function<void(Settings&, const json&)>;

const std::map<std::string, Reader>& readers() {
  static const std::map<std::string, Reader> all = {
      {"columns",
       [](Settings& s, const json& in) {
         for (const json& column : in) {
           s.columns.push_back({column.at("name").get<std::string>(),
                                column.at("role").get<std::string>(), column.value("scale", ""),
                                column.value("missing", std::vector<std::string>())});
         }
       }},
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
  if (!settings.audience.empty() && settings.audience != "customer" &&
      settings.audience != "employee") {
    return bad("audience", settings.audience, "customer employee");
  }
  return {};
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
  out.begin_object();
  out.key("columns");
  out.begin_array();
  for (const ColumnChoice& column : settings.columns) {
    out.begin_object();
    out.field("name", column.name);
    out.field("role", column.role);
    if (!column.scale.empty()) out.field("scale", column.scale);
    if (!column.missing.empty()) strings("missing", column.missing);
    out.end_object();
  }
  out.end_array();
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
  out.field("min_n", settings.min_n);
  out.field("audience", settings.audience);
  out.field("language", settings.language);
  out.field("title", settings.title);
  out.field("as_of", settings.as_of);
  out.field("seed", settings.seed);
  out.field("ids", settings.ids);
  out.end_object();
  out.flush();
  return text;
}

}  // namespace topline
