// SPDX-License-Identifier: Apache-2.0
#include "core/report/text_line.h"

#include <utility>

#include "core/report/display_width.h"

namespace topline {
namespace {

// The page's tokens in the 256 colours, each of at least 3:1 against black and white both.
std::string_view ansi(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::strong:
      return "\x1B[1m";
    case Ink::mute:
      return "\x1B[38;5;244m";
    case Ink::accent:
      return "\x1B[38;5;32m";
    case Ink::title:
      return "\x1B[1;38;5;32m";
    case Ink::warning:
      return "\x1B[38;5;166m";
    case Ink::question:
      return "\x1B[38;5;136m";
    case Ink::detractor:
      return "\x1B[38;5;166m";
    case Ink::passive:
      return "\x1B[38;5;246m";
    case Ink::promoter:
      return "\x1B[38;5;36m";
    case Ink::box:
      return "\x1B[38;5;32m";
    case Ink::outside:
      return "\x1B[38;5;110m";
  }
  return "";
}

constexpr std::pair<std::string_view, std::string_view> kAscii[] = {
    {"─", "-"}, {"│", "|"}, {"╭", "+"}, {"╮", "+"}, {"╰", "+"},  {"╯", "+"},  {"┊", ":"},
    {"┼", "+"}, {"●", "*"}, {"○", "o"}, {"█", "#"}, {"▓", "="},  {"░", "."},  {"▇", "#"},
    {"▆", "#"}, {"▅", "#"}, {"▄", ":"}, {"▃", ":"}, {"▂", "."},  {"▁", "."},  {"−", "-"},
    {"–", "-"}, {"…", "~"}, {"·", "|"}, {"×", "x"}, {"▲", "^"}, {"▼", "v"}, {"“", "\""}, {"”", "\""}, {"’", "'"}};

}  // namespace

Line& Line::add(Ink ink, std::string_view text) {
  if (text.empty()) return *this;
  width_ += display_width(text);
  if (!pieces_.empty() && pieces_.back().ink == ink) {
    pieces_.back().text += text;
  } else {
    pieces_.push_back({ink, std::string(text)});
  }
  return *this;
}

Line& Line::add(const Line& other) {
  for (const Piece& piece : other.pieces_) add(piece.ink, piece.text);
  return *this;
}

Line& Line::fill_to(int width) {
  if (width > width_) add(std::string(static_cast<size_t>(width - width_), ' '));
  return *this;
}

std::string Line::text(bool color) const {
  std::string text;
  for (const Piece& piece : pieces_) {
    const bool painted = color && piece.ink != Ink::plain;
    if (painted) text += ansi(piece.ink);
    text += piece.text;
    if (painted) text += "\x1B[0m";
  }
  const size_t last = text.find_last_not_of(' ');
  text.resize(last == std::string::npos ? 0 : last + 1);
  return text;
}

std::string in_ascii(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    size_t taken = 0;
    for (const auto& [mark, ascii] : kAscii) {
      if (text.substr(0, mark.size()) != mark) continue;
      plain += ascii;
      taken = mark.size();
      break;
    }
    if (taken == 0) {
      plain += text[0];
      taken = 1;
    }
    text.remove_prefix(taken);
  }
  return plain;
}

}  // namespace topline
