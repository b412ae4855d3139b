// SPDX-License-Identifier: Apache-2.0
#include "core/study/declared_json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/number.h"
#include "core/base/text.h"

namespace topline {
namespace {

using nlohmann::json;

DriverChoice read_driver(const json& in) {
  only(in, {"outcome", "items"});
  return {in.at("outcome").get<std::string>(), in.at("items").get<std::vector<std::string>>()};
}

ScaleChoice read_scale(const json& in) {
  only(in, {"name", "items", "kind"});
  return {in.at("name").get<std::string>(), in.at("items").get<std::vector<std::string>>(),
          in.value("kind", "alpha")};
}

void write_strings(const char* name, const std::vector<std::string>& texts, JsonWriter& out) {
  out.key(name);
  out.begin_array();
  for (const std::string& text : texts) out.string(text);
  out.end_array();
}

void write_comments(const CommentsChoice& comments, JsonWriter& out) {
  out.key("comments");
  out.begin_object();
  out.field("column", comments.column);
  out.key("themes");
  out.begin_array();
  for (const ThemeChoice& theme : comments.themes) {
    out.begin_object();
    out.field("name", theme.name);
    write_strings("words", theme.words, out);
    out.end_object();
  }
  out.end_array();
  out.field("quotes", comments.quotes);
  out.end_object();
}

Result<void> check_comments(const CommentsChoice& comments) {
  constexpr size_t kMostThemes = 60;
  constexpr uint32_t kMostQuotes = 50;
  const auto bad = [](const char* option, const std::string& value, const std::string& allowed) {
    return fail(Code::bad_option, {}, {{"option", option}, {"value", value}, {"allowed", allowed}});
  };
  if (comments.column.empty() && comments != CommentsChoice()) return bad("comments", "", "NAME");
  if (comments.themes.size() > kMostThemes) {
    return bad("theme", std::to_string(comments.themes.size()), "≤ " + std::to_string(kMostThemes));
  }
  for (size_t i = 0; i < comments.themes.size(); ++i) {
    const ThemeChoice& theme = comments.themes[i];
    for (size_t j = 0; j < i; ++j) {
      if (comments.themes[j].name == theme.name) return bad("theme", theme.name, "NAME=WORD,WORD");
    }
    if (trim(theme.name).empty() || theme.words.empty()) {
      return bad("theme", theme.name, "NAME=WORD,WORD");
    }
    for (const std::string& word : theme.words) {
      if (fold(word).find_first_not_of("* ") == std::string::npos) {
        return bad("theme", theme.name + "=" + word, "NAME=WORD,WORD");
      }
    }
  }
  if (comments.quotes > kMostQuotes) {
    return bad("quotes", std::to_string(comments.quotes), "0 … " + std::to_string(kMostQuotes));
  }
  return {};
}

bool is_one_of(const std::string& text, const std::vector<std::string>& allowed) {
  return std::find(allowed.begin(), allowed.end(), text) != allowed.end();
}

}  // namespace

void only(const json& in, std::initializer_list<const char*> known) {
  for (const auto& [key, value] : in.items()) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    std::vector<std::string> names(known.begin(), known.end());
    throw json::other_error::create(
        501, "unknown key \"" + key + "\"; nearest: " + join(nearest(key, names), ", "), nullptr);
  }
}

std::vector<DriverChoice> read_drivers(const json& in) {
  if (in.is_object()) return {read_driver(in)};
  std::vector<DriverChoice> drivers;
  for (const json& one : in) drivers.push_back(read_driver(one));
  return drivers;
}

std::vector<ScaleChoice> read_scales(const json& in) {
  std::vector<ScaleChoice> scales;
  for (const json& one : in) scales.push_back(read_scale(one));
  return scales;
}

CommentsChoice read_comments(const json& in) {
  only(in, {"column", "themes", "quotes"});
  CommentsChoice comments{in.at("column").get<std::string>(), {}, in.value("quotes", uint32_t{0})};
  for (const json& theme : in.value("themes", json::array())) {
    only(theme, {"name", "words"});
    comments.themes.push_back({theme.at("name").get<std::string>(),
                               theme.at("words").get<std::vector<std::string>>()});
  }
  return comments;
}

std::vector<MarginChoice> read_margins(const json& in) {
  std::vector<MarginChoice> margins;
  for (const auto& [column, targets] : in.items()) {
    MarginChoice margin{column, {}};
    for (const auto& [category, target] : targets.items()) {
      margin.targets.emplace_back(category, target.get<double>());
    }
    margins.push_back(std::move(margin));
  }
  return margins;
}

std::vector<std::string> read_one_or_more(const json& in) {
  if (!in.is_string()) return in.get<std::vector<std::string>>();
  const auto text = in.get<std::string>();
  return text.empty() ? std::vector<std::string>() : std::vector<std::string>{text};
}

void write_declared(const Settings& settings, JsonWriter& out) {
  if (!settings.drivers.empty()) {
    out.key("drivers");
    out.begin_array();
    for (const DriverChoice& driver : settings.drivers) {
      out.begin_object();
      out.field("outcome", driver.outcome);
      write_strings("items", driver.items, out);
      out.end_object();
    }
    out.end_array();
  }
  if (!settings.scales.empty()) {
    out.key("scales");
    out.begin_array();
    for (const ScaleChoice& scale : settings.scales) {
      out.begin_object();
      out.field("name", scale.name);
      out.field("kind", scale.kind);
      write_strings("items", scale.items, out);
      out.end_object();
    }
    out.end_array();
  }
  if (!settings.comments.column.empty()) write_comments(settings.comments, out);
  if (!settings.strata.empty()) write_strings("strata", settings.strata, out);
  if (!settings.clusters.empty()) write_strings("clusters", settings.clusters, out);
  if (!settings.fpc.empty()) out.field("fpc", settings.fpc);
  if (settings.roster_size) out.field("roster_size", *settings.roster_size);
  if (settings.invited) out.field("invited", *settings.invited);
  if (settings.paired) out.field("paired", true);
  if (!settings.margins.empty()) {
    out.key("margins");
    out.begin_object();
    for (const MarginChoice& margin : settings.margins) {
      out.key(margin.column);
      out.begin_object();
      for (const auto& [category, target] : margin.targets) out.field(category, target);
      out.end_object();
    }
    out.end_object();
  }
  if (settings.favourable) out.field("favourable", true);
  if (settings.crosstabs) out.field("crosstabs", true);
  if (settings.quality) out.field("quality", true);
  if (!settings.drop.empty()) write_strings("drop", settings.drop, out);
}

const std::vector<std::string>& drop_kinds() {
  static const std::vector<std::string> kinds = {"straightliners", "speeders", "near_duplicates",
                                                 "partials"};
  return kinds;
}

Result<void> check_declared(const Settings& settings) {
  const auto bad = [](const char* option, const std::string& value, const std::string& allowed) {
    return fail(Code::bad_option, {}, {{"option", option}, {"value", value}, {"allowed", allowed}});
  };
  for (const DriverChoice& driver : settings.drivers) {
    if (driver.items.empty()) return bad("drivers", driver.outcome, "OUTCOME=ITEM,ITEM");
  }
  for (const ScaleChoice& scale : settings.scales) {
    static const std::vector<std::string> kinds = {"alpha", "sus", "umux_lite"};
    if (!is_one_of(scale.kind, kinds)) return bad("scale", scale.kind, join(kinds, " "));
    const size_t wanted = scale.kind == "sus" ? 10 : scale.kind == "umux_lite" ? 2 : 0;
    if (wanted != 0 && scale.items.size() != wanted) {
      return bad("scale", scale.name, scale.kind + ": " + std::to_string(wanted) + " items");
    }
    if (scale.items.size() < 2) return bad("scale", scale.name, "NAME=ITEM,ITEM");
  }
  if (auto checked = check_comments(settings.comments); !checked) return checked;
  for (const MarginChoice& margin : settings.margins) {
    if (margin.targets.empty()) return bad("margin", margin.column, "COLUMN=CATEGORY:SHARE,…");
    for (const auto& [category, target] : margin.targets) {
      if (!(target >= 0) || !std::isfinite(target)) {
        return bad("margin", category + ":" + format_number(target), "≥ 0");
      }
    }
  }
  for (const std::string& kind : settings.drop) {
    if (!is_one_of(kind, drop_kinds())) return bad("drop", kind, join(drop_kinds(), " "));
  }
  if (settings.roster_size && *settings.roster_size == 0) return bad("roster-size", "0", "1 2 3 …");
  if (settings.invited && *settings.invited == 0) return bad("invited", "0", "1 2 3 …");
  return {};
}

}  // namespace topline
