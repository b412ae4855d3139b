// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/base/text.h"
#include "core/measure/answers.h"
#include "core/report/build_report.h"
#include "core/report/figures.h"
#include "core/report/measure_words.h"
#include "core/report/words.h"

namespace topline {
namespace {

class Teller {
 public:
  Teller(const MeasuredTable& table, const Settings& settings, Report& report)
      : table_(table),
        tally_(*table.tally),
        plan_(*table.plan),
        language_(language_of(settings.language)),
        report_(report) {}

  void say(Severity severity, Code code, Where where, uint64_t count, Params params) {
    params.emplace_back("count", grouped(count));
    if (!where.value.empty()) params.emplace_back("value", where.value);
    Message message{severity, code, fill(words_of(code, language_), params), std::move(where),
                    count};
    report_.messages.push_back(std::move(message));
  }

  Where at(const Place& place, uint32_t column = 0, std::string value = {}) const {
    if (!place.known()) return {tally_.inputs[0].name, 0, column, std::move(value)};
    return {tally_.inputs[place.input].name, place.line, column, std::move(value)};
  }
  Where at_column(uint32_t column) const { return {tally_.inputs[0].name, 0, column + 1, {}}; }

  // How a column is named on the command line: its header, or its number where that is clearer.
  std::string flag_of(uint32_t column) const {
    const std::string& name = plan_.columns[column].name;
    const bool odd = name.size() > 40 || name.find_first_of("='\":\\\n") != std::string::npos;
    return odd ? "#" + std::to_string(column + 1) : name;
  }
  std::string option(std::string_view name, uint32_t column) const {
    return std::string(name) + " '" + flag_of(column) + "'";
  }

  void say_noted(Severity severity, Code code, const Noted& noted, Params params = {}) {
    if (noted.count != 0) say(severity, code, at(noted.first), noted.count, std::move(params));
  }

  void say_source(const InputTally& input);
  void say_inputs();
  void say_fields();
  void say_columns();
  void say_proposals();
  void say_measures(const Settings& settings);

 private:
  void say_unsure();
  std::string before_and_after() const;

  const MeasuredTable& table_;
  const Tally& tally_;
  const Plan& plan_;
  Language language_;
  Report& report_;
};

void Teller::say_source(const InputTally& input) {
  const InputSource& source = input.source;
  if (!source.left_out.empty()) {
    say(Severity::info, Code::sheets_left_out, {input.name}, 1, {{"names", source.left_out}});
  }
  if (source.hidden_rows + source.hidden_columns != 0) {
    say(Severity::info, Code::hidden_cells, {input.name}, source.hidden_rows + source.hidden_columns,
        {{"rows", grouped(source.hidden_rows)}, {"columns", grouped(source.hidden_columns)}});
  }
  if (source.unvalued != 0) say(Severity::warning, Code::no_value, {input.name}, source.unvalued, {});
  if (input.table_rows != 0) {
    say(Severity::info, Code::frequency_table, {input.name}, input.table_rows,
        {{"name", plan_.columns[tally_.shape.frequency].name},
         {"rows", grouped(input.table_rows)},
         {"people", grouped(input.rows)}});
  }
  if (plan_.summary) say(Severity::warning, Code::summary_table, {input.name}, 1, {});
  if (input.preamble != 0) say(Severity::info, Code::preamble, {input.name, 1}, input.preamble, {});
  if (input.incomplete + input.excluded != 0) {
    say(Severity::info, Code::rows_skipped, {input.name}, input.incomplete + input.excluded,
        {{"incomplete", grouped(input.incomplete)}, {"excluded", grouped(input.excluded)}});
  }
}

void Teller::say_inputs() {
  const std::string columns = std::to_string(plan_.columns.size());
  for (uint32_t i = 0; i < tally_.inputs.size(); ++i) {
    const InputTally& input = tally_.inputs[i];
    if (input.rows == 0) say(Severity::warning, Code::header_only, {input.name}, 1, {});
    say_source(input);
    if (input.header_rows == 0) say(Severity::info, Code::no_header, {input.name, 1}, 1, {});
    say_noted(Severity::warning, Code::long_row, input.notes.rejected, {{"columns", columns}});
    say_noted(Severity::info, Code::short_row, input.notes.short_rows, {{"columns", columns}});
    say_noted(Severity::warning, Code::bad_weight, input.notes.bad_weight);
    say_noted(Severity::warning, Code::bad_frequency, input.notes.bad_frequency);
    say_noted(Severity::warning, Code::stray_quote, input.notes.stray_quotes);
    say_noted(Severity::warning, Code::unclosed_quote, input.notes.unclosed_quotes);
    say_noted(Severity::warning, Code::record_cut, input.notes.cut_records);
    for (const std::string& header : tally_.shape.headers) {
      if (header.find("(synthetic sample)") == std::string::npos &&
          header.find("（虚构示例）") == std::string::npos) {
        continue;
      }
      say(Severity::info, Code::synthetic_data, {input.name}, 1, {});
    }
    if (input.notes.no_wave.count != 0) {
      say_noted(Severity::info, Code::no_wave_date, input.notes.no_wave,
                {{"name", plan_.columns[tally_.shape.wave].name}});
    }
    if (input.rounded_weights != 0) {
      say(Severity::info, Code::weight_rounded, {input.name}, input.rounded_weights, {});
    }
    if (input.invalid_utf8 != 0) {
      say(Severity::warning, Code::invalid_utf8, {input.name}, input.invalid_utf8,
          {{"bytes", grouped(input.invalid_utf8)}});
    }
  }
  if (tally_.inputs.size() > 1) {
    std::vector<std::string> names;
    for (const InputTally& input : tally_.inputs) names.push_back(input.name);
    say(Severity::info, Code::tables_stacked, {names[0]}, names.size(),
        {{"names", join(names, ", ")}});
  }
  const uint64_t repeated = table_.duplicates.superseded.size();
  const std::string key =
      tally_.shape.key.empty() ? std::string() : plan_.columns[tally_.shape.key[0]].name;
  if (repeated != 0) {
    say(Severity::info, Code::duplicates_left_out, {tally_.inputs[0].name}, repeated,
        {{"column", key}});
  }
  if (table_.duplicates.conflicting != 0) {
    say(Severity::question, Code::same_id_other_answers, at(table_.duplicates.first_conflict),
        table_.duplicates.conflicting,
        {{"column", key}, {"flag", "--column '" + flag_of(tally_.shape.key[0]) + "=response_id'"}});
  }
  if (tally_.frame.over_limit) {
    say(Severity::warning, Code::frame_limit, {tally_.inputs[0].name}, 1,
        {{"bytes", grouped(tally_.frame.limit)}});
  }
}

void Teller::say_unsure() {
  // A wide table can hold a hundred columns of codes: those are asked about together.
  std::vector<uint32_t> plain;
  for (uint32_t c = 0; c < plan_.columns.size(); ++c) {
    const ColumnPlan& column = plan_.columns[c];
    if (!column.alternative || column.told || !column.why_unscored.empty()) continue;
    if (column.reason == Reason::plain_scale) {
      plain.push_back(c);
      continue;
    }
    say(Severity::question, Code::unsure_role, at_column(c), 1,
        {{"name", column.name},
         {"role", std::string(role_name(column.role))},
         {"other", std::string(role_name(*column.alternative))},
         {"flag", flag_of(c)}});
  }
  if (plain.empty()) return;
  std::string names;
  for (size_t i = 0; i < plain.size() && i < 5; ++i) {
    if (i != 0) names += "”, “";
    names += plan_.columns[plain[i]].name;
  }
  if (plain.size() > 5) names += "” … “" + plan_.columns[plain.back()].name;
  const ColumnPlan& first = plan_.columns[plain[0]];
  say(Severity::question, Code::unsure_role, at_column(plain[0]), plain.size(),
      {{"name", names},
       {"role", std::string(role_name(first.role))},
       {"other", std::string(role_name(*first.alternative))},
       {"flag", flag_of(plain[0])}});
}

// What is odd in the fields of a table that is no survey.
void Teller::say_fields() {
  for (size_t f = 0; f < tally_.shape.fields.size(); ++f) {
    const Noted& invalid = tally_.field_invalid[f];
    if (invalid.count == 0) continue;
    const uint32_t column = tally_.shape.fields[f].column;
    Where where = at(invalid.first, column + 1);
    say(Severity::warning, Code::unreadable_cells, std::move(where), invalid.count,
        {{"name", plan_.columns[column].name}, {"role", std::string(role_name(plan_.columns[column]))}});
  }
  if (tally_.ledger.over_limit || tally_.activity.over_limit) {
    say(Severity::warning, Code::ledger_limit, {tally_.inputs[0].name}, 1,
        {{"bytes", grouped(Ledger::kLimit)}});
  }
  const bool chinese = language_ == Language::zh;
  if (!plan_.kind_told) {
    say(Severity::info, Code::kind_guessed, {tally_.inputs[0].name}, 1,
        {{"kind", std::string(kind_label(plan_.shape.kind, chinese))},
         {"flag", "--kind '" + tally_.inputs[0].name + "=survey'"}});
  }
}

void Teller::say_columns() {
  const bool survey = plan_.shape.kind == TableKind::survey;
  if (!survey) say_fields();
  say_unsure();
  bool scored = !survey;
  for (uint32_t c = 0; c < plan_.columns.size(); ++c) {
    const ColumnPlan& column = plan_.columns[c];
    const bool question = is_question(column.role);
    scored |= question && column.role != Role::choice && column.role != Role::ranking && column.scored();
    if (question && !column.why_unscored.empty()) {
      const std::string detail(words_of(column.reason, language_));
      const std::string scale = "=" + std::string(role_name(column.role)) + ":" +
                                scale_name(column.scale.value_or(Scale{1, 5}));
      say(Severity::question, Code::scale_ambiguous, at_column(c), 1,
          {{"name", column.name}, {"detail", detail}, {"flag", flag_of(c) + scale}});
    }
    const bool compared =
        std::find(tally_.shape.by.begin(), tally_.shape.by.end(), c) != tally_.shape.by.end() ||
        std::find(tally_.shape.cross.begin(), tally_.shape.cross.end(), c) !=
            tally_.shape.cross.end();
    if ((question || compared) && !tally_.profile.columns[c].complete()) {
      say(Severity::warning, Code::too_many_values, at_column(c), 1,
          {{"name", column.name}, {"limit", std::to_string(tally_.profile.columns[c].limit())}});
    }
    if (!question || !column.scored()) continue;
    const ColumnCounts counts = column_counts(tally_, c, column);
    if (counts.invalid != 0) {
      say(Severity::warning, Code::invalid_answers,
          at(counts.first_invalid, c + 1, counts.invalid_text), counts.invalid,
          {{"name", column.name}, {"scale", column.scale ? scale_name(*column.scale) : ""}});
    }
    if (counts.coded_missing != 0 && column.code_found) {
      say(Severity::warning, Code::outside_scale_code, at_column(c), counts.coded_missing,
          {{"name", column.name}, {"code", column.missing_codes[0]}});
    }
  }
  for (size_t c = 0; c < plan_.columns.size(); ++c) {
    for (size_t other = c + 1; other < plan_.columns.size(); ++other) {
      if (plan_.columns[c].name != plan_.columns[other].name) continue;
      say(Severity::info, Code::duplicate_header, at_column(static_cast<uint32_t>(other)), 1,
          {{"name", plan_.columns[c].name}});
      break;
    }
  }
  if (!scored) say(Severity::warning, Code::no_score_column, {tally_.inputs[0].name}, 1, {});
  for (const Finding& finding : plan_.findings) {
    Where where = finding.where;
    where.input = tally_.inputs[0].name;
    say(finding.severity, finding.code, std::move(where), finding.count, finding.params);
  }
}

void Teller::say_proposals() {
  if (!plan_.proposed_segments.empty() && tally_.shape.by.empty()) {
    std::vector<std::string> names;
    for (uint32_t column : plan_.proposed_segments) {
      names.push_back("“" + plan_.columns[column].name + "”");
    }
    say(Severity::info, Code::segments_proposed, at_column(plan_.proposed_segments[0]),
        names.size(),
        {{"names", join(names, ", ")}, {"flag", option("--by", plan_.proposed_segments[0])}});
  }
  if (plan_.proposed_wave != Shape::kNo) {
    say(Severity::info, Code::wave_proposed, at_column(plan_.proposed_wave), 1,
        {{"name", plan_.columns[plan_.proposed_wave].name},
         {"flag", option("--wave", plan_.proposed_wave)}});
  }
  if (plan_.proposed_weight != Shape::kNo) {
    say(Severity::info, Code::weight_proposed, at_column(plan_.proposed_weight), 1,
        {{"name", plan_.columns[plan_.proposed_weight].name},
         {"flag", option("--weight", plan_.proposed_weight)}});
  }
}

// "Net Promoter Score +18 → +21; …" of the headline scores.
std::string Teller::before_and_after() const {
  const Labels labels(language_name(language_));
  if (table_.measured.before_drop.empty()) return std::string(labels(Label::hidden));
  std::vector<std::string> scores;
  for (const Measure& before : table_.measured.before_drop) {
    for (const Measure& now : table_.measured.measures) {
      if (!now.headline || now.id != before.id || now.column != before.column || !now.value ||
          !before.value) {
        continue;
      }
      const std::string_view unit = measure_info(now.id).unit;
      scores.push_back(measure_name(now.id, labels) + " (" + plan_.columns[now.column - 1].name +
                       ") " + figure(*before.value, unit) + " → " + figure(*now.value, unit));
    }
  }
  constexpr size_t kMost = 4;
  const bool more = scores.size() > kMost;
  if (more) scores.resize(kMost);
  return join(scores, "; ") + (more ? " …" : "");
}

void Teller::say_measures(const Settings& settings) {
  uint64_t low = 0;
  for (const Measure& measure : table_.measured.measures) {
    low += measure.headline &&
           std::find(measure.notes.begin(), measure.notes.end(), "low_base") != measure.notes.end();
  }
  if (low != 0) say(Severity::info, Code::low_base, {tally_.inputs[0].name}, low, {});
  for (const Finding& finding : table_.measured.findings) {
    Where where = finding.where;
    where.input = tally_.inputs[0].name;
    Params params = finding.params;
    for (auto& [name, value] : params) {
      if (name == "rows" || name == "roster") value = grouped(std::stoull(value));
    }
    say(finding.severity, finding.code, std::move(where), finding.count, std::move(params));
  }
  if (table_.measured.dropped != 0) {
    std::vector<std::string> kinds;
    for (const auto& [kind, count] : table_.measured.dropped_kinds) {
      kinds.push_back(kind + " " + grouped(count));
    }
    say(Severity::warning, Code::rows_dropped, {tally_.inputs[0].name}, table_.measured.dropped,
        {{"names", join(kinds, ", ")}, {"scores", before_and_after()}});
  }
  if (table_.measured.hidden != 0) {
    say(Severity::info, Code::cells_suppressed, {tally_.inputs[0].name}, table_.measured.hidden,
        {{"min_n", std::to_string(settings.min_n)}});
  }
}

}  // namespace

void add_finding(const std::string& table, const Finding& finding, const Settings& settings,
                 Report& report) {
  Params params = finding.params;
  params.emplace_back("count", grouped(finding.count));
  Where where = finding.where;
  if (where.input.empty()) where.input = table;
  report.messages.push_back({finding.severity, finding.code,
                             fill(words_of(finding.code, language_of(settings.language)), params),
                             std::move(where), finding.count});
}

void add_messages(const MeasuredTable& table, const Settings& settings, Report& report) {
  Teller teller(table, settings, report);
  teller.say_columns();
  teller.say_inputs();
  teller.say_measures(settings);
  teller.say_proposals();
}

}  // namespace topline
