// SPDX-License-Identifier: Apache-2.0
#pragma once

// Several tables through the front door, and the figures of their report.

#include <utility>
#include <vector>

#include "tests/analysis/analyse.h"

namespace topline {
inline namespace with_analyse_tables {  // other topics have helpers of the same names in the same binary

using Tables = std::vector<std::pair<std::string, std::string>>;  ///< names and texts

/// The analysis of the tables, read again where their full profiles ask for that.
inline Analysis analyse_tables(const Tables& tables, const Settings& settings = {}) {
  Analysis analysis(settings);
  for (const auto& [name, text] : tables) {
    EXPECT_TRUE(read_into(analysis, name, text).has_value()) << name;
  }
  if (!analysis.must_read_again()) return analysis;
  Analysis second = analysis.again();
  for (const auto& [name, text] : tables) {
    EXPECT_TRUE(read_into(second, name, text).has_value()) << name;
  }
  return second;
}

inline nlohmann::json report_of_tables(const Tables& tables, const Settings& settings = {}) {
  const std::string text = report_text(analyse_tables(tables, settings));
  EXPECT_NE(text.rfind("error: ", 0), 0u) << text;
  return nlohmann::json::parse(text, nullptr, false);
}

/// The one measure that matches; null where there is none or more.
inline nlohmann::json measure_of(const nlohmann::json& report, const std::string& id,
                                 const nlohmann::json& segment = nlohmann::json::object(),
                                 const nlohmann::json& wave = nullptr,
                                 const std::string& method = {}, const std::string& option = {}) {
  std::vector<nlohmann::json> found;
  for (const auto& one : measures_of(report, id, segment, wave)) {
    const bool same = one.value("method", std::string()) == method || method.empty();
    if (same && one.value("option", std::string()) == option) found.push_back(one);
  }
  EXPECT_EQ(found.size(), 1u) << id << " " << segment << " " << wave << " " << method << option;
  return found.size() == 1 ? found[0] : nlohmann::json();
}

}  // namespace analyse_tables
}  // namespace topline
