// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "core/workbook/sheet_rows.h"

namespace topline {
namespace {

// "BC17": the column from 0 and the row from 1; false for another text.
bool read_reference(std::string_view text, size_t& column, uint64_t& row) {
  size_t at = 0, letters = 0;
  for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
    letters = letters * 26 + static_cast<size_t>(text[at] - 'A' + 1);
    if (letters > kMostColumns) return false;
  }
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
  if (letters == 0 || error != std::errc() || end != text.data() + text.size()) return false;
  column = letters - 1;
  row = number;
  return number >= 1 && number <= kMostRows;
}

uint64_t to_number(std::string_view text, uint64_t otherwise) {
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

struct XlsxSheet : public SheetHandler {
  explicit XlsxSheet(const BookState& book) : book(book) {}

  void open(std::string_view name, const Attributes& attributes) override {
    if (name == "row") {
      row = to_number(value(attributes, "r"), row + 1);
      hidden = value(attributes, "hidden") == "1" || value(attributes, "hidden") == "true";
      column = 0;
      cells.clear();
    } else if (name == "c") {
      size_t at = column;
      uint64_t on = row;
      if (read_reference(value(attributes, "r"), at, on)) column = at;
      type = value(attributes, "t", "n");
      style = to_number(value(attributes, "s"), 0);
      raw.clear();
      has_value = has_formula = false;
    } else if (name == "v" || name == "t") {
      in_value = !phonetic;
      has_value = true;
    } else if (name == "f") {
      has_formula = true;
    } else if (name == "rPh") {
      phonetic = true;
    } else if (name == "col") {
      if (value(attributes, "hidden") == "1" || value(attributes, "hidden") == "true") {
        const uint64_t from = to_number(value(attributes, "min"), 1);
        rows.facts.hidden_columns += std::min<uint64_t>(kMostColumns, to_number(value(attributes, "max"), from)) + 1 - from;
      }
    } else if (name == "mergeCell" && rows.facts.merged.size() < kMostMerged) {
      rows.facts.merged.emplace_back(value(attributes, "ref"));
    }
  }

  void text(std::string_view text) override {
    if (in_value) raw += text;
  }

  void close(std::string_view name) override {
    if (name == "v" || name == "t") {
      in_value = false;
    } else if (name == "rPh") {
      phonetic = false;
    } else if (name == "c") {
      end_cell();
    } else if (name == "row") {
      rows.put_row(row, 1, hidden, cells);
    }
  }

  void end_cell() {
    if (has_formula && !has_value) ++rows.facts.unvalued;
    if (has_value && column < kMostColumns) {
      if (cells.size() <= column) cells.resize(column + 1);
      cells[column] = cell_text();
    }
    ++column;
  }

  std::string cell_text() {
    if (type == "s") return std::string(book.shared.at(to_number(raw, SIZE_MAX)));
    if (type == "b") return raw == "1" || raw == "true" ? "TRUE" : "FALSE";
    if (type == "e") ++rows.facts.errors;
    if (type == "n") {
      const CellFormat format = style < book.formats.size() ? book.formats[style] : CellFormat::number;
      return number_text(raw, format, book.since_1904);
    }
    return std::string(without_escapes(raw, memory));
  }

  const BookState& book;
  uint64_t row = 0;
  bool hidden = false;
  std::vector<std::string> cells;
  size_t column = 0;
  std::string type;
  uint64_t style = 0;
  std::string raw;
  std::string memory;
  bool has_value = false;
  bool has_formula = false;
  bool in_value = false;
  bool phonetic = false;
};

}  // namespace

std::unique_ptr<SheetHandler> xlsx_sheet(const BookState& book) {
  return std::make_unique<XlsxSheet>(book);
}

}  // namespace topline
