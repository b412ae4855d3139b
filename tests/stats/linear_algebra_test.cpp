// SPDX-License-Identifier: Apache-2.0
#include "core/stats/linear_algebra.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/stats/random.h"

namespace topline::stats {
namespace {

SquareMatrix matrix(std::initializer_list<std::initializer_list<double>> rows) {
  SquareMatrix result(rows.size());
  size_t i = 0;
  for (const auto& row : rows) {
    size_t j = 0;
    for (const double value : row) result(i, j++) = value;
    ++i;
  }
  return result;
}

// XᵀX of random X with `rank` rows: positive definite where rank >= size.
SquareMatrix random_gram(Random& random, size_t size, size_t rank) {
  SquareMatrix result(size);
  for (size_t r = 0; r < rank; ++r) {
    std::vector<double> row(size);
    for (double& value : row) value = random.normal();
    for (size_t i = 0; i < size; ++i) {
      for (size_t j = 0; j < size; ++j) result(i, j) += row[i] * row[j];
    }
  }
  return result;
}

TEST(Cholesky, TextbookFactor) {
  const Cholesky factor = cholesky(matrix({{4, 12, -16}, {12, 37, -43}, {-16, -43, 98}}));
  ASSERT_FALSE(factor.singular_at);
  EXPECT_EQ(factor.lower, matrix({{2, 0, 0}, {6, 1, 0}, {-8, 5, 3}}));
  const std::vector<double> x = solve(factor, std::vector<double>{-20, -43, 192});  // of 1, 2, 3
  EXPECT_EQ(x, (std::vector<double>{1, 2, 3}));
}

TEST(Cholesky, InverseTimesMatrixIsOne) {
  Random random(5);
  for (size_t size = 1; size <= 12; ++size) {
    const SquareMatrix a = random_gram(random, size, size + 5);
    const SquareMatrix inverted = inverse(cholesky(a));
    for (size_t i = 0; i < size; ++i) {
      for (size_t j = 0; j < size; ++j) {
        double product = 0;
        for (size_t k = 0; k < size; ++k) product += a(i, k) * inverted(k, j);
        ASSERT_NEAR(product, i == j, 1e-11);
        ASSERT_EQ(inverted(i, j), inverted(j, i));
      }
    }
  }
}

TEST(Cholesky, NamesTheVariableThatIsACombination) {
  // The third is the sum of the first two, on very different scales.
  EXPECT_EQ(cholesky(matrix({{1, 0, 1e6}, {0, 1, 1e6}, {1e6, 1e6, 2e12}})).singular_at, 2u);
  EXPECT_EQ(cholesky(matrix({{1, 1}, {1, 1}})).singular_at, 1u);
  EXPECT_EQ(cholesky(matrix({{0, 0}, {0, 1}})).singular_at, 0u);
  EXPECT_EQ(cholesky(matrix({{1, 2}, {2, 1}})).singular_at, 1u);  // indefinite
  EXPECT_EQ(cholesky(matrix({{std::nan(""), 0}, {0, 1}})).singular_at, 0u);
  EXPECT_FALSE(cholesky(matrix({{1, 0.999999}, {0.999999, 1}})).singular_at);
}

TEST(Eigen, KnownValues) {
  const Eigen eigen = symmetric_eigen(matrix({{2, 1}, {1, 2}}));
  EXPECT_NEAR(eigen.values[0], 3, 1e-15);
  EXPECT_NEAR(eigen.values[1], 1, 1e-15);
  EXPECT_NEAR(eigen.vectors(0, 0), std::sqrt(0.5), 1e-15);
  EXPECT_NEAR(eigen.vectors(1, 0), std::sqrt(0.5), 1e-15);
  const Eigen diagonal = symmetric_eigen(matrix({{1, 0, 0}, {0, 5, 0}, {0, 0, 3}}));
  EXPECT_EQ(diagonal.values, (std::vector<double>{5, 3, 1}));
  EXPECT_EQ(diagonal.vectors, matrix({{0, 0, 1}, {1, 0, 0}, {0, 1, 0}}));
}

TEST(Eigen, RebuildsTheMatrix) {
  Random random(6);
  for (size_t size = 1; size <= 15; ++size) {
    // Every third one is singular.
    const SquareMatrix a = random_gram(random, size, size % 3 == 0 ? size / 2 : size + 2);
    const auto [values, vectors] = symmetric_eigen(a);
    for (size_t i = 0; i < size; ++i) {
      ASSERT_GE(values[i == 0 ? 0 : i - 1], values[i]);
      for (size_t j = 0; j < size; ++j) {
        double rebuilt = 0, product = 0;
        for (size_t k = 0; k < size; ++k) {
          rebuilt += vectors(i, k) * values[k] * vectors(j, k);
          product += vectors(k, i) * vectors(k, j);
        }
        ASSERT_NEAR(rebuilt, a(i, j), 1e-12 * values[0]);
        ASSERT_NEAR(product, i == j, 1e-13);
      }
    }
  }
}

TEST(Eigen, WhatIsNotFiniteGivesNan) {
  const Eigen eigen =
      symmetric_eigen(matrix({{1, std::numeric_limits<double>::infinity()}, {0, 1}}));
  EXPECT_TRUE(std::isnan(eigen.values[0]) && std::isnan(eigen.vectors(1, 1)));
}

}  // namespace
}  // namespace topline::stats
