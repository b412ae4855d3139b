// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/number.h"
#include "core/profile/token_table.h"

namespace topline {

/// How the amounts of one column are written.
struct NumberStyle {
  char decimal = '.';      ///< the other one of . and , groups digits
  bool ambiguous = false;  ///< every amount is like 1,234: a decimal comma, or thousands
  bool operator==(const NumberStyle&) const = default;
};

/// Decided from the whole column: 1.234,56 or 12,5 anywhere settle the comma; 1,234.5 or 1,234,567 the
/// point.
NumberStyle find_number_style(const TokenTable& column);

/// The exact amount that a cell holds, in units of 1e-12: "1.234,56", "1,234.56", "12 345,67", "¥1.5万",
/// "￥３００", "12%" (as 12), "$ (1,200)", "−5", "5-", "3.2亿", "1e3", "'7". Empty for other texts and for
/// what does not fit.
std::optional<Fixed> read_amount(std::string_view cell, const NumberStyle& style);

/// The weight of a row: an amount from 0 to 1,000,000 (larger ones are taken for errors: their squares
/// would soon leave 128 bits).
std::optional<Fixed> read_weight(std::string_view cell, char decimal);
/// How many people a row stands for: a whole amount from 0 to 1e12.
std::optional<uint64_t> read_people(std::string_view cell);

}  // namespace topline
