// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/base/number.h"
#include "core/report/build_report.h"
#include "core/report/measure_words.h"
#include "core/report/summary_comparisons.h"
#include "core/report/summary_response.h"
#include "core/report/summary_rollout.h"
#include "core/report/words.h"

namespace topline {
namespace {

constexpr size_t kMostOfAKind = 3;

struct Voice {
  Language language;
  bool chinese() const { return language == Language::zh; }
  std::string range(const std::string& low, const std::string& high) const {
    return low + (chinese() ? " 至 " : " to ") + high;
  }
};

// "1–5" of a scale's name, with a dash that reads as one.
std::string dashed(std::string text) {
  const size_t dash = text.find('-');
  if (dash != std::string::npos && dash != 0) text.replace(dash, 1, "–");
  return text;
}

std::string level_of(const Report& report) { return format_number(100 * report.confidence) + "%"; }

std::string people(const Settings& settings, uint64_t n, const std::string& wave,
                   const Voice& voice) {
  const bool one = n == 1;
  if (voice.chinese()) {
    const std::string who = settings.audience == "employee"   ? "名员工"
                            : settings.audience == "customer" ? "位客户"
                                                              : "人";
    return (wave.empty() ? "" : wave + "：") + grouped(n) + " " + who + "作答。";
  }
  const std::string who = settings.audience == "employee"   ? (one ? "employee" : "employees")
                          : settings.audience == "customer" ? (one ? "customer" : "customers")
                                                            : (one ? "person" : "people");
  return grouped(n) + " " + who + " answered" + (wave.empty() ? "" : " in " + wave) + ".";
}

bool is_points(const Measure& measure) { return is_net_score(measure.id); }
bool is_percent(const Measure& measure) { return measure.id == MeasureId::csat || measure.id == MeasureId::ces; }

// "NPS", "Satisfied (4–5 of 5)", the question itself for a rating; with the question where `named`.
std::string name_of(const Measure& measure, const ReportColumn& column, bool named,
                    const Voice& voice) {
  const std::string quoted = "“" + column.name + "”";
  std::string name = quoted;
  if (is_points(measure)) {
    const bool employer = measure.id == MeasureId::enps;
    name = voice.chinese() ? (employer ? "员工净推荐值 eNPS" : "净推荐值 NPS")
                           : (employer ? "eNPS" : "NPS");
  } else if (is_percent(measure)) {
    const size_t of = measure.box.find(" of ");
    name = voice.chinese() ? "满意率（" + measure.box.substr(of + 4) + " 分制的 " +
                                 dashed(measure.box.substr(0, of)) + " 分）"
                           : "Satisfied (" + dashed(measure.box) + ")";
  } else {
    return name;
  }
  return named ? quoted + (voice.chinese() ? "：" : ": ") + name : name;
}

// "+23 (95% confidence: +18 to +28)"; the level is said where `level` is not empty.
std::string amount(const Measure& measure, const ReportColumn& column, const std::string& level,
                   const Voice& voice) {
  const bool whole = is_points(measure) || is_percent(measure);
  const auto show = [&](double value) {
    return rounded(value, whole ? 0 : 1, is_points(measure)) + (is_percent(measure) ? "%" : "");
  };
  std::string text = show(*measure.value);
  if (!whole) {
    const std::string scale = dashed(column.scale);
    text += voice.chinese() ? " 分（量表 " + scale + "）" : " on " + scale;
  }
  if (!measure.interval) return text;
  const std::string range = voice.range(show(measure.interval->low), show(measure.interval->high));
  if (voice.chinese()) {
    return text + "（" + (level.empty() ? "" : level + " 置信区间：") + range + "）";
  }
  return text + " (" + (level.empty() ? "" : level + " confidence: ") + range + ")";
}

const Measure* previous_wave(const Report& report, const Measure& headline,
                             const ReportTable& table) {
  const auto at = std::find(table.waves.begin(), table.waves.end(), table.headline_wave);
  if (at == table.waves.begin() || at == table.waves.end()) return nullptr;
  for (const Measure& measure : report.measures) {
    const Cell& cell = report.cells[measure.cell];
    if (measure.id == headline.id && measure.column == headline.column &&
        measure.table == headline.table && cell.segment.empty() && cell.wave == *(at - 1) &&
        measure.value) {
      return &measure;
    }
  }
  return nullptr;
}

std::string summarise_table(const Report& report, const DifferenceIndex& differences, size_t index,
                            const Settings& settings, const Voice& voice) {
  const ReportTable& table = report.tables[index];
  std::vector<const Measure*> shown;
  uint64_t base = 0;
  for (MeasureId id : {MeasureId::nps, MeasureId::enps, MeasureId::csat, MeasureId::ces, MeasureId::rating_mean}) {
    size_t kind = 0;
    for (const Measure& measure : report.measures) {
      if (measure.table != index || measure.id != id || !measure.headline) continue;
      base = std::max(base, measure.n.value_or(0));
      if (!measure.value || kind == kMostOfAKind) continue;
      // Ratings stand in the summary only where nothing weightier does.
      if (id == MeasureId::rating_mean && !shown.empty() && shown[0]->id != id) continue;
      ++kind;
      shown.push_back(&measure);
    }
  }
  if (shown.empty()) {
    uint64_t used = 0;
    for (const ReportInput& input : report.inputs) {
      if (input.table == table.name) used += input.rows.used;
    }
    const bool hidden =
        std::any_of(report.measures.begin(), report.measures.end(),
                    [&](const Measure& m) { return m.table == index && m.suppressed; });
    for (const Measure& measure : report.measures) {
      if (measure.table != index || !measure.headline || !measure.bound) continue;
      const Labels labels(report.language);
      return voice.chinese() ? measure_name(measure.id, labels) + "：" + absence_text(measure, labels) + "。"
                             : measure_name(measure.id, labels) + " " + absence_text(measure, labels) + ".";
    }
    if (hidden) {
      return voice.chinese() ? "作答人数太少，结果不予显示。"
                             : "Too few people answered for a result to be shown.";
    }
    return voice.chinese()
               ? "读取了 " + grouped(used) + " 行，尚无评分：请指明哪一列是分数。"
               : grouped(used) +
                     " rows were read. There is no score yet: say which column holds one.";
  }
  std::string text = people(settings, base, table.headline_wave, voice);
  bool first = true;
  for (const Measure* measure : shown) {
    const ReportColumn& column = table.columns[measure->column - 1];
    size_t same = 0;
    for (const Measure* other : shown) same += other->id == measure->id;
    text += voice.chinese() ? "" : " ";
    text += name_of(*measure, column, same > 1, voice) + " " +
            amount(*measure, column, first ? level_of(report) : std::string(), voice);
    if (const Measure* before = previous_wave(report, *measure, table)) {
      text += (voice.chinese() ? "，" : "; in ") + *report.cells[before->cell].wave +
              (voice.chinese() ? " 为 " : " ") + amount(*before, column, {}, voice);
      text += verdict_on_change(report, differences, *measure, before->cell);
    }
    text += voice.chinese() ? "。" : ".";
    first = false;
  }
  text += summarise_segments(report, differences, *shown[0]);
  return text + summarise_response(report, static_cast<uint32_t>(index));
}

}  // namespace

std::string summarise(const Report& report, const Settings& settings) {
  const Voice voice{language_of(report.language)};
  const DifferenceIndex differences(report);
  const std::string rollout = summarise_rollout(report);
  const bool measured = std::any_of(report.measures.begin(), report.measures.end(),
                                    [](const Measure& m) { return m.value || m.suppressed; });
  std::string text;
  const auto say = [&](const std::string& sentences) {
    if (!text.empty() && !sentences.empty()) text += voice.chinese() ? "" : " ";
    text += sentences;
  };
  for (size_t i = 0; i < report.tables.size(); ++i) {
    const bool survey = report.tables[i].kind == TableKind::survey;
    // Other tables have their sentences together; that nothing is scored is said where it is true.
    if (survey || (rollout.empty() && !measured)) say(summarise_table(report, differences, i, settings, voice));
  }
  say(rollout);
  if (text.empty() && measured) {
    uint64_t figures = 0;
    for (const Measure& measure : report.measures) figures += measure.value.has_value();
    text = voice.chinese() ? "共计算了 " + grouped(figures) + " 项指标。"
                           : grouped(figures) + (figures == 1 ? " figure was" : " figures were") + " computed.";
  }
  return text;
}

}  // namespace topline
