// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tests/stats/oracle.h"

namespace topline::stats {

/// Relative to the expected figure; absolute where that is 0.
inline void add_relative(Agreement& agreement, double got, double expected) {
  const double scale = expected == 0 ? 1 : std::abs(expected);
  agreement.add(got / scale, expected / scale);
}

/// An expected null must be absent. An absent figure that is expected counts as NaN.
inline void add_relative(Agreement& agreement, std::optional<double> got,
                         const nlohmann::json& expected) {
  if (expected.is_null()) {
    EXPECT_FALSE(got.has_value()) << *got;
  } else {
    add_relative(agreement, got.value_or(std::nan("")), expected.get<double>());
  }
}

inline std::vector<double> numbers(const nlohmann::json& list) {
  return list.get<std::vector<double>>();
}

/// The cases of ../shared/data/expected/finance_cases.json; null where the file is missing.
inline nlohmann::json read_finance_cases() {
  std::ifstream file(std::string(TOPLINE_SHARED) + "/data/expected/finance_cases.json");
  return file ? nlohmann::json::parse(file).at("cases") : nlohmann::json();
}

#define READ_FINANCE_CASES_OR_SKIP(variable)            \
  const nlohmann::json variable = read_finance_cases(); \
  if (variable.is_null()) GTEST_SKIP() << "finance_cases.json is not available"

}  // namespace topline::stats
