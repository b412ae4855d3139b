// SPDX-License-Identifier: Apache-2.0
#pragma once

// Seeded texts made of what breaks readers: quotes where they may and may not stand, record ends
// within cells, three kinds of record end, sequences of several bytes, cut ones, NULs, blank lines.

#include <random>
#include <string>

#include "core/ingest/dialect.h"

namespace topline {

class RandomTable {
 public:
  explicit RandomTable(uint32_t seed) : random_(seed) {
    dialect.delimiter = ",;\t"[pick(3)];
    dialect.end = pick(4) == 0 ? Dialect::End::cr : Dialect::End::lf;
    oddness_ = pick(3) == 0 ? 0 : static_cast<uint32_t>(1) << pick(8);
    width_ = 1 + pick(6);
    length_ = 1 + pick(40);
  }

  std::string text(size_t records) {
    std::string text;
    const size_t mixed = pick(3);
    for (size_t k = 0; k < records; ++k) {
      if (pick(20) != 0) {
        for (uint32_t column = 0; column < width_; ++column) {
          if (column > 0) text += dialect.delimiter;
          text += cell();
        }
      }
      if (k + 1 == records && pick(2) == 0) break;
      text += dialect.end == Dialect::End::cr         ? "\r"
              : mixed == 0 || (mixed == 2 && pick(2)) ? "\r\n"
                                                      : "\n";
    }
    return text;
  }

  uint32_t pick(uint32_t below) { return static_cast<uint32_t>(random_() % below); }

  Dialect dialect;

 private:
  std::string cell() {
    if (oddness_ > 0 && pick(256) < oddness_) return odd_cell();
    if (pick(3) > 0) return letters(pick(length_));
    std::string inner;
    for (uint32_t k = pick(4); k > 0; --k) {
      inner += letters(pick(length_));
      constexpr const char* kInside[] = {"\"\"", "\n", "\r\n", "\r", ",", ";", "\t", "\"\"\"\""};
      inner += kInside[pick(8)];
    }
    return '"' + inner + '"';
  }

  std::string odd_cell() {
    constexpr const char* kOdd[] = {
        "\"", "a\"b",    "\"a\"b",  "\"a\" ",   " \"a\"", "\"a\n",    "\"\"\"", "\"a\"\r",
        "\r", "\"a\"\t", "\"\" \"", "\"a\"b\"", "\"",     "\"a\" b,", "\"\"a",  "\"\r\n"};
    return kOdd[pick(16)] + letters(pick(3));
  }

  std::string letters(uint32_t count) {
    std::string text;
    for (uint32_t k = 0; k < count; ++k) {
      const uint32_t kind = pick(64);
      constexpr const char* kWide[] = {"é", "ß", "\u4e2d", "\u6587", "\U0001F600", "\u3000"};
      constexpr const char* kBroken[] = {"\xFF",         "\xC3",     "\x80",     "\xE4\xB8",
                                         "\xF0\x9F\x98", "\xED\xA0", "\xC0\xAF", "\xF4\x90\x80"};
      if (kind < 6) {
        text += kWide[kind];
      } else if (kind == 6) {
        text += kBroken[pick(8)];
      } else if (kind == 7) {
        text += '\0';
      } else {
        text += static_cast<char>('a' + kind % 26);
      }
    }
    return text;
  }

  std::mt19937 random_;
  uint32_t oddness_ = 0;
  uint32_t width_ = 1;
  uint32_t length_ = 1;
};

}  // namespace topline
