// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which terms set one group's texts apart from another's: Dunning's log-likelihood ratio (Dunning
// 1993, Computational Linguistics 19:61).

namespace topline::stats {

/// A 2×2 table of texts or of words. Counts are not negative.
struct TermCounts {
  double here = 0;           ///< a: with the term, in the group
  double elsewhere = 0;      ///< b: with the term, in the rest
  double not_here = 0;       ///< c: without it, in the group
  double not_elsewhere = 0;  ///< d: without it, in the rest
};

struct Keyness {
  double g_squared = 0;      ///< G² = 2 Σ observed ln(observed/expected), all four cells; >= 0
  double signed_value = 0;   ///< G², negative where the term is rarer here than elsewhere
  double p = 0;              ///< P(χ²(1) > G²)
  double expected_here = 0;  ///< of a, were the term as frequent in both
  double expected_elsewhere = 0;  ///< of b
};

/// Everything is NaN where a row or a column of the table is empty, or a count is negative.
Keyness keyness(const TermCounts& counts);

}  // namespace topline::stats
