// SPDX-License-Identifier: Apache-2.0
#include "core/measure/alike.h"

#include <algorithm>
#include <string>

#include "core/measure/measures.h"
#include "core/measure/scale_answers.h"

namespace topline {
namespace {

constexpr double kMostShare = 90;
constexpr double kLeastShare = 10;
constexpr double kMostNet = 80;  // nine promoters and a detractor
constexpr double kLeastNet = 10;

uint64_t slack_of(uint64_t n) { return n >= kAlikeSlackFrom ? 1 : 0; }

// How a score is published: the number of its class among those of one measure.
struct Classes {
  enum class By : uint8_t { net, box, middle } by = By::net;
  int edge = 0;

  uint32_t of(double score) const {
    switch (by) {
      case By::net:
        return static_cast<uint32_t>(net_class(score) + 1);
      case By::box:
        return score >= edge ? 1 : 0;
      default:
        return score > edge ? 2 : score < edge ? 0 : 1;
    }
  }
};

std::vector<Classes> classes_of(const ColumnPlan& column, bool favourable) {
  using By = Classes::By;
  std::vector<Classes> found;
  if (is_net_score(column.role)) found.push_back({By::net});
  if (!column.scale) return found;
  const bool csat = column.role == Role::csat;
  const auto box = csat                         ? top_box(*column.scale)
                   : column.role == Role::ces ? easy_box(*column.scale)
                                                : std::nullopt;
  if (box) found.push_back({By::box, box->low});
  if (favourable && (csat || column.role == Role::rating)) {
    if (const auto middle = middle_of(*column.scale)) found.push_back({By::middle, *middle});
  }
  return found;
}

}  // namespace

AlikeAnswers::AlikeAnswers(const std::vector<Answers>& answers) : cells_(answers.size()) {
  std::map<double, uint32_t> known;
  for (size_t c = 0; c < answers.size(); ++c) {
    cells_[c].n = answers[c].n;
    for (const stats::WeightedValue& score : answers[c].scores) {
      const auto next = static_cast<uint32_t>(known.size());
      cells_[c].people[{0, known.emplace(score.value, next).first->second}] = score.n;
    }
  }
}

AlikeAnswers::AlikeAnswers(const std::vector<Answers>& answers, const ColumnPlan& column,
                           bool favourable) {
  const std::vector<Classes> classes = classes_of(column, favourable);
  if (column.role != Role::choice && classes.empty()) {
    *this = AlikeAnswers(answers);
    return;
  }
  several_ = !column.option_mark.empty();
  cells_.resize(answers.size());
  std::map<std::string, uint32_t> options;
  for (size_t c = 0; c < answers.size(); ++c) {
    cells_[c].n = answers[c].n;
    People& people = cells_[c].people;
    for (uint32_t m = 0; m < classes.size(); ++m) {
      for (const stats::WeightedValue& score : answers[c].scores) {
        people[{m, classes[m].of(score.value)}] += score.n;
      }
    }
    for (const Answers::Option& option : answers[c].options) {
      const auto next = static_cast<uint32_t>(options.size());
      people[{0, options.emplace(option.text, next).first->second}] += option.n;
    }
  }
}

AlikeAnswers::Cell AlikeAnswers::sum_of(const std::vector<uint32_t>& cells) const {
  Cell sum;
  for (uint32_t cell : cells) {
    sum.n += cells_[cell].n;
    for (const auto& [answer, n] : cells_[cell].people) sum.people[answer] += n;
  }
  return sum;
}

bool AlikeAnswers::alike(const std::vector<uint32_t>& cells) const {
  if (cells_.empty()) return false;
  const Cell sum = sum_of(cells);
  if (sum.n == 0) return false;
  const uint64_t nearly_all = sum.n - slack_of(sum.n);
  return std::any_of(sum.people.begin(), sum.people.end(),
                     [&](const auto& answer) { return answer.second >= nearly_all; });
}

std::vector<AnswerCounts> AlikeAnswers::counts() const {
  std::vector<AnswerCounts> counts;
  if (several_) return counts;
  std::map<uint32_t, std::map<uint32_t, size_t>> kinds;  // measure → answer → its number
  for (const Cell& cell : cells_) {
    for (const auto& [key, n] : cell.people) {
      auto& of = kinds[key.measure];
      of.emplace(key.answer, std::min(of.size(), kMostKinds - 1));
    }
  }
  for (const auto& [measure, answers] : kinds) {
    const size_t width = std::min(answers.size(), kMostKinds);
    AnswerCounts& one = counts.emplace_back(cells_.size(), std::vector<uint64_t>(width));
    for (size_t c = 0; c < cells_.size(); ++c) {
      for (const auto& [key, n] : cells_[c].people) {
        if (key.measure == measure) one[c][answers.at(key.answer)] += n;
      }
    }
  }
  return counts;
}

std::optional<MeasureBound> bound_of(const Measure& measure) {
  if (!measure.n || !measure.value || *measure.n < kAlikeSlackFrom || measure.parts.empty()) {
    return std::nullopt;
  }
  const uint64_t nearly_all = *measure.n - slack_of(*measure.n);
  const double value = *measure.value;
  const auto bound = [](std::optional<double> low, std::optional<double> high, bool holds) {
    return holds ? std::optional<MeasureBound>({low, high}) : std::nullopt;
  };
  if (is_net_score(measure.id)) {
    if (measure.parts[0].second >= nearly_all) return bound({}, -kMostNet, value <= -kMostNet);
    if (measure.parts[2].second >= nearly_all) return bound(kMostNet, {}, value >= kMostNet);
    if (measure.parts[1].second < nearly_all) return std::nullopt;
    return bound(-kLeastNet, kLeastNet, value >= -kLeastNet && value <= kLeastNet);
  }
  if (measure_info(measure.id).unit != "%") return std::nullopt;
  const uint64_t inside = measure.parts[0].second;
  if (inside >= nearly_all) return bound(kMostShare, {}, value >= kMostShare);
  if (*measure.n - inside >= nearly_all) return bound({}, kLeastShare, value <= kLeastShare);
  return std::nullopt;
}

}  // namespace topline
