// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which figure of a report a name means: of a goal's KPI, a target's id.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/measure/catalogue.h"
#include "core/rollout/rollout.h"

namespace topline {

/// The measure that is called so: its id, its English or Chinese name, or words that mean it
/// ("churn", "客户满意度", "new customers a month"). The longest words that fit decide. Empty:
/// none.
std::optional<MeasureId> find_kpi(std::string_view name);

/// The measures of the surveys and of the roll-out as one list, numbered as in the report.
class KnownMeasures {
 public:
  KnownMeasures(const SurveyMeasures& surveys, const RolloutResults& results)
      : surveys_(surveys), results_(results) {}

  size_t size() const { return surveyed() + results_.measures.size(); }
  const Measure& operator[](size_t index) const;
  const Cell& cell(size_t index) const;

  /// The measures of `id` that a reader sees first: of everyone and headlines; where none is one,
  /// those of everyone over all time; else those of everyone's latest wave. In the order of the
  /// report.
  std::vector<size_t> headlines(MeasureId id) const;
  /// The one that a KPI speaks of: the first of headlines() with a value, else the first. Where a
  /// survey's question is called so, that question's.
  std::optional<size_t> of_kpi(const Rollout& rollout, std::string_view kpi) const;
  /// The values of the same measure and question by wave, for everyone, in the order of the waves.
  std::vector<size_t> waves(size_t index) const;
  /// A survey's measure against the wave before; null where it was not compared.
  const Difference* change_of(size_t index) const;

 private:
  size_t surveyed() const { return surveys_.measures == nullptr ? 0 : surveys_.measures->size(); }

  const SurveyMeasures& surveys_;
  const RolloutResults& results_;
};

/// The last day of a wave ("2026-09-27", "2026-W39", "2026-09", "2026-Q3", "2026"); empty for
/// others.
std::optional<Day> end_of_wave(std::string_view wave);

}  // namespace topline
