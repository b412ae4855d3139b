// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "core/workbook/cell_paragraphs.h"
#include "core/workbook/sheet_rows.h"

namespace topline {
namespace {

constexpr uint64_t kMostRepeats = uint64_t{1} << 32;

uint64_t count_of(std::string_view text) {
  uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp<uint64_t>(number, 1, kMostRepeats);
}

// 0 is "A", 27 is "AB".
std::string column_name(uint64_t column) {
  std::string name;
  for (++column; column > 0; column = (column - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return name;
}

class OpenSheet : public SheetHandler {
 public:
  OpenSheet(const BookState& book, const Sheet& sheet) : book_(book), wanted_(sheet.table) {}

  void open(std::string_view name, const Attributes& attributes) override {
    ++depth_;
    if (cell_ != 0) {
      paragraphs_.open(name, name == "s" ? count_of(value(attributes, "c")) : 0);
    } else if (table_ == 0) {
      if (name == "spreadsheet") spreadsheet_ = depth_;
      const bool sheet = name == "table" && spreadsheet_ != 0 && depth_ == spreadsheet_ + 1;
      if (sheet && tables_++ == wanted_) table_ = depth_;
    } else if (name == "table-column") {
      add_columns(attributes);
    } else if (name == "table-row") {
      begin_row(attributes);
    } else if (name == "table-cell" || name == "covered-table-cell") {
      begin_cell(attributes);
    }
  }

  void close(std::string_view name) override {
    if (cell_ != 0) {
      if (depth_ == cell_) end_cell();
      else paragraphs_.close();
    } else if (table_ != 0) {
      if (name == "table-row") end_row();
      if (depth_ == table_) table_ = 0;
    }
    --depth_;
  }

  void text(std::string_view text) override {
    if (cell_ != 0) paragraphs_.text(text);
  }

  std::string_view problem() const override {
    return rows.over() ? "its rows are repeated too often" : std::string_view();
  }

 private:
  static bool is_hidden(const Attributes& attributes) {
    const std::string_view visibility = value(attributes, "visibility", "visible");
    return visibility != "visible";  // "collapse", "filter"
  }

  void add_columns(const Attributes& attributes) {
    const uint64_t count = count_of(value(attributes, "number-columns-repeated"));
    const uint64_t before = columns_;
    columns_ = std::min<uint64_t>(columns_ + count, kMostColumns);
    if (is_hidden(attributes)) rows.facts.hidden_columns += columns_ - before;
    column_styles_.emplace_back(columns_, value(attributes, "default-cell-style-name"));
  }

  void begin_row(const Attributes& attributes) {
    row_ = next_row_;
    copies_ = count_of(value(attributes, "number-rows-repeated"));
    next_row_ = std::min(row_ + copies_, kMostRows + 1);
    hidden_ = is_hidden(attributes);
    row_style_ = value(attributes, "default-cell-style-name");
    column_ = errors_ = unvalued_ = 0;
    cells_.clear();
  }

  void begin_cell(const Attributes& attributes) {
    cell_ = depth_;
    paragraphs_.clear();
    type_.clear();
    value_.reset();
    error_ = formula_ = false;
    repeats_ = count_of(value(attributes, "number-columns-repeated"));
    style_ = value(attributes, "style-name");
    uint64_t across = 1, down = 1;
    for (const auto& [key, text] : attributes) {
      // LibreOffice writes the type twice; its own says where it is an error.
      if (key == "value-type") {
        if (text == "error") error_ = true;
        else if (type_.empty()) type_ = text;
      } else if (key == "formula") {
        formula_ = true;
      } else if (key == "value" || key == "date-value" || key == "time-value" ||
                 key == "boolean-value" || key == "string-value") {
        if (!value_) value_ = text;
      } else if (key == "number-columns-spanned") {
        across = count_of(text);
      } else if (key == "number-rows-spanned") {
        down = count_of(text);
      }
    }
    if ((across > 1 || down > 1) && rows.facts.merged.size() < kMostMerged) {
      rows.facts.merged.push_back(column_name(column_) + std::to_string(row_) + ':' +
                                  column_name(column_ + across - 1) + std::to_string(row_ + down - 1));
    }
  }

  void end_cell() {
    cell_ = 0;
    const uint64_t from = column_;
    column_ = std::min<uint64_t>(column_ + repeats_, kMostColumns);
    const uint64_t count = column_ - from;
    if (error_) errors_ += count;
    if (formula_ && !value_ && !paragraphs_.any()) unvalued_ += count;
    const std::string text = count > 0 ? cell_text(from) : std::string();
    if (text.empty() || !rows.charge((count - 1) * text.size())) return;
    cells_.resize(from);
    cells_.resize(column_, text);
  }

  std::string cell_text(uint64_t column) const {
    if (error_ || !value_) return paragraphs_.value();
    if (type_ == "float" || type_ == "currency") {
      // Its style makes it a date, as in XLSX: some programs write no dates but days since 1899-12-30.
      return number_text(*value_, format(column).value_or(CellFormat::number), false);
    }
    if (type_ == "percentage") return number_text(*value_, CellFormat::percent, false);
    if (type_ == "boolean") return *value_ == "true" ? "TRUE" : "FALSE";
    if (type_ == "date") return iso_moment_text(*value_, format(column).value_or(CellFormat::date));
    if (type_ == "time") return iso_duration_text(*value_, format(column));
    return *value_;
  }

  std::optional<CellFormat> format(uint64_t column) const {
    if (!style_.empty()) return book_.styles.format(style_);
    if (!row_style_.empty()) return book_.styles.format(row_style_);
    for (const auto& [end, style] : column_styles_) {
      if (column < end) return book_.styles.format(style);
    }
    return std::nullopt;
  }

  void end_row() {
    rows.facts.errors += errors_ * std::min(copies_, kMostRows);
    rows.facts.unvalued += unvalued_ * std::min(copies_, kMostRows);
    rows.put_row(row_, copies_, hidden_, cells_);
  }

  const BookState& book_;
  const size_t wanted_;
  size_t depth_ = 0, spreadsheet_ = 0, tables_ = 0;
  size_t table_ = 0, cell_ = 0;  ///< the depth of the one that is read; 0 for none

  uint64_t columns_ = 0;
  std::vector<std::pair<uint64_t, std::string>> column_styles_;  ///< to which column, which style
  uint64_t next_row_ = 1, row_ = 0, copies_ = 1;
  bool hidden_ = false;
  std::string row_style_;
  std::vector<std::string> cells_;
  uint64_t column_ = 0, errors_ = 0, unvalued_ = 0;
  uint64_t repeats_ = 1;
  std::string style_, type_;
  std::optional<std::string> value_;
  bool error_ = false, formula_ = false;
  CellParagraphs paragraphs_;
};

}  // namespace

std::unique_ptr<SheetHandler> open_document_sheet(const BookState& book, const Sheet& sheet) {
  return std::make_unique<OpenSheet>(book, sheet);
}

}  // namespace topline
