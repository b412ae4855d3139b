// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/utf8_check.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/ingest/reference_reader.h"

namespace topline {
namespace {

TEST(Utf8, CountsWhatAWhatwgDecoderReplaces) {
  const struct {
    std::string bytes;
    uint64_t count;
  } cases[] = {
      {"", 0},
      {"plain", 0},
      {"\xE4\xB8\xAD\xE6\x96\x87", 0},
      {"\xFF", 1},
      {"\xE4\xB8", 1},                  // cut by the end
      {"\xE4\xB8z", 1},                 // cut by a letter: one subpart
      {"\xF0\x9F\x98", 1},              // three bytes, one subpart
      {"\xC0\xAF", 2},                  // overlong: no subpart is well-formed
      {"\xE0\x80\x80", 3},              // overlong
      {"\xED\xA0\x80", 3},              // a surrogate
      {"\xF4\x90\x80\x80", 4},          // above U+10FFFF
      {"\xF1\x80\x80\xE1\x80\xC2z", 3}  // table 3-11 of Unicode's section 3.9
  };
  for (const auto& c : cases) {
    EXPECT_EQ(ReferenceReader::replacements(c.bytes), c.count) << ::testing::PrintToString(c.bytes);
    for (Lane lane : lanes_here()) {
      EXPECT_EQ(count_invalid_utf8(c.bytes.data(), c.bytes.size(), lane), c.count)
          << ::testing::PrintToString(c.bytes);
    }
  }
}

TEST(Utf8, CountsEveryThreeByteSequence) {
  for (uint32_t bits = 0; bits < 1u << 24; bits += bits % 0x100 == 0x41 ? 0x3F : 1) {
    const auto lead = static_cast<uint8_t>(bits >> 16);
    if (lead < 0x7F || (lead > 0x82 && lead < 0xBE)) {  // ASCII and continuations are all alike
      bits |= 0xFFFF;
      continue;
    }
    char bytes[40] = {};
    bytes[0] = static_cast<char>(lead);
    bytes[1] = static_cast<char>(bits >> 8);
    bytes[2] = static_cast<char>(bits);
    const uint64_t expected = ReferenceReader::replacements({bytes, 3});
    for (Lane lane : lanes_here()) {
      if (count_invalid_utf8(bytes, 3, lane) != expected) {
        FAIL() << std::hex << bits << " lane " << static_cast<int>(lane);
      }
    }
  }
  SUCCEED();
}

TEST(Utf8, CountsRandomBytesAsTheReferenceDoes) {
  std::mt19937 random(7);
  constexpr const char* kPieces[] = {
      "a",    "bcdefgh",  "\xC3\xA9",         "\xE4\xB8\xAD",
      "\x80", "\xE4\xB8", "\xF0\x9F\x98\x80", "\xF0\x9F",
      "\xBF", "\xED\xA0", "\xF4\x90",         "some longer ASCII text"};
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    const size_t kinds = 1 + random() % 12;
    for (size_t k = random() % (round % 50 == 0 ? 9000 : 60); k > 0; --k) {
      bytes += kPieces[random() % kinds];
    }
    const uint64_t expected = ReferenceReader::replacements(bytes);
    for (Lane lane : lanes_here()) {
      ASSERT_EQ(count_invalid_utf8(bytes.data(), bytes.size(), lane), expected)
          << "round " << round << " lane " << static_cast<int>(lane);
    }
  }
}

TEST(Utf8, LongRunsOfContinuationsAreCountedOnce) {
  for (size_t size : {4090u, 4096u, 4097u, 9000u}) {
    const std::string bytes = "\xE4" + std::string(size, '\x80');
    for (Lane lane : lanes_here()) {
      EXPECT_EQ(count_invalid_utf8(bytes.data(), bytes.size(), lane),
                ReferenceReader::replacements(bytes));
    }
  }
}

}  // namespace
}  // namespace topline
