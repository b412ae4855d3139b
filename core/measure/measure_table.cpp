// SPDX-License-Identifier: Apache-2.0
#include "core/measure/measure_table.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/measure/design_measures.h"
#include "core/measure/drivers.h"
#include "core/measure/measures.h"
#include "core/measure/paired_waves.h"
#include "core/measure/quality.h"
#include "core/measure/ranking.h"
#include "core/measure/scale_measures.h"
#include "core/tally/duplicates.h"

namespace topline {
namespace {

void append(std::vector<Measure>& to, std::vector<Measure> measures) {
  std::move(measures.begin(), measures.end(), std::back_inserter(to));
}

bool is_dropped(std::string_view kind, const Settings& settings) {
  return std::find(settings.drop.begin(), settings.drop.end(), kind) != settings.drop.end();
}

// What a headline measure was before rows were dropped stands beside it, unless the two would tell
// what few of those people answered.
void set_beside(TableMeasures& now, std::vector<Measure> before, const Settings& settings) {
  const auto tells = [&](const Measure& was) {
    return std::any_of(now.measures.begin(), now.measures.end(), [&](const Measure& measure) {
      return measure.id == was.id && measure.column == was.column && measure.cell == was.cell &&
             (!measure.n || !was.n || is_few(*was.n - *measure.n, settings));
    });
  };
  std::erase_if(before, tells);
  for (Measure& measure : now.measures) {
    const auto was = std::find_if(before.begin(), before.end(), [&](const Measure& other) {
      return other.id == measure.id && other.column == measure.column && other.cell == measure.cell &&
             other.option == measure.option;
    });
    if (was == before.end() || measure.suppressed || !was->value || !was->n) continue;
    measure.figures.emplace_back("with_dropped", *was->value);
    measure.figures.emplace_back("with_dropped_n", static_cast<double>(*was->n));
  }
  now.before_drop = std::move(before);
}

// An item's mean among the rows of a driver analysis, beside its mean among all, would tell what the
// few others answered; and what nearly all answered alike.
void withhold_means(std::vector<Measure>& drivers, const std::vector<Measure>& measures,
                    const Settings& settings) {
  for (Measure& driver : drivers) {
    const bool tells = std::any_of(measures.begin(), measures.end(), [&](const Measure& item) {
      if (item.column != driver.column || item.cell != 0) return false;
      return item.suppressed || (item.n && driver.n && is_few(*item.n - *driver.n, settings));
    });
    if (tells) std::erase_if(driver.figures, [](const auto& one) { return one.first == "mean"; });
  }
}

// A ranking with a column an item; ties are said.
std::vector<Measure> measure_columns_ranked(const Tally& tally, const FrameRows& rows,
                                            const std::vector<uint32_t>& items, const Plan& plan,
                                            const Settings& settings, const MeasureContext& context,
                                            TableMeasures& result) {
  std::vector<uint32_t> columns = items;
  columns.insert(columns.end(), plan.shape.by.begin(), plan.shape.by.end());
  columns.insert(columns.end(), plan.shape.cross.begin(), plan.shape.cross.end());
  if (const std::string why = rows.why_absent(columns); !why.empty()) {
    Measure absent{MeasureId::rank_mean};
    absent.column = items[0] + 1;
    absent.why = why;
    return {absent};
  }
  const std::vector<RankedAnswers> ranked = ranked_in_columns(rows, result.cells, items, plan);
  if (ranked[0].invalid != 0) {
    result.findings.push_back({Code::ranks_invalid,
                               Severity::warning,
                               {"", 0, items[0] + 1},
                               ranked[0].invalid,
                               {{"name", plan.columns[items[0]].name}}});
  }
  const bool told = settings.audience != "customer" &&
                    std::any_of(items.begin(), items.end(), [&](uint32_t item) {
                      return filter_tells(tally, item, plan.columns[item], settings);
                    });
  return measure_ranking(ranked, items[0] + 1, result.cells, context, settings, told, result.hidden);
}

void hide_all(TableMeasures& result) {
  for (Measure& measure : result.measures) {
    if (!measure.value || measure.suppressed) continue;
    Measure hidden = hidden_measure(measure.id);
    hidden.column = measure.column;
    hidden.cell = measure.cell;
    hidden.option = measure.option;
    hidden.headline = measure.headline;
    measure = std::move(hidden);
  }
  result.differences.clear();
  result.trends.clear();
  result.open_answers.clear();
  result.crosstabs.clear();
}

}  // namespace

Result<TableMeasures> measure_table(const Tally& tally, const Plan& plan,
                                    const Settings& settings) {
  TableMeasures result = compute_measures(tally, plan, settings);
  const Declared& declared = plan.declared;
  if (declared.drivers.empty() && declared.scales.empty() && declared.rankings.empty() && !declared.comments &&
      !declared.designed() && !declared.paired) {
    return result;
  }
  const FrameRows rows(tally, plan);
  const MeasureContext context = make_context(tally, settings);
  for (const Declared::Scale& scale : declared.scales) {
    append(result.measures, measure_scale(rows, result.cells, scale, plan, settings, context,
                                          result.findings));
  }
  for (const std::vector<uint32_t>& items : declared.rankings) {
    append(result.measures, measure_columns_ranked(tally, rows, items, plan, settings, context, result));
  }
  if (declared.paired) pair_waves(rows, plan, settings, result);
  if (declared.designed()) {
    auto done = restate_by_design(rows, plan, result.cells, context, result.measures,
                                  result.findings);
    if (!done) return tl::unexpected<Error>(done.error());
    // Bounds are of people as they were counted.
    for (Measure& measure : result.measures) measure.bound.reset();
  }
  for (const Declared::Driver& driver : declared.drivers) {
    std::vector<Measure> drivers = measure_drivers(rows, driver, plan, settings, result.findings);
    withhold_means(drivers, result.measures, settings);
    append(result.measures, std::move(drivers));
  }
  if (declared.comments) {
    OpenAnswersMeasured comments = measure_open_answers(rows, plan, result.cells, result.headline_wave,
                                                        settings, context.weighted);
    append(result.measures, std::move(comments.measures));
    result.open_answers.push_back(std::move(comments.answers));
  }
  if (filter_leaves_few(tally, settings)) hide_all(result);
  return result;
}

Result<void> apply_quality(Tally& tally, const Plan& plan, const Settings& settings,
                           TableMeasures& measured) {
  if (!plan.declared.quality) return {};
  std::vector<Finding> findings;
  std::set<Place> places;
  std::vector<std::pair<std::string, uint64_t>> kinds;
  {
    const FrameRows rows(tally, plan);
    const Quality quality = check_quality(rows, plan);
    findings = quality_findings(quality);
    places = flagged_places(quality, rows, settings.drop);
    for (const QualityCheck& check : quality.checks) {
      if (is_dropped(check.kind, settings) && !check.rows.empty()) {
        kinds.emplace_back(check.kind, check.rows.size());
      }
    }
  }
  const bool can_drop = !tally.frame.over_limit && tally.shape.whole_rows;
  if (!places.empty() && !can_drop) {
    findings.push_back({Code::quality_unchecked, Severity::warning, {}, places.size(), {}});
  }
  if (!places.empty() && can_drop) {
    std::vector<size_t> dropped;
    for (size_t row = 0; row < tally.frame.rows.size(); ++row) {
      const Place& place = tally.frame.rows[row].place;
      if (places.count(place) == 0) continue;
      dropped.push_back(row);
      ++tally.inputs[place.input].dropped;
    }
    leave_out_rows(tally, dropped);
    auto now = measure_table(tally, plan, settings);
    if (!now) return tl::unexpected<Error>(now.error());
    std::vector<Measure> before;
    for (const Measure& measure : measured.measures) {
      if (measure.headline) before.push_back(measure);
    }
    measured = std::move(*now);
    measured.dropped = dropped.size();
    measured.dropped_kinds = std::move(kinds);
    // What was dropped is said as such.
    std::erase_if(findings, [&](const Finding& finding) {
      return finding.count != 0 && is_dropped(code_name(finding.code), settings);
    });
    // With both figures at hand the answers of a few people could be told by subtraction.
    const bool few = settings.audience != "customer" && dropped.size() < settings.min_n;
    if (!few) set_beside(measured, std::move(before), settings);
  }
  std::move(findings.begin(), findings.end(), std::back_inserter(measured.findings));
  return {};
}

}  // namespace topline
