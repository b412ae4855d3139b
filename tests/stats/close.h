// SPDX-License-Identifier: Apache-2.0
#pragma once

// Figures against truth whose size varies: differences are relative to the truth.

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "core/stats/interval.h"

namespace topline::stats {

/// |got − expected| within `relative` of |expected|; an expected 0 is met within `relative` itself.
inline ::testing::AssertionResult is_close(double got, double expected, double relative = 1e-9) {
  const double allowed = relative * (expected == 0 ? 1 : std::abs(expected));
  if (std::abs(got - expected) <= allowed) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "got " << ::testing::PrintToString(got) << ", expected "
                                       << ::testing::PrintToString(expected);
}

inline ::testing::AssertionResult is_close(const Interval& got, const Interval& expected,
                                           double relative = 1e-9) {
  const ::testing::AssertionResult low = is_close(got.low, expected.low, relative);
  return low ? is_close(got.high, expected.high, relative) : low;
}

/// [low, high] of a truth file.
inline Interval interval_of(const nlohmann::json& ends) {
  return {ends.at(0).get<double>(), ends.at(1).get<double>()};
}

inline std::string expected_path(const std::string& name) {
  return std::string(TOPLINE_SHARED) + "/data/expected/" + name;
}

/// Figures of a real file, by pandas, scipy and R. Null where it is missing.
inline nlohmann::json read_expected(const std::string& name) {
  std::ifstream file(expected_path(name));
  return file ? nlohmann::json::parse(file) : nlohmann::json();
}

#define READ_EXPECTED_OR_SKIP(variable, name)                   \
  const nlohmann::json variable = read_expected(name);          \
  if (variable.is_null()) {                                     \
    GTEST_SKIP() << expected_path(name) << " is not available"; \
  }

}  // namespace topline::stats
