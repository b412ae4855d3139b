// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/profile/plan.h"
#include "core/profile/token_table.h"
#include "core/profile/word_scale.h"
#include "core/study/settings.h"

namespace topline {

/// What one pass sees of each column of a table: its distinct texts with their counts. Bounded,
/// mergeable.
struct Profile {
  LayoutKind layout = LayoutKind::plain;
  std::vector<std::string> headers;  ///< one per column; "column 3" where the file has none
  std::vector<std::string> labels;      ///< as in Layout
  std::vector<std::string> export_ids;  ///< as in Layout
  std::vector<TokenTable> columns;
  uint64_t rows = 0;       ///< rows counted in the columns, each as often as people it stands for
  uint64_t table_rows = 0; ///< rows as they stand in the table
  bool ids_ascend = true;  ///< the response ids met so far ascend strictly
};

/// Fresh columns with the missing words pinned, so that their counts stay exact whatever falls out.
Profile make_profile(const std::vector<std::string>& headers);

/// The texts of a column in figures: what the guesses look at.
struct Evidence {
  uint64_t filled = 0;  ///< cells that are no missing word, among the kept texts
  uint64_t distinct = 0;
  uint64_t whole = 0;       ///< cells that are whole numbers
  uint64_t numeric = 0;     ///< cells that are numbers
  uint64_t amounts = 0;     ///< cells that are numbers as money and weights are written, those among them
  double min = 0, max = 0;  ///< of the whole numbers that at least one answer in 200 gives
  double max_any = 0;       ///< of all numbers
  uint64_t distinct_whole = 0;
  uint64_t within_ten = 0;  ///< cells that are whole numbers from 0 to 10
  bool has_zero = false;
  bool has_one = false;
  unsigned orders = 0;     ///< date orders that every filled cell allows (see possible_orders)
  unsigned most_orders = 0;  ///< the orders that most filled cells allow, at least nine in ten of them;
                             ///< "never" is no date and counts on neither side
  double mean_length = 0;  ///< bytes
  uint64_t longest = 0;
  bool complete = true;
  bool coded = false;  ///< every answer is a code such as A4
  bool multiple = false;  ///< cells name several options of a multiple choice
  bool ordered = false;   ///< cells put several items in order
  int out_of = 0;      ///< the 5 of "4 / 5", where every answer has it
  std::optional<WordScale> words;
  bool codes_run_down = false;  ///< "1 - Very satisfied": the numbers are no scores
  /// The labels are to be scored, not the numbers.
  bool by_words() const { return words && (!is_numeric() || codes_run_down); }
  bool is_numeric() const { return numeric * 10 >= filled * 9; }
};
/// `missing` are codes that stand for no answer.
Evidence evidence_of(const TokenTable& column, std::span<const std::string_view> missing = {});

/// What stands over a column.
struct ColumnHead {
  std::string name;
  std::string label = {};   ///< what is asked, where the name is a code
  std::string option = {};  ///< the option that the column is of, where its question has several
  LayoutKind layout = LayoutKind::plain;
};
/// What a column is taken for where nobody said; pure in (head, evidence).
ColumnPlan guess_column(const ColumnHead& head, const Evidence& evidence);

/// The plan of a table: guesses, overruled by the settings. Errors: unknown_column,
/// ambiguous_column, bad_option, role_impossible.
Result<Plan> make_plan(const Profile& profile, const Settings& settings);

/// Resolves a column's name: header text (folded), "#3" or "@Q1" (0-based index).
Result<uint32_t> find_column(const std::vector<std::string>& headers, std::string_view name);
/// The same with the export's own ids behind the @, and the labels where no header has the name.
Result<uint32_t> find_column(const Profile& profile, std::string_view name);

}  // namespace topline
