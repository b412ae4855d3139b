// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the words of service tables, requirements and controls mean, in English and Chinese.

#include <cstdint>
#include <optional>
#include <string_view>

namespace topline {

/// Is the ticket done, by its status? Empty for other words.
std::optional<bool> is_closed(std::string_view status);

enum class Direction : uint8_t { customers, departments };
/// Whom a ticket serves: "external", 客户 … or "internal", 部门间 …; empty for other words.
std::optional<Direction> direction_of(std::string_view text);
/// "customers", "departments"
std::string_view direction_name(Direction direction);

/// "complaint", 投诉.
bool is_complaint(std::string_view type);

/// 4 critical, 3 high, 2 medium, 1 low; empty for other words. P1 and S1 are the highest.
std::optional<int> severity_rank(std::string_view text);
/// 3 a key account, 2 an ordinary one, 1 a small one; empty for other words.
std::optional<int> importance_rank(std::string_view text);

enum class Solution : uint8_t { open, partly, solved };
/// How far a requirement is solved, or a risk covered; empty for other words.
std::optional<Solution> solution_of(std::string_view status);

enum class ControlMode : uint8_t { automatic, advisory, manual };
/// Does the system stop the slip, only warn of it, or do people check? Empty for other words.
std::optional<ControlMode> control_mode_of(std::string_view text);
std::string_view control_mode_name(ControlMode mode);

}  // namespace topline
