// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/profile/plan.h"

namespace topline {

/// What the survey tools call the columns that they add to every export; empty for a question.
std::optional<Role> export_role(LayoutKind layout, std::string_view header);

/// Codes that an export writes for "not answered" and "not asked", whatever the question's scale.
std::span<const std::string_view> export_missing_codes(LayoutKind layout);

/// Which rows of an export nobody meant as an answer: responses that were not finished, previews
/// and tests. For one column of the plan; empty for most.
std::optional<Shape::Skip> skip_by(LayoutKind layout, const ColumnPlan& column, uint32_t index);

}  // namespace topline
