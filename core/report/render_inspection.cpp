// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/base/text.h"
#include "core/report/display_width.h"
#include "core/report/figures.h"
#include "core/report/measure_words.h"
#include "core/report/render.h"
#include "core/report/text_messages.h"
#include "core/report/text_page.h"
#include "core/report/words.h"

namespace topline {
namespace {

constexpr size_t kMostTexts = 6;

// One column of an input, as it is listed.
struct Listed {
  std::string number;
  std::string name;
  std::string role;
  std::string sure;
  std::string counts;
};

int widest(const std::vector<Listed>& all, std::string Listed::*field, std::string_view heading) {
  int width = display_width(heading);
  for (const Listed& one : all) width = std::max(width, display_width(one.*field));
  return width;
}

class Inspection {
 public:
  Inspection(const Report& report, const TextStyle& style)
      : style_(style), labels_(report.language) {}

  std::vector<Line> head(const ReportInput& input) const {
    std::vector<Line> lines = {Line(Ink::title, printable(input.name))};
    std::string facts = rows_text(input.rows, labels_) + " · " + bytes_text(input.bytes) + " · " +
                        input.encoding + " · " +
                        labels_(Label::separated_by, delimiter(input.delimiter)) + " · ";
    facts += input.header_rows == 0 ? std::string(labels_(Label::no_header_row))
             : input.header_rows == 1
                 ? std::string(labels_(Label::header_row))
                 : labels_(Label::header_rows, std::to_string(input.header_rows));
    if (!input.table.empty() && input.table != input.name) {
      facts += " · " + labels_(Label::one_part_of, printable(input.table));
    }
    for (const std::string& line : wrap(facts, style_.width)) lines.emplace_back(Ink::plain, line);
    return lines;
  }

  std::vector<Line> columns(const std::vector<ReportColumn>& columns) const {
    std::vector<Listed> listed;
    for (const ReportColumn& column : columns) listed.push_back(list(column));
    const int number = widest(listed, &Listed::number, "#");
    const int role = widest(listed, &Listed::role, labels_(Label::taken_for));
    const int sure = widest(listed, &Listed::sure, labels_(Label::sure));
    const int fixed = number + role + sure + 6;
    const int name = std::min(widest(listed, &Listed::name, labels_(Label::column_heading)),
                              std::max(12, (style_.width - fixed) / 2));
    Line heading;
    heading.add(Ink::mute, fit_right("#", number)).add("  ");
    heading.add(Ink::mute, fit_left(labels_(Label::column_heading), name)).add("  ");
    heading.add(Ink::mute, fit_left(labels_(Label::taken_for), role)).add("  ");
    heading.add(Ink::mute, fit_right(labels_(Label::sure), sure));
    std::vector<Line> lines = {heading};
    for (size_t i = 0; i < columns.size(); ++i) {
      const Listed& one = listed[i];
      Line line;
      line.add(Ink::mute, fit_right(one.number, number)).add("  ");
      line.add(Ink::strong, fit_left(one.name, name)).add("  ");
      line.add(ink_of(columns[i]), fit_left(one.role, role)).add("  ");
      line.add(fit_right(one.sure, sure));
      const bool beside = style_.width - line.width() - 2 >= display_width(one.counts);
      if (beside) line.add("  ").add(Ink::mute, one.counts);
      lines.push_back(line);
      if (!beside)
        lines.push_back(Line()
                            .fill_to(number + 2)
                            .add(Ink::mute, cut_to(one.counts, style_.width - number - 2)));
      for (const std::string& why : wrap(details(columns[i]), style_.width - number - 2)) {
        lines.push_back(Line().fill_to(number + 2).add(Ink::mute, why));
      }
    }
    return lines;
  }

 private:
  static Ink ink_of(const ReportColumn& column) {
    if (!column.alternative.empty()) return Ink::question;
    return column.role == "ignore" ? Ink::mute : Ink::accent;
  }

  Listed list(const ReportColumn& column) const {
    const auto count = [&](Label label, uint64_t n) {
      return std::string(labels_(label)) + " " + grouped(n);
    };
    std::string counts =
        count(Label::answered, column.answered) + " · " + count(Label::missing, column.missing);
    if (column.invalid != 0) counts += " · " + count(Label::invalid, column.invalid);
    return {std::to_string(column.column), printable(column.name), role_text(column, labels_),
            column.told ? std::string(labels_(Label::told)) : share_text(sure_part(column), 100),
            counts};
  }

  static uint64_t sure_part(const ReportColumn& column) {
    return static_cast<uint64_t>(std::clamp(column.confidence, 0.0, 1.0) * 100 + 0.5);
  }

  // Why, and what stands in the column.
  std::string details(const ReportColumn& column) const {
    std::string text = column.reason;
    std::string found;
    for (size_t i = 0; i < column.top.size() && i < kMostTexts; ++i) {
      if (!found.empty()) found += ", ";
      found += cut_to(printable(column.top[i].first), 24);
      if (column.top[i].second != 0) found += " ×" + grouped(column.top[i].second);
    }
    if (column.top.size() > kMostTexts) found += " …";
    if (found.empty() && column.distinct != 0) {
      // Beyond what is kept the number is an estimate, which may come out above what can be.
      found = column.many ? labels_(Label::about_distinct,
                                    grouped(std::min(column.distinct, column.answered)))
                          : labels_(Label::distinct, grouped(column.distinct));
    }
    if (!found.empty()) text += (text.empty() ? "" : " · ") + found;
    return text;
  }

  std::string delimiter(const std::string& byte) const {
    if (byte == ",") return std::string(labels_(Label::comma));
    if (byte == ";") return std::string(labels_(Label::semicolon));
    if (byte == "\t") return std::string(labels_(Label::tab));
    if (byte == "|") return std::string(labels_(Label::pipe));
    return byte;
  }

  const TextStyle& style_;
  Labels labels_;
};

}  // namespace

void render_inspection_text(const Report& report, const TextStyle& asked, const Sink& sink) {
  const TextStyle style = TextPage::at_least_narrow(asked);
  TextPage page(style, sink);
  const Inspection inspection(report, style);
  for (const ReportInput& input : report.inputs) {
    std::vector<Line> lines = inspection.head(input);
    // Inputs of one table have the same columns: they are listed once, under the first.
    page.block(lines);
    if (input.table.empty() || input.table == input.name) {
      page.block(inspection.columns(input.columns));
    }
  }
  page.block(text_messages(report, style));
}

}  // namespace topline
