// SPDX-License-Identifier: Apache-2.0
#include "core/stats/vendor_score.h"

#include <algorithm>
#include <cmath>

namespace topline::stats {
namespace {

// A lead that is only rounding is none.
bool ahead(double lead, double size) { return lead > 0x1p-46 * size; }

}  // namespace

std::optional<Scorecard> scorecard(std::span<const double> weights, std::span<const double> marks) {
  const size_t criteria = weights.size();
  if (criteria == 0 || marks.empty() || marks.size() % criteria != 0) return std::nullopt;
  double total = 0;
  for (const double weight : weights) {
    if (!(weight >= 0)) return std::nullopt;
    total += weight;
  }
  if (!(total > 0) || !std::isfinite(total)) return std::nullopt;
  Scorecard card;
  for (const double weight : weights) card.weights.push_back(weight / total);
  double best = -HUGE_VAL, size = 0;
  for (size_t row = 0; row < marks.size(); row += criteria) {
    double score = 0;
    for (size_t c = 0; c < criteria; ++c) {
      if (!std::isfinite(marks[row + c])) return std::nullopt;
      score += card.weights[c] * marks[row + c];
      size = std::max(size, std::abs(marks[row + c]));
    }
    card.scores.push_back(score);
    best = std::max(best, score);
  }
  for (size_t v = 0; v < card.scores.size(); ++v) {
    if (!ahead(best - card.scores[v], size)) card.winners.push_back(v);
  }
  return card;
}

std::optional<std::vector<WeightSensitivity>> weight_sensitivity(std::span<const double> weights,
                                                                 std::span<const double> marks) {
  const std::optional<Scorecard> card = scorecard(weights, marks);
  if (!card || card->winners.size() != 1) return std::nullopt;
  const size_t criteria = weights.size(), winner = card->winners[0];
  std::vector<WeightSensitivity> result;
  for (size_t c = 0; c < criteria; ++c) {
    WeightSensitivity sensitivity;
    const double weight = sensitivity.weight = card->weights[c];
    double others = 0;
    for (size_t i = 0; i < criteria; ++i) others += i == c ? 0.0 : card->weights[i];
    for (size_t v = 0; v < card->scores.size() && others > 0; ++v) {
      // The challenger's lead is a straight line in the weight, from `at_none` to `at_all`.
      double at_none = 0, size = 0;
      for (size_t i = 0; i < criteria; ++i) {
        const double mark = marks[v * criteria + i], winners = marks[winner * criteria + i];
        if (i != c) at_none += card->weights[i] / others * (mark - winners);
        size = std::max({size, std::abs(mark), std::abs(winners)});
      }
      const double at_all = marks[v * criteria + c] - marks[winner * criteria + c];
      const double level = at_none / (at_none - at_all);
      if (ahead(at_none, size)) {
        auto& change = sensitivity.lower;
        if (weight > 0 && (!change || level > change->weight)) change = WinnerChange{level, v};
      }
      if (ahead(at_all, size)) {
        auto& change = sensitivity.higher;
        if (!change || level < change->weight) change = WinnerChange{level, v};
      }
    }
    result.push_back(sensitivity);
  }
  return result;
}

}  // namespace topline::stats
