// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace topline {

/// A guess overruled: `--column 'NAME=ROLE[:SCALE[:MISSING,…]]'`.
struct ColumnChoice {
  std::string name;   ///< header text, "#3" or "@Q1"
  std::string role;   ///< as in JSON: "nps", "csat", "ignore" …
  std::string scale;  ///< "0-10", "1-5" …; empty: as guessed
  std::vector<std::string> missing = {};  ///< answers that stand for none: "0", "6", "Blank" …
  bool operator==(const ColumnChoice&) const = default;
};

/// What the command line, the page or a study file tells the core. Column names are resolved
/// against the table when it is read: header text (trimmed; case and width folded), "#3" or "@Q1".
struct Settings {
  std::vector<ColumnChoice> columns;
  std::vector<std::string> by;     ///< segment columns, each on its own
  std::vector<std::string> cross;  ///< none, or the columns whose crossing is shown
  std::string wave;                ///< the wave or date column; empty: none
  std::string wave_unit;           ///< "", "day", "week", "month", "quarter" or "year"
  std::string weight;              ///< the weight column; empty: none
  std::vector<std::pair<std::string, std::string>> where;  ///< rows kept: all NAME=VALUE hold
  double confidence = 0.95;
  std::string interval = "score";  ///< "score", "wald" or "adjusted-wald" (of NPS)
  uint32_t min_n = 5;              ///< cells of fewer people are hidden
  std::string audience;            ///< "customer", "employee" or "" (unknown: as employee)
  std::string language = "en";     ///< "en" or "zh-CN"
  std::string title;
  std::string as_of;  ///< ISO date; empty: the latest event date in the tables
  uint64_t seed = 1;
  bool ids = false;  ///< keep a fingerprint per row, so that overlapping parts can merge
  bool operator==(const Settings&) const = default;
};

/// Reads settings from JSON:
/// {"columns":[{"name","role","scale"}],"by":[…],"cross":[…],"wave","wave_unit",
/// "weight","where":[["NAME","VALUE"]],"confidence","interval","min_n","audience","language","title",
/// "as_of","seed","ids"}. All keys are optional; an unknown key is an error that names the nearest.
Result<Settings> settings_from_json(std::string_view json);
std::string settings_to_json(const Settings& settings);

/// Are the values allowed ones? Error: bad_option.
Result<void> check_settings(const Settings& settings);

}  // namespace topline
