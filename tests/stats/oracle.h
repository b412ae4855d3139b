// SPDX-License-Identifier: Apache-2.0
#pragma once

// The shared oracle files (R, survey, published papers): a test that needs one skips, saying so,
// where the folder is not there.

#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "core/stats/interval.h"

namespace topline::stats {

inline std::string oracle_path(const std::string& name) {
  return std::string(TOPLINE_SHARED) + "/oracles/" + name;
}

/// Null where the file is missing.
inline nlohmann::json read_oracle(const std::string& name) {
  std::ifstream file(oracle_path(name));
  return file ? nlohmann::json::parse(file) : nlohmann::json();
}

#define READ_ORACLE_OR_SKIP(variable, name)                   \
  const nlohmann::json variable = read_oracle(name);          \
  if (variable.is_null()) {                                   \
    GTEST_SKIP() << oracle_path(name) << " is not available"; \
  }

/// The largest |difference| met, which a test asserts on once and records.
class Agreement {
 public:
  void add(double got, double expected) {
    const double difference = got > expected ? got - expected : expected - got;
    if (!(difference <= worst_)) worst_ = difference;  // a NaN stays
    ++compared_;
  }
  void add(const Interval& got, const nlohmann::json& expected) {
    add(got.low, expected.at(0).get<double>());
    add(got.high, expected.at(1).get<double>());
  }
  double worst() const { return worst_; }
  int compared() const { return compared_; }

 private:
  double worst_ = 0;
  int compared_ = 0;
};

#define EXPECT_AGREES(agreement, count, tolerance)                                                \
  do {                                                                                            \
    EXPECT_EQ((agreement).compared(), count);                                                     \
    EXPECT_LE((agreement).worst(), tolerance);                                                    \
    ::testing::Test::RecordProperty("worst_" #agreement,                                          \
                                    std::to_string(1e12 * (agreement).worst()) + "e-12");         \
    std::cout << "  " #agreement ": " << (agreement).compared() << " values, largest difference " \
              << (agreement).worst() << "\n";                                                     \
  } while (false)

}  // namespace topline::stats
