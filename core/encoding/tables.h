// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables of the WHATWG Encoding Standard; tables.cpp is made by scripts/encoding_tables.mjs.
// Private to core/encoding.

#include <cstddef>
#include <cstdint>

namespace topline::encoding {

/// Characters of the bytes 0x80 … 0xFF.
extern const uint16_t kWindows1252[128];
extern const uint16_t kMacRoman[128];

/// Two bytes: 0x81 … 0xFE, then 0x40 … 0xFE without 0x7F. 0 where there is no character.
extern const uint16_t kGb18030Pairs[126 * 190];

/// Four bytes, numbered: from `pointer` on the characters count up from `point`; 0 is none.
struct Gb18030Range {
  uint16_t pointer;
  uint16_t point;
};
extern const Gb18030Range kGb18030Ranges[];
extern const size_t kGb18030RangeCount;

}  // namespace topline::encoding
