// SPDX-License-Identifier: Apache-2.0

// Binder (1983), International Statistical Review 51; Deville & Särndal (1992), JASA 87.

#include "core/measure/design_measures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "core/base/text.h"
#include "core/measure/measures.h"
#include "core/measure/scale_answers.h"
#include "core/measure/scale_measures.h"
#include "core/measure/survey_sample.h"
#include "core/profile/answer.h"
#include "core/profile/multi_choice.h"
#include "core/stats/mean.h"
#include "core/stats/proportion.h"

namespace topline {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

double share_of(double score, int low) { return std::isnan(score) ? kNan : score >= low; }

// What a measure averages, per row of the frame; empty where it is none that is restated.
std::vector<double> averaged(const FrameRows& rows, const Plan& plan, const Measure& measure) {
  if (measure.column == 0) {
    for (const Declared::Scale& scale : plan.declared.scales) {
      if (scale.kind != "alpha" && scale.name == measure.option) return usability_scores(rows, scale);
    }
    return {};
  }
  const uint32_t index = measure.column - 1;
  const ColumnPlan& column = plan.columns[index];
  if (measure.id == MeasureId::share) {
    return rows.values(index, [&](std::string_view text) {
      if (read_answer(text, column).kind != Answer::Kind::score) return kNan;
      if (column.option_mark.empty()) return trim(text) == measure.option ? 1.0 : 0.0;
      const auto options = split_options(text, column.option_mark);
      return std::find(options.begin(), options.end(), measure.option) != options.end() ? 1.0 : 0.0;
    });
  }
  if (!column.scale) return {};
  std::vector<double> values = rows.scores(index);
  const auto each = [&](auto change) {
    for (double& value : values) value = change(value);
    return values;
  };
  switch (measure.id) {
    case MeasureId::nps:
    case MeasureId::enps:
      return each([](double v) { return std::isnan(v) ? kNan : net_class(v); });
    case MeasureId::csat:
      return each([&](double v) { return share_of(v, top_box(*column.scale)->low); });
    case MeasureId::ces:
      return each([&](double v) { return share_of(v, easy_box(*column.scale)->low); });
    case MeasureId::favourable:
      return each([&](double v) { return share_of(v, *middle_of(*column.scale) + 1); });
    case MeasureId::csat_mean:
    case MeasureId::ces_mean:
    case MeasureId::rating_mean:
      return values;
    default:
      return {};
  }
}

// The weights of each NPS class among the domain's answers.
stats::NetCounts class_weights(const SurveySample& sample, const std::vector<double>& values,
                               const std::vector<bool>& in_domain) {
  stats::NetCounts counts;
  for (size_t i = 0; i < values.size(); ++i) {
    if (!in_domain[i] || std::isnan(values[i])) continue;
    const double weight = sample.weights()[i];
    (values[i] > 0 ? counts.promoters : values[i] < 0 ? counts.detractors : counts.passives) += weight;
  }
  return counts;
}

double kish_n(const SurveySample& sample, const std::vector<double>& values,
              const std::vector<bool>& in_domain) {
  double sum = 0, squares = 0;
  for (size_t i = 0; i < values.size(); ++i) {
    if (!in_domain[i] || std::isnan(values[i])) continue;
    sum += sample.weights()[i];
    squares += sample.weights()[i] * sample.weights()[i];
  }
  return sum / (squares / sum);
}

void forget_interval(Measure& measure, const std::string& note) {
  measure.interval.reset();
  measure.se.reset();
  measure.n_effective.reset();
  measure.notes.push_back(note);
}

// Rather none than a value that the design has not been applied to.
void make_absent(Measure& measure, const std::string& why) {
  measure.value.reset();
  measure.figures.clear();
  measure.interval.reset();
  measure.se.reset();
  measure.n_effective.reset();
  measure.why = why;
}

class Restater {
 public:
  Restater(const FrameRows& rows, const Plan& plan, const CellSet& cells,
           const MeasureContext& context, std::vector<Finding>& findings)
      : rows_(rows), plan_(plan), cells_(cells), context_(context), findings_(findings) {}

  Result<void> restate(Measure& measure) {
    const std::vector<double> all = averaged(rows_, plan_, measure);
    if (all.empty()) return {};
    measure.weighed.clear();
    const PeopleCell& cell = cells_.cells[measure.cell];
    auto sample = sample_of(cell.wave);
    if (!sample && cell.wave) {  // a small wave may lack a category that all waves together have
      make_absent(measure, "not_calibrated");
      return {};
    }
    if (!sample) return tl::unexpected<Error>(sample.error());
    const std::vector<bool> members = rows_.members(cell);
    std::vector<double> values;
    std::vector<bool> in_domain;
    for (size_t row : (*sample)->rows()) {
      values.push_back(all[row]);
      in_domain.push_back(members[row]);
    }
    state(measure, **sample, values, in_domain);
    return {};
  }

 private:
  Result<const SurveySample*> sample_of(const std::optional<std::string>& wave) {
    const auto known = samples_.find(wave);
    if (known != samples_.end()) return &known->second;
    std::vector<size_t> rows;
    for (size_t row = 0; row < rows_.size(); ++row) {
      if (!wave || rows_.wave(row) == *wave) rows.push_back(row);
    }
    auto made = SurveySample::make(rows_, plan_, std::move(rows));
    if (!made) return tl::unexpected<Error>(made.error());
    return &samples_.emplace(wave, std::move(*made)).first->second;
  }

  void state(Measure& measure, const SurveySample& sample, const std::vector<double>& values,
             const std::vector<bool>& in_domain) {
    const stats::DesignMean mean = sample.mean(values, in_domain);
    const bool percent = is_net_score(measure.id) || measure_info(measure.id).unit == "%";
    const double unit = percent ? 100 : 1;
    measure.notes.push_back(sample.calibrated() ? "calibrated" : "by_design");
    if (mean.problem == stats::DesignProblem::no_answers) return;
    measure.value = unit * mean.mean;
    measure.figures.emplace_back("kish_n", kish_n(sample, values, in_domain));
    if (mean.problem != stats::DesignProblem::none) {
      say_strata(mean, sample);
      return forget_interval(measure, "lonely_psu");
    }
    if (std::isfinite(mean.design_effect)) {
      measure.figures.emplace_back("design_effect", mean.design_effect);
    }
    measure.se = unit * mean.standard_error;
    if (!std::isfinite(mean.effective_n)) {  // the whole population was asked
      measure.interval.reset();
      measure.n_effective.reset();
      measure.census = true;
      return;
    }
    double n = mean.effective_n;
    measure.n_effective = n;
    MeasureContext context = context_;
    const bool pooled = !cells_.cells[measure.cell].wave && !cells_.waves.empty();
    const auto all = std::count_if(values.begin(), values.end(), [](double v) { return !std::isnan(v); });
    // The column of --fpc is in the error already; a roster is of one wave.
    if (!plan_.declared.fpc.empty() || pooled || static_cast<double>(all) > context.population) {
      context.population = 0;
    }
    if (cells_.cells[measure.cell].grouping != 0) context.population_answers = static_cast<double>(all);
    measure.notes.erase(std::remove(measure.notes.begin(), measure.notes.end(), "finite_population"),
                        measure.notes.end());
    if (!correct_for_population(measure, n, context)) return;
    interval(measure, sample, mean, n, values, in_domain);
  }

  void interval(Measure& measure, const SurveySample& sample, const stats::DesignMean& mean, double n,
                const std::vector<double>& values, const std::vector<bool>& in_domain) {
    if (is_net_score(measure.id)) {
      const stats::NetCounts weights = class_weights(sample, values, in_domain);
      return state_nps_interval(measure, stats::rescaled(weights, n), context_);
    }
    const bool share = measure_info(measure.id).unit == "%";
    const stats::Interval found =
        share ? stats::wilson(mean.mean, n, context_.confidence)
              : stats::mean_t(mean.mean, std::sqrt(mean.variance * n / (n - 1)), n,
                              context_.confidence);
    measure.interval.reset();
    if (!std::isfinite(found.low)) return;
    const double unit = share ? 100 : 1;
    measure.interval = MeasureInterval{context_.confidence, unit * found.low, unit * found.high,
                                       share ? "wilson" : "t"};
  }

  void say_strata(const stats::DesignMean& mean, const SurveySample& sample) {
    const bool lonely = mean.problem == stats::DesignProblem::lonely_psu;
    std::vector<std::string> names;
    for (uint32_t stratum : mean.strata_at_fault) names.push_back(sample.strata()[stratum]);
    const std::string text = join(names, ", ");
    if (!said_.insert(text).second) return;
    findings_.push_back({lonely ? Code::strata_lonely : Code::strata_too_small,
                         Severity::warning,
                         {},
                         names.size(),
                         {{"names", text}}});
  }

  const FrameRows& rows_;
  const Plan& plan_;
  const CellSet& cells_;
  const MeasureContext& context_;
  std::vector<Finding>& findings_;
  std::map<std::optional<std::string>, SurveySample> samples_;
  std::set<std::string> said_;
};

}  // namespace

Result<void> restate_by_design(const FrameRows& rows, const Plan& plan, const CellSet& cells,
                               const MeasureContext& context, std::vector<Measure>& measures,
                               std::vector<Finding>& findings) {
  std::vector<uint32_t> needed = plan.shape.frame;
  const std::string why = rows.why_absent(needed);
  Restater restater(rows, plan, cells, context, findings);
  for (Measure& measure : measures) {
    const bool reliability = measure.id == MeasureId::alpha || measure.id == MeasureId::omega;
    if (reliability || measure.suppressed || !measure.value) continue;
    if (!why.empty()) {
      make_absent(measure, why);
    } else if (auto done = restater.restate(measure); !done) {
      return done;
    }
  }
  return {};
}

}  // namespace topline
