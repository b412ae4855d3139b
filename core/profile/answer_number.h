// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace topline {

/// The number that an answer begins with, or ends on.
struct AnswerNumber {
  double value = 0;
  int of = 0;       ///< the 5 of "4 / 5"; 0 where none is said
  char prefix = 0;  ///< the letter of "A4", upper case; 0 for none
};

/// Reads what survey tools write for an answer on a numeric scale, after full-width digits are made
/// narrow:
///
///   9   −1   6.5   '7                    a number, perhaps behind Excel's text mark
///   9分   9 points   4 stars   5星         with a unit of scores
///   4 / 5   4/5   4 of 5                 out of so many
///   10 - Extremely likely   5. Good      with its label: behind - – — . : = 、 or in brackets
///   Extremely likely (10)   非常满意（5分）   the same, label first
///   A4                                   an answer code: one letter, at most two digits
///
/// Dates, ranges (18-24, 1-3年), amounts and ids are none of these.
std::optional<AnswerNumber> read_answer_number(std::string_view cell);

}  // namespace topline
