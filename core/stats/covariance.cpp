// SPDX-License-Identifier: Apache-2.0
#include "core/stats/covariance.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

bool complete(std::span<const double> row) {
  return std::none_of(row.begin(), row.end(), [](double x) { return std::isnan(x); });
}

}  // namespace

CrossMoments::CrossMoments(size_t variables) : CrossMoments(std::vector<double>(variables)) {}

CrossMoments::CrossMoments(std::vector<double> about)
    : shift(std::move(about)), sum(shift.size()), products(shift.size()) {}

void CrossMoments::add(std::span<const double> row, uint64_t times) {
  const double weight = static_cast<double>(times);
  n += times;
  for (size_t i = 0; i < sum.size(); ++i) {
    const double x = row[i] - shift[i];
    sum[i] += weight * x;
    for (size_t j = 0; j <= i; ++j) products(i, j) += weight * (x * (row[j] - shift[j]));
    for (size_t j = 0; j < i; ++j) products(j, i) = products(i, j);
  }
}

CrossMoments& CrossMoments::operator+=(const CrossMoments& other) {
  n += other.n;
  for (size_t i = 0; i < sum.size(); ++i) {
    sum[i] += other.sum[i];
    for (size_t j = 0; j < sum.size(); ++j) products(i, j) += other.products(i, j);
  }
  return *this;
}

CrossMoments& CrossMoments::operator-=(const CrossMoments& other) {
  n -= other.n;
  for (size_t i = 0; i < sum.size(); ++i) {
    sum[i] -= other.sum[i];
    for (size_t j = 0; j < sum.size(); ++j) products(i, j) -= other.products(i, j);
  }
  return *this;
}

std::vector<double> listwise(std::span<const double> values, size_t columns) {
  std::vector<double> rows;
  rows.reserve(values.size());
  for (size_t at = 0; columns > 0 && at + columns <= values.size(); at += columns) {
    const auto row = values.subspan(at, columns);
    if (complete(row)) rows.insert(rows.end(), row.begin(), row.end());
  }
  return rows;
}

Covariance covariance(std::span<const double> values, size_t columns) {
  // The first complete row is the shift of the first pass, so that a column of one value gets that
  // very value as its mean.
  uint64_t n = 0;
  std::vector<double> first, sum(columns);
  for (size_t at = 0; columns > 0 && at + columns <= values.size(); at += columns) {
    const auto row = values.subspan(at, columns);
    if (!complete(row)) continue;
    if (n++ == 0) first.assign(row.begin(), row.end());
    for (size_t i = 0; i < columns; ++i) sum[i] += row[i] - first[i];
  }
  if (n == 0) return covariance(CrossMoments(columns));
  std::vector<double> mean(columns);
  for (size_t i = 0; i < columns; ++i) mean[i] = first[i] + sum[i] / static_cast<double>(n);
  CrossMoments about_mean(std::move(mean));
  for (size_t at = 0; at + columns <= values.size(); at += columns) {
    const auto row = values.subspan(at, columns);
    if (complete(row)) about_mean.add(row);
  }
  return covariance(about_mean);
}

Covariance covariance(const CrossMoments& moments) {
  const size_t k = moments.sum.size();
  const double n = static_cast<double>(moments.n);
  Covariance result{moments.n, std::vector<double>(k, kNan), SquareMatrix(k)};
  for (size_t i = 0; i < k; ++i) {
    if (moments.n > 0) result.mean[i] = moments.shift[i] + moments.sum[i] / n;
    for (size_t j = 0; j < k; ++j) {
      const double products = moments.products(i, j) - moments.sum[i] * moments.sum[j] / n;
      result.matrix(i, j) = moments.n < 2 ? kNan : products / (n - 1);
    }
    // What rounding leaves of a column of one value that stands far from the shift.
    const double off = moments.sum[i] / n;
    if (result.matrix(i, i) <= 1e-14 * (off * off)) result.matrix(i, i) = 0;
  }
  return result;
}

SquareMatrix correlation_matrix(const SquareMatrix& covariance) {
  const size_t k = covariance.size();
  SquareMatrix result(k);
  for (size_t i = 0; i < k; ++i) {
    for (size_t j = 0; j <= i; ++j) {
      const double vi = covariance(i, i), vj = covariance(j, j);
      double r = kNan;
      if (vi > 0 && vj > 0) {
        r = i == j ? 1 : std::clamp(covariance(i, j) / std::sqrt(vi * vj), -1.0, 1.0);
      }
      result(i, j) = result(j, i) = r;
    }
  }
  return result;
}

}  // namespace topline::stats
