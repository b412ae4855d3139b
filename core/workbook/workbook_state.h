// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a Workbook knows for its sheets. Private to core/workbook.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/workbook/cell_format.h"
#include "core/workbook/workbook.h"
#include "core/workbook/xml_reader.h"

namespace topline {

/// Texts that cells refer to by number: one stretch of memory.
class SharedTexts {
 public:
  void begin() { starts_.push_back(bytes_.size()); }
  void append(std::string_view text) { bytes_ += text; }
  std::string_view at(size_t index) const {
    if (index >= starts_.size()) return {};
    const size_t end = index + 1 < starts_.size() ? starts_[index + 1] : bytes_.size();
    return std::string_view(bytes_).substr(starts_[index], end - starts_[index]);
  }

 private:
  std::string bytes_;
  std::vector<size_t> starts_;
};

/// _x000D_ in a text is the character U+000D (ECMA-376 part 1, 22.9.2.19, ST_Xstring); other texts
/// come back as they are.
std::string_view without_escapes(std::string_view text, std::string& memory);

/// What an ODS says of its cells' looks and of hidden sheets, by style name.
struct OpenStyles {
  struct CellStyle {
    std::string parent, data;
  };
  std::map<std::string, CellStyle, std::less<>> cells;
  std::map<std::string, CellFormat, std::less<>> data;
  std::set<std::string, std::less<>> hidden_tables;

  /// The format of a cell style or of the nearest style it inherits one from.
  std::optional<CellFormat> format(std::string_view style) const;
};

struct BookState {
  std::vector<std::string> entries;
  bool open_document = false;
  size_t step = 0;
  std::string workbook_part;
  std::string shared_part, styles_part;
  /// Of the part read last: id -> the end of its type, target.
  std::map<std::string, std::pair<std::string, std::string>> relations;
  std::vector<Sheet> sheets;
  OpenStyles styles;
  SharedTexts shared;
  std::vector<CellFormat> formats;  ///< by style index
  bool since_1904 = false;
  std::unique_ptr<XmlHandler> handler;
  std::unique_ptr<XmlReader> reader;

  /// The entry of that name whatever its case; empty for none.
  std::string entry(std::string_view name) const;
};
struct Workbook::State : BookState {};

/// The entries of an ODS in the order to read them: its manifest (is it locked?), styles, content.
std::vector<std::string> open_document_parts(const BookState& book);
/// What reads that entry into `book`.
std::unique_ptr<XmlHandler> open_document_part(BookState& book, std::string_view part);

}  // namespace topline
