// SPDX-License-Identifier: Apache-2.0
#include "core/report/text_page.h"

#include <algorithm>

#include "core/report/display_width.h"

namespace topline {

void TextPage::block(const std::vector<Line>& lines) {
  if (lines.empty()) return;
  if (!first_) sink_("\n");
  first_ = false;
  for (const Line& line : lines) {
    std::string text = line.text(style_.color);
    if (!style_.unicode) text = in_ascii(text);
    text += '\n';
    sink_(text);
  }
}

TextStyle TextPage::at_least_narrow(TextStyle style) {
  style.width = std::max(40, style.width);
  return style;
}

std::vector<Line> paragraph(Ink ink, std::string_view text, int width) {
  std::vector<Line> lines;
  for (const std::string& line : wrap(printable(text), width)) lines.emplace_back(ink, line);
  return lines;
}

}  // namespace topline
