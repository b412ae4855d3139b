// SPDX-License-Identifier: Apache-2.0
#include "core/measure/comparison_cells.h"

#include <algorithm>
#include <map>

namespace topline {

CompareScope compare_scope(const std::string& name) {
  return name == "none"  ? CompareScope::none
         : name == "all" ? CompareScope::all
                         : CompareScope::headline;
}

ComparisonCells make_comparison_cells(const CellSet& set,
                                      const std::vector<std::vector<uint32_t>>& columns_of,
                                      const std::string& headline_wave, CompareScope scope) {
  ComparisonCells out;
  std::map<std::string, uint32_t> everyone;  // wave -> its cell
  std::map<std::string, size_t> wave_at;     // wave -> index into out.waves
  uint32_t whole = 0;
  for (uint32_t c = 0; c < set.cells.size(); ++c) {
    const PeopleCell& cell = set.cells[c];
    if (cell.grouping != 0) continue;
    if (!cell.wave) {
      whole = c;
      continue;
    }
    everyone[*cell.wave] = c;
    if (cell.wave->empty()) continue;
    if (*cell.wave == headline_wave) out.headline = out.waves.size();
    wave_at[*cell.wave] = out.waves.size();
    out.waves.push_back(c);
  }

  // Cells stand grouping by grouping, value by value, all waves before each wave.
  std::map<std::pair<uint32_t, std::string>, size_t> family_at;  // by grouping and wave; all: ""
  for (uint32_t c = 0; c < set.cells.size(); ++c) {
    const PeopleCell& cell = set.cells[c];
    if (cell.grouping == 0) continue;
    if (columns_of[cell.grouping].size() == 1) {
      if (out.splits.empty() || out.splits.back().grouping != cell.grouping) {
        out.splits.push_back({cell.grouping, {}});
      }
      auto& cells = out.splits.back().cells;
      if (!cell.wave) cells.emplace_back(out.waves.size(), ComparisonCells::kNone);
      if (cell.wave && !cell.wave->empty()) cells.back()[wave_at[*cell.wave]] = c;
    }
    const bool current = headline_wave.empty() ? !cell.wave : cell.wave == headline_wave;
    if (scope == CompareScope::none || (scope == CompareScope::headline && !current)) continue;
    if (cell.wave && cell.wave->empty()) continue;
    const auto [at, is_new] =
        family_at.try_emplace({cell.grouping, cell.wave.value_or("")}, out.families.size());
    if (is_new) {
      out.families.push_back({cell.grouping, cell.wave ? everyone[*cell.wave] : whole, {}, {}});
    }
    const bool blank = std::any_of(cell.values.begin(), cell.values.end(),
                                   [](const std::string& value) { return value.empty(); });
    auto& family = out.families[at->second];
    (blank ? family.blanks : family.segments).push_back(c);
  }
  return out;
}

}  // namespace topline
