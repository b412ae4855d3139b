// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tests of a before and after.

#include <cstdint>

#include "core/rollout/dated_items.h"

namespace topline {

/// The days [from, change) and [change, to): equally many.
struct Spans {
  Day from = 0, change = 0, to = 0;
  Day days() const { return change - from; }
};

/// Are there items of control teams and of others in the spans?
bool has_control(const DatedSeries& series, const Spans& spans);

/// After − before; no verdict yet, and the cells are the caller's to fill in, here and below. `controlled`: of the teams that are no control, without the note
/// "no_control". Times not finished stand at their age ("open_at_age"): all had the time that nine
/// in ten took. p is absent where a side has nothing or nothing varies.
Difference compare_spans(const DatedSeries& series, const Spans& spans, bool controlled,
                         double confidence);

/// The change of the treated teams − that of the control teams, by team; no verdict yet. The spans
/// are cut into up to six periods of four weeks and more; with one only, the trends before are
/// unchecked ("pre_trend_unchecked"). p is that of the permutations under ten teams a side, and
/// absent under four ("few_teams").
Difference compare_with_control(const DatedSeries& series, const Spans& spans, double confidence,
                                uint64_t seed);

}  // namespace topline
