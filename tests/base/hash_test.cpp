// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"

#include <gtest/gtest.h>

#include <set>

namespace topline {
namespace {

TEST(Fingerprint, DiffersWhereTextsDiffer) {
  std::set<Fingerprint> seen;
  for (int i = 0; i < 100000; ++i) seen.insert(fingerprint("R" + std::to_string(i)));
  for (size_t n = 0; n < 40; ++n) seen.insert(fingerprint(std::string(n, '\0')));
  EXPECT_EQ(seen.size(), 100040u);
}

TEST(Fingerprint, ChainsDependOnWhereCellsEnd) {
  const auto chain = [](std::string_view a, std::string_view b) {
    return fingerprint(b, fingerprint(a));
  };
  EXPECT_FALSE(chain("ab", "c") == chain("a", "bc"));
  EXPECT_FALSE(chain("", "a") == chain("a", ""));
}

TEST(Fingerprint, HexRoundTrips) {
  const Fingerprint one = fingerprint("topline");
  EXPECT_EQ(to_hex(one).size(), 32u);
  EXPECT_EQ(fingerprint_from_hex(to_hex(one)), one);
  EXPECT_EQ(fingerprint_from_hex("zz"), Fingerprint{});
}

}  // namespace
}  // namespace topline
