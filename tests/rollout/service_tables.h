// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tables of one call through the front door, whole or in pieces that are merged.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/analysis/analyse.h"

namespace topline {
inline namespace with_service_tables {  // other topics have helpers of the same names in the same binary

using Tables = std::map<std::string, std::string>;  ///< text by name

inline Analysis analyse_tables(const Tables& tables, const Settings& settings) {
  Settings own = settings;
  own.several_tables = tables.size() > 1;
  Analysis analysis(own);
  for (const auto& [name, text] : tables) EXPECT_TRUE(read_into(analysis, name, text).has_value());
  if (!analysis.must_read_again()) return analysis;
  Analysis second = analysis.again();
  for (const auto& [name, text] : tables) EXPECT_TRUE(read_into(second, name, text).has_value());
  return second;
}

/// Each table read in two pieces cut at each record in turn (at most `cuts` of them), merged the
/// later first: the report must be the same to the byte.
inline void expect_same_in_pieces(const Tables& tables, const Settings& settings = {},
                                  size_t cuts = 6) {
  const Analysis whole = analyse_tables(tables, settings);
  const std::string expected = report_text(whole);
  const std::string plan = whole.plan_json();
  Settings own = settings;
  own.several_tables = tables.size() > 1;
  for (size_t k = 1; k <= cuts; ++k) {
    std::optional<Analysis> sum;
    for (const auto& [name, text] : tables) {
      const uint64_t cut = text.size() * k / (cuts + 1);
      Analysis first(own), rest(own);
      ASSERT_TRUE(first.use_plan(plan).has_value());
      ASSERT_TRUE(rest.use_plan(plan).has_value());
      ASSERT_TRUE(read_into(first, name, text, {0, cut, true}).has_value());
      const uint64_t next = first.covered().to;
      ASSERT_TRUE(read_into(rest, name, text, {next, UINT64_MAX, true}).has_value());
      ASSERT_TRUE(rest.merge(std::move(first)).has_value());
      if (sum) {
        ASSERT_TRUE(rest.merge(std::move(*sum)).has_value());
      }
      sum.emplace(std::move(rest));
    }
    EXPECT_EQ(report_text(*sum), expected) << "cut " << k;
  }
}

inline nlohmann::json report_of(const Tables& tables, const Settings& settings = {}) {
  return nlohmann::json::parse(report_text(analyse_tables(tables, settings)));
}

/// The one measure of this id, cell and option; null where there is none or are several.
inline nlohmann::json measure_of(const nlohmann::json& report, const std::string& id,
                                 const nlohmann::json& segment = nlohmann::json::object(),
                                 const nlohmann::json& wave = nullptr,
                                 const std::string& option = "") {
  nlohmann::json found;
  for (const auto& measure : measures_of(report, id, segment, wave)) {
    if (measure.value("option", "") != option) continue;
    if (!found.is_null()) return nullptr;
    found = measure;
  }
  return found;
}

inline bool has_note(const nlohmann::json& measure, const std::string& note) {
  const auto& notes = measure["notes"];
  return std::find(notes.begin(), notes.end(), note) != notes.end();
}

}  // namespace service_tables
}  // namespace topline
