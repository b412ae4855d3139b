// SPDX-License-Identifier: Apache-2.0
#pragma once

// Figures of a roll-out as people write them: "72%", "$1.2 million", "120 万元", "3.5 hours", "3.5 小时",
// "1.4 years".

#include <string>

#include "core/report/labels.h"
#include "core/report/report.h"

namespace topline {

/// The unit of a measure: its own, or the catalogue's.
std::string_view unit_of(const Measure& measure);
/// A value in its unit, rounded for reading. Units: those of the catalogue, or a currency ("CNY",
/// "USD", "money": none is known). Percentages and points are whole (one decimal under 1 and above
/// 99 %), other figures have three digits or so; durations are said in seconds, minutes, hours or
/// days.
std::string figure_in(double value, std::string_view unit, const Labels& labels);
/// What stands beside the value: its interval, or its base.
std::string beside_figure(const Measure& measure, const Labels& labels);

std::string verdict_text(Criterion::Verdict verdict, const Labels& labels);
std::string criterion_text(const Criterion& criterion, const Labels& labels);
/// "NPS +23 (target +20) · Satisfied 71%"
std::string evidence_text(const Report& report, const Criterion& criterion, const Labels& labels);

}  // namespace topline
