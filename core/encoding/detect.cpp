// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/encoding/encoding.h"

namespace topline {
namespace {

uint8_t at(std::string_view text, size_t i) { return static_cast<uint8_t>(text[i]); }

struct Utf8Count {
  uint64_t sequences = 0;  // well-formed, of two bytes and more
  uint64_t damaged = 0;
};

Utf8Count count_utf8(std::string_view text, bool is_all) {
  Utf8Count count;
  for (size_t i = 0; i < text.size();) {
    const uint8_t lead = at(text, i);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const size_t size = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3
                        : lead >= 0xC2 && lead < 0xE0 ? 2 : 0;
    size_t there = 1;
    while (there < size && i + there < text.size() && (at(text, i + there) & 0xC0) == 0x80) ++there;
    if (size != 0 && there == size) {
      ++count.sequences;
    } else if (is_all || size == 0 || i + there < text.size()) {
      ++count.damaged;
    }
    i += there;
  }
  return count;
}

// Zeros at even and at odd places: the upper halves of UTF-16's ASCII characters.
std::optional<Encoding> find_utf16(std::string_view text, bool is_all) {
  if (is_all && text.size() % 2 != 0) return std::nullopt;
  uint64_t zeros[2] = {};
  for (size_t i = 0; i < text.size(); ++i) zeros[i % 2] += text[i] == '\0';
  const uint64_t enough = std::max<uint64_t>(2, text.size() / 20);
  if (zeros[1] >= enough && zeros[0] * 20 <= zeros[1]) return Encoding::utf16le;
  if (zeros[0] >= enough && zeros[1] * 20 <= zeros[0]) return Encoding::utf16be;
  return std::nullopt;
}

struct PairCount {
  uint64_t frequent = 0;  // GB 2312's first level, and its punctuation and full-width forms
  uint64_t other = 0;
  uint64_t broken = 0;
};

PairCount count_pairs(std::string_view text, bool is_all) {
  PairCount count;
  for (size_t i = 0; i < text.size(); ++i) {
    const uint8_t first = at(text, i);
    if (first < 0x80) continue;
    if (i + 1 == text.size()) {
      count.broken += is_all;
      break;
    }
    const uint8_t second = at(text, i + 1);
    if (first == 0x80 || first == 0xFF || second < 0x30 || second == 0x7F || second == 0xFF) {
      ++count.broken;
      continue;
    }
    const bool hanzi = first >= 0xB0 && first <= 0xD7 && second >= 0xA1;
    const bool sign = first >= 0xA1 && first <= 0xA3 && second >= 0xA1;
    ++(hanzi || sign ? count.frequent : count.other);
    ++i;
    // Four bytes: a digit in the second place.
    if (second <= 0x39) i = std::min(i + 2, text.size() - 1);
  }
  return count;
}

}  // namespace

EncodingGuess detect_encoding(std::string_view head, bool head_is_all) {
  if (head.starts_with("\xEF\xBB\xBF")) return {Encoding::utf8, 1, EncodingClue::bom};
  if (head.starts_with("\xFF\xFE")) return {Encoding::utf16le, 1, EncodingClue::bom};
  if (head.starts_with("\xFE\xFF")) return {Encoding::utf16be, 1, EncodingClue::bom};
  if (const auto wide = find_utf16(head, head_is_all)) return {*wide, 0.95, EncodingClue::nuls};
  const Utf8Count utf8 = count_utf8(head, head_is_all);
  if (utf8.damaged == 0) {
    return {Encoding::utf8, 1, utf8.sequences == 0 ? EncodingClue::ascii : EncodingClue::utf8};
  }
  // Well-formed sequences hardly ever come about by chance: these are UTF-8 with some damage.
  if (utf8.sequences >= 4 * utf8.damaged) return {Encoding::utf8, 0.9, EncodingClue::utf8};
  const PairCount pairs = count_pairs(head, head_is_all);
  const uint64_t all = pairs.frequent + pairs.other;
  if (pairs.broken * 20 <= all && pairs.frequent * 4 >= all * 3) {
    return {Encoding::gb18030, all >= 10 ? 0.98 : 0.85, EncodingClue::hanzi};
  }
  return {Encoding::windows_1252, 0.8, EncodingClue::accents};
}

}  // namespace topline
