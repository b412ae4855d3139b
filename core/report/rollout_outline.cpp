// SPDX-License-Identifier: Apache-2.0
#include "core/report/rollout_outline.h"

#include <algorithm>

#include "core/report/measure_words.h"
#include "core/report/outline.h"

namespace topline {
namespace {

constexpr Label kThemes[] = {Label::theme_response, Label::theme_adoption, Label::theme_customers, Label::theme_service,
                             Label::theme_sales,    Label::theme_money,     Label::theme_fit,
                             Label::theme_selection, Label::theme_data};

Breakdown::Of kind_of(const Measure& measure, const Cell& cell) {
  if (!cell.segment.empty()) return Breakdown::Of::segments;
  return cell.wave ? Breakdown::Of::waves : Breakdown::Of::options;
}

// "2026", "2026-Q2", "2026-06": years, quarters and months are not mixed. The fifth character after the
// year tells a quarter or week from a month.
std::pair<size_t, char> wave_form(const Cell& cell) {
  if (!cell.wave) return {0, '\0'};
  const char after_year = cell.wave->size() > 5 ? (*cell.wave)[5] : '\0';
  return {cell.wave->size(), after_year == 'Q' || after_year == 'W' ? after_year : '\0'};
}

class ThemeReader {
 public:
  ThemeReader(const Report& report, Label title) : report_(report) { theme_.title = title; }

  void take(const Measure& measure) {
    const Cell& cell = cell_of(report_, measure);
    if (cell.segment.empty() && !cell.wave && measure.option.empty()) {
      theme_.figures.push_back(&measure);
      return;
    }
    if (!measure.value) return;  // a part without a value says nothing beside the others
    const Breakdown::Of of = kind_of(measure, cell);
    const std::string dimension = dimension_of(cell);
    const auto same = std::find_if(
        theme_.breakdowns.begin(), theme_.breakdowns.end(), [&](const Breakdown& b) {
          const Measure& first = *b.rows.front();
          return b.of == of && b.measure == measure.id && first.table == measure.table &&
                 b.dimension == dimension &&
                 wave_form(cell_of(report_, first)) == wave_form(cell);
        });
    if (same != theme_.breakdowns.end()) {
      same->rows.push_back(&measure);
    } else {
      theme_.breakdowns.push_back({of, measure.id, dimension, {&measure}});
    }
  }

  RolloutTheme finish() {
    std::stable_sort(theme_.figures.begin(), theme_.figures.end(),
                     [](const Measure* a, const Measure* b) { return a->id < b->id; });
    for (Breakdown& breakdown : theme_.breakdowns) {
      std::stable_sort(breakdown.rows.begin(), breakdown.rows.end(),
                       [&](const Measure* a, const Measure* b) {
                         const Cell &x = cell_of(report_, *a), &y = cell_of(report_, *b);
                         if (breakdown.of == Breakdown::Of::waves) return x.wave < y.wave;
                         if (breakdown.dimension == "cohort") return x.segment < y.segment;
                         return *a->value > *b->value;
                       });
    }
    return std::move(theme_);
  }

 private:
  const Report& report_;
  RolloutTheme theme_;
};

}  // namespace

std::optional<Label> theme_of(const MeasureInfo& info) {
  const std::string_view table = info.table;
  if (info.id == MeasureId::response_rate) return Label::theme_response;
  if (table == "survey") return std::nullopt;
  if (info.id == MeasureId::data_completeness || info.id == MeasureId::data_validity ||
      info.id == MeasureId::data_duplicates) {
    return Label::theme_data;
  }
  if (table == "usage" || table == "roster") return Label::theme_adoption;
  if (info.id == MeasureId::sales_total || info.id == MeasureId::sales_growth_pop ||
      info.id == MeasureId::sales_growth_yoy || info.id == MeasureId::order_overdue_rate) {
    return Label::theme_sales;
  }
  if (table == "orders" || table == "accounts") return Label::theme_customers;
  if (table == "pipeline" || table == "receivables") return Label::theme_sales;
  if (table == "tickets" || table == "decisions" || table == "processes") return Label::theme_service;
  if (table == "requirements" || table == "controls") return Label::theme_fit;
  if (table == "goals") return Label::theme_goals;
  if (table == "vendors") return Label::theme_selection;
  return Label::theme_money;
}

std::vector<RolloutTheme> rollout_themes(const Report& report) {
  std::vector<RolloutTheme> themes;
  for (Label title : kThemes) {
    ThemeReader reader(report, title);
    for (const Measure& measure : report.measures) {
      if (measure.column == 0 && theme_of(measure_info(measure.id)) == title) reader.take(measure);
    }
    RolloutTheme theme = reader.finish();
    if (!theme.figures.empty() || !theme.breakdowns.empty()) themes.push_back(std::move(theme));
  }
  return themes;
}

bool is_headline(const Report& report, MeasureId id) {
  return std::any_of(report.measures.begin(), report.measures.end(),
                     [id](const Measure& measure) { return measure.id == id && measure.headline; });
}

std::string breakdown_row(const Report& report, const Breakdown& breakdown, const Measure& measure,
                          const Labels& labels) {
  const Cell& cell = cell_of(report, measure);
  std::string name;
  switch (breakdown.of) {
    case Breakdown::Of::segments:
      name = segment_text(cell, labels(Label::no_answer));
      break;
    case Breakdown::Of::waves:
      name = cell.wave.value_or("");
      break;
    case Breakdown::Of::options:
      name = option_text(measure, labels);
      break;
  }
  if (breakdown.of != Breakdown::Of::options && !measure.option.empty()) {
    name += " · " + option_text(measure, labels);
  }
  return name;
}

std::string breakdown_title(const Breakdown& breakdown, const Labels& labels) {
  const std::string measure = measure_name(breakdown.measure, labels);
  switch (breakdown.of) {
    case Breakdown::Of::segments:
      return labels.filled(Label::by, {{"measure", measure}, {"name", breakdown.dimension}});
    case Breakdown::Of::waves:
      return labels.filled(Label::over_waves, {{"measure", measure}});
    case Breakdown::Of::options:
      break;
  }
  return measure;
}

}  // namespace topline
