// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/measure/comparison_cells.h"
#include "core/measure/two_groups.h"

namespace topline {

/// Two waves of everyone, by index into ComparisonCells::waves, and what the earlier one is to the
/// later: "previous" or "first".
struct WavePair {
  size_t later = 0;
  size_t earlier = 0;
  const char* against = "previous";
};

/// The pairs that a question is compared by. The previous wave is the latest before it in which the
/// question was answered. headline: the headline wave against the previous one and, where that is
/// another, the first; all: every wave against its previous one as well.
std::vector<WavePair> wave_pairs(const ComparedQuestion& question, const ComparisonCells& cells,
                                 CompareScope scope);

/// The later wave − the earlier one, as of different people; no verdict yet. Empty where either is
/// hidden, or without weight. Who answered in both waves is known from rows only: a paired test of
/// theirs takes this one's place where it is asked for (paired_waves.h); until then `may_repeat` (the table tells its respondents apart) brings the note "unpaired".
std::optional<Difference> compare_waves(const ComparedQuestion& question,
                                        const ComparedFigure& figure, const ComparisonCells& cells,
                                        const WavePair& pair, const ComparisonLevel& level,
                                        uint64_t design_n, bool may_repeat);

}  // namespace topline
