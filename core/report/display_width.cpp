// SPDX-License-Identifier: Apache-2.0
#include "core/report/display_width.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "core/report/display_width_ranges.h"

namespace topline {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view kEllipsis = "…";

struct Point {
  uint32_t code;
  size_t length;  ///< bytes
  bool valid;
};

// The code point at the start of `text`. REQUIRES: !text.empty().
Point point_at_start(std::string_view text) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  const size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return {0xFFFD, 1, false};
  uint32_t code = lead & (0xFFu >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    if (i >= text.size() || (byte(i) & 0xC0) != 0x80) return {0xFFFD, i, false};
    code = code << 6 | (byte(i) & 0x3Fu);
  }
  constexpr uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < kLeast[length] || code > 0x10FFFF || surrogate) return {0xFFFD, 1, false};
  return {code, length, true};
}

template <size_t N>
bool within(const width_ranges::Range (&ranges)[N], uint32_t code) {
  const auto* next = std::upper_bound(
      std::begin(ranges), std::end(ranges), code,
      [](uint32_t c, const width_ranges::Range& range) { return c < range.first; });
  return next != std::begin(ranges) && code <= std::prev(next)->last;
}

int width_of(uint32_t code) {
  if (code < 0x300) return 1;
  if (within(width_ranges::kZero, code)) return 0;
  return within(width_ranges::kWide, code) ? 2 : 1;
}

bool turns_direction(uint32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
         code == 0x200E || code == 0x200F;
}

// Marks that must not begin a line of Chinese.
bool closes(std::string_view character) {
  constexpr std::string_view kClosing = "，。、；：？！）」』】》〉”’…%％";
  return kClosing.find(character) != std::string_view::npos;
}

bool opens(std::string_view character) {
  constexpr std::string_view kOpening = "（「『【《〈“‘";
  return kOpening.find(character) != std::string_view::npos;
}

// The pieces of a text between which a line may break; a blank belongs to the piece before it.
std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  bool may_break = true;  // before the next character
  while (!text.empty()) {
    const Point point = point_at_start(text);
    const std::string_view character = text.substr(0, point.length);
    const bool wide = width_of(point.code) == 2;
    if (pieces.empty() || ((may_break || wide) && character != " " && !closes(character) &&
                           width_of(point.code) > 0 && !opens(std::string_view(pieces.back())))) {
      pieces.emplace_back();
    }
    pieces.back() += character;
    may_break = character == " " || wide;
    text.remove_prefix(point.length);
  }
  return pieces;
}

std::string_view without_blanks_at_end(std::string_view text) {
  const size_t last = text.find_last_not_of(' ');
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const Point point = point_at_start(text);
    width += width_of(point.code);
    text.remove_prefix(point.length);
  }
  return width;
}

std::string printable(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const Point point = point_at_start(text);
    const bool control = point.code < 0x20 || (point.code >= 0x7F && point.code < 0xA0);
    if (!point.valid) {
      safe += kReplacement;
    } else if (point.code == '\n' || point.code == '\t') {
      safe += ' ';
    } else if (!control && !turns_direction(point.code)) {
      safe += text.substr(0, point.length);
    }
    text.remove_prefix(point.length);
  }
  return safe;
}

std::string cut_to(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  if (width <= 0) return {};
  std::string cut;
  int used = 1;  // the ellipsis
  while (!text.empty()) {
    const Point point = point_at_start(text);
    used += width_of(point.code);
    if (used > width) break;
    cut += text.substr(0, point.length);
    text.remove_prefix(point.length);
  }
  return std::string(without_blanks_at_end(cut)) + std::string(kEllipsis);
}

std::string fit_left(std::string_view text, int width) {
  std::string cut = cut_to(text, width);
  cut.append(static_cast<size_t>(std::max(0, width - display_width(cut))), ' ');
  return cut;
}

std::string fit_right(std::string_view text, int width) {
  const std::string cut = cut_to(text, width);
  return std::string(static_cast<size_t>(std::max(0, width - display_width(cut))), ' ') + cut;
}

std::vector<std::string> wrap(std::string_view text, int width) {
  std::vector<std::string> lines;
  std::string line;
  const auto finish = [&] {
    lines.emplace_back(without_blanks_at_end(line));
    line.clear();
  };
  for (std::string piece : pieces_of(text)) {
    if (!line.empty() &&
        display_width(line) + display_width(without_blanks_at_end(piece)) > width) {
      finish();
    }
    while (display_width(without_blanks_at_end(piece)) > width && width > 1) {
      std::string part;
      std::string_view rest = piece;
      while (true) {
        const Point point = point_at_start(rest);
        if (display_width(part) + width_of(point.code) > width) break;
        part += rest.substr(0, point.length);
        rest.remove_prefix(point.length);
      }
      lines.push_back(part);
      piece = std::string(rest);
    }
    line += piece;
  }
  if (!line.empty()) finish();
  return lines;
}

}  // namespace topline
