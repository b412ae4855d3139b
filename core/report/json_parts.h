// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of a report as JSON: one function per kind of entry.

#include "core/base/json_writer.h"
#include "core/report/proof.h"
#include "core/report/report.h"

namespace topline {

void write_strings(std::string_view name, const std::vector<std::string>& texts, JsonWriter& out);
void write_measure(const Report& report, const Measure& measure, JsonWriter& out);
void write_proof(const Report& report, const Proof& proof, JsonWriter& out);
void write_difference(const Report& report, const Difference& difference, JsonWriter& out);
void write_trend(const Report& report, const Trend& trend, JsonWriter& out);
void write_crosstab(const Report& report, const Crosstab& crosstab, JsonWriter& out);
void write_open_answers(const Report& report, const OpenAnswers& answers, JsonWriter& out);
void write_goal(const Goal& goal, JsonWriter& out);
void write_criterion(const Report& report, const Criterion& criterion, JsonWriter& out);
/// Name, theme and direction of every measure that the report has, and the words of its options, notes
/// and reasons, in the report's language: what a viewer needs beside the figures.
void write_catalogue(const Report& report, JsonWriter& out);
void write_join(const Report& report, const Join& join, JsonWriter& out);

}  // namespace topline
