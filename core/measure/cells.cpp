// SPDX-License-Identifier: Apache-2.0
#include "core/measure/cells.h"

#include <algorithm>
#include <map>

#include "core/base/text.h"
#include "core/profile/answer.h"

namespace topline {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string segment_value(const TokenTable& table, uint32_t code) {
  const std::string_view text = trim(table.text(code));
  return is_missing(text) ? std::string() : std::string(text);
}

struct NaturalLess {
  bool operator()(const std::string& a, const std::string& b) const { return natural_less(a, b); }
  bool operator()(const std::vector<std::string>& a, const std::vector<std::string>& b) const {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), *this);
  }
};

}  // namespace

bool natural_less(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return !a.empty() && b.empty();
  size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      size_t i_end = i, j_end = j;
      while (i < a.size() && a[i] == '0') ++i;
      while (j < b.size() && b[j] == '0') ++j;
      for (i_end = i; i_end < a.size() && is_digit(a[i_end]);) ++i_end;
      for (j_end = j; j_end < b.size() && is_digit(b[j_end]);) ++j_end;
      if (i_end - i != j_end - j) return i_end - i < j_end - j;
      const int order = a.compare(i, i_end - i, b, j, j_end - j);
      if (order != 0) return order < 0;
      i = i_end;
      j = j_end;
    } else {
      if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
      ++i;
      ++j;
    }
  }
  if (a.size() - i != b.size() - j) return a.size() - i < b.size() - j;
  return a < b;  // "01" and "1": told apart by their bytes
}

CellSet make_cells(const Tally& tally) {
  CellSet set;
  const Shape& shape = tally.shape;
  const auto columns_of = groupings(shape);
  const bool waves = shape.wave != Shape::kNo;

  // By grouping: its values and, in each, its waves, in natural order.
  using Waves = std::map<std::string, uint32_t, NaturalLess>;  // wave -> cell
  using Values = std::map<std::vector<std::string>, Waves, NaturalLess>;
  std::vector<Values> all(columns_of.size());
  const auto values_of = [&](size_t g, const GroupCounts::Key& key) {
    std::vector<std::string> values;
    if (!columns_of[g].empty()) {
      values.push_back(segment_value(tally.profile.columns[columns_of[g][0]], key.first));
    }
    if (columns_of[g].size() > 1) {
      values.push_back(segment_value(tally.profile.columns[columns_of[g][1]], key.second));
    }
    return values;
  };
  all[0][{}];
  for (size_t g = 0; g < tally.groups.size(); ++g) {
    for (const GroupCounts::Key& key : tally.groups[g].cells()) {
      Waves& in = all[g][values_of(g, key)];
      if (waves) in[std::string(tally.waves.text(key.wave))];
    }
  }

  std::vector<std::map<std::vector<std::string>, uint32_t, NaturalLess>> whole(all.size());
  for (uint32_t g = 0; g < all.size(); ++g) {
    for (auto& [values, in] : all[g]) {
      whole[g][values] = static_cast<uint32_t>(set.cells.size());
      set.cells.push_back({g, values, std::nullopt});
      for (auto& [wave, cell] : in) {
        cell = static_cast<uint32_t>(set.cells.size());
        set.cells.push_back({g, values, wave});
      }
    }
  }
  for (const auto& [wave, cell] : all[0][{}]) {
    if (!wave.empty()) set.waves.push_back(wave);
  }

  set.targets.resize(tally.groups.size());
  for (size_t g = 0; g < tally.groups.size(); ++g) {
    for (const GroupCounts::Key& key : tally.groups[g].cells()) {
      const auto values = values_of(g, key);
      const uint32_t total = whole[g][values];
      const uint32_t part = waves ? all[g][values][std::string(tally.waves.text(key.wave))] : total;
      set.targets[g].push_back({part, total});
    }
  }

  // total = parts: over waves, over a grouping's values, over a crossing's rows and columns.
  const auto relate = [&](uint32_t total, std::vector<uint32_t> parts) {
    if (!parts.empty()) set.relations.push_back({total, std::move(parts)});
  };
  for (size_t g = 0; g < all.size(); ++g) {
    for (const auto& [values, in] : all[g]) {
      std::vector<uint32_t> parts;
      for (const auto& [wave, cell] : in) parts.push_back(cell);
      relate(whole[g][values], parts);
    }
  }
  const auto relate_groups = [&](size_t total_g, const std::vector<std::string>& total_values,
                                 size_t g, auto&& belongs) {
    std::vector<uint32_t> parts;
    std::map<std::string, std::vector<uint32_t>> parts_in;
    for (const auto& [values, in] : all[g]) {
      if (!belongs(values)) continue;
      parts.push_back(whole[g][values]);
      for (const auto& [wave, cell] : in) parts_in[wave].push_back(cell);
    }
    relate(whole[total_g][total_values], parts);
    for (const auto& [wave, cell] : all[total_g][total_values]) relate(cell, parts_in[wave]);
  };
  for (size_t g = 1; g < all.size(); ++g) {
    relate_groups(0, {}, g, [](const auto&) { return true; });
    if (columns_of[g].size() != 2) continue;
    for (size_t by = 1; by < all.size(); ++by) {
      if (columns_of[by].size() != 1) continue;
      for (size_t side = 0; side < 2; ++side) {
        if (columns_of[by][0] != columns_of[g][side]) continue;
        for (const auto& group : all[by]) {
          relate_groups(by, group.first, g,
                        [&](const auto& cross) { return cross[side] == group.first[0]; });
        }
      }
    }
  }
  return set;
}

}  // namespace topline
