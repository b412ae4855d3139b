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
#include "core/stats/paired_proportions.h"
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

bool is_share(MeasureId id) {
  return id == MeasureId::csat || id == MeasureId::ces || id == MeasureId::share;
}

// What one person answered in one wave; told apart from "twice", of which nothing is taken.
struct Said {
  double score = 0;
  size_t times = 0;
};

class People {
 public:
  People(const FrameRows& rows, const Plan& plan, uint32_t respondent)
      : rows_(rows), plan_(plan), ids_(rows.categories(respondent)) {}

  /// The scores of a net score or mean; of a share 1 for who is in it and 0 for the others.
  Pairs pairs(const Difference& one, const std::string& earlier, const std::string& later) {
    const uint32_t column = one.column - 1;
    const std::vector<double> scores = !one.option.empty() ? chosen(column, one.option)
                                       : is_share(one.id)  ? boxed(column, one.id)
                                                           : scores_of(column);
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

  std::vector<double> chosen(uint32_t column, const std::string& option) const {
    std::vector<std::string> names;
    const std::vector<uint32_t> answers = rows_.categories(column, &names);
    std::vector<double> values(answers.size(), std::nan(""));
    for (size_t row = 0; row < answers.size(); ++row) {
      if (answers[row] != FrameRows::kMissing) values[row] = names[answers[row]] == option;
    }
    return values;
  }
  std::vector<double> boxed(uint32_t column, MeasureId id) {
    const Scale& scale = *plan_.columns[column].scale;
    const double low = (id == MeasureId::ces ? easy_box(scale) : top_box(scale))->low;
    std::vector<double> values = scores_of(column);
    for (double& value : values) {
      if (!std::isnan(value)) value = value >= low;
    }
    return values;
  }

  const FrameRows& rows_;
  const Plan& plan_;
  std::vector<uint32_t> ids_;
  std::map<uint32_t, std::vector<double>> scores_;
};

struct Paired {
  double value = 0, error = 0, p = 0;
  stats::Interval interval;
  const char* test = "paired-t";
  const char* method = "t";
};

stats::Interval in_percent(const stats::Interval& share) {
  return {100 * share.low, 100 * share.high};
}

Paired paired_nets(const Pairs& pairs, double confidence) {
  stats::NetTransitions moved{};
  for (const auto& [before, after] : pairs) {
    const auto from = static_cast<size_t>(net_class(before) + 1);
    const auto to = static_cast<size_t>(net_class(after) + 1);
    ++moved[from][to];
  }
  const auto found = stats::paired_net_score(moved, confidence);
  return {100 * found.difference, 100 * found.standard_error, found.p,
          in_percent(found.interval)};
}

Paired paired_shares(const Pairs& pairs, double confidence) {
  uint64_t came = 0, left = 0;
  for (const auto& [before, after] : pairs) {
    came += before < after;
    left += before > after;
  }
  const auto found = stats::paired_proportions(came, left, pairs.size(), confidence);
  return {100 * found.difference, 100 * found.standard_error, found.p, in_percent(found.interval),
          found.exact ? "mcnemar-exact" : "mcnemar", "score"};
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
  one.test = paired.test;
  if (std::isfinite(paired.interval.low) && std::isfinite(paired.interval.high)) {
    one.interval = MeasureInterval{confidence, paired.interval.low, paired.interval.high,
                                   paired.method};
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
  People people(rows, plan, plan.declared.respondent[0]);
  const uint64_t least = settings.audience == "customer" ? 2 : std::max<uint64_t>(2, settings.min_n);
  for (Difference& one : measured.differences) {
    const bool net = is_net_score(one.id);
    if (!is_of_waves(one) || !(net || is_share(one.id) || is_mean(one.id))) continue;
    if (!rows.why_absent({one.column - 1}).empty()) continue;
    const Pairs pairs = people.pairs(one, *measured.cells.cells[one.b].wave,
                                     *measured.cells.cells[one.a].wave);
    if (pairs.size() < least) continue;
    // Beside the waves themselves the pairs would tell what the few others answered.
    double others = -2 * static_cast<double>(pairs.size());
    for (const auto& [name, figure] : one.figures) others += name == "n_a" || name == "n_b" ? figure : 0;
    if (is_few(static_cast<uint64_t>(std::max(0.0, others)), settings)) continue;
    const auto pair = net ? paired_nets : is_share(one.id) ? paired_shares : paired_means;
    restate(one, pair(pairs, settings.confidence), pairs.size(), settings.confidence);
    // Families of one test each; those of a whole report are judged together later.
    if (settings.compare != "all") judge_family({&one, 1}, settings.confidence);
  }
}

}  // namespace topline
