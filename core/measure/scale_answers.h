// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/measure/answers.h"
#include "core/measure/measure.h"

namespace topline {

/// A measure with its base and notes, or absent for want of answers.
Measure start_measure(MeasureId id, const Answers& answers, const MeasureContext& context);

/// −1 for a detractor's score (0–6), 0 for a passive's (7–8), 1 for a promoter's (9–10).
double net_class(double score);

/// Every score of the scale with its count, ascending.
std::vector<std::pair<std::string, uint64_t>> distribution_of(const Answers& answers,
                                                              const Scale& scale);

/// Where the population is told: the n of an unlimited one that is worth as much, n(N − 1)/(N − n)
/// (Cochran 1977, Sampling Techniques, 2.6); sets n_effective and narrows se with it. False where all
/// of the population answered: a census, without an interval. REQUIRES: measure.se is set.
bool correct_for_population(Measure& measure, double& n, const MeasureContext& context);

/// Fills a share in %: value, error, Wilson interval. `coded` holds the answers in the share coded
/// 1 and the others coded 0.
void fill_share(Measure& measure, const std::vector<stats::WeightedValue>& coded,
                const MeasureContext& context);

}  // namespace topline
