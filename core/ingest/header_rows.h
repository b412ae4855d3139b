// SPDX-License-Identifier: Apache-2.0
#pragma once

// The header of a table: how many rows it takes, what they say, and which tool wrote them. Private
// to core/ingest.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/layout.h"

namespace topline {

/// A record of the head: its cells, and the offset just past it.
struct HeadRow {
  std::vector<std::string> cells;
  uint64_t end = 0;
};

/// The first records that are not blank, enough of them to judge by.
std::vector<HeadRow> first_rows(std::string_view head, bool head_is_all, const Dialect& dialect);

struct HeaderRows {
  LayoutKind kind = LayoutKind::plain;
  size_t rows = 1;
  std::vector<std::string> names;
  std::vector<std::string> labels;
  std::vector<std::string> export_ids;
};

/// Reads the header that begins with rows[0]. REQUIRES: rows is not empty.
HeaderRows read_header(const std::vector<HeadRow>& rows);

}  // namespace topline
