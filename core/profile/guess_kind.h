// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which kind of table it is, told by its columns: pure in (headers, evidence, column guesses).

#include <optional>
#include <span>
#include <vector>

#include "core/profile/plan.h"
#include "core/profile/profile.h"
#include "core/profile/table_kind.h"

namespace topline {

struct KindGuess {
  TableKind kind = TableKind::survey;
  double confidence = 1;
  std::vector<std::optional<Field>> fields;  ///< of each column; empty: it plays no part
};

/// `told`: the kind is settled and only its fields are looked for. `guesses`: what each column would
/// be taken for in a survey; a table with questions that ask for a score stays one.
KindGuess guess_kind(const Profile& profile, std::span<const Evidence> evidence,
                     std::span<const ColumnPlan> guesses, std::optional<TableKind> told);

/// "USD", "CNY", "EUR" … where the header or the cells of a column of amounts name a currency; else empty.
std::string currency_of(std::string_view header, const TokenTable& column);

}  // namespace topline
