// SPDX-License-Identifier: Apache-2.0
#include "core/measure/wave_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "core/stats/finite_population.h"
#include "core/stats/sample_size.h"

namespace topline {
namespace {

using Score = WaveQuestion::Score;

class Planner {
 public:
  explicit Planner(const WaveQuestion& question)
      : q_(question),
        population_(question.population.value_or(std::numeric_limits<double>::infinity())) {}

  double answers_for_margin(double margin) const {
    return q_.score == Score::nps
               ? stats::n_for_net_score(q_.variance, margin / 100, q_.confidence, population_)
               : stats::n_for_proportion(q_.share, margin / 100, q_.confidence, population_);
  }
  double margin(double answers) const {
    const double n = worth(answers);
    return 100 * (q_.score == Score::nps ? stats::net_score_margin(q_.variance, n, q_.confidence)
                                         : stats::proportion_margin(q_.share, n, q_.confidence));
  }
  double detectable(double answers) const {
    const double n = worth(answers);
    const double before = worth_before(answers);
    return 100 * (q_.score == Score::nps
                      ? stats::detectable_net_score_difference(q_.variance, before, q_.variance, n,
                                                               q_.confidence, q_.power)
                      : stats::detectable_rise(q_.share, before, n, q_.confidence, q_.power));
  }
  double power(double answers, double difference) const {
    const double n = worth(answers);
    const double before = worth_before(answers);
    return q_.score == Score::nps
               ? stats::power_net_scores(q_.variance, before, q_.variance, n, difference / 100,
                                         q_.confidence)
               : stats::power_proportions(q_.share, before, q_.share + difference / 100, n,
                                          q_.confidence);
  }
  /// Of two waves of equal size, drawn from the population anew.
  double answers_for_difference(double difference) const {
    const double n =
        q_.score == Score::nps
            ? stats::n_per_group_net_scores(q_.variance, q_.variance, difference / 100,
                                            q_.confidence, q_.power)
            : stats::n_per_group_proportions(q_.share, q_.share + difference / 100, q_.confidence,
                                             q_.power);
    if (!q_.population) return n;
    return std::ceil(n * (population_ / (n + population_ - 1)));  // finite_population_n, turned round
  }
  std::optional<double> invitations(double answers) const {
    if (!q_.response_rate) return {};
    return std::ceil(answers / *q_.response_rate);
  }

 private:
  // Where everyone answers nothing is left to chance; a number, since formulas divide infinities.
  double worth(double n) const {
    constexpr double kEveryone = 1e15;
    return q_.population ? std::min(stats::finite_population_n(n, population_), kEveryone) : n;
  }
  double worth_before(double answers) const {
    return worth(q_.before == 0 ? answers : static_cast<double>(q_.before));
  }

  const WaveQuestion& q_;
  double population_;
};

Result<void> check(const WaveQuestion& question) {
  const auto bad = [](const char* option, double value, const char* allowed) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return fail(Code::bad_option, {}, {{"option", option}, {"value", text}, {"allowed", allowed}});
  };
  const auto within = [](double value, double low, double high) { return value > low && value < high; };
  if (!within(question.confidence, 0, 1)) return bad("--confidence", question.confidence, "0 < C < 1");
  if (!within(question.power, 0, 1)) return bad("--power", question.power, "0 < P < 1");
  if (!(question.variance > 0 && question.variance <= 1)) {
    return bad("--variance", question.variance, "0 < V <= 1");
  }
  if (!within(question.share, 0, 1)) return bad("--share", 100 * question.share, "0 % < S < 100 %");
  if (question.population && !(*question.population >= 2)) {
    return bad("--population", *question.population, ">= 2");
  }
  if (question.response_rate && !(*question.response_rate > 0 && *question.response_rate <= 1)) {
    return bad("--response-rate", 100 * *question.response_rate, "0 % < R <= 100 %");
  }
  for (double margin : question.margins) {
    if (!within(margin, 0, 100)) return bad("--margin-of-error", margin, "0 < M < 100");
  }
  for (double size : question.sizes) {
    if (!(size >= 2) || (question.population && size > *question.population)) {
      return bad("--answers", size, question.population ? "2 … --population" : ">= 2");
    }
  }
  for (double difference : question.differences) {
    if (!within(difference, 0, 200)) return bad("--difference", difference, "0 < D < 200");
  }
  return {};
}

}  // namespace

Result<WavePlan> plan_wave(WaveQuestion question) {
  if (auto checked = check(question); !checked) return tl::unexpected<Error>(checked.error());
  if (question.margins.empty()) question.margins = {3, 5, 10};
  if (question.differences.empty()) question.differences = {5, 10, 15};
  if (question.sizes.empty()) {
    for (double size : {50, 100, 200, 400, 800, 1600}) {
      if (!question.population || size <= *question.population) question.sizes.push_back(size);
    }
    if (question.sizes.empty()) question.sizes.push_back(std::floor(*question.population));
  }
  WavePlan plan;
  plan.question = std::move(question);
  const Planner planner(plan.question);
  for (double margin : plan.question.margins) {
    const double answers = planner.answers_for_margin(margin);
    plan.margins.push_back({margin, answers, planner.invitations(answers)});
  }
  for (double size : plan.question.sizes) {
    WavePlan::Size row{size, planner.margin(size), planner.detectable(size), {}};
    for (double difference : plan.question.differences) {
      row.powers.push_back(planner.power(size, difference));
    }
    plan.sizes.push_back(std::move(row));
  }
  for (double difference : plan.question.differences) {
    const double answers = planner.answers_for_difference(difference);
    plan.differences.push_back({difference, answers, planner.invitations(answers)});
  }
  return plan;
}

}  // namespace topline
