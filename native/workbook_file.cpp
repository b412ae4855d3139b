// SPDX-License-Identifier: Apache-2.0
#include "native/workbook_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "core/base/text.h"
#include "core/workbook/workbook.h"
#include "native/zip_file.h"

namespace topline::native {
namespace {

template <class T>
tl::unexpected<Error> error_of(const Result<T>& result) {
  return tl::unexpected<Error>(result.error());
}

// A ZIP from a pipe is read to its end first: its directory stands there.
Result<ZipFile> open_zip(InputFile& file, std::string& memory) {
  if (file.seekable()) {
    return ZipFile::open([&file](uint64_t at, std::span<char> into) { return file.read(at, into); },
                         *file.size());
  }
  auto all = file.read_all();
  if (!all) return error_of(all);
  memory = std::move(*all);
  return ZipFile::open(
      [&memory](uint64_t at, std::span<char> into) -> Result<size_t> {
        const size_t size = at < memory.size() ? std::min(into.size(), memory.size() - at) : 0;
        std::copy_n(memory.data() + at, size, into.data());
        return size;
      },
      memory.size());
}

const ZipEntry& entry_of(const ZipFile& zip, const std::string& name) {
  return *std::find_if(zip.entries().begin(), zip.entries().end(),
                       [&](const ZipEntry& entry) { return entry.name == name; });
}

Result<Workbook> read_book(const ZipFile& zip) {
  std::vector<std::string> names;
  for (const ZipEntry& entry : zip.entries()) names.push_back(entry.name);
  Workbook book(std::move(names));
  while (const auto part = book.next_part()) {
    const auto fed = zip.inflate(entry_of(zip, *part), [&](std::string_view xml) { return book.feed(xml); });
    if (!fed) return error_of(fed);
    if (auto ended = book.end_part(); !ended) return error_of(ended);
  }
  if (book.sheets().empty()) {
    return fail(Code::bad_workbook, {}, {{"detail", "it holds no workbook"}});
  }
  return book;
}

struct Made {
  Spool text;
  SheetFacts facts;
};

Result<Made> read_sheet(const ZipFile& zip, const Workbook& book, const Sheet& sheet) {
  Made made;
  SheetReader reader(book, sheet);
  std::string csv;
  const auto keep = [&]() -> Result<void> {
    if (!made.text.append(csv)) {
      return fail(Code::cannot_read, {}, {{"path", sheet.name}, {"detail", std::strerror(errno)}});
    }
    csv.clear();
    return {};
  };
  const auto fed = zip.inflate(entry_of(zip, sheet.part), [&](std::string_view xml) -> Result<void> {
    if (auto read = reader.feed(xml, csv); !read) return read;
    return keep();
  });
  if (!fed) return error_of(fed);
  if (auto finished = reader.finish(csv); !finished) return error_of(finished);
  if (auto kept = keep(); !kept) return error_of(kept);
  made.facts = reader.facts();
  return made;
}

}  // namespace

bool is_zip(std::string_view head) { return head.starts_with(std::string_view("PK\x03\x04", 4)); }

Result<std::vector<InputFile>> open_sheets(InputFile& file,
                                           const std::optional<std::string>& wanted) {
  std::string memory;
  const auto zip = open_zip(file, memory);
  if (!zip) return error_of(zip);
  const auto book = read_book(*zip);
  if (!book) return error_of(book);
  std::vector<std::pair<const Sheet*, Made>> filled;
  std::vector<std::string> names, hidden;
  for (const Sheet& sheet : book->sheets()) {
    names.push_back(sheet.name);
    const bool named = wanted && fold(*wanted) == fold(sheet.name);
    if (wanted ? !named : sheet.hidden) {
      if (sheet.hidden && !wanted) hidden.push_back(sheet.name);
      continue;
    }
    auto made = read_sheet(*zip, *book, sheet);
    if (!made) return error_of(made);
    if (named || made->text.size() > 0) filled.emplace_back(&sheet, std::move(*made));
  }
  if (wanted && filled.empty()) {
    return fail(Code::no_sheet, {}, {{"sheet", *wanted}, {"sheets", join(names, ", ")}});
  }
  if (filled.empty()) return fail(Code::empty_input, {});
  std::vector<InputFile> inputs;
  for (auto& [sheet, made] : filled) {
    InputSource source;
    source.sheet = sheet->name;
    source.hidden_rows = made.facts.hidden_rows;
    source.hidden_columns = made.facts.hidden_columns;
    source.unvalued = made.facts.unvalued;
    source.left_out = join(hidden, ", ");
    const std::string name = filled.size() == 1 ? file.name() : file.name() + "#" + sheet->name;
    auto input = InputFile::made(name, std::move(made.text), std::move(source));
    if (!input) return error_of(input);
    inputs.push_back(std::move(*input));
  }
  return inputs;
}

}  // namespace topline::native
