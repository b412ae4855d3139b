// SPDX-License-Identifier: Apache-2.0
#include "native/workbook_writer.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/profile/date.h"
#include "core/report/display_width.h"

namespace topline::native {
namespace {

constexpr time_t kMade = 1767225600;  // 2026-01-01: the bytes must not tell when they were written
constexpr double kNarrowest = 8, kWidest = 44;  // columns, in characters
constexpr size_t kRowsMeasured = 200;           // that a column's width is taken from

// A folder of its own that goes when the bytes have been read.
class Workplace {
 public:
  Workplace() {
    std::error_code ignored;
    std::string pattern = (std::filesystem::temp_directory_path(ignored) / "topline-XXXXXX").string();
    if (mkdtemp(pattern.data()) != nullptr) folder_ = pattern;
  }
  ~Workplace() {
    std::error_code ignored;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  bool made() const { return !folder_.empty(); }
  const std::string& folder() const { return folder_; }
  std::string file() const { return folder_ + "/workbook.xlsx"; }

 private:
  std::string folder_;
};

struct Formats {
  lxw_format *header, *amount, *day, *moment;
};

Formats make_formats(lxw_workbook* book) {
  const auto with = [book](const char* number) {
    lxw_format* format = workbook_add_format(book);
    format_set_num_format(format, number);
    return format;
  };
  lxw_format* header = workbook_add_format(book);
  format_set_bold(header);
  return {header, with("0.00"), with("yyyy-mm-dd"), with("yyyy-mm-dd hh:mm")};
}

void write_cell(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const std::string& text,
                SampleSheet::Type type, const Formats& formats) {
  if (text.empty()) return;
  switch (type) {
    case SampleSheet::Type::text:
      worksheet_write_string(page, row, column, text.c_str(), nullptr);
      return;
    case SampleSheet::Type::whole:
    case SampleSheet::Type::amount:
      worksheet_write_number(page, row, column, std::strtod(text.c_str(), nullptr),
                             type == SampleSheet::Type::amount ? formats.amount : nullptr);
      return;
    case SampleSheet::Type::day:
    case SampleSheet::Type::moment: {
      const auto moment = parse_moment(text, DateOrder::ymd);
      if (!moment) return;
      const Civil date = civil(moment->day);
      const auto second = static_cast<int>(moment->second);
      lxw_datetime at = {date.year, date.month, date.day, second / 3600, second / 60 % 60,
                         static_cast<double>(second % 60)};
      worksheet_write_datetime(page, row, column, &at,
                               type == SampleSheet::Type::day ? formats.day : formats.moment);
      return;
    }
  }
}

double width_of(const SampleSheet& sheet, size_t column) {
  int widest = display_width(sheet.columns[column].header) + 1;  // bold is wider
  for (size_t row = 0; row < std::min(sheet.rows.size(), kRowsMeasured); ++row) {
    widest = std::max(widest, display_width(sheet.rows[row][column]));
  }
  return std::clamp(static_cast<double>(widest) + 1, kNarrowest, kWidest);
}

void write_sheet(lxw_workbook* book, const SampleSheet& sheet, const Formats& formats) {
  lxw_worksheet* page = workbook_add_worksheet(book, sheet.name.c_str());
  for (size_t c = 0; c < sheet.columns.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    worksheet_set_column(page, column, column, width_of(sheet, c), nullptr);
    worksheet_write_string(page, 0, column, sheet.columns[c].header.c_str(), formats.header);
    for (size_t r = 0; r < sheet.rows.size(); ++r) {
      write_cell(page, static_cast<lxw_row_t>(r + 1), column, sheet.rows[r][c], sheet.columns[c].type,
                 formats);
    }
  }
  worksheet_freeze_panes(page, 1, 0);
}

}  // namespace

Result<std::string> workbook_of(std::span<const SampleSheet> sheets) {
  const auto failed = [](const std::string& path, const char* detail) {
    return fail(Code::cannot_write, {}, {{"path", path}, {"detail", detail}});
  };
  const Workplace place;
  const std::string path = place.file();
  if (!place.made()) return failed("TMPDIR", "no temporary folder");
  std::string folder = place.folder();
  lxw_workbook_options options = {};
  options.tmpdir = folder.data();
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  if (book == nullptr) return failed(path, "no memory");
  lxw_doc_properties properties = {};
  properties.created = kMade;
  workbook_set_properties(book, &properties);
  const Formats formats = make_formats(book);
  for (const SampleSheet& sheet : sheets) write_sheet(book, sheet, formats);
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR) {
    return failed(path, lxw_strerror(error));
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file || bytes.empty()) return failed(path, "it could not be read back");
  return bytes;
}

}  // namespace topline::native
