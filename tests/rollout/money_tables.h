// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small tables of money through the front door.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/analysis/analyse.h"

namespace topline {
inline namespace with_money_tables {  // other topics have helpers of the same names in the same binary

using Tables = std::vector<std::pair<std::string, std::string>>;

inline nlohmann::json report_of(const Tables& tables, const Settings& settings = {}) {
  Analysis analysis(settings);
  for (const auto& [name, text] : tables) {
    if (auto done = read_into(analysis, name, text); !done) {
      return {{"error", std::string(code_name(done.error().code))}};
    }
  }
  if (analysis.must_read_again()) {
    analysis = analysis.again();
    for (const auto& [name, text] : tables)
      EXPECT_TRUE(read_into(analysis, name, text).has_value());
  }
  const std::string report = report_text(analysis);
  return report.rfind("error: ", 0) == 0 ? nlohmann::json{{"error", report}}
                                         : nlohmann::json::parse(report);
}

/// The one measure that matches; null where there is none, or several.
inline nlohmann::json measure_of(const nlohmann::json& report, const std::string& id,
                                 const std::string& option = "",
                                 const nlohmann::json& segment = nlohmann::json::object(),
                                 const nlohmann::json& wave = nullptr) {
  nlohmann::json found;
  for (const nlohmann::json& measure : measures_of(report, id, segment, wave)) {
    if (measure.value("option", "") != option) continue;
    EXPECT_TRUE(found.is_null()) << id << " stands there twice";
    found = measure;
  }
  return found;
}

/// Its value; empty where it has none.
inline std::optional<double> value_of(const nlohmann::json& measure) {
  if (!measure.contains("value")) return std::nullopt;
  return measure["value"].get<double>();
}

inline bool has_note(const nlohmann::json& measure, const std::string& note) {
  for (const auto& one : measure["notes"]) {
    if (one == note) return true;
  }
  return false;
}

/// A cash flow of consecutive numbers, `first` the first of them.
inline std::string flow_table(const nlohmann::json& flows, const std::string& header = "Period",
                              int first = 0) {
  std::string text = header + ",Cash flow\n";
  for (const auto& flow : flows) text += std::to_string(first++) + "," + flow.dump() + "\n";
  return text;
}

}  // namespace money_tables
}  // namespace topline
