// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <cstring>

#include "core/base/text.h"
#include "core/ingest/table_reader.h"

namespace topline {
namespace {

constexpr size_t kRows = 200;  // rows below the first that are looked at

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

std::vector<Row> first_rows(std::string_view head, bool head_is_all, const Dialect& dialect) {
  Scanner scanner(dialect, {}, Lane::scalar);
  std::vector<Row> rows;
  Record record;
  const auto take = [&] {
    while (rows.size() <= kRows && scanner.next(record)) {
      if (!record.blank) rows.emplace_back(record.cells.begin(), record.cells.end());
    }
  };
  constexpr size_t kPiece = size_t{64} << 10;
  for (size_t at = 0; at < head.size() && rows.size() <= kRows; at += kPiece) {
    const std::string_view piece = head.substr(at, kPiece);
    std::memcpy(scanner.room(piece.size()).data(), piece.data(), piece.size());
    scanner.commit(piece.size());
    take();
  }
  // A head that stops short cuts its last record; where there is no other, it still names columns.
  if (head_is_all || rows.empty()) {
    scanner.finish();
    take();
  }
  return rows;
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

bool first_is_data(const std::vector<Row>& rows) {
  const Row& first = rows[0];
  size_t figures = 0, texts = 0, alike = 0, unlike = 0, again = 0;
  for (size_t column = 0; column < first.size(); ++column) {
    const Kind kind = kind_of(first[column]);
    if (kind == Kind::nothing) continue;
    (kind == Kind::figure ? figures : texts) += 1;
    size_t figures_below = 0, texts_below = 0;
    bool seen_again = false;
    for (size_t row = 1; row < rows.size(); ++row) {
      if (column >= rows[row].size() || rows[row] == first) continue;
      const Kind below = kind_of(rows[row][column]);
      if (below == Kind::figure) ++figures_below;
      if (below == Kind::text) ++texts_below;
      if (below == Kind::text && rows[row][column] == first[column]) seen_again = true;
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

}  // namespace

Layout detect_layout(std::string_view head, bool head_is_all, const Dialect& dialect) {
  const std::vector<Row> rows = first_rows(head, head_is_all, dialect);
  Layout layout;
  if (rows.empty()) {
    layout.header_rows = 0;
    return layout;
  }
  layout.columns = static_cast<uint32_t>(rows[0].size());
  if (first_is_data(rows)) {
    layout.header_rows = 0;
    return layout;
  }
  for (const std::string& cell : rows[0]) layout.headers.emplace_back(trim(cell));
  return layout;
}

}  // namespace topline
