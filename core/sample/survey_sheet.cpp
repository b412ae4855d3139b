// SPDX-License-Identifier: Apache-2.0
#include "core/sample/survey_sheet.h"

#include <algorithm>

#include "core/ingest/dialect.h"
#include "core/ingest/layout.h"
#include "core/ingest/table_reader.h"

namespace topline {
namespace {

// By the columns of the sample: id, date, three groups, six scores, a comment.
SampleSheet::Type survey_type(size_t column) {
  if (column == 1) return SampleSheet::Type::day;
  return column >= 5 && column <= 10 ? SampleSheet::Type::whole : SampleSheet::Type::text;
}

}  // namespace

SampleSheet survey_sheet(const SampleOptions& options) {
  std::string text;
  write_survey(options, [&](std::string_view piece) { text += piece; });
  const Dialect dialect = sniff_dialect(text, true);
  const Layout layout = detect_layout(text, true, dialect);
  TableReader reader(dialect, layout.columns, {});
  const std::span<char> room = reader.scanner().room(text.size());
  std::copy(text.begin(), text.end(), room.begin());
  reader.scanner().commit(text.size());
  reader.scanner().finish();
  SampleSheet sheet;
  sheet.name = kind_label(TableKind::survey, options.language == "zh-CN");
  Record record;
  while (reader.next(record)) {
    const std::vector<std::string> cells(record.cells.begin(), record.cells.end());
    if (!sheet.columns.empty()) {
      sheet.rows.push_back(cells);
      continue;
    }
    for (size_t i = 0; i < cells.size(); ++i) sheet.columns.push_back({cells[i], survey_type(i)});
  }
  return sheet;
}

}  // namespace topline
