// SPDX-License-Identifier: Apache-2.0
#include "core/measure/wave_changes.h"

#include <algorithm>

namespace topline {

std::vector<WavePair> wave_pairs(const ComparedQuestion& question, const ComparisonCells& cells,
                                 CompareScope scope) {
  std::vector<size_t> asked;  // waves with answers
  for (size_t wave = 0; wave < cells.waves.size(); ++wave) {
    if (question.n(cells.waves[wave]) > 0) asked.push_back(wave);
  }
  std::vector<WavePair> pairs;
  for (size_t i = 1; i < asked.size() && scope != CompareScope::none; ++i) {
    const bool headline = asked[i] == cells.headline;
    if (!headline && scope != CompareScope::all) continue;
    pairs.push_back({asked[i], asked[i - 1], "previous"});
    if (headline && i > 1) pairs.push_back({asked[i], asked[0], "first"});
  }
  return pairs;
}

std::optional<Difference> compare_waves(const ComparedQuestion& question,
                                        const ComparedFigure& figure, const ComparisonCells& cells,
                                        const WavePair& pair, const ComparisonLevel& level,
                                        uint64_t design_n, bool may_repeat) {
  const uint32_t later = cells.waves[pair.later], earlier = cells.waves[pair.earlier];
  if (!question.shown(later) || !question.shown(earlier)) return std::nullopt;
  CodedAnswers coded;
  question.code(figure, later, coded);
  const ComparedGroup a = compared_group(figure.kind, coded, design_n);
  question.code(figure, earlier, coded);
  const ComparedGroup b = compared_group(figure.kind, coded, design_n);
  if (!a.usable() || !b.usable()) return std::nullopt;
  Difference one{figure.id};
  one.column = question.column() + 1;
  one.option = figure.option;
  one.against = pair.against;
  one.a = later;
  one.b = earlier;
  compare_groups(figure.kind, a, b, level, one);
  if (may_repeat) one.notes.push_back("unpaired");
  return one;
}

}  // namespace topline
