// SPDX-License-Identifier: Apache-2.0
#pragma once

// The steps that make_plan() takes, in the order that it takes them. Private to these files.

#include <optional>
#include <span>

#include "core/profile/plan.h"
#include "core/profile/profile.h"

namespace topline {

/// The parts that columns play in a table that is no survey; what else they hold is told, not scored.
void plan_kind(Plan& plan, const Profile& profile, std::span<const Evidence> evidence,
               std::optional<TableKind> told);
/// What was told of single columns. Errors: those of find_column(), bad_option, role_impossible.
Result<void> apply_choices(Plan& plan, const Profile& profile, const Settings& settings);
/// What rows are compared by, weighed and filtered. Errors: those of find_column(), bad_option.
Result<void> apply_groups(Plan& plan, const Profile& profile, const Settings& settings);
/// What is read of each row: the fields, then the columns that rows are grouped by.
void plan_fields(Plan& plan, const Profile& profile);
/// How many people a row stands for, and which rows are left out.
void plan_rows(Plan& plan);
/// What tells a response from another, and the dates.
void plan_keys(Plan& plan, const Profile& profile, const Settings& settings);

/// The column as a column of that role and nothing else.
void take_as(ColumnPlan& column, Role role, Reason reason);
/// Of several tables in one call a name need only stand in one (the front door checks that).
bool is_of_another_table(const Error& error, const Settings& settings);
/// The order of dates among `orders` (see possible_orders); none where they are no dates.
DateOrder order_among(unsigned orders, bool& ambiguous);
/// That of all the dates of a column.
DateOrder order_of(const TokenTable& table, bool& ambiguous);

}  // namespace topline
