// SPDX-License-Identifier: Apache-2.0
#include "core/report/proof.h"

#include "core/base/number.h"
#include "core/measure/catalogue.h"
#include "core/report/display_width.h"
#include "core/report/figures.h"
#include "core/report/measure_words.h"
#include "core/report/rollout_figures.h"
#include "core/report/words.h"

namespace topline {
namespace {

Proof prove(const Report& report, const Measure& measure, const Labels& labels) {
  Proof proof;
  proof.measure = &measure;
  const MeasureInfo& info = measure_info(measure.id);
  proof.formula = labels.chinese() ? info.formula_chinese : info.formula;
  const ReportTable& table = report.tables[measure.table];
  const ReportColumn& column = table.columns[measure.column - 1];
  proof.missing = column.missing;
  proof.invalid = column.invalid;
  proof.rows = column.answered + column.missing + column.invalid;
  proof.r = r_code(report, measure);
  proof.others = other_rules(report, measure, labels);
  return proof;
}

void add_line(std::string& text, const std::string& line) { text += "  " + line + "\n"; }

std::string proof_text(const Report& report, const Proof& proof, const Labels& labels) {
  const Measure& measure = *proof.measure;
  const std::string unit(measure_info(measure.id).unit);
  const Cell& cell = report.cells[measure.cell];
  std::string text = card_title(measure, labels) + "  " + printable(question_text(report, measure));
  text += "  " + printable(report.tables[measure.table].name);
  if (cell.wave) text += "  " + printable(*cell.wave);
  text += "\n";
  std::string value = format_number(*measure.value);
  if (measure.interval) {
    value += labels.filled(Label::proof_interval, {{"low", format_number(measure.interval->low)},
                                                   {"high", format_number(measure.interval->high)},
                                                   {"level", percent_text(measure.interval->level)},
                                                   {"method", measure.interval->method}});
  }
  add_line(text, value);
  add_line(text, proof.formula);
  add_line(text, labels.filled(Label::proof_base, {{"n", grouped(*measure.n)},
                                                   {"rows", grouped(proof.rows)},
                                                   {"missing", grouped(proof.missing)},
                                                   {"invalid", grouped(proof.invalid)}}));
  for (const auto& [score, count] : measure.distribution) {
    add_line(text, score + ": " + grouped(count));
  }
  if (!proof.others.empty()) {
    text += "\n" + std::string(labels(Label::proof_others)) + "\n";
    for (const Proof::Rule& rule : proof.others) {
      add_line(text, figure_in(rule.value, rule.unit, labels) + "  " + rule.text);
    }
  }
  text += "\n";
  if (proof.r.empty()) return text + std::string(labels(Label::proof_no_r)) + "\n";
  return text + std::string(labels(Label::proof_r)) + "\n\n" + proof.r;
}

}  // namespace

std::vector<Proof> prove_headlines(const Report& report) {
  const Labels labels(report.language);
  std::vector<Proof> proofs;
  for (const Measure& measure : report.measures) {
    if (measure.headline && measure.column != 0 && measure.value && measure.n) {
      proofs.push_back(prove(report, measure, labels));
    }
  }
  return proofs;
}

void render_proofs_text(const Report& report, MeasureId id, const Sink& sink) {
  const Labels labels(report.language);
  bool first = true;
  for (const Proof& proof : prove_headlines(report)) {
    if (proof.measure->id != id) continue;
    if (!first) sink("\n");
    first = false;
    sink(proof_text(report, proof, labels));
  }
}

}  // namespace topline
