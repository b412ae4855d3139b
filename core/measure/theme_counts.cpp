// SPDX-License-Identifier: Apache-2.0
#include "core/measure/theme_counts.h"

#include "core/measure/suppress.h"

namespace topline {
namespace {

constexpr uint32_t kAll = kCommentGroups;          // behind the groups stands their sum
constexpr uint32_t kRow = kCommentGroups + 1;      // cells of one row: the groups and their sum

Relation sum_of(uint32_t row) {
  Relation relation{row + kAll, {}};
  for (uint32_t g = 0; g < kCommentGroups; ++g) relation.parts.push_back(row + g);
  return relation;
}

// Rows of cells: everyone, then with and without each theme.
struct Cells {
  std::vector<uint64_t> bases;
  std::vector<Relation> relations;
};

Cells lay_out(const std::vector<std::array<uint64_t, kCommentGroups>>& with,
              const std::array<uint64_t, kCommentGroups>& people) {
  Cells cells;
  const auto add = [&](const std::array<uint64_t, kCommentGroups>& counts) {
    cells.relations.push_back(sum_of(static_cast<uint32_t>(cells.bases.size())));
    uint64_t sum = 0;
    for (uint64_t count : counts) {
      cells.bases.push_back(count);
      sum += count;
    }
    cells.bases.push_back(sum);
  };
  add(people);
  for (const auto& counts : with) {
    auto without = people;
    for (size_t g = 0; g < kCommentGroups; ++g) without[g] -= counts[g];
    const auto row = static_cast<uint32_t>(cells.bases.size());
    add(counts);
    add(without);
    for (uint32_t g = 0; g < kRow; ++g) cells.relations.push_back({g, {row + g, row + kRow + g}});
  }
  return cells;
}

}  // namespace

ThemeCounts count_themes(const std::vector<Comment>& comments, const std::vector<ThemeChoice>& themes,
                         bool scored, uint32_t min_n) {
  const Codebook codebook(themes);
  std::vector<std::array<uint64_t, kCommentGroups>> with(themes.size());
  std::array<uint64_t, kCommentGroups> people = {};
  for (const Comment& comment : comments) {
    const std::vector<bool> found = codebook.themes_of(comment.text);
    for (size_t g = 0; g < kCommentGroups; ++g) {
      people[g] += comment.people[g];
      for (size_t t = 0; t < themes.size(); ++t) {
        if (found[t]) with[t][g] += comment.people[g];
      }
    }
  }
  ThemeCounts counts;
  constexpr auto kUnscored = static_cast<size_t>(CommentGroup::unscored);
  if (scored && people[kUnscored] != 0 && people[kUnscored] < min_n) {
    counts.scored_only = true;
    people[kUnscored] = 0;
    for (auto& theme : with) theme[kUnscored] = 0;
  }
  const Cells cells = lay_out(with, people);
  const std::vector<bool> hidden = hidden_cells(cells.bases, cells.relations, min_n);
  const auto shown = [&](size_t cell) {
    return hidden[cell] ? std::nullopt : std::optional<uint64_t>(cells.bases[cell]);
  };
  counts.base = shown(kAll);
  for (size_t g = 0; g < counts.groups.size() && scored; ++g) counts.groups[g] = shown(g);
  for (size_t t = 0; t < themes.size(); ++t) {
    const size_t row = kRow * (1 + 2 * t);
    ThemeCount theme{themes[t].name, {}, {}};
    // A theme of everybody tells what each of them wrote of.
    if (min_n > 1 && cells.bases[row + kAll] == cells.bases[kAll]) {
      counts.themes.push_back(std::move(theme));
      continue;
    }
    // Without its base a count would stand for itself only.
    if (counts.base) theme.n = shown(row + kAll);
    for (size_t g = 0; g < theme.groups.size() && scored; ++g) {
      if (counts.groups[g]) theme.groups[g] = shown(row + g);
    }
    counts.themes.push_back(std::move(theme));
  }
  return counts;
}

}  // namespace topline
