// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/utf8_check.h"

#include <algorithm>
#include <cstring>

namespace topline {
namespace {

/// How many continuation bytes a lead asks for, and what the first of them may be.
struct Lead {
  uint32_t more = 0;  ///< 0: no lead
  uint8_t low = 0x80, high = 0xBF;
};

Lead lead_of(uint8_t byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0};
}

bool continues(char c) { return (static_cast<uint8_t>(c) & 0xC0) == 0x80; }

/// A place near `at` where no sequence is cut: before a byte that continues none, or behind three
/// bytes that all do (the longest lead asks for three).
size_t safe_cut(const char* text, size_t at) {
  for (size_t back = 0; back < 4 && back < at; ++back) {
    if (!continues(text[at - back])) return at - back;
  }
  return at;
}

using Valid = bool (*)(const char*, size_t);

Valid valid_for(Lane lane) {
  switch (std::min(lane, best_lane())) {
#if defined(__x86_64__)
    case Lane::avx2:
      return valid_utf8_avx2;
    case Lane::avx512:
      return valid_utf8_avx512;
#endif
#if defined(__wasm_simd128__)
    case Lane::wasm:
      return valid_utf8_wasm;
#endif
    default:
      return valid_utf8_scalar;
  }
}

}  // namespace

uint64_t count_invalid_utf8_plainly(const char* text, size_t size) {
  uint64_t invalid = 0;
  size_t at = 0;
  while (at < size) {
    uint64_t eight;
    if (size - at >= sizeof eight) {
      std::memcpy(&eight, text + at, sizeof eight);
      if ((eight & 0x8080808080808080u) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    const auto byte = static_cast<uint8_t>(text[at++]);
    if (byte < 0x80) continue;
    const Lead lead = lead_of(byte);
    if (lead.more == 0) {
      ++invalid;
      continue;
    }
    uint8_t low = lead.low, high = lead.high;
    for (uint32_t k = 0; k < lead.more; ++k) {
      const auto next = static_cast<uint8_t>(at < size ? text[at] : 0);
      if (next < low || next > high) {  // it may begin a sequence of its own: not passed over
        ++invalid;
        break;
      }
      ++at;
      low = 0x80;
      high = 0xBF;
    }
  }
  return invalid;
}

bool valid_utf8_scalar(const char* text, size_t size) {
  return count_invalid_utf8_plainly(text, size) == 0;
}

uint64_t count_invalid_utf8(const char* text, size_t size, Lane lane) {
  if (valid_for(lane) == valid_utf8_scalar) return count_invalid_utf8_plainly(text, size);
  constexpr size_t kPiece = 4096;  // what is read a second time where something is wrong
  const Valid valid = valid_for(lane);
  uint64_t invalid = 0;
  while (size > 0) {
    const size_t piece = size <= kPiece ? size : safe_cut(text, kPiece);
    if (!valid(text, piece)) invalid += count_invalid_utf8_plainly(text, piece);
    text += piece;
    size -= piece;
  }
  return invalid;
}

}  // namespace topline
