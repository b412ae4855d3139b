// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/report/render.h"
#include "core/report/text_line.h"

namespace topline {

/// Writes blocks of lines in the style of a terminal, with one blank line between them.
class TextPage {
 public:
  TextPage(const TextStyle& style, const Sink& sink) : style_(style), sink_(sink) {}

  void block(const std::vector<Line>& lines);

  /// Nothing can be drawn in fewer columns than these.
  static TextStyle at_least_narrow(TextStyle style);

 private:
  TextStyle style_;
  const Sink& sink_;
  bool first_ = true;
};

/// `text` made printable and wrapped, in one ink.
std::vector<Line> paragraph(Ink ink, std::string_view text, int width);

}  // namespace topline
