// SPDX-License-Identifier: Apache-2.0

// The second door: files that are no UTF-8 text become one before the first door reads them. Bytes go
// in through room(), text comes out at textAt().

#include <emscripten/bind.h>

#include <optional>

#include "core/intake/text_form.h"
#include "core/workbook/workbook.h"
#include "core/workbook/zip.h"
#include "wasm/answers.h"

namespace topline {
namespace {

class Intake {
 public:
  explicit Intake(const std::string& language) : language_(language) {}

  double room(double bytes) {
    bytes_.resize(static_cast<size_t>(bytes));
    return address(bytes_.data());
  }
  double text_at() const { return address(text_.data()); }
  double text_size() const { return static_cast<double>(text_.size()); }

  // Text in another encoding, or with other marks.

  /// Looks at the head in the room: {"as_it_is","encoding"}.
  std::string find_form(bool all, const std::string& encoding) {
    return guarded([&] {
      std::optional<Encoding> told;
      if (!encoding.empty()) {
        told = encoding_named(encoding);
        if (!told) return failure("bad_option", encoding);
      }
      form_ = topline::find_form(bytes_, all, told);
      converter_.emplace(form_);
      const std::string_view name = form_.encoding == Encoding::utf8 ? "" : name_of(form_.encoding);
      return written({{"ok", true}, {"as_it_is", form_.as_it_is()}, {"encoding", name}});
    });
  }
  /// What the room holds becomes text.
  std::string convert(bool last) {
    return guarded([&] {
      text_.clear();
      converter_->feed(bytes_, text_);
      if (last) converter_->finish(text_);
      return written({{"ok", true}, {"undecodable", converter_->invalid()}});
    });
  }

  // Workbooks.

  /// The room holds the end of a ZIP file: {"directory","size"}.
  std::string zip_end(double file_size) {
    return guarded([&] {
      const auto end = find_zip_end(bytes_, static_cast<uint64_t>(file_size));
      if (!end) return failure(end.error(), language_);
      end_ = *end;
      return written({{"ok", true}, {"directory", end_.directory}, {"size", end_.size}});
    });
  }
  /// The room holds its directory: {"entries":[{"name","deflated","packed","size","header"}]}.
  std::string zip_entries() {
    return guarded([&] {
      const auto entries = read_zip_directory(bytes_, end_);
      if (!entries) return failure(entries.error(), language_);
      json list = json::array();
      std::vector<std::string> names;
      for (const ZipEntry& entry : *entries) {
        list.push_back({{"name", entry.name},
                        {"deflated", entry.deflated},
                        {"packed", entry.packed},
                        {"size", entry.size},
                        {"header", entry.header}});
        names.push_back(entry.name);
      }
      book_.emplace(std::move(names));
      return written({{"ok", true}, {"entries", list}});
    });
  }
  /// The room holds an entry's local header: {"skip"} bytes to its data.
  std::string zip_data() {
    return guarded([&] {
      const auto skip = zip_data_offset(bytes_);
      if (!skip) return failure(skip.error(), language_);
      return written({{"ok", true}, {"skip", *skip}});
    });
  }
  /// {"part"} to feed next, or none.
  std::string next_part() {
    return guarded([&] {
      const auto part = book_->next_part();
      return part ? written({{"ok", true}, {"part", *part}}) : ok();
    });
  }
  std::string feed_part() {
    return guarded([&] { return answer(book_->feed(bytes_)); });
  }
  std::string end_part() {
    return guarded([&] { return answer(book_->end_part()); });
  }
  /// {"sheets":[{"name","part","hidden"}]}
  std::string sheets() {
    return guarded([&] {
      json list = json::array();
      for (const Sheet& sheet : book_->sheets()) {
        list.push_back({{"name", sheet.name}, {"part", sheet.part}, {"hidden", sheet.hidden}});
      }
      if (list.empty()) {
        const auto none = fail(Code::bad_workbook, {}, {{"detail", "it holds no workbook"}});
        return failure(none.value(), language_);
      }
      return written({{"ok", true}, {"sheets", list}});
    });
  }
  /// `number` is its place in sheets().
  std::string begin_sheet(int number) {
    return guarded([&] {
      sheet_.emplace(*book_, book_->sheets().at(static_cast<size_t>(number)));
      return ok();
    });
  }
  std::string feed_sheet() {
    return guarded([&] {
      text_.clear();
      return answer(sheet_->feed(bytes_, text_));
    });
  }
  /// {"hidden_rows","hidden_columns","unvalued"}
  std::string end_sheet() {
    return guarded([&] {
      text_.clear();
      if (const auto ended = sheet_->finish(text_); !ended) return answer(ended);
      const SheetFacts& facts = sheet_->facts();
      return written({{"ok", true},
                      {"hidden_rows", facts.hidden_rows},
                      {"hidden_columns", facts.hidden_columns},
                      {"unvalued", facts.unvalued}});
    });
  }
  /// What to say where there is no such sheet.
  std::string no_sheet(const std::string& sheet, const std::string& sheets) {
    const auto none = fail(Code::no_sheet, {}, {{"sheet", sheet}, {"sheets", sheets}});
    return failure(none.value(), language_);
  }

 private:
  std::string answer(const Result<void>& result) const {
    return result ? ok() : failure(result.error(), language_);
  }

  std::string language_;
  std::string bytes_;
  std::string text_;
  TextForm form_;
  std::optional<TextConverter> converter_;
  ZipEnd end_;
  std::optional<Workbook> book_;
  std::optional<SheetReader> sheet_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(topline_intake) {
  emscripten::constant("zipTail", static_cast<double>(kZipTail));
  emscripten::constant("zipLocalHeader", static_cast<double>(kZipLocalHeader));
  emscripten::class_<Intake>("Intake")
      .constructor<std::string>()
      .function("room", &Intake::room)
      .function("textAt", &Intake::text_at)
      .function("textSize", &Intake::text_size)
      .function("findForm", &Intake::find_form)
      .function("convert", &Intake::convert)
      .function("zipEnd", &Intake::zip_end)
      .function("zipEntries", &Intake::zip_entries)
      .function("zipData", &Intake::zip_data)
      .function("nextPart", &Intake::next_part)
      .function("feedPart", &Intake::feed_part)
      .function("endPart", &Intake::end_part)
      .function("sheets", &Intake::sheets)
      .function("beginSheet", &Intake::begin_sheet)
      .function("feedSheet", &Intake::feed_sheet)
      .function("endSheet", &Intake::end_sheet)
      .function("noSheet", &Intake::no_sheet);
}

}  // namespace topline
