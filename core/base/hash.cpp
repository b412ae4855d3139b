// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"

namespace topline {
namespace {

uint64_t load(const char* bytes, size_t count) {
  uint64_t word = 0;
  std::memcpy(&word, bytes, count);
  return word;
}

}  // namespace

Fingerprint fingerprint(std::string_view text, Fingerprint seed) {
  uint64_t high = seed.high ^ kHashA;
  uint64_t low = seed.low ^ kHashB;
  const char* at = text.data();
  size_t left = text.size();
  for (; left >= 8; at += 8, left -= 8) {
    const uint64_t word = load(at, 8);
    high = mix(high ^ word, kHashB) + word;
    low = mix(low + word, 0x8ebc6af09c88c6e3ull) ^ high;
  }
  const uint64_t word = load(at, left);
  high = mix(high ^ word, 0x589965cc75374cc3ull ^ text.size());
  low = mix(low + word, 0x1d8e4e27c47d124full + text.size()) ^ high;
  return {mix(high, low ^ kHashA), mix(low, high + kHashB)};
}

std::string to_hex(const Fingerprint& fingerprint) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex(32, '0');
  for (int i = 0; i < 16; ++i) {
    hex[static_cast<size_t>(15 - i)] = kDigits[fingerprint.high >> (4 * i) & 15];
    hex[static_cast<size_t>(31 - i)] = kDigits[fingerprint.low >> (4 * i) & 15];
  }
  return hex;
}

Fingerprint fingerprint_from_hex(std::string_view text) {
  if (text.size() != 32) return {};
  Fingerprint result;
  for (size_t i = 0; i < 32; ++i) {
    const char c = text[i];
    const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (digit < 0) return {};
    uint64_t& half = i < 16 ? result.high : result.low;
    half = half << 4 | static_cast<uint64_t>(digit);
  }
  return result;
}

}  // namespace topline
