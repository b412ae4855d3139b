// SPDX-License-Identifier: Apache-2.0

// What an ODS says besides its cells (OpenDocument 1.3, part 3): the names of its tables, which of them are
// hidden, and which styles show dates, moments, times or percentages.

#include "core/workbook/workbook_state.h"

namespace topline {
namespace {

/// A document that is locked has an encryption-data element in its manifest.
class ManifestReader : public XmlHandler {
 public:
  void open(std::string_view name, const Attributes&) override { locked_ |= name == "encryption-data"; }
  void close(std::string_view) override {}
  void text(std::string_view) override {}
  std::string_view problem() const override {
    return locked_ ? "it is protected by a password" : std::string_view();
  }

 private:
  bool locked_ = false;
};

class OpenBookReader : public XmlHandler {
 public:
  /// `part` empty: no sheets are looked for.
  OpenBookReader(BookState& book, std::string_view part) : book_(book), part_(part) {}

  void open(std::string_view name, const Attributes& attributes) override {
    ++depth_;
    if (name == "style") {
      family_ = value(attributes, "family");
      style_ = value(attributes, "name");
      if (family_ == "table-cell") {
        book_.styles.cells[style_] = {std::string(value(attributes, "parent-style-name")),
                                      std::string(value(attributes, "data-style-name"))};
      }
    } else if (name == "table-properties" && family_ == "table") {
      if (value(attributes, "display") == "false") book_.styles.hidden_tables.insert(style_);
    } else if (name == "date-style" || name == "time-style" || name == "percentage-style") {
      data_style_ = value(attributes, "name");
      dates_ = times_ = false;
      lasts_ = value(attributes, "truncate-on-overflow") == "false";
    } else if (name == "hours" || name == "minutes" || name == "seconds" || name == "am-pm") {
      times_ = true;
    } else if (name == "day" || name == "month" || name == "year" || name == "quarter" ||
               name == "week-of-year" || name == "day-of-week" || name == "era") {
      dates_ = true;
    } else if (name == "spreadsheet") {
      spreadsheet_ = depth_;
    } else if (name == "table" && spreadsheet_ != 0 && depth_ == spreadsheet_ + 1 && !part_.empty()) {
      add_table(attributes);
    }
  }

  void close(std::string_view name) override {
    --depth_;
    if (name == "style") {
      family_.clear();
    } else if (name == "percentage-style") {
      book_.styles.data[data_style_] = CellFormat::percent;
    } else if (name == "time-style") {
      book_.styles.data[data_style_] = lasts_ ? CellFormat::duration : CellFormat::time;
    } else if (name == "date-style") {
      book_.styles.data[data_style_] = !times_  ? CellFormat::date
                                       : dates_ ? CellFormat::moment
                                                : CellFormat::time;
    }
  }
  void text(std::string_view) override {}

 private:
  void add_table(const Attributes& attributes) {
    const size_t table = tables_++;
    const std::string_view style = value(attributes, "style-name");
    if (style == "ta_extref") return;  // cells of another file that formulas refer to
    book_.sheets.push_back({std::string(value(attributes, "name")), part_,
                            book_.styles.hidden_tables.count(style) > 0, table});
  }

  BookState& book_;
  std::string part_;
  std::string family_, style_, data_style_;
  bool dates_ = false, times_ = false, lasts_ = false;
  size_t depth_ = 0, spreadsheet_ = 0, tables_ = 0;
};

constexpr std::string_view kManifest = "META-INF/manifest.xml";
constexpr std::string_view kContent = "content.xml";

}  // namespace

std::optional<CellFormat> OpenStyles::format(std::string_view style) const {
  constexpr int kDeepest = 32;  // a style that is its own ancestor ends somewhere
  for (int k = 0; k < kDeepest && !style.empty(); ++k) {
    const auto cell = cells.find(style);
    if (cell == cells.end()) break;
    if (const auto known = data.find(cell->second.data); known != data.end()) return known->second;
    if (!cell->second.data.empty()) break;  // numbers, texts: none that changes a text
    style = cell->second.parent;
  }
  return std::nullopt;
}

std::vector<std::string> open_document_parts(const BookState& book) {
  std::vector<std::string> parts;
  for (const std::string_view name : {kManifest, std::string_view("styles.xml"), kContent}) {
    if (std::string part = book.entry(name); !part.empty()) parts.push_back(std::move(part));
  }
  return parts;
}

std::unique_ptr<XmlHandler> open_document_part(BookState& book, std::string_view part) {
  if (part == book.entry(kManifest)) return std::make_unique<ManifestReader>();
  return std::make_unique<OpenBookReader>(book, part == book.entry(kContent) ? part : std::string_view());
}

}  // namespace topline
