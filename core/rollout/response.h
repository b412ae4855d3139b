// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/rollout/rollout.h"

namespace topline {

/// The response rate of each survey whose invited are known: settings.invited, else the people of a
/// roster that the survey's respondent ids stand on. Of the headline wave where there are waves. With
/// a roster also by team, role and licence, and a chi-squared test (Holm over these columns) of those
/// who answered against those who did not: figures chi_squared:NAME, df:NAME, p:NAME. Groups of under
/// min_n people are hidden, nobody is named.
/// `surveyed`: headline net scores and csat get the figures missing, worst_case_low and
/// worst_case_high, in the measure's unit: where everyone of the invited without an answer to it
/// were a detractor or a promoter (not satisfied or satisfied); with a target of the study target
/// and tipping_point, the score among the missing at which the verdict turns. None with weights.
void measure_response(const Rollout& rollout, std::vector<Measure>& surveyed,
                      const std::vector<Cell>& cells, RolloutResults& results);

}  // namespace topline
