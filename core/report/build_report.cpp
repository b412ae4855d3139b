// SPDX-License-Identifier: Apache-2.0
#include "core/report/build_report.h"

#include <algorithm>
#include <iterator>

#include "core/measure/answers.h"
#include "core/measure/suppress.h"
#include "core/profile/answer.h"
#include "core/profile/date.h"
#include "core/report/words.h"
#include "core/rollout/rollout.h"

namespace topline {
namespace {

constexpr size_t kTopTexts = 12;
constexpr uint64_t kFewTexts = 60;

// Is a question's score of everyone hidden? Then its answers are, too.
bool is_hidden(const TableMeasures& measured, uint32_t column) {
  return std::any_of(measured.measures.begin(), measured.measures.end(), [&](const Measure& measure) {
    return measure.column == column && measure.cell == 0 && measure.suppressed;
  });
}

bool groups_by(const Shape& shape, uint32_t column) {
  const auto in = [column](const std::vector<uint32_t>& columns) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  return shape.wave == column || in(shape.by) || in(shape.cross);
}

bool has_score(const TableMeasures& measured, uint32_t column) {
  return std::any_of(measured.measures.begin(), measured.measures.end(), [&](const Measure& measure) {
    return measure.column == column && measure.cell == 0 && measure.value;
  });
}

// Counts under min_n, and what would give them away, are not told; the texts stand at the end.
void hide_few(uint32_t min_n, std::vector<std::pair<std::string, uint64_t>>& top) {
  std::vector<uint64_t> bases = {0};
  Relation sum;
  for (const auto& [text, count] : top) {
    sum.parts.push_back(static_cast<uint32_t>(bases.size()));
    bases.push_back(count);
    bases[0] += count;
  }
  const std::vector<bool> hidden = hidden_cells(bases, {sum}, min_n);
  for (size_t i = 0; i < top.size(); ++i) {
    if (hidden[i + 1]) top[i].second = 0;
  }
}

// The most frequent texts of the used rows, only where they repeat and name nobody.
void add_top(const TokenTable& table, const std::vector<uint64_t>& left_out, Role role,
             uint32_t hide_under, ReportColumn& column) {
  const bool tells = role != Role::personal && role != Role::text && role != Role::response_id &&
                     role != Role::respondent_id;
  if (!tells || column.many || column.distinct > kFewTexts) return;
  for (uint32_t code : table.sorted()) {
    const uint64_t used = table.count_of(code) - (code < left_out.size() ? left_out[code] : 0);
    if (used == 0 || is_missing(table.text(code))) continue;
    column.top.emplace_back(std::string(table.text(code)), used);
  }
  hide_few(hide_under, column.top);
  std::stable_sort(column.top.begin(), column.top.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (column.top.size() > kTopTexts) column.top.resize(kTopTexts);
}

// Rows of rosters and usage logs are people, and who did not come can be read off the two together:
// of their texts only those that name groups are told.
bool may_tell(TableKind kind, const ColumnPlan& column) {
  if (kind != TableKind::roster && kind != TableKind::usage) return true;
  static constexpr Field kGroups[] = {Field::roster_team, Field::roster_role, Field::roster_licence,
                                      Field::usage_feature};
  return column.field &&
         std::find(std::begin(kGroups), std::end(kGroups), *column.field) != std::end(kGroups);
}

std::vector<ReportColumn> describe_columns(const MeasuredTable& of, const Settings& settings) {
  const Tally& tally = *of.tally;
  const Plan& plan = *of.plan;
  const Language language = language_of(settings.language);
  const bool hide = settings.audience != "customer" && plan.shape.kind == TableKind::survey;
  std::vector<ReportColumn> columns;
  for (uint32_t c = 0; c < plan.columns.size(); ++c) {
    const ColumnPlan& from = plan.columns[c];
    const TokenTable& table = tally.profile.columns[c];
    ReportColumn column;
    column.column = c + 1;
    column.name = from.name;
    column.label = from.label;
    column.role = role_name(from);
    if (from.scale) column.scale = scale_name(*from.scale);
    column.confidence = from.confidence;
    column.told = from.told;
    column.reason = words_of(from.reason, language);
    if (from.alternative) column.alternative = role_name(*from.alternative);
    const ColumnCounts counts = column_counts(tally, c, from);
    column.answered = counts.answered;
    column.missing = counts.missing;
    column.invalid = counts.invalid;
    column.distinct = table.distinct();
    column.many = !table.complete();
    if (may_tell(plan.shape.kind, from) && !is_hidden(of.measured, c + 1)) {
      // Sizes of groups are hidden with them; how often each answer of a scored question was given is
      // published with its score.
      const bool counts = !hide || !groups_by(plan.shape, c) || has_score(of.measured, c + 1);
      add_top(table, tally.left_out[c], from.role, counts ? 0 : settings.min_n, column);
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

ReportInput describe_input(const MeasuredTable& table, size_t index,
                           const std::vector<ReportColumn>& columns) {
  const InputTally& from = table.tally->inputs[index];
  ReportInput input;
  input.name = from.name;
  input.table = table.tally->inputs[0].name;
  input.kind = kind_name(table.plan->shape.kind);
  input.layout = layout_name(table.tally->shape.layout);
  input.encoding = !from.source.encoding.empty() ? from.source.encoding
                   : from.dialect.bom            ? "utf-8-bom"
                                                 : "utf-8";
  input.sheet = from.source.sheet;
  input.delimiter = std::string(1, from.dialect.delimiter);
  input.preamble = from.preamble;
  input.table_rows = from.table_rows;
  input.header_rows = from.header_rows;
  input.bytes = from.bytes != 0 || from.pieces.empty() ? from.bytes : from.pieces.back().end;
  input.rows.blank = from.blank;
  input.rows.read = from.rows + from.blank;
  input.rows.filtered = from.filtered;
  input.rows.incomplete = from.incomplete;
  input.rows.excluded = from.excluded + from.dropped;
  input.rows.rejected = from.notes.rejected.count + from.notes.bad_weight.count + from.notes.bad_frequency.count;
  input.rows.duplicate = table.duplicates_by_input[index];
  input.rows.used = from.rows - input.rows.filtered - input.rows.incomplete - input.rows.excluded -
                    input.rows.rejected - input.rows.duplicate;
  input.columns = columns;
  return input;
}

std::vector<std::string> names_of(const Plan& plan, const std::vector<uint32_t>& columns) {
  std::vector<std::string> names;
  for (uint32_t column : columns) names.push_back(plan.columns[column].name);
  return names;
}

template <class Items>
void append(Items&& items, Items& into) {
  if (into.empty()) {
    into = std::move(items);
  } else {
    into.insert(into.end(), std::make_move_iterator(items.begin()),
                std::make_move_iterator(items.end()));
  }
  Items().swap(items);
}

// What was measured of the report's last table moves into it.
void add_measures(TableMeasures& measured, uint32_t first_cell, Report& report) {
  const auto table = static_cast<uint32_t>(report.tables.size() - 1);
  for (Measure& measure : measured.measures) {
    measure.table = table;
    measure.cell += first_cell;
  }
  for (Difference& difference : measured.differences) {
    difference.table = table;
    difference.a += first_cell;
    difference.b += first_cell;
  }
  for (Trend& trend : measured.trends) {
    trend.table = table;
    for (Trend::Point& point : trend.points) point.cell += first_cell;
  }
  for (OpenAnswers& answers : measured.open_answers) {
    answers.table = table;
    report.open_answers.push_back(std::move(answers));
  }
  for (Crosstab& crosstab : measured.crosstabs) {
    crosstab.table = table;
    report.crosstabs.push_back(std::move(crosstab));
  }
  append(std::move(measured.measures), report.measures);
  append(std::move(measured.differences), report.differences);
  append(std::move(measured.trends), report.trends);
}

// The measures of the tables that are no survey, after those of the surveys.
void add_rollout(const Rollout& rollout, const Settings& settings, Report& report) {
  RolloutResults results = measure_rollout(rollout, {&report.measures, &report.cells, &report.differences});
  const auto first_cell = static_cast<uint32_t>(report.cells.size());
  report.cells.insert(report.cells.end(), results.cells.begin(), results.cells.end());
  for (Measure& measure : results.measures) {
    measure.cell += first_cell;
    report.measures.push_back(std::move(measure));
  }
  for (Difference& difference : results.differences) {
    difference.a += first_cell;
    difference.b += first_cell;
    report.differences.push_back(std::move(difference));
  }
  report.goals = std::move(results.goals);
  report.scorecard = std::move(results.scorecard);
  report.joins = std::move(results.joins);
  for (const auto& [table, finding] : results.findings) {
    add_finding(report.tables[table].name, finding, settings, report);
  }
}

}  // namespace

const std::string& question_of(const Report& report, const Measure& measure) {
  static const std::string none;
  if (measure.column == 0) return none;
  return report.tables[measure.table].columns[measure.column - 1].name;
}

Report build_report(std::vector<MeasuredTable> tables, const Settings& settings) {
  Report report;
  const Language language = language_of(settings.language);
  report.version = TOPLINE_VERSION;
  report.title = settings.title;
  report.language = language_name(language);
  report.confidence = settings.confidence;
  report.interval = settings.interval;
  report.compare = settings.compare;
  report.min_n = settings.min_n;
  report.seed = settings.seed;
  Rollout rollout;
  rollout.settings = &settings;
  for (MeasuredTable& table : tables) {
    const Tally& tally = *table.tally;
    const Plan& plan = *table.plan;
    rollout.tables.push_back({static_cast<uint32_t>(report.tables.size()), &tally, &plan});
    const Day latest = latest_event(rollout.tables.back());
    rollout.as_of = std::max(rollout.as_of, latest);
    ReportTable out;
    out.name = tally.inputs[0].name;
    out.kind = plan.shape.kind;
    if (latest != INT32_MIN) out.data_through = iso_date(latest);
    out.columns = describe_columns(table, settings);
    out.waves = table.measured.cells.waves;
    out.headline_wave = table.measured.headline_wave;
    out.proposed_segments = names_of(plan, plan.proposed_segments);
    if (plan.proposed_wave != Shape::kNo) {
      out.proposed_wave = plan.columns[plan.proposed_wave].name;
    }
    if (plan.proposed_weight != Shape::kNo) {
      out.proposed_weight = plan.columns[plan.proposed_weight].name;
    }
    for (size_t i = 0; i < tally.inputs.size(); ++i) {
      report.inputs.push_back(describe_input(table, i, out.columns));
    }
    const auto first_cell = static_cast<uint32_t>(report.cells.size());
    const auto columns_of = groupings(tally.shape);
    for (const PeopleCell& people : table.measured.cells.cells) {
      Cell cell;
      for (size_t k = 0; k < people.values.size(); ++k) {
        cell.segment.emplace_back(plan.columns[columns_of[people.grouping][k]].name,
                                  people.values[k]);
      }
      cell.wave = people.wave;
      report.cells.push_back(std::move(cell));
    }
    report.tables.push_back(std::move(out));
    add_messages(table, settings, report);
    add_measures(table.measured, first_cell, report);
  }
  if (settings.compare == "all") judge_together(report.differences, settings.confidence);
  if (const auto told = parse_moment(settings.as_of, DateOrder::ymd)) rollout.as_of = told->day;
  add_rollout(rollout, settings, report);
  std::stable_sort(report.messages.begin(), report.messages.end(),
                   [](const Message& a, const Message& b) { return a.severity > b.severity; });
  report.as_of = !settings.as_of.empty()        ? settings.as_of
                 : rollout.as_of == INT32_MIN ? std::string()
                                              : iso_date(rollout.as_of);
  report.summary = summarise(report, settings);
  return report;
}

}  // namespace topline
