// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/sheet_rows.h"

namespace topline {

struct SheetReader::State {
  State(const BookState& book, const Sheet& sheet)
      : handler(book.open_document ? open_document_sheet(book, sheet) : xlsx_sheet(book)),
        reader(*handler) {}
  std::unique_ptr<SheetHandler> handler;
  XmlReader reader;
};

SheetReader::SheetReader(const Workbook& workbook, const Sheet& sheet)
    : state_(std::make_unique<State>(*workbook.state_, sheet)) {}
SheetReader::~SheetReader() = default;
SheetReader::SheetReader(SheetReader&&) noexcept = default;

Result<void> SheetReader::feed(std::string_view xml, std::string& csv) {
  state_->handler->rows.csv = &csv;
  return state_->reader.feed(xml);
}

Result<void> SheetReader::finish(std::string& csv) {
  state_->handler->rows.csv = &csv;
  return state_->reader.finish();
}

const SheetFacts& SheetReader::facts() const { return state_->handler->rows.facts; }

}  // namespace topline
