// SPDX-License-Identifier: Apache-2.0

// Why two dashboards differ: rules that are met in other tools (../shared/design/formats.md lists where),
// worked out from the same counts. Rules that give the same figure are left out.

#include <cmath>

#include "core/base/number.h"
#include "core/report/proof.h"

namespace topline {
namespace {

struct Answered {
  double n = 0, sum = 0;
  double detractors = 0, passives = 0, promoters = 0;
  double zeros = 0;
  double top = 0;  ///< of the highest score
  double low = 0, high = 0;
};

Answered read_counts(const Measure& measure) {
  Answered all;
  for (size_t k = 0; k < measure.distribution.size(); ++k) {
    const auto& [text, people] = measure.distribution[k];
    const double score = parse_number(text).value_or(0);
    const auto count = static_cast<double>(people);
    if (k == 0) all.low = score;
    all.high = score;
    all.top = count;
    all.n += count;
    all.sum += score * count;
    (score >= 9 ? all.promoters : score >= 7 ? all.passives : all.detractors) += count;
    if (score == 0) all.zeros += count;
  }
  return all;
}

}  // namespace

std::vector<Proof::Rule> other_rules(const Report& report, const Measure& measure, const Labels& labels) {
  std::vector<Proof::Rule> rules;
  if (measure.n_effective || !measure.value || !measure.n || *measure.n == 0) return rules;
  const Answered all = read_counts(measure);
  const auto n = static_cast<double>(*measure.n);
  const auto add = [&](const char* id, Label text, double value, const char* unit, bool same_unit) {
    const double shown = *measure.value;
    if (!std::isfinite(value) || (same_unit && std::fabs(value - shown) < 1e-9)) return;
    rules.push_back({id, std::string(labels(text)), value, unit});
  };
  const ReportTable& table = report.tables[measure.table];
  const ReportColumn& column = table.columns[measure.column - 1];
  // Of one wave's score it isn't known how many of the wave skipped the question.
  const bool of_all_waves = !report.cells[measure.cell].wave;
  const double skipped = of_all_waves ? static_cast<double>(column.missing + column.invalid) : 0;
  switch (measure.id) {
    case MeasureId::nps:
    case MeasureId::enps: {
      const double net = all.promoters - all.detractors;
      add("skips_in_base", Label::rule_skips_in_base, 100 * net / (n + skipped), "points", true);
      add("rounded_first", Label::rule_rounded_first,
          std::round(100 * all.promoters / n) - std::round(100 * all.detractors / n), "points", true);
      if (all.zeros > 0 && n > all.zeros) {
        add("zero_is_missing", Label::rule_zero_is_missing, 100 * (net + all.zeros) / (n - all.zeros),
            "points", true);
      }
      add("promoters_alone", Label::rule_promoters_alone, 100 * all.promoters / n, "%", false);
      break;
    }
    case MeasureId::csat:
    case MeasureId::ces: {
      const double satisfied = *measure.value / 100 * n;
      add("skips_in_base", Label::rule_skips_in_base, 100 * satisfied / (n + skipped), "%", true);
      break;
    }
    case MeasureId::csat_mean:
    case MeasureId::ces_mean:
    case MeasureId::rating_mean: {
      if (all.n == 0 || all.high <= all.low) break;
      const double mean = all.sum / all.n;
      add("top_answer", Label::rule_top_answer, 100 * all.top / all.n, "%", false);
      add("mean_of_top", Label::rule_mean_of_top, 100 * mean / all.high, "%", false);
      add("mean_in_range", Label::rule_mean_in_range, 100 * (mean - all.low) / (all.high - all.low), "%",
          false);
      if (all.high == 10) {
        add("read_as_nps", Label::rule_read_as_nps, 100 * (all.promoters - all.detractors) / all.n,
            "points", false);
      }
      break;
    }
    default:
      break;
  }
  return rules;
}

}  // namespace topline
