// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/response.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/measure/suppress.h"
#include "core/rollout/respondents.h"
#include "core/rollout/user_groups.h"
#include "core/stats/contingency.h"
#include "core/stats/multiplicity.h"
#include "core/stats/non_response.h"

namespace topline {
namespace {

using Figures = std::vector<std::pair<std::string, double>>;

std::string to_places(double value, double per_one) {
  return format_number(std::round(value * per_one) / per_one);
}

uint64_t part_named(const Measure& measure, std::string_view name) {
  for (const auto& [part, count] : measure.parts) {
    if (part == name) return count;
  }
  return 0;
}

// All rows of a wave, whatever they answered: of a question whose texts are all kept.
uint64_t rows_of_wave(const Tally& tally, const std::string& wave) {
  uint64_t most = 0;
  const GroupCounts& everyone = tally.groups[0];
  for (size_t q = 0; q < everyone.questions(); ++q) {
    if (!tally.profile.columns[tally.shape.questions[q]].complete()) continue;
    uint64_t rows = 0;
    for (uint32_t c = 0; c < everyone.cells().size(); ++c) {
      if (tally.waves.text(everyone.cells()[c].wave) != wave) continue;
      for (uint32_t code = 0; code < everyone.codes(q); ++code) rows += everyone.at(c, q, code).n;
    }
    most = std::max(most, rows);
  }
  return most;
}

class Response {
 public:
  Response(const Rollout& rollout, const RolloutTable& survey, std::optional<std::string> wave,
           RolloutResults& results)
      : settings_(*rollout.settings), survey_(survey), wave_(std::move(wave)), results_(results) {
    matched_ = match_respondents(rollout, survey, wave_);
    if (matched_ && matched_->answered == 0) {
      results_.find(survey_, Code::no_respondent_on_roster, Severity::warning, 1,
                    {{"name", matched_->id_column}});
      matched_.reset();
    }
  }

  void measure() {
    if (settings_.invited) {
      invited_ = *settings_.invited;
      answered_ = wave_ ? rows_of_wave(*survey_.tally, *wave_) : survey_.tally->used;
    } else if (matched_) {
      invited_ = matched_->people;
      answered_ = matched_->answered;
    } else {
      return;
    }
    if (answered_ > invited_) {
      results_.find(survey_, Code::more_answers_than_invited, Severity::warning, answered_,
                    {{"invited", std::to_string(invited_)}});
      results_.add_absent(MeasureId::response_rate, survey_, "more_answers_than_invited",
                          {{}, wave_});
      invited_ = 0;
      return;
    }
    Measure& measure = add({{}, wave_}, answered_, invited_);
    measure.headline = true;
    measure.method = settings_.invited ? "invited" : "roster";
    const auto at = results_.measures.size() - 1;
    if (!matched_) return;
    Figures figures = split_up();
    if (matched_->outside != 0) {
      figures.emplace_back("outside_roster", static_cast<double>(matched_->outside));
    }
    results_.measures[at].figures = std::move(figures);
  }

  void bound(Measure& score) const {
    const bool net = is_net_score(score.id);
    if (!net && score.id != MeasureId::csat) return;
    if (!score.headline || !score.value || score.suppressed || score.n_effective || !score.n) return;
    if (invited_ == 0 || *score.n > invited_) return;
    const auto n = static_cast<double>(*score.n);
    const double missing = static_cast<double>(invited_) - n;
    const stats::NetCounts counts{static_cast<double>(part_named(score, "detractors")),
                                  static_cast<double>(part_named(score, "passives")),
                                  static_cast<double>(part_named(score, "promoters"))};
    const auto satisfied = static_cast<double>(part_named(score, "satisfied"));
    const stats::Interval bounds = net ? stats::net_score_bounds(counts, missing)
                                       : stats::share_bounds(satisfied, n, missing);
    score.figures.emplace_back("missing", missing);
    score.figures.emplace_back("worst_case_low", 100 * bounds.low);
    score.figures.emplace_back("worst_case_high", 100 * bounds.high);
    for (const TargetChoice& choice : settings_.targets) {
      if (find_measure(fold(choice.measure)) != score.id) continue;
      score.figures.emplace_back("target", choice.target);
      const double threshold = choice.target / 100;
      const auto tips = net ? stats::net_score_tipping_point(counts, missing, threshold)
                            : stats::share_tipping_point(satisfied, n, missing, threshold);
      if (tips) score.figures.emplace_back("tipping_point", 100 * *tips);
      break;
    }
  }

 private:
  Measure& add(Cell cell, uint64_t answered, uint64_t invited) {
    Measure& measure = results_.add(MeasureId::response_rate, survey_, std::move(cell));
    const stats::ResponseRate rate = stats::response_rate(
        static_cast<double>(answered), static_cast<double>(invited), settings_.confidence);
    measure.census = false;
    measure.value = 100 * rate.rate;
    measure.n = invited;
    measure.parts = {{"answered", answered}};
    measure.interval = MeasureInterval{settings_.confidence, 100 * rate.interval.low,
                                       100 * rate.interval.high, "wilson"};
    return measure;
  }

  // The people of a roster are employees, whatever the survey's audience is.
  std::vector<bool> hidden_groups(const Respondents::Split& split) const {
    std::vector<uint64_t> bases = {0};
    Relation whole;
    for (const Respondents::Group& group : split.groups) {
      whole.parts.push_back(static_cast<uint32_t>(bases.size()));
      bases.push_back(group.people);
      bases[0] += group.people;
    }
    return hidden_cells(bases, {whole}, settings_.min_n);
  }

  // By the columns of the roster; hidden groups take no part in the tests, which could give them away.
  Figures split_up() {
    struct Test {
      const Respondents::Split* split;
      std::string groups;
      stats::Contingency found;
    };
    std::vector<Test> tests;
    for (const Respondents::Split& split : matched_->splits) {
      const std::vector<bool> hidden = hidden_groups(split);
      Test test{&split, {}, {}};
      std::vector<double> counts;
      for (size_t g = 0; g < split.groups.size(); ++g) {
        const Respondents::Group& group = split.groups[g];
        Cell cell{{{split.header, group.name}}, wave_};
        if (hidden[g + 1]) {
          add_hidden(results_, MeasureId::response_rate, survey_, std::move(cell));
          continue;
        }
        add(std::move(cell), group.answered, group.people);
        counts.push_back(static_cast<double>(group.answered));
        counts.push_back(static_cast<double>(group.people - group.answered));
        test.groups += (test.groups.empty() ? "" : "; ") + group.name + " " +
                       std::to_string(group.answered) + "/" + std::to_string(group.people);
      }
      test.found = stats::contingency(counts, 2);
      if (std::isfinite(test.found.p)) tests.push_back(std::move(test));
    }
    std::vector<double> p;
    for (const Test& test : tests) p.push_back(test.found.p);
    p = stats::holm(p);
    Figures figures;
    for (size_t i = 0; i < tests.size(); ++i) {
      const Test& test = tests[i];
      const std::string& name = test.split->header;
      figures.emplace_back("chi_squared:" + name, test.found.chi_squared);
      figures.emplace_back("df:" + name, test.found.df);
      figures.emplace_back("p:" + name, p[i]);
      const bool clear = p[i] < 1 - settings_.confidence;
      results_.find(survey_, clear ? Code::response_by_group : Code::response_alike,
                    clear ? Severity::warning : Severity::info, 1,
                    {{"name", name},
                     {"groups", test.groups},
                     {"chi", to_places(test.found.chi_squared, 100)},
                     {"df", format_number(test.found.df)},
                     {"p", p[i] < 0.001 ? "< 0.001" : to_places(p[i], 1000)}});
    }
    return figures;
  }

  const Settings& settings_;
  const RolloutTable& survey_;
  std::optional<std::string> wave_;
  RolloutResults& results_;
  std::optional<Respondents> matched_;
  uint64_t invited_ = 0, answered_ = 0;
};

}  // namespace

void measure_response(const Rollout& rollout, std::vector<Measure>& surveyed,
                      const std::vector<Cell>& cells, RolloutResults& results) {
  for (const RolloutTable* survey : rollout.of(TableKind::survey)) {
    if (survey->plan->summary) continue;
    std::optional<std::string> wave;
    for (const Measure& measure : surveyed) {
      if (measure.table == survey->index && measure.headline) wave = cells[measure.cell].wave;
    }
    Response response(rollout, *survey, std::move(wave), results);
    response.measure();
    for (Measure& measure : surveyed) {
      if (measure.table == survey->index) response.bound(measure);
    }
  }
}

}  // namespace topline
