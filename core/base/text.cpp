// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"

#include <algorithm>
#include <cstdint>

namespace topline {
namespace {

// Length of the white space at the start of `text`, 0 where there is none.
size_t space_at_start(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = static_cast<unsigned char>(text[0]);
  if (byte == ' ' || (byte >= '\t' && byte <= '\r')) return 1;
  if (text.substr(0, 2) == "\xC2\xA0") return 2;
  if (text.substr(0, 3) == "\xE3\x80\x80" || text.substr(0, 3) == "\xEF\xBB\xBF") return 3;
  return 0;
}

size_t space_at_end(std::string_view text) {
  for (size_t length : {1, 2, 3}) {
    if (text.size() >= length && space_at_start(text.substr(text.size() - length)) == length) {
      return length;
    }
  }
  return 0;
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t up = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = up;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (size_t n = space_at_start(text)) text.remove_prefix(n);
  while (size_t n = space_at_end(text)) text.remove_suffix(n);
  return text;
}

std::string fold(std::string_view text) {
  text = trim(text);
  std::string folded;
  folded.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    if (const size_t space = space_at_start(text.substr(i))) {
      if (folded.empty() || folded.back() != ' ') folded.push_back(' ');
      i += space;
      continue;
    }
    char c = text[i];
    size_t length = 1;
    // U+FF01..U+FF5E are ASCII ! .. ~ in full width: EF BC 81 .. EF BD 9E.
    if (i + 2 < text.size() && c == '\xEF') {
      const auto second = static_cast<unsigned char>(text[i + 1]);
      const auto third = static_cast<unsigned char>(text[i + 2]);
      const uint32_t point = 0xF000u | (second & 0x3Fu) << 6 | (third & 0x3Fu);
      if (point >= 0xFF01 && point <= 0xFF5E) {
        c = static_cast<char>(point - 0xFF01 + '!');
        length = 3;
      }
    }
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    folded.push_back(c);
    i += length;
  }
  return folded;
}

std::string as_words(std::string_view header) {
  std::string spaced;
  for (size_t i = 0; i < header.size(); ++i) {
    const bool upper = header[i] >= 'A' && header[i] <= 'Z';
    if (i != 0 && upper && header[i - 1] >= 'a' && header[i - 1] <= 'z') spaced.push_back(' ');
    spaced.push_back(header[i]);
  }
  return fold(spaced);
}

bool has_word(std::string_view folded, std::string_view word) {
  if (word.empty()) return false;
  const bool ascii = static_cast<unsigned char>(word[0]) < 0x80;
  for (size_t at = folded.find(word); at != std::string_view::npos;
       at = folded.find(word, at + 1)) {
    if (!ascii) return true;
    const size_t end = at + word.size();
    const bool starts = at == 0 || !is_word_byte(folded[at - 1]) ||
                        static_cast<unsigned char>(folded[at - 1]) >= 0x80;
    const bool ends = end == folded.size() || !is_word_byte(folded[end]) ||
                      static_cast<unsigned char>(folded[end]) >= 0x80;
    if (starts && ends) return true;
  }
  return false;
}

std::vector<std::string> nearest(std::string_view name, const std::vector<std::string>& names,
                                 size_t limit) {
  const std::string wanted = fold(name).substr(0, 80);
  std::vector<std::pair<size_t, std::string>> ranked;
  for (const std::string& candidate : names) {
    const std::string folded = fold(candidate).substr(0, 80);
    size_t distance = edit_distance(wanted, folded);
    // A name that holds what was typed is meant more often than one of similar length.
    if (!wanted.empty() && folded.find(wanted) != std::string::npos) distance = 0;
    ranked.emplace_back(distance, candidate);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> best;
  for (size_t i = 0; i < ranked.size() && i < limit; ++i) best.push_back(ranked[i].second);
  return best;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

}  // namespace topline
