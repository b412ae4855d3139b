// SPDX-License-Identifier: Apache-2.0
#pragma once

// How figures are said to people: "+18 to +28", "71%", "3.94", "1,142". The report itself holds
// full doubles; figures are rounded for reading only.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/report/labels.h"
#include "core/report/report.h"

namespace topline {

/// U+2212 where people read, the ASCII hyphen where other programs may.
enum class Minus : uint8_t { typographic, ascii };

/// A value in its unit: points signed and whole ("+18", "−4", "0"), percentages whole ("71%", below
/// 1 and above 99 with one decimal), scores with two decimals ("3.94").
std::string figure(double value, std::string_view unit, Minus minus = Minus::typographic);
/// "+18 to +28"
std::string figure_range(const MeasureInterval& interval, std::string_view unit,
                         const Labels& labels, Minus minus = Minus::typographic);
/// "1 answer", "1,142 answers"
std::string answers_text(uint64_t count, const Labels& labels);
/// "95%", "97.5%": a level of confidence or a share between 0 and 1.
std::string percent_text(double part);
/// "24%": part of whole, as whole per cent.
std::string share_text(uint64_t part, uint64_t whole);
/// "12.4 MB"
std::string bytes_text(uint64_t bytes);

}  // namespace topline
