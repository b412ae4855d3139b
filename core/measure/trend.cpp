// SPDX-License-Identifier: Apache-2.0
#include "core/measure/trend.h"

#include <cmath>

#include "core/measure/two_groups.h"
#include "core/stats/control_chart.h"

namespace topline {

std::optional<Trend> trend_of(const ComparedQuestion& question, const ComparedFigure& figure,
                              const ComparisonCells& cells, uint64_t design_n, bool weighted) {
  if (figure.kind == ComparedFigure::Kind::mean ||
      cells.waves.size() < stats::kLeastWavesForLimits) {
    return std::nullopt;
  }
  std::vector<stats::NetCounts> nets;
  std::vector<stats::HitCounts> hits;
  CodedAnswers coded;
  for (uint32_t wave : cells.waves) {
    ComparedGroup group;
    if (question.shown(wave)) {
      question.code(figure, wave, coded);
      group = compared_group(figure.kind, coded, design_n);
    }
    nets.push_back(group.net);
    hits.push_back(group.hits);
  }
  const stats::ControlChart chart = figure.kind == ComparedFigure::Kind::net
                                        ? stats::net_score_chart(nets)
                                        : stats::p_chart(hits);
  if (!chart.has_limits) return std::nullopt;
  Trend trend{figure.id};
  trend.column = question.column() + 1;
  trend.option = figure.option;
  trend.centre = figure.factor() * chart.centre;
  if (weighted) trend.notes.push_back("weighted");
  for (size_t i = 0; i < cells.waves.size(); ++i) {
    const stats::ControlPoint& from = chart.points[i];
    Trend::Point point;
    point.cell = cells.waves[i];
    if (!std::isnan(from.value)) {
      point.value = figure.factor() * from.value;
      point.low = figure.factor() * from.limits.low;
      point.high = figure.factor() * from.limits.high;
      point.out = from.out;
    }
    trend.points.push_back(std::move(point));
  }
  return trend;
}

}  // namespace topline
