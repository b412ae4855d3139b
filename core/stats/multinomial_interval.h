// SPDX-License-Identifier: Apache-2.0
#pragma once

// Intervals for all shares of one question at once: with the stated confidence every one of them
// holds. counts are whole and not negative; intervals stand in their order, within 0..1. No
// answers, fewer than two categories or a confidence outside 0..1: NaN ends.

#include <span>
#include <vector>

#include "core/stats/interval.h"

namespace topline::stats {

/// Each share's score interval at confidence 1 − α/k (Goodman 1965, Technometrics 7:247). For few
/// categories and counts of at least 5.
std::vector<Interval> goodman(std::span<const double> counts, double confidence);

/// Of one width, by an approximation to the multinomial (Sison and Glaz 1995, JASA 90:366). Shorter
/// from some seven categories on. NaN ends also where everybody gave the same answer, and where a
/// step of one answer already reaches the confidence (a handful of answers).
std::vector<Interval> sison_glaz(std::span<const double> counts, double confidence);

}  // namespace topline::stats
