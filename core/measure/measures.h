// SPDX-License-Identifier: Apache-2.0
#pragma once

// One function per measure: answers of one cell -> a value that knows its doubt. Column and cell of
// the Measure are the caller's to fill in. Without answers the value is absent and says why.

#include <vector>

#include "core/measure/answers.h"
#include "core/measure/measure.h"
#include "core/stats/net_score.h"
#include "core/study/settings.h"

namespace topline {

/// A measure that is not shown: of fewer than min_n people, or what would give such a group away; or
/// of people who nearly all answered alike.
Measure hidden_measure(MeasureId id, bool alike = false);

/// Are these so few that they are hidden: 1 to min_n − 1 people who are not known to be customers?
bool is_few(uint64_t people, const Settings& settings);

/// Net Promoter Score in points, −100…100, as nps or enps. Intervals: score (Tango), wald, adjusted-wald; with
/// weights on the effective n.
Measure measure_nps(MeasureId id, const Answers& answers, const MeasureContext& context);

/// The interval of an NPS by the context's method; counts: on the (effective) base.
void state_nps_interval(Measure& measure, const stats::NetCounts& counts,
                        const MeasureContext& context);

/// Share of the answers in `box` (see top_box(), easy_box()), in %, as csat or ces. Interval: Wilson.
Measure measure_box(MeasureId id, const Answers& answers, const Scale& scale, const Scale& box,
                    const MeasureContext& context);

/// Mean of the answers on the item's own scale, as csat_mean or rating_mean. Interval: Student's t.
Measure measure_mean(MeasureId id, const Answers& answers, const Scale& scale,
                     const MeasureContext& context);

/// Share of each option among those who answered, in %. Interval: Wilson.
std::vector<Measure> measure_shares(const Answers& answers, const MeasureContext& context);

/// Share of the answers above the middle of the scale, in %, with those in the middle and below it in
/// parts: favourable, neutral, unfavourable. Interval: Wilson. REQUIRES: middle_of(scale).
Measure measure_favourable(const Answers& answers, const Scale& scale,
                           const MeasureContext& context);
/// The middle of a Likert scale of five or seven points; empty for other scales.
std::optional<int> middle_of(const Scale& scale);

}  // namespace topline
