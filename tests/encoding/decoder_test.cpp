// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "core/encoding/encoding.h"

namespace topline {
namespace {

// As scripts/encoding_tables.mjs makes them.
std::string random_bytes(size_t size) {
  uint32_t x = 2463534242;
  std::string bytes;
  while (bytes.size() < size) {
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    const uint32_t byte = x >> 8 & 0xff;
    const uint32_t kind = x & 7;
    bytes += static_cast<char>(kind < 4    ? byte
                               : kind == 4 ? 0x30 + byte % 10
                               : kind == 5 ? 0x81 + byte % 126
                               : kind == 6 ? 0xd8 + byte % 8
                                           : 0x20 + byte % 95);
  }
  return bytes;
}

uint64_t fnv1a(std::string_view text) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (char c : text) hash = (hash ^ static_cast<uint8_t>(c)) * 0x100000001b3u;
  return hash;
}

std::string decoded(std::string_view bytes, Encoding encoding, size_t piece, uint64_t& invalid) {
  Decoder decoder(encoding);
  std::string text;
  for (size_t at = 0; at < bytes.size(); at += piece) decoder.decode(bytes.substr(at, piece), text);
  decoder.finish(text);
  invalid = decoder.invalid();
  return text;
}

// What Chromium 156 makes of the same bytes (scripts/encoding_tables.mjs --hashes).
TEST(Decoder, DecodesAsABrowserDoes) {
  struct Want {
    Encoding encoding;
    uint64_t hash;
    uint64_t invalid;
  };
  const Want wants[] = {{Encoding::utf16le, 0x5ec6adbb21d7f1b6u, 9045},
                        {Encoding::utf16be, 0xe1755c10b0117a9cu, 9205},
                        {Encoding::windows_1252, 0xf5cb957fad7a1ad3u, 0},
                        {Encoding::mac_roman, 0x3c86d362ac2cd1b6u, 0},
                        {Encoding::gb18030, 0x3da0a9d766dda19u, 12137}};
  const std::string bytes = random_bytes(size_t{1} << 17);
  for (const Want& want : wants) {
    for (size_t piece : {size_t{1}, size_t{2}, size_t{3}, size_t{1000}, bytes.size()}) {
      uint64_t invalid = 0;
      EXPECT_EQ(fnv1a(decoded(bytes, want.encoding, piece, invalid)), want.hash)
          << name_of(want.encoding) << " in pieces of " << piece;
      EXPECT_EQ(invalid, want.invalid) << name_of(want.encoding);
    }
  }
}

TEST(Decoder, TakesOffTheByteOrderMark) {
  uint64_t invalid = 0;
  EXPECT_EQ(decoded(std::string_view("\xFF\xFE" "A\0", 4), Encoding::utf16le, 1, invalid), "A");
  EXPECT_EQ(decoded(std::string_view("\xFE\xFF" "\0A", 4), Encoding::utf16be, 1, invalid), "A");
}

TEST(Decoder, ACutSequenceIsAnError) {
  uint64_t invalid = 0;
  EXPECT_EQ(decoded("a\xC2", Encoding::gb18030, 9, invalid), "a\xEF\xBF\xBD");
  EXPECT_EQ(invalid, 1u);
}

TEST(Decoder, RealLatin1HasControlCharacters) {
  uint64_t invalid = 0;
  EXPECT_EQ(decoded("\x80\xE9", Encoding::latin_1, 9, invalid), "\xC2\x80\xC3\xA9");
  EXPECT_EQ(decoded("\x80\xE9", Encoding::windows_1252, 9, invalid), "€é");
}

TEST(Encoding, IsKnownByItsNames) {
  for (Encoding encoding : {Encoding::utf8, Encoding::utf16le, Encoding::utf16be,
                            Encoding::windows_1252, Encoding::latin_1, Encoding::mac_roman,
                            Encoding::gb18030}) {
    EXPECT_EQ(encoding_named(name_of(encoding)), encoding);
  }
  EXPECT_EQ(encoding_named("GBK"), Encoding::gb18030);
  EXPECT_EQ(encoding_named(" CP1252 "), Encoding::windows_1252);
  EXPECT_EQ(encoding_named("klingon"), std::nullopt);
}

}  // namespace
}  // namespace topline
