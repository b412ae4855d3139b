// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/layout.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <map>

#include "core/base/text.h"
#include "core/ingest/header_rows.h"

namespace topline {
namespace {

using Row = std::vector<std::string>;

enum class Kind : uint8_t { nothing, figure, text };

/// Numbers, dates, times, money, percentages: what a header rarely is. A word for "missing" says
/// nothing of its column.
Kind kind_of(std::string_view cell) {
  cell = trim(cell);
  const std::string folded = fold(cell);
  for (std::string_view missing : {"", "na", "n/a", "#n/a", "-", ".", "nan", "null", "none"}) {
    if (folded == missing) return Kind::nothing;
  }
  size_t digits = 0, letters = 0;
  for (char c : cell) {
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (std::strchr("+-.,:/%$ ()'", c) == nullptr || c == '\0') {
      ++letters;
    }
  }
  // One letter or sign beside digits: 1e5, 2020-01-01T10:00Z, a currency sign in UTF-8.
  if (digits > 0 && (letters == 0 || (digits >= 4 && letters <= 3))) return Kind::figure;
  return Kind::text;
}

/// 1, 2, 3 … in a row: numbered questions, which a header may well hold.
bool numbered(const Row& row) {
  int64_t last = 0;
  size_t count = 0;
  for (const std::string& raw : row) {
    const std::string_view cell = trim(raw);
    if (kind_of(cell) != Kind::figure) continue;
    int64_t value = 0;
    const auto [stop, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || stop != cell.data() + cell.size()) return false;
    if (count > 0 && value != last + 1) return false;
    last = value;
    ++count;
  }
  return count > 1;
}

bool first_is_data(const std::vector<HeadRow>& rows) {
  const Row& first = rows[0].cells;
  size_t figures = 0, texts = 0, alike = 0, unlike = 0, again = 0;
  for (size_t column = 0; column < first.size(); ++column) {
    const Kind kind = kind_of(first[column]);
    if (kind == Kind::nothing) continue;
    (kind == Kind::figure ? figures : texts) += 1;
    size_t figures_below = 0, texts_below = 0;
    bool seen_again = false;
    for (size_t row = 1; row < rows.size(); ++row) {
      const Row& cells = rows[row].cells;
      if (column >= cells.size() || cells == first) continue;
      const Kind below = kind_of(cells[column]);
      if (below == Kind::figure) ++figures_below;
      if (below == Kind::text) ++texts_below;
      if (below == Kind::text && cells[column] == first[column]) seen_again = true;
    }
    if (kind == Kind::figure && figures_below > texts_below) ++alike;
    if (kind == Kind::text && figures_below > texts_below) ++unlike;
    if (kind == Kind::text && seen_again) ++again;
  }
  if (texts == 0) return figures > 0 && (rows.size() == 1 || 2 * alike >= figures);
  if (rows.size() == 1 || unlike > 0) return false;
  if (alike > 0) return !numbered(first);
  // Nothing but text: a header's words don't come back in the column below it.
  return 2 * again > texts;
}

size_t filled(const Row& row) {
  return static_cast<size_t>(std::count_if(
      row.begin(), row.end(), [](const std::string& cell) { return !trim(cell).empty(); }));
}

/// The width that most records have.
size_t usual_width(const std::vector<HeadRow>& rows) {
  std::map<size_t, size_t> widths;
  for (const HeadRow& row : rows) ++widths[row.cells.size()];
  return std::max_element(widths.begin(), widths.end(), [](auto& a, auto& b) {
           return a.second < b.second;
         })->first;
}

/// Lines above the table (a title, the date of the export): narrower than what follows, and with
/// hardly a filled cell.
size_t preamble_of(const std::vector<HeadRow>& rows) {
  constexpr size_t kMost = 20;
  const size_t usual = usual_width(rows);
  if (usual < 2) return 0;
  size_t count = 0;
  for (; count < rows.size() && count < kMost; ++count) {
    const std::vector<std::string>& cells = rows[count].cells;
    if (cells.size() >= usual && filled(cells) > 1) break;
    if (filled(cells) > 2 || filled(cells) * 2 > usual) break;
  }
  return count < kMost && count + 1 < rows.size() ? count : 0;
}

/// Columns at the right end that have neither a name nor a value: rows that end in a delimiter.
uint32_t used_columns(const std::vector<HeadRow>& rows, size_t columns) {
  while (columns > 1) {
    for (const HeadRow& row : rows) {
      if (row.cells.size() >= columns && !trim(row.cells[columns - 1]).empty()) {
        return static_cast<uint32_t>(columns);
      }
    }
    --columns;
  }
  return static_cast<uint32_t>(columns);
}

}  // namespace

std::string_view layout_name(LayoutKind kind) {
  switch (kind) {
#define TOPLINE_LAYOUT(name) \
  case LayoutKind::name:     \
    return #name;
    TOPLINE_LAYOUTS(TOPLINE_LAYOUT)
#undef TOPLINE_LAYOUT
  }
  return "plain";
}

std::optional<LayoutKind> layout_from_name(std::string_view name) {
#define TOPLINE_LAYOUT(kind) \
  if (name == #kind) return LayoutKind::kind;
  TOPLINE_LAYOUTS(TOPLINE_LAYOUT)
#undef TOPLINE_LAYOUT
  return std::nullopt;
}

Layout detect_layout(std::string_view head, bool head_is_all, const Dialect& dialect) {
  std::vector<HeadRow> rows = first_rows(head, head_is_all, dialect);
  Layout layout;
  if (rows.empty()) {
    layout.header_rows = 0;
    return layout;
  }
  layout.preamble = static_cast<uint32_t>(preamble_of(rows));
  if (layout.preamble > 0) layout.body = rows[layout.preamble - 1].end;
  rows.erase(rows.begin(), rows.begin() + layout.preamble);
  // A header may end before the rows do, where its last cell stands over two of theirs.
  layout.columns = used_columns(rows, std::max(rows[0].cells.size(), usual_width(rows)));
  rows[0].cells.resize(layout.columns);
  for (HeadRow& row : rows) {
    if (row.cells.size() > layout.columns) row.cells.resize(layout.columns);
  }
  HeaderRows header = read_header(rows);
  layout.kind = header.kind;
  if (header.rows == 1 && header.kind == LayoutKind::plain && first_is_data(rows)) {
    layout.kind = LayoutKind::headerless;
    layout.header_rows = 0;
    return layout;
  }
  layout.header_rows = static_cast<uint32_t>(header.rows);
  layout.body = rows[header.rows - 1].end;
  layout.headers = std::move(header.names);
  layout.labels = std::move(header.labels);
  layout.export_ids = std::move(header.export_ids);
  return layout;
}

}  // namespace topline
