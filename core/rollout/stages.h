// SPDX-License-Identifier: Apache-2.0
#pragma once

// What words of cells mean: how a deal ended, yes and no, which class a cost is of.

#include <cstdint>
#include <optional>
#include <string_view>

namespace topline {

enum class StageEnd : uint8_t { open, won, lost };
/// How a deal of this stage ended: "Closed Won", 赢单, 成交; "Closed Lost", 输单, 丢单; else it is open.
StageEnd stage_end(std::string_view stage);

/// "yes", "Y", "1", "true", "是", "√", "covered" … and their opposites; empty for other words.
std::optional<bool> yes_or_no(std::string_view text);

enum class CostClass : uint8_t { initial, operating, hidden, other };
/// 初始实施成本 initial (licences, hardware, training), 运营成本 operating (maintenance, upgrades,
/// support), 隐性成本 hidden (interruption, people's learning time).
CostClass cost_class(std::string_view text);

}  // namespace topline
