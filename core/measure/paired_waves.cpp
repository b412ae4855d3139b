// SPDX-License-Identifier: Apache-2.0
#include "core/measure/paired_waves.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/measure/measures.h"
#include "core/measure/scale_answers.h"
#include "core/stats/normal.h"
#include "core/stats/two_means.h"
#include "core/stats/two_net_scores.h"

namespace topline {
namespace {

constexpr double kPower = 0.8;

using Pairs = std::vector<std::pair<double, double>>;  // earlier, later

bool is_of_waves(const Difference& one) {
  return one.against == "previous" || one.against == "first";
}

bool is_mean(MeasureId id) {
  return id == MeasureId::csat_mean || id == MeasureId::ces_mean || id == MeasureId::rating_mean;
}

// What one person answered in one wave; told apart from "twice", of which nothing is taken.
struct Said {
  double score = 0;
  size_t times = 0;
};

class People {
 public:
  People(const FrameRows& rows, uint32_t respondent)
      : rows_(rows), ids_(rows.categories(respondent)) {}

  Pairs pairs(uint32_t column, const std::string& earlier, const std::string& later) {
    const std::vector<double>& scores = scores_of(column);
    std::map<uint32_t, std::pair<Said, Said>> said;
    for (size_t row = 0; row < rows_.size(); ++row) {
      if (ids_[row] == FrameRows::kMissing || std::isnan(scores[row])) continue;
      const bool before = rows_.wave(row) == earlier, after = rows_.wave(row) == later;
      if (!before && !after) continue;
      Said& one = before ? said[ids_[row]].first : said[ids_[row]].second;
      one.score = scores[row];
      ++one.times;
    }
    Pairs found;
    for (const auto& [id, both] : said) {
      if (both.first.times != 1 || both.second.times != 1) continue;
      found.emplace_back(both.first.score, both.second.score);
    }
    return found;
  }

 private:
  const std::vector<double>& scores_of(uint32_t column) {
    const auto [at, is_new] = scores_.try_emplace(column);
    if (is_new) at->second = rows_.scores(column);
    return at->second;
  }

  const FrameRows& rows_;
  std::vector<uint32_t> ids_;
  std::map<uint32_t, std::vector<double>> scores_;
};

struct Paired {
  double value = 0, error = 0, p = 0;
  stats::Interval interval;
};

Paired paired_nets(const Pairs& pairs, double confidence) {
  stats::NetTransitions moved{};
  for (const auto& [before, after] : pairs) {
    const auto from = static_cast<size_t>(net_class(before) + 1);
    const auto to = static_cast<size_t>(net_class(after) + 1);
    ++moved[from][to];
  }
  const auto found = stats::paired_net_score(moved, confidence);
  return {100 * found.difference, 100 * found.standard_error, found.p,
          {100 * found.interval.low, 100 * found.interval.high}};
}

Paired paired_means(const Pairs& pairs, double confidence) {
  std::vector<stats::ValueCount> changes;
  for (const auto& [before, after] : pairs) changes.push_back({after - before, 1});
  const auto found = stats::paired_t(stats::moments(changes), confidence);
  return {found.difference, found.standard_error, found.p, found.interval};
}

void restate(Difference& one, const Paired& paired, size_t pairs, double confidence) {
  const double unpaired = one.value.value_or(std::nan(""));
  one.value = paired.value;
  one.interval.reset();
  one.p.reset();
  one.p_adjusted.reset();
  one.test = "paired-t";
  if (std::isfinite(paired.interval.low) && std::isfinite(paired.interval.high)) {
    one.interval = MeasureInterval{confidence, paired.interval.low, paired.interval.high, "t"};
  }
  if (std::isfinite(paired.p)) one.p = paired.p;
  // They were of different people.
  std::erase_if(one.figures, [](const auto& figure) { return figure.first == "detectable"; });
  std::erase_if(one.notes, [](const std::string& note) {
    return note == "unpaired" || note == "one_of_many" || note == "low_base";
  });
  one.figures.emplace_back("pairs", static_cast<double>(pairs));
  if (std::isfinite(unpaired)) one.figures.emplace_back("unpaired_value", unpaired);
  if (paired.error > 0) {
    const double z = stats::two_sided_z(confidence) + stats::normal_quantile(kPower);
    one.figures.emplace_back("detectable", z * paired.error);
  }
  // Mix and rate part the difference of the waves as they are shown, not this one.
  one.mix_rate.clear();
  one.notes.push_back("paired");
  if (pairs < kLowBase) one.notes.push_back("low_base");
}

}  // namespace

void pair_waves(const FrameRows& rows, const Plan& plan, const Settings& settings,
                TableMeasures& measured) {
  const auto any = std::any_of(measured.differences.begin(), measured.differences.end(), is_of_waves);
  if (!any) return;
  const auto give_up = [&measured](std::string why) {
    measured.findings.push_back({Code::pairs_unknown, Severity::warning, {}, 1, {{"why", std::move(why)}}});
  };
  if (plan.declared.respondent.empty()) return give_up("no_respondent_id");
  if (plan.shape.weight != Shape::kNo) return give_up("weighted");
  if (const std::string why = rows.why_absent(plan.declared.respondent); !why.empty()) {
    return give_up(why);
  }
  People people(rows, plan.declared.respondent[0]);
  const uint64_t least = settings.audience == "customer" ? 2 : std::max<uint64_t>(2, settings.min_n);
  for (Difference& one : measured.differences) {
    const bool net = is_net_score(one.id);
    if (!is_of_waves(one) || !(net || is_mean(one.id))) continue;
    const uint32_t column = one.column - 1;
    if (!rows.why_absent({column}).empty()) continue;
    const Pairs pairs = people.pairs(column, *measured.cells.cells[one.b].wave,
                                     *measured.cells.cells[one.a].wave);
    if (pairs.size() < least) continue;
    // Beside the waves themselves the pairs would tell what the few others answered.
    double others = -2 * static_cast<double>(pairs.size());
    for (const auto& [name, figure] : one.figures) others += name == "n_a" || name == "n_b" ? figure : 0;
    if (is_few(static_cast<uint64_t>(std::max(0.0, others)), settings)) continue;
    restate(one, net ? paired_nets(pairs, settings.confidence) : paired_means(pairs, settings.confidence),
            pairs.size(), settings.confidence);
    // Families of one test each; those of a whole report are judged together later.
    if (settings.compare != "all") judge_family({&one, 1}, settings.confidence);
  }
}

}  // namespace topline
