// SPDX-License-Identifier: Apache-2.0
#pragma once

// How the figures of a roll-out are said to people: "CNY 1,234,568", "3.5 hours", "72%", "1.4 years".

#include <string>

#include "core/report/labels.h"
#include "core/report/report.h"

namespace topline {

/// The unit of a measure: its own, or the catalogue's.
std::string_view unit_of(const Measure& measure);
/// A value in a measure's unit; money by its currency, durations in the unit that reads best.
std::string rollout_figure(double value, std::string_view unit, const Labels& labels);
/// What stands beside the value: its interval, or its base.
std::string beside_figure(const Measure& measure, const Labels& labels);

std::string verdict_text(Criterion::Verdict verdict, const Labels& labels);
std::string criterion_text(const Criterion& criterion, const Labels& labels);
/// "NPS +23 (target +20) · Satisfied 71%"
std::string evidence_text(const Report& report, const Criterion& criterion, const Labels& labels);

}  // namespace topline
