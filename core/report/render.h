// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/report/report.h"

namespace topline {

/// Where rendered text goes, piece by piece.
using Sink = std::function<void(std::string_view)>;

/// The report as JSON (docs: the contract). Written as a stream: a report of 240 k measures is over
/// 200 MB. Numbers are the 12-digit decimals of their doubles. `indent` 0 writes one line.
void render_json(const Report& report, const Sink& sink, int indent = 2);

/// How a terminal takes text.
struct TextStyle {
  bool color = false;  ///< ANSI colours
  int width = 80;      ///< columns
  bool unicode = true;  ///< box and block characters
};

/// For people at a terminal: summary, tables aligned for East Asian width, distribution bars, messages.
void render_text(const Report& report, const TextStyle& style, const Sink& sink);
/// Markdown with pipe tables.
void render_markdown(const Report& report, const Sink& sink);
/// Tidy CSV: one row a measure, UTF-8 with BOM, ASCII hyphens, cells that a spreadsheet would run as a
/// formula defused by a leading apostrophe.
void render_csv(const Report& report, const Sink& sink);
/// What each table and column was taken for and why: `topline inspect`.
void render_inspection_text(const Report& report, const TextStyle& style, const Sink& sink);

}  // namespace topline
