// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/cell_paragraphs.h"

#include <algorithm>

namespace topline {
namespace {

// More in one go than any text has; a file may claim millions in twenty bytes.
constexpr uint64_t kMostBlanks = 1000;

}  // namespace

void CellParagraphs::clear() {
  out_.clear();
  depth_ = skipped_ = paragraphs_ = start_ = 0;
  blank_ = false;
}

void CellParagraphs::open(std::string_view name, uint64_t blanks) {
  ++depth_;
  if (skipped_ != 0) return;
  if (depth_ == 1) {
    if (name != "p" && name != "h") {
      skipped_ = depth_;
      return;
    }
    if (paragraphs_++ > 0) out_ += '\n';
    start_ = out_.size();
    blank_ = false;
  } else if (name == "s") {
    end_run();
    out_.append(std::clamp<uint64_t>(blanks, 1, kMostBlanks), ' ');
  } else if (name == "tab" || name == "line-break") {
    end_run();
    out_ += name == "tab" ? '\t' : '\n';
  } else if (name != "span" && name != "a" && name != "ruby" && name != "ruby-base") {
    // Fields (a date, the sheet's name) show their text; what is drawn or noted beside it does not.
    const bool beside = name == "ruby-text" || name == "annotation" || name == "note" ||
                        name == "frame" || name == "custom-shape" || name == "script";
    if (beside) skipped_ = depth_;
  }
}

void CellParagraphs::close() {
  if (skipped_ == depth_) skipped_ = 0;
  --depth_;
}

void CellParagraphs::text(std::string_view text) {
  if (depth_ == 0 || skipped_ != 0) return;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      blank_ = true;
      continue;
    }
    end_run();
    out_ += c;
  }
}

void CellParagraphs::end_run() {
  if (blank_ && out_.size() > start_) out_ += ' ';
  blank_ = false;
}

}  // namespace topline
