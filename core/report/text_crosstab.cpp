// SPDX-License-Identifier: Apache-2.0
#include "core/report/text_crosstab.h"

#include <algorithm>

#include "core/report/crosstab_words.h"
#include "core/report/display_width.h"
#include "core/report/text_page.h"
#include "core/report/words.h"

namespace topline {
namespace {

constexpr int kGap = 2;
constexpr int kPercent = 6;  // " 100%", " 99.9%"
constexpr int kWidestHeading = 18;
constexpr size_t kMostRows = 24;

// A segment as it is printed: its heading over counts and percentages.
struct Printed {
  std::string heading;
  const Crosstab::Column* column = nullptr;
  int counts = 0;  ///< their width
  int width = 0;
};

Printed printed(std::string_view heading, const Crosstab::Column& column) {
  Printed one{cut_to(printable(heading), kWidestHeading), &column};
  one.counts = display_width(grouped(column.n));
  one.width = std::max(display_width(one.heading), one.counts + kPercent);
  return one;
}

void add_row(std::vector<Line>& lines, Ink ink, const std::string& name, int name_wide,
             const std::vector<std::string>& cells, const std::vector<Printed>& band) {
  Line line(ink, cut_to(name, name_wide));
  line.fill_to(name_wide);
  for (size_t c = 0; c < band.size(); ++c) {
    line.add(ink, std::string(kGap, ' ') + fit_right(cells[c], band[c].width));
  }
  lines.push_back(std::move(line));
}

}  // namespace

std::vector<Line> text_crosstab(const Report& report, const Crosstab& crosstab,
                                const TextStyle& style, const Labels& labels) {
  std::vector<Line> lines;
  const auto say = [&](Ink ink, std::string_view text) {
    for (Line& line : paragraph(ink, text, style.width)) lines.push_back(std::move(line));
  };
  say(Ink::title, crosstab_title(report, crosstab, labels));
  const size_t rows = std::min(crosstab.answers.size(), kMostRows);
  std::vector<std::string> names;
  int name_wide = display_width(labels(Label::base));
  for (size_t row = 0; row < rows; ++row) {
    names.push_back(printable(crosstab_answer(report, crosstab, row, labels)));
    name_wide = std::max(name_wide, display_width(names.back()));
  }
  name_wide = std::min(name_wide, style.width * 2 / 5);

  const auto columns = crosstab_columns(crosstab, labels);
  for (size_t next = 0; next < columns.size();) {
    std::vector<Printed> band;
    std::vector<std::string> headings, bases;
    for (int width = name_wide; next < columns.size(); ++next) {
      Printed one = printed(columns[next].first, *columns[next].second);
      width += kGap + one.width;
      if (!band.empty() && width > style.width) break;
      headings.push_back(one.heading);
      bases.push_back(fit_right(grouped(one.column->n), one.counts) + std::string(kPercent, ' '));
      band.push_back(std::move(one));
    }
    add_row(lines, Ink::strong, "", name_wide, headings, band);
    for (size_t row = 0; row < rows; ++row) {
      std::vector<std::string> cells;
      for (const Printed& one : band) {
        cells.push_back(fit_right(grouped(one.column->counts[row]), one.counts) +
                        fit_right(crosstab_percent(*one.column, row), kPercent));
      }
      add_row(lines, Ink::plain, names[row], name_wide, cells, band);
    }
    add_row(lines, Ink::mute, std::string(labels(Label::base)), name_wide, bases, band);
  }
  if (rows < crosstab.answers.size() && !columns.empty()) {
    say(Ink::mute, labels(Label::crosstab_more_rows, grouped(crosstab.answers.size() - rows)));
  }
  say(Ink::plain, crosstab_test(report, crosstab, labels));
  for (const std::string& note : crosstab_notes(crosstab, labels)) say(Ink::mute, note);
  return lines;
}

}  // namespace topline
