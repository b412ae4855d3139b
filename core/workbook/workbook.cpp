// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/workbook.h"

#include <algorithm>
#include <charconv>

#include "core/base/text.h"
#include "core/workbook/workbook_state.h"

namespace topline {
namespace {

using Relations = std::map<std::string, std::pair<std::string, std::string>>;  // id -> type, target

tl::unexpected<Error> no_workbook() {
  return fail(Code::bad_workbook, {}, {{"detail", "it holds no workbook"}});
}

// "officeDocument", "worksheet", "styles" …: the end of a relationship's type, in either namespace.
std::string_view kind_of(std::string_view type) { return type.substr(type.rfind('/') + 1); }

std::string folder_of(std::string_view part) {
  const size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash + 1));
}

std::string resolve(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string base(folder);
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    base = base.empty() ? base : folder_of(std::string_view(base).substr(0, base.size() - 1));
  }
  if (target.starts_with("./")) target.remove_prefix(2);
  return base + std::string(target);
}

uint32_t to_number(std::string_view text) {
  uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

class RelationReader : public XmlHandler {
 public:
  explicit RelationReader(Relations& relations) : relations_(relations) {}
  void open(std::string_view name, const Attributes& attributes) override {
    if (name != "Relationship") return;
    relations_[std::string(value(attributes, "Id"))] = {
        std::string(kind_of(value(attributes, "Type"))), std::string(value(attributes, "Target"))};
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

 private:
  Relations& relations_;
};

class BookReader : public XmlHandler {
 public:
  BookReader(std::vector<Sheet>& sheets, bool& since_1904) : sheets_(sheets), since_1904_(since_1904) {}
  void open(std::string_view name, const Attributes& attributes) override {
    if (name == "workbookPr") {
      const std::string_view date = value(attributes, "date1904");
      // Extensions have an element of the same name, which says nothing of dates.
      since_1904_ |= date == "1" || date == "true";
    } else if (name == "sheet") {
      const std::string_view state = value(attributes, "state", "visible");
      // "part" is the relationship's id until the relations are known.
      sheets_.push_back({std::string(value(attributes, "name")), std::string(value(attributes, "id")),
                         state != "visible"});
    }
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

 private:
  std::vector<Sheet>& sheets_;
  bool& since_1904_;
};

// Runs of rich text are one text; their phonetic readings are none of it.
class SharedReader : public XmlHandler {
 public:
  explicit SharedReader(SharedTexts& texts) : texts_(texts) {}
  void open(std::string_view name, const Attributes&) override {
    if (name == "si") texts_.begin();
    if (name == "rPh") phonetic_ = true;
    if (name == "t") in_text_ = !phonetic_;
  }
  void close(std::string_view name) override {
    if (name == "rPh") phonetic_ = false;
    if (name == "t") in_text_ = false;
  }
  void text(std::string_view text) override {
    if (in_text_) texts_.append(without_escapes(text, memory_));
  }

 private:
  SharedTexts& texts_;
  bool phonetic_ = false;
  bool in_text_ = false;
  std::string memory_;
};

class StyleReader : public XmlHandler {
 public:
  explicit StyleReader(std::vector<CellFormat>& formats) : formats_(formats) {}
  void open(std::string_view name, const Attributes& attributes) override {
    if (name == "numFmt") {
      codes_[to_number(value(attributes, "numFmtId"))] = value(attributes, "formatCode");
    } else if (name == "cellXfs") {
      cells_ = true;
    } else if (name == "xf" && cells_) {
      const uint32_t id = to_number(value(attributes, "numFmtId"));
      const auto own = codes_.find(id);
      formats_.push_back(format_of(id, own == codes_.end() ? std::string_view() : own->second));
    }
  }
  void close(std::string_view name) override {
    if (name == "cellXfs") cells_ = false;
  }
  void text(std::string_view) override {}

 private:
  std::vector<CellFormat>& formats_;
  std::map<uint32_t, std::string> codes_;
  bool cells_ = false;
};

enum Step : size_t { root_relations, book, book_relations, shared, styles, done };

}  // namespace

std::string_view without_escapes(std::string_view text, std::string& memory) {
  size_t at = text.find("_x");
  if (at == std::string_view::npos) return text;
  memory.assign(text.substr(0, at));
  while (at < text.size()) {
    uint32_t point = 0;
    const bool escape = text.substr(at, 2) == "_x" && at + 7 <= text.size() && text[at + 6] == '_' &&
                        std::from_chars(text.data() + at + 2, text.data() + at + 6, point, 16).ptr ==
                            text.data() + at + 6;
    if (escape && point < 0x80) {
      memory += static_cast<char>(point);
      at += 7;
    } else {
      memory += text[at++];
    }
  }
  return memory;
}

std::string BookState::entry(std::string_view name) const {
  const std::string wanted = fold(name);
  for (const std::string& entry : entries) {
    if (fold(entry) == wanted) return entry;
  }
  return {};
}

Workbook::Workbook(std::vector<std::string> entries) : state_(std::make_unique<State>()) {
  state_->entries = std::move(entries);
  state_->open_document =
      !state_->entry("content.xml").empty() && state_->entry("_rels/.rels").empty();
}
Workbook::~Workbook() = default;
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook& Workbook::operator=(Workbook&&) noexcept = default;

std::optional<std::string> Workbook::next_part() {
  State& s = *state_;
  if (s.open_document) {
    const std::vector<std::string> parts = open_document_parts(s);
    if (s.step == parts.size()) return std::nullopt;
    s.handler = open_document_part(s, parts[s.step]);
    s.reader = std::make_unique<XmlReader>(*s.handler);
    return parts[s.step];
  }
  for (; s.step < Step::done; ++s.step) {
    std::string part;
    std::unique_ptr<XmlHandler> handler;
    switch (s.step) {
      case Step::root_relations:
        part = s.entry("_rels/.rels");
        break;
      case Step::book:
        part = s.workbook_part.empty() ? s.entry("xl/workbook.xml") : s.entry(s.workbook_part);
        if (!part.empty()) s.workbook_part = part;
        handler = std::make_unique<BookReader>(s.sheets, s.since_1904);
        break;
      case Step::book_relations: {
        const std::string folder = folder_of(s.workbook_part);
        part = s.entry(folder + "_rels/" + s.workbook_part.substr(folder.size()) + ".rels");
        break;
      }
      case Step::shared:
        part = s.entry(s.shared_part);
        handler = std::make_unique<SharedReader>(s.shared);
        break;
      default:
        part = s.entry(s.styles_part);
        handler = std::make_unique<StyleReader>(s.formats);
    }
    if (part.empty()) continue;
    if (s.step == Step::root_relations || s.step == Step::book_relations) {
      s.relations.clear();
      handler = std::make_unique<RelationReader>(s.relations);
    }
    s.handler = std::move(handler);
    s.reader = std::make_unique<XmlReader>(*s.handler);
    return part;
  }
  return std::nullopt;
}

Result<void> Workbook::feed(std::string_view bytes) { return state_->reader->feed(bytes); }

Result<void> Workbook::end_part() {
  State& s = *state_;
  if (auto ended = s.reader->finish(); !ended) return ended;
  const size_t step = s.step++;
  if (s.open_document) return {};
  if (step == Step::root_relations) {
    for (const auto& [id, relation] : s.relations) {
      if (relation.first == "officeDocument") s.workbook_part = resolve("", relation.second);
    }
  } else if (step == Step::book_relations) {
    const std::string folder = folder_of(s.workbook_part);
    std::vector<Sheet> sheets;
    for (Sheet& sheet : s.sheets) {
      const auto relation = s.relations.find(sheet.part);
      if (relation == s.relations.end() || relation->second.first != "worksheet") continue;
      sheet.part = s.entry(resolve(folder, relation->second.second));
      if (!sheet.part.empty()) sheets.push_back(std::move(sheet));
    }
    s.sheets = std::move(sheets);
    for (const auto& [id, relation] : s.relations) {
      if (relation.first == "sharedStrings") s.shared_part = resolve(folder, relation.second);
      if (relation.first == "styles") s.styles_part = resolve(folder, relation.second);
    }
    if (s.sheets.empty()) return no_workbook();
  } else if (step == Step::book && s.sheets.empty()) {
    return no_workbook();
  }
  return {};
}

const std::vector<Sheet>& Workbook::sheets() const { return state_->sheets; }

}  // namespace topline
