// SPDX-License-Identifier: Apache-2.0
#include "core/measure/survey_sample.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/text.h"
#include "core/measure/margin_totals.h"

namespace topline {
namespace {

// Rows of equal categories in every column get one number, in the order of the categories; blank
// ones are a category of their own. REQUIRES: columns isn't empty.
struct Crossing {
  std::vector<uint32_t> numbers;    ///< per row of the frame
  std::vector<std::string> names;
};

Crossing crossing_of(const FrameRows& frame, const std::vector<uint32_t>& columns) {
  std::vector<std::vector<uint32_t>> keys(frame.size());
  std::vector<std::vector<std::string>> names(columns.size());
  for (size_t c = 0; c < columns.size(); ++c) {
    const std::vector<uint32_t> categories = frame.categories(columns[c], &names[c]);
    for (size_t row = 0; row < keys.size(); ++row) keys[row].push_back(categories[row]);
  }
  std::map<std::vector<uint32_t>, uint32_t> numbers;
  for (const auto& key : keys) numbers[key] = 0;
  Crossing crossing;
  for (auto& [key, number] : numbers) {
    number = static_cast<uint32_t>(crossing.names.size());
    std::vector<std::string> parts;
    for (size_t c = 0; c < columns.size(); ++c) {
      parts.push_back(key[c] == FrameRows::kMissing ? "" : names[c][key[c]]);
    }
    crossing.names.push_back(join(parts, " × "));
  }
  for (const auto& key : keys) crossing.numbers.push_back(numbers[key]);
  return crossing;
}

}  // namespace

Result<SurveySample> SurveySample::make(const FrameRows& frame, const Plan& plan,
                                        std::vector<size_t> rows) {
  SurveySample sample;
  sample.rows_ = std::move(rows);
  const std::vector<double> weights = frame.weights();
  for (size_t row : sample.rows_) sample.base_weights_.push_back(weights[row]);
  sample.weights_ = sample.base_weights_;
  if (auto done = sample.place_units(frame, plan); !done) {
    return tl::unexpected<Error>(done.error());
  }
  if (auto done = sample.calibrate(frame, plan); !done) {
    return tl::unexpected<Error>(done.error());
  }
  return sample;
}

Result<void> SurveySample::place_units(const FrameRows& frame, const Plan& plan) {
  const Declared& declared = plan.declared;
  units_.resize(rows_.size());
  for (uint32_t i = 0; i < units_.size(); ++i) units_[i].psu = i;
  strata_ = {""};
  if (!declared.strata.empty()) {
    Crossing strata = crossing_of(frame, declared.strata);
    for (size_t i = 0; i < rows_.size(); ++i) units_[i].stratum = strata.numbers[rows_[i]];
    strata_ = std::move(strata.names);
  }
  if (!declared.clusters.empty()) {
    const Crossing clusters = crossing_of(frame, {declared.clusters[0]});
    for (size_t i = 0; i < rows_.size(); ++i) units_[i].psu = clusters.numbers[rows_[i]];
  }
  if (declared.fpc.empty()) return {};
  const std::vector<double> sizes = frame.scores(declared.fpc[0]);
  population_psus_.assign(strata_.size(), std::numeric_limits<double>::infinity());
  for (size_t i = 0; i < rows_.size(); ++i) {
    double& known = population_psus_[units_[i].stratum];
    const double size = sizes[rows_[i]];
    if (!(size > 0) || (std::isfinite(known) && known != size)) {
      return fail(Code::fpc_unclear, {"", 0, declared.fpc[0] + 1},
                  {{"name", plan.columns[declared.fpc[0]].name},
                   {"stratum", strata_[units_[i].stratum]}});
    }
    known = size;
  }
  return {};
}

Result<void> SurveySample::calibrate(const FrameRows& frame, const Plan& plan) {
  const auto& declared = plan.declared.margins;
  if (declared.empty()) return {};
  double people = 0;
  for (double weight : base_weights_) people += weight;
  auto totals = margin_totals(plan, people);
  if (!totals) return tl::unexpected<Error>(totals.error());
  totals_ = std::move(*totals);
  const auto told = [&](const Declared::Margin& margin, const std::string& category) {
    return Params{{"name", plan.columns[margin.column].name}, {"category", category}};
  };
  for (const Declared::Margin& margin : declared) {
    const std::vector<std::string_view> cells = frame.texts(margin.column);
    std::vector<uint32_t> categories;
    for (size_t row : rows_) {
      const std::string folded = fold(cells[row]);
      const auto at = std::find_if(margin.targets.begin(), margin.targets.end(),
                                   [&](const auto& target) { return target.first == folded; });
      if (at == margin.targets.end()) {
        return fail(Code::margin_no_target, {"", 0, margin.column + 1},
                    told(margin, std::string(trim(cells[row]))));
      }
      categories.push_back(static_cast<uint32_t>(at - margin.targets.begin()));
    }
    categories_.push_back(std::move(categories));
  }
  const std::vector<stats::Margin> known = margins();
  stats::Calibration found = known.size() == 1 ? stats::post_stratify(base_weights_, known[0])
                                               : stats::rake(base_weights_, known);
  const Declared::Margin& at_fault = declared[std::min(found.margin, declared.size() - 1)];
  const auto category = [&]() -> std::string {
    return found.category < at_fault.targets.size() ? at_fault.targets[found.category].first : "";
  };
  switch (found.problem) {
    case stats::CalibrationProblem::none:
      weights_ = std::move(found.weights);
      return {};
    case stats::CalibrationProblem::empty_cell:
    case stats::CalibrationProblem::no_population:
      return fail(Code::margin_empty_cell, {"", 0, at_fault.column + 1}, told(at_fault, category()));
    case stats::CalibrationProblem::totals_disagree:
      return fail(Code::margins_disagree, {"", 0, at_fault.column + 1},
                  {{"name", plan.columns[at_fault.column].name}});
    default:
      return fail(Code::margins_no_convergence, {"", 0, at_fault.column + 1},
                  {{"name", plan.columns[at_fault.column].name}});
  }
}

std::vector<stats::Margin> SurveySample::margins() const {
  std::vector<stats::Margin> margins;
  for (size_t m = 0; m < categories_.size(); ++m) margins.push_back({categories_[m], totals_[m]});
  return margins;
}

stats::DesignMean SurveySample::mean(std::span<const double> values,
                                     const std::vector<bool>& in_domain) const {
  std::vector<stats::DesignRow> rows(rows_.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    rows[i].value = values[i];
    rows[i].weight = weights_[i];
    rows[i].unit = units_[i];
    rows[i].in_domain = in_domain[i];
  }
  if (!calibrated()) return stats::design_mean(rows, population_psus_);
  const std::vector<stats::Margin> known = margins();
  return stats::calibrated_mean(rows, base_weights_, known, population_psus_);
}

}  // namespace topline
