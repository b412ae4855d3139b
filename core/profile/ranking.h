// SPDX-License-Identifier: Apache-2.0
#pragma once

// Questions that put items in order: all items in one cell (问卷星: "A→B→C", the first first), or a
// column an item that holds its rank ("Rank these [Price]": 1, 2, 3 …).

#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/layout.h"
#include "core/profile/plan.h"
#include "core/profile/token_table.h"

namespace topline {

struct Evidence;

/// Does a header ask for an order: "rank", "order of importance", 排序, 排名?
bool asks_for_order(std::string_view header);

/// What stands between the items of a ranking in one cell: "→", or what stands between the options of
/// a multiple choice where the header asks for an order; empty where cells hold no list.
std::string_view find_order_mark(const TokenTable& column, LayoutKind layout, bool asked);

/// The items of one cell in their order, trimmed, without empty ones; empty where one stands twice.
std::vector<std::string_view> read_order(std::string_view cell, std::string_view mark);

/// "Rank these [Price]", "Rank these - Price", 请排序：价格 → the question and the item; the item is
/// empty where the header has none.
struct ItemHeader {
  std::string_view question;
  std::string_view item;
};
ItemHeader split_item(std::string_view header);

/// Of neighbouring columns with one question: takes those for a ranking whose header asks for an
/// order and whose answers are whole numbers from 1 to as many as there are columns.
void guess_rankings(std::vector<ColumnPlan>& columns, const std::vector<Evidence>& evidence);

/// The columns of each ranking that has a column an item, 0-based and ascending; sets the scale where
/// none was told, 1 to the number of items.
std::vector<std::vector<uint32_t>> find_rankings(std::vector<ColumnPlan>& columns);

}  // namespace topline
