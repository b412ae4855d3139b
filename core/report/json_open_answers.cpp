// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string_view>

#include "core/report/json_parts.h"

namespace topline {
namespace {

constexpr std::array<std::string_view, 3> kGroups = {"detractors", "passives", "promoters"};

void write_share(const std::optional<uint64_t>& n, const std::optional<uint64_t>& base, JsonWriter& out) {
  if (!n || !base) {
    out.field("suppressed", true);
    return;
  }
  out.field("n", *n);
  if (*base != 0) out.field("share", 100 * static_cast<double>(*n) / static_cast<double>(*base));
}

void write_terms(std::string_view group, const std::vector<CommentTerm>& terms, JsonWriter& out) {
  out.key(group);
  out.begin_array();
  for (const CommentTerm& term : terms) {
    out.begin_object(true);
    out.field("term", term.text);
    out.field("here", term.here);
    if (term.elsewhere) out.field("elsewhere", *term.elsewhere);
    if (term.g_squared) out.field("g_squared", *term.g_squared);
    out.end_object();
  }
  out.end_array();
}

void write_themes(const ThemeCounts& counts, bool grouped, JsonWriter& out) {
  if (counts.base) out.field("base", *counts.base);
  out.field("scored_only", counts.scored_only);
  out.key("groups");
  out.begin_object(true);
  for (size_t g = 0; g < kGroups.size(); ++g) {
    if (counts.groups[g]) out.field(kGroups[g], *counts.groups[g]);
  }
  out.end_object();
  out.key("themes");
  out.begin_array();
  for (const ThemeCount& theme : counts.themes) {
    out.begin_object(true);
    out.field("theme", theme.name);
    write_share(theme.n, counts.base, out);
    if (grouped) {
      out.key("groups");
      out.begin_object();
      for (size_t g = 0; g < kGroups.size(); ++g) {
        out.key(kGroups[g]);
        out.begin_object();
        write_share(theme.groups[g], counts.groups[g], out);
        out.end_object();
      }
      out.end_object();
    }
    out.end_object();
  }
  out.end_array();
}

}  // namespace

void write_open_answers(const Report& report, const OpenAnswers& answers, JsonWriter& out) {
  const ReportTable& table = report.tables[answers.table];
  out.begin_object();
  out.field("table", table.name);
  out.field("question", table.columns[answers.column - 1].name);
  out.field("column", answers.column);
  const bool grouped = answers.score_column != 0;
  if (grouped) out.field("score_question", table.columns[answers.score_column - 1].name);
  out.key("wave");
  if (answers.wave.empty()) {
    out.null();
  } else {
    out.string(answers.wave);
  }
  if (!answers.why.empty()) out.field("why", answers.why);
  out.field("min_n", answers.min_n);
  if (answers.why.empty()) {
    write_themes(answers.themes, grouped, out);
    out.key("terms");
    out.begin_object();
    write_terms("promoters", answers.promoter_terms, out);
    write_terms("detractors", answers.detractor_terms, out);
    out.end_object();
    write_strings("quotes", answers.quotes, out);
    if (!answers.why_no_quotes.empty()) out.field("why_no_quotes", answers.why_no_quotes);
  }
  out.end_object();
}

}  // namespace topline
