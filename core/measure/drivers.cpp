// SPDX-License-Identifier: Apache-2.0

// Johnson (2000), Multivariate Behavioral Research 35(1); intervals: Tonidandel, LeBreton & Johnson
// (2009), Psychological Methods 14(4).

#include "core/measure/drivers.h"

#include <cmath>

#include "core/stats/random.h"
#include "core/stats/relative_weights.h"

namespace topline {
namespace {

constexpr uint64_t kReplicates = 1000;
// Products of two cells that a bootstrap may take: some seconds. Beyond it a jackknife of kGroups.
constexpr double kMostWork = 4e9;
constexpr size_t kGroups = 50;

struct Intervals {
  std::vector<stats::Interval> ends;
  std::string method;
};

stats::RelativeWeightIntervals jackknife(const std::vector<double>& values, size_t columns,
                                         const stats::Covariance& covariance,
                                         const Settings& settings) {
  std::vector<stats::CrossMoments> groups(kGroups, stats::CrossMoments(covariance.mean));
  stats::Random random(settings.seed, kReplicates);
  for (size_t row = 0; row < values.size() / columns; ++row) {
    groups[random.below(kGroups)].add(std::span(values).subspan(row * columns, columns));
  }
  return stats::jackknife_relative_weights(groups, settings.confidence);
}

Intervals intervals_of(const std::vector<double>& values, size_t columns,
                       const stats::Covariance& covariance, const Settings& settings) {
  const double work = static_cast<double>(kReplicates * values.size() * columns);
  if (work > kMostWork) {
    return {jackknife(values, columns, covariance, settings).intervals, "jackknife"};
  }
  return {stats::bootstrap_relative_weights(values, columns, kReplicates, settings.seed,
                                            settings.confidence)
              .intervals,
          "bootstrap"};
}

std::string why_of(stats::RegressionProblem problem) {
  switch (problem) {
    case stats::RegressionProblem::too_few_rows:
      return "few_rows";
    case stats::RegressionProblem::constant_column:
      return "constant_column";
    case stats::RegressionProblem::collinear:
      return "collinear";
    default:
      return "no_numbers";
  }
}

}  // namespace

std::vector<Measure> measure_drivers(const FrameRows& rows, const Declared::Driver& driver,
                                     const Plan& plan, const Settings& settings,
                                     std::vector<Finding>& findings) {
  const std::string& outcome = plan.columns[driver.outcome].name;
  std::vector<Measure> measures;
  for (uint32_t item : driver.items) {
    Measure measure{MeasureId::driver};
    measure.column = item + 1;
    measure.option = outcome;
    measures.push_back(std::move(measure));
  }
  const auto all_absent = [&](const std::string& why) {
    for (Measure& measure : measures) measure.why = why;
    return measures;
  };
  std::vector<uint32_t> columns = {driver.outcome};
  columns.insert(columns.end(), driver.items.begin(), driver.items.end());
  if (const std::string why = rows.why_absent(columns); !why.empty()) return all_absent(why);

  std::vector<double> values(rows.size() * columns.size());
  for (size_t c = 0; c < columns.size(); ++c) {
    const std::vector<double> scores = rows.scores(columns[c]);
    for (size_t row = 0; row < scores.size(); ++row) values[row * columns.size() + c] = scores[row];
  }
  const std::vector<double> complete = stats::listwise(values, columns.size());
  const stats::Covariance covariance = stats::covariance(complete, columns.size());
  const bool hide = settings.audience != "customer" && covariance.n < settings.min_n;
  for (Measure& measure : measures) {
    if (hide && covariance.n != 0) {
      measure.suppressed = true;
      measure.notes.push_back("min_n");
    } else {
      measure.n = covariance.n;
    }
  }
  if (covariance.n == 0) return all_absent("no_numbers");
  if (hide) return measures;

  const stats::RelativeWeights weights = stats::relative_weights(covariance);
  if (weights.problem != stats::RegressionProblem::none) {
    const std::string why = why_of(weights.problem);
    if (why == "constant_column" || why == "collinear") {
      findings.push_back({why == "collinear" ? Code::driver_collinear : Code::driver_constant,
                          Severity::warning,
                          {"", 0, columns[weights.column] + 1},
                          1,
                          {{"name", plan.columns[columns[weights.column]].name},
                           {"outcome", outcome}}});
    }
    return all_absent(why);
  }
  const stats::Regression regression = stats::least_squares(covariance);
  const stats::SquareMatrix correlation = stats::correlation_matrix(covariance.matrix);
  const Intervals intervals = intervals_of(complete, columns.size(), covariance, settings);
  for (size_t i = 0; i < measures.size(); ++i) {
    Measure& measure = measures[i];
    measure.value = weights.weights[i];
    if (i < intervals.ends.size() && std::isfinite(intervals.ends[i].low)) {
      measure.interval = MeasureInterval{settings.confidence, intervals.ends[i].low,
                                         intervals.ends[i].high, intervals.method};
    }
    measure.parts = {{"left_out", rows.size() - covariance.n}};
    const double share = weights.r_squared > 0 ? 100 * weights.weights[i] / weights.r_squared : 0;
    measure.figures = {{"share", share},
                       {"r_squared", weights.r_squared},
                       {"r", correlation(0, i + 1)},
                       {"vif", regression.coefficients[i].vif},
                       {"beta", regression.coefficients[i].beta_std},
                       {"mean", covariance.mean[i + 1]}};
    if (covariance.n < kLowBase) measure.notes.push_back("low_base");
    measure.notes.push_back("goes_with");
    if (plan.shape.weight != Shape::kNo) measure.notes.push_back("unweighted");
  }
  return measures;
}

}  // namespace topline
