// SPDX-License-Identifier: Apache-2.0
#include "core/measure/mix_rate.h"

#include <cmath>

#include "core/stats/mix_and_rate.h"

namespace topline {
namespace {

struct BaseAndMean {
  double base = 0;
  double mean = 0;
};

BaseAndMean summed(const CodedAnswers& coded, double factor) {
  BaseAndMean sum;
  for (const stats::WeightedValue& value : coded) {
    sum.base += value.sum_w;
    sum.mean += value.sum_w * value.value;
  }
  if (sum.base > 0) sum.mean *= factor / sum.base;
  return sum;
}

}  // namespace

std::optional<MixRate> mix_and_rate_of(const ComparedQuestion& question,
                                       const ComparedFigure& figure, const ComparisonCells& cells,
                                       const ComparisonCells::Split& split, size_t before,
                                       size_t after) {
  if (!question.shown(cells.waves[before]) || !question.shown(cells.waves[after])) {
    return std::nullopt;
  }
  std::vector<stats::SegmentChange> segments;
  CodedAnswers left_before, left_after, coded;
  question.code(figure, cells.waves[before], left_before);
  question.code(figure, cells.waves[after], left_after);
  const auto hidden = [&](uint32_t cell) {
    return cell != ComparisonCells::kNone && question.hidden(cell);
  };
  for (const std::vector<uint32_t>& by_wave : split.cells) {
    const uint32_t was = by_wave[before], is = by_wave[after];
    if (hidden(was) || hidden(is)) continue;
    const auto read = [&](uint32_t cell, CodedAnswers& left) {
      if (cell == ComparisonCells::kNone) return BaseAndMean{};
      question.code(figure, cell, coded);
      take_out(left, coded);
      return summed(coded, figure.factor());
    };
    const BaseAndMean x0 = read(was, left_before), x1 = read(is, left_after);
    if (x0.base > 0 || x1.base > 0) segments.push_back({x0.base, x0.mean, x1.base, x1.mean});
  }
  const BaseAndMean rest0 = summed(left_before, figure.factor());
  const BaseAndMean rest1 = summed(left_after, figure.factor());
  if (rest0.base > 0 || rest1.base > 0) {
    segments.push_back({rest0.base, rest0.mean, rest1.base, rest1.mean});
  }
  if (segments.size() < 2) return std::nullopt;
  const stats::MixAndRate sums = stats::mix_and_rate(segments);
  if (!std::isfinite(sums.mix) || !std::isfinite(sums.rate)) return std::nullopt;
  return MixRate{{}, sums.mix, sums.rate};
}

}  // namespace topline
