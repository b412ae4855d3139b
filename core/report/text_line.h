// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace topline {

/// What a piece of terminal text is, from which its colour follows. Colour never says anything that
/// the text beside it does not.
enum class Ink : uint8_t {
  plain,
  strong,
  mute,
  accent,
  title,
  warning,
  question,
  detractor,
  passive,
  promoter,
  box,
  outside
};

/// A line of terminal text in the making: pieces of ink whose width in columns is known, so that
/// lines can be filled up and set side by side.
class Line {
 public:
  Line() = default;
  Line(Ink ink, std::string_view text) { add(ink, text); }

  Line& add(Ink ink, std::string_view text);
  Line& add(std::string_view text) { return add(Ink::plain, text); }
  Line& add(const Line& other);
  /// Blanks up to column `width`.
  Line& fill_to(int width);

  int width() const { return width_; }
  bool empty() const { return pieces_.empty(); }
  /// The line with ANSI colours or without; blanks at its end are left off.
  std::string text(bool color) const;

 private:
  struct Piece {
    Ink ink;
    std::string text;
  };
  std::vector<Piece> pieces_;
  int width_ = 0;
};

/// `text` with box, block and typographic characters of ours replaced by ASCII of the same width,
/// for terminals without Unicode.
std::string in_ascii(std::string_view text);

}  // namespace topline
