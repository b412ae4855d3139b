// SPDX-License-Identifier: Apache-2.0
#pragma once

// The number of a cell as people see it (ECMA-376 part 1, 18.8.30). Private to core/workbook.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace topline {

/// What a number format makes of a number.
enum class CellFormat : uint8_t { number, percent, date, time, moment, duration };

/// `id` is a numFmtId; `code` its text where it is a workbook's own ("yyyy/m/d"), else empty.
CellFormat format_of(uint32_t id, std::string_view code);

/// The text of a number cell, which is `raw` in the file: dates and times as ISO texts ("2021-02-26",
/// "2021-02-26 20:26:58", "04:14:00"), durations as h:mm:ss, percentages with their sign, other
/// numbers in at most 15 digits, as Excel shows them. `since_1904`: the workbook counts days from
/// 1904. What is no number stays as it is.
std::string number_text(std::string_view raw, CellFormat format, bool since_1904);

/// The same texts of what OpenDocument writes: "2021-02-26T20:26:58.5" (date or moment), and of a time
/// or duration, "PT04H14M00S" (without `format` a time where it is shorter than a day). What is
/// neither stays as it is.
std::string iso_moment_text(std::string_view iso, CellFormat format);
std::string iso_duration_text(std::string_view iso, std::optional<CellFormat> format);

}  // namespace topline
