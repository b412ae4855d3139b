// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace topline {

/// The text of an ODS cell: its paragraphs, a line each, with blanks as OpenDocument counts them (part
/// 3, 6.1.2: a run is one, at a paragraph's ends none; text:s says how many). Notes, drawings and
/// the readings of ruby texts are none of it. Fed with the elements within the cell.
class CellParagraphs {
 public:
  void clear();
  /// `blanks`: the count that a text:s names, else 0.
  void open(std::string_view name, uint64_t blanks);
  void close();
  void text(std::string_view text);

  bool any() const { return paragraphs_ > 0; }
  const std::string& value() const { return out_; }

 private:
  void end_run();

  std::string out_;
  size_t depth_ = 0;    ///< of elements within the cell
  size_t skipped_ = 0;  ///< the depth of the element whose inside is none of the text; 0 for none
  size_t paragraphs_ = 0;
  size_t start_ = 0;    ///< of this paragraph in out_
  bool blank_ = false;  ///< blanks came that are one if something follows
};

}  // namespace topline
