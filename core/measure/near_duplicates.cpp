// SPDX-License-Identifier: Apache-2.0

// Rows that differ in at most t items agree wholly in one of t + 1 blocks of items at least: only
// rows of one block's pattern are compared.

#include "core/measure/near_duplicates.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace topline {
namespace {

using Pattern = std::vector<double>;

// A pattern and the rows that have it. A blank stands as −∞, so that it equals itself.
using Patterns = std::map<Pattern, std::vector<size_t>>;

Patterns patterns_of(const std::vector<std::vector<double>>& columns) {
  Patterns patterns;
  const size_t rows = columns.empty() ? 0 : columns[0].size();
  for (size_t row = 0; row < rows; ++row) {
    Pattern pattern;
    size_t answered = 0;
    for (const auto& column : columns) {
      const bool blank = std::isnan(column[row]);
      answered += !blank;
      pattern.push_back(blank ? -INFINITY : column[row]);
    }
    if (answered >= kFewestForDuplicates) patterns[pattern].push_back(row);
  }
  return patterns;
}

size_t differences(const Pattern& a, const Pattern& b, size_t most) {
  size_t count = 0;
  for (size_t i = 0; i < a.size() && count <= most; ++i) count += a[i] != b[i];
  return count;
}

}  // namespace

std::vector<size_t> near_duplicates(const std::vector<std::vector<double>>& columns) {
  const Patterns patterns = patterns_of(columns);
  const size_t items = columns.size();
  const size_t most = items / 20;  // 5 % of the items may differ
  std::vector<const Patterns::value_type*> all;
  for (const auto& pattern : patterns) all.push_back(&pattern);
  std::vector<bool> alike(all.size());
  for (size_t i = 0; i < all.size(); ++i) alike[i] = all[i]->second.size() > 1;
  for (size_t block = 0; block <= most && most > 0; ++block) {
    const size_t begin = block * items / (most + 1), end = (block + 1) * items / (most + 1);
    std::map<Pattern, std::vector<size_t>> buckets;
    for (size_t i = 0; i < all.size(); ++i) {
      const Pattern& pattern = all[i]->first;
      buckets[{pattern.begin() + static_cast<ptrdiff_t>(begin),
               pattern.begin() + static_cast<ptrdiff_t>(end)}]
          .push_back(i);
    }
    for (const auto& [part, bucket] : buckets) {
      for (size_t x = 0; x < bucket.size(); ++x) {
        for (size_t y = x + 1; y < bucket.size(); ++y) {
          if (alike[bucket[x]] && alike[bucket[y]]) continue;
          if (differences(all[bucket[x]]->first, all[bucket[y]]->first, most) > most) continue;
          alike[bucket[x]] = alike[bucket[y]] = true;
        }
      }
    }
  }
  std::vector<size_t> rows;
  for (size_t i = 0; i < all.size(); ++i) {
    if (alike[i]) rows.insert(rows.end(), all[i]->second.begin(), all[i]->second.end());
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

}  // namespace topline
