// SPDX-License-Identifier: Apache-2.0
#pragma once

// The Plan: what each column of a table is taken for, and why. A pure function of (Profile,
// Settings).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/ingest/layout.h"
#include "core/profile/declared.h"
#include "core/profile/table_kind.h"

namespace topline {

enum class Role : uint8_t {
#define TOPLINE_ROLE(name) name,
#include "core/profile/roles.def"
#undef TOPLINE_ROLE
};

std::string_view role_name(Role role);
std::optional<Role> role_from_name(std::string_view name);
/// Roles whose columns hold answers that are counted: nps, enps, csat, rating, choice, ranking.
bool is_question(Role role);
/// Promoters less detractors of 0–10: nps, enps.
bool is_net_score(Role role);

/// Why a column was taken for what it is; the words stand in core/report/words_*.cpp.
enum class Reason : uint8_t {
#define TOPLINE_REASON(name) name,
#include "core/profile/reasons.def"
#undef TOPLINE_REASON
};

std::string_view reason_name(Reason reason);
const std::vector<Reason>& all_reasons();

/// The whole numbers that an item can be answered with, from low to high, ends included.
struct Scale {
  int low = 0;
  int high = 0;
  bool operator==(const Scale&) const = default;
};

/// "0-10"
std::string scale_name(const Scale& scale);
std::optional<Scale> scale_from_name(std::string_view name);
/// The box of satisfied answers: 3 of 3, 3–4 of 4, 4–5 of 5, 5–6 of 6, 6–7 of 7, 8–10 of 10 and of
/// 0–10; empty for other scales, which have a mean only.
std::optional<Scale> top_box(const Scale& scale);
/// The box of those for whom it was easy: 5–7 of 7, 4–5 of 5; empty for other scales.
std::optional<Scale> easy_box(const Scale& scale);

/// LabelScores of answers, as normal_label() has them, and the scores that they stand for.
using LabelScores = std::vector<std::pair<std::string, int>>;

struct ColumnPlan {
  std::string name;   ///< the header; "column 3" where there is none
  std::string label;  ///< what is asked, where the header is a code; else empty
  Role role = Role::ignore;
  std::optional<Field> field = {};  ///< of Role::field: the part it plays in a table of its kind
  std::optional<Scale> scale;  ///< of nps, enps, csat and rating
  double confidence = 0;       ///< of the guess, 0 to 1
  bool told = false;           ///< settled by the user
  Reason reason = Reason::no_clue;
  std::optional<Role> alternative;  ///< the other role that is asked about; empty: sure
  std::vector<std::string>
      missing_codes;         ///< numbers that stand for "no answer", such as 11 beside 0–10
  bool code_found = false;   ///< one of them was taken for that without anybody's word
  LabelScores labels;             ///< of a scale of words; empty: the answers are numbers
  std::string option_mark;   ///< between the options of a multiple choice or the items of a ranking; empty: one answer a cell
  std::string why_unscored;  ///< set where no score may be given: "scale_ambiguous" …
  /// Scored and shown: a question that isn't waiting for the user's answer.
  bool scored() const;
  bool operator==(const ColumnPlan&) const = default;
};

/// The role as it is told and shown: of a field its own name, "customer".
std::string_view role_name(const ColumnPlan& column);

enum class WaveUnit : uint8_t { none, day, week, month, quarter, year };
std::optional<WaveUnit> wave_unit_from_name(std::string_view name);
std::string_view wave_unit_name(WaveUnit unit);

/// The order of the parts of a date in a column.
enum class DateOrder : uint8_t { none, ymd, mdy, dmy };

/// A column that is read for the part it plays, or to group rows by.
struct FieldColumn {
  std::optional<Field> field;  ///< empty: a column that rows are grouped by
  uint32_t column = 0;
  DateOrder order = DateOrder::none;  ///< of moments
  char decimal = '.';                 ///< of amounts; or a comma
  bool operator==(const FieldColumn&) const = default;
};

/// What the pass over the rows must do. Two plans of equal shape tally alike, whatever they call
/// their columns: roles, scales and missing codes are applied right of the Tally.
struct Shape {
  static constexpr uint32_t kNo = UINT32_MAX;
  LayoutKind layout = LayoutKind::plain;
  TableKind kind = TableKind::survey;
  std::vector<FieldColumn> fields;  ///< of tables that are no survey
  std::vector<std::string> headers;
  std::vector<std::string> labels;      ///< as in Layout
  std::vector<std::string> export_ids;  ///< as in Layout
  std::vector<uint32_t>
      questions;  ///< counted by segment, wave or weight (empty where there is none)
  std::vector<uint32_t> by;
  std::vector<uint32_t> cross;
  uint32_t wave = kNo;
  WaveUnit wave_unit = WaveUnit::none;
  DateOrder wave_order = DateOrder::none;
  uint32_t weight = kNo;
  char weight_decimal = '.';  ///< or a comma
  uint32_t frequency = kNo;  ///< how many people a row stands for; else one
  std::vector<std::pair<uint32_t, std::string>> where;
  /// A row is left out where the column holds one of the values (folded): a response that was not
  /// finished, or a preview or test that nobody answered in earnest.
  struct Skip {
    uint32_t column = 0;
    bool incomplete = false;  ///< else it is excluded
    std::vector<std::string> values;
    bool operator==(const Skip&) const = default;
  };
  std::vector<Skip> skips;
  std::vector<uint32_t> dates;  ///< event dates: their latest is as_of
  std::vector<DateOrder> date_orders;
  uint32_t response_id = kNo;
  std::vector<uint32_t> key;      ///< columns that tell a response from another
  std::vector<uint32_t> serials;  ///< row counters: no part of a response's contents
  bool ids = false;               ///< a fingerprint per row is kept
  std::vector<uint32_t> frame;    ///< columns whose rows are kept, ascending (core/tally/row_frame.h)
  bool whole_rows = false;        ///< the codes of all columns are kept per row: rows may be dropped
  bool operator==(const Shape&) const = default;

  /// Are any counts beside the plain ones of the Profile kept?
  bool grouped() const { return !by.empty() || !cross.empty() || counts_everyone(); }
  /// Is everyone a group that needs counts of its own? Without waves and weights the Profile has
  /// them.
  bool counts_everyone() const { return wave != kNo || weight != kNo; }
};

struct Plan {
  std::vector<ColumnPlan> columns;
  Shape shape;
  Declared declared;
  std::vector<uint32_t> proposed_segments;
  uint32_t proposed_wave = Shape::kNo;
  uint32_t proposed_weight = Shape::kNo;
  double kind_confidence = 1;  ///< that the table is of shape.kind
  bool kind_told = false;
  bool summary = false;  ///< the table is a summary: nothing in it is scored
  std::vector<Finding> findings;
};

/// A fingerprint of a shape; `merge` refuses unequal ones.
Fingerprint shape_fingerprint(const Shape& shape);

}  // namespace topline
