// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "core/base/number.h"

namespace topline {

/// 64 × 64 → 128 bits, folded: the mixing step of the wyhash family (Wang Yi, public domain).
inline uint64_t mix(uint64_t a, uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

inline constexpr uint64_t kHashA = 0xa0761d6478bd642full;
inline constexpr uint64_t kHashB = 0xe7037ed1a0b428dbull;

/// A 128-bit fingerprint: equal texts have equal ones; unequal ones collide with odds of 2^-128 ×
/// pairs.
struct Fingerprint {
  uint64_t high = 0;
  uint64_t low = 0;
  bool operator==(const Fingerprint&) const = default;
  bool operator<(const Fingerprint& other) const {
    return high != other.high ? high < other.high : low < other.low;
  }
};

Fingerprint fingerprint(std::string_view text, Fingerprint seed = {});
/// 32 hexadecimal digits.
std::string to_hex(const Fingerprint& fingerprint);
/// Zero fingerprint where `text` is not 32 hexadecimal digits.
Fingerprint fingerprint_from_hex(std::string_view text);

}  // namespace topline
