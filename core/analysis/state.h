// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an Analysis holds between its calls: the tables counted so far, and the input at hand. Private
// to this room; the door is core/topline.h.

#include "core/tally/pass.h"
#include "core/topline.h"

namespace topline {

struct Analysis::State {
  struct Table {
    Tally tally;
    bool obeyed = false;  ///< counted by a plan or read from a tally: never read again
  };

  Settings settings;
  std::vector<Table> tables;
  std::vector<Shape> pinned;  ///< shapes to obey, by their headers
  bool pins_are_told = false;

  // The input at hand.
  std::optional<Pass> pass;
  size_t input_table = 0;
  uint64_t feed_from = 0;
  LeftOutSink left_out_sink;
  ScanRange covered;
  std::vector<uint64_t> row_index;
  mutable std::optional<Plan> cell_plan;  ///< of input_table, for read_cell()

  /// Those that hold for the tally's table.
  Settings settings_of(const Tally& tally) const;
  const Shape* pinned_shape(const std::vector<std::string>& headers) const;
  Table* table_of(const std::vector<std::string>& headers);
  /// What an input is first counted by: a shape that was told or met, else a guess by its head.
  Result<Shape> first_shape(const std::string& input, const std::vector<std::string>& headers,
                            std::string_view head, bool head_is_all, const Dialect& dialect,
                            const Layout& layout);
  /// What the full profile asks to be tallied. What is known of ids counts as well.
  Result<Plan> full_plan(const Tally& tally) const;
  /// The full plan of the table that cells are asked about; null where there is none.
  const Plan* plan_of_cells() const;
};

/// The layout's headers, one per column: "column 3" where it has none.
std::vector<std::string> header_names(const Layout& layout);

}  // namespace topline
