// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/xml_reader.h"

#include <algorithm>
#include <cstring>

namespace topline {
namespace {

constexpr size_t kLongest = size_t{64} << 20;

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view local(std::string_view name) {
  const size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

void put_utf8(uint32_t point, std::string& out) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | point >> 6);
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0 | point >> 12);
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else if (point < 0x110000) {
    out += static_cast<char>(0xF0 | point >> 18);
    out += static_cast<char>(0x80 | (point >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

// The character of "&amp;", "&#x4e2d;" …; false for what is no entity.
bool put_entity(std::string_view name, std::string& out) {
  static constexpr std::pair<std::string_view, char> kNamed[] = {
      {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
  for (const auto& [known, character] : kNamed) {
    if (name != known) continue;
    out += character;
    return true;
  }
  if (name.size() < 2 || name[0] != '#') return false;
  const bool hex = name[1] == 'x';
  uint32_t point = 0;
  for (char c : name.substr(hex ? 2 : 1)) {
    const int digit = c >= '0' && c <= '9'          ? c - '0'
                      : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                    : -1;
    if (digit < 0 || point > 0x10FFFF) return false;
    point = point * (hex ? 16 : 10) + static_cast<uint32_t>(digit);
  }
  put_utf8(point, out);
  return true;
}

tl::unexpected<Error> broken() {
  return fail(Code::bad_workbook, {}, {{"detail", "one of its parts is damaged"}});
}

}  // namespace

std::string_view XmlHandler::value(const Attributes& attributes, std::string_view name,
                                   std::string_view otherwise) {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return otherwise;
}

Result<void> XmlReader::feed(std::string_view bytes) {
  std::string_view xml = bytes;
  if (!kept_.empty()) {
    kept_ += bytes;
    xml = kept_;
  }
  const auto used = read(xml);
  if (!used) return tl::unexpected<Error>(used.error());
  if (const std::string_view problem = handler_.problem(); !problem.empty()) {
    return fail(Code::bad_workbook, {}, {{"detail", std::string(problem)}});
  }
  std::string rest(xml.substr(*used));
  if (rest.size() > kLongest) return broken();
  kept_ = std::move(rest);
  return {};
}

Result<void> XmlReader::finish() {
  if (depth_ != 0 || kept_.find_first_not_of(kBlanks) != std::string::npos) return broken();
  return {};
}

// Reads what is complete and returns how many bytes that was.
Result<size_t> XmlReader::read(std::string_view xml) {
  size_t at = 0;
  while (at < xml.size()) {
    if (xml[at] != '<') {
      const void* found = std::memchr(xml.data() + at, '<', xml.size() - at);
      if (found == nullptr) return at;
      const auto end = static_cast<size_t>(static_cast<const char*>(found) - xml.data());
      if (depth_ > 0) handler_.text(resolved(xml.substr(at, end - at), text_));
      at = end;
    }
    const std::string_view rest = xml.substr(at);
    if (rest.size() < 9) {  // "<![CDATA[" may be on its way
      if (rest.find('>') == std::string_view::npos || rest.starts_with("<!")) return at;
    }
    if (rest.starts_with("<!--") || rest.starts_with("<?") || rest.starts_with("<![CDATA[")) {
      const bool data = rest[1] == '!' && rest[2] == '[';
      const std::string_view mark = rest[1] == '?' ? "?>" : data ? "]]>" : "-->";
      const size_t end = rest.find(mark, data ? 9 : 2);
      if (end == std::string_view::npos) return at;
      if (data && depth_ > 0) handler_.text(rest.substr(9, end - 9));
      at += end + mark.size();
      continue;
    }
    // The end of the tag; a > within an attribute's quotes is none.
    size_t end = 1;
    char quote = 0;
    for (; end < rest.size() && (quote != 0 || rest[end] != '>'); ++end) {
      const char c = rest[end];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
    }
    if (end >= rest.size()) return at;
    if (rest.starts_with("</")) {
      if (depth_ == 0) return broken();
      --depth_;
      std::string_view name = rest.substr(2, end - 2);
      name = name.substr(0, name.find_first_of(kBlanks));
      handler_.close(local(name));
    } else if (!rest.starts_with("<!")) {
      read_tag(rest.substr(1, end - 1));
    }
    at += end + 1;
  }
  return at;
}

void XmlReader::read_tag(std::string_view tag) {
  const bool closes = !tag.empty() && tag.back() == '/';
  if (closes) tag.remove_suffix(1);
  const size_t name_end = std::min(tag.size(), tag.find_first_of(kBlanks));
  const std::string_view name = local(tag.substr(0, name_end));
  attributes_.clear();
  size_t resolved_values = 0;
  std::string_view rest = tag.substr(name_end);
  for (;;) {
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(kBlanks)));
    const size_t equals = rest.find('=');
    if (equals == std::string_view::npos) break;
    std::string_view key = rest.substr(0, equals);
    key = key.substr(0, key.find_first_of(kBlanks));
    rest.remove_prefix(equals + 1);
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(kBlanks)));
    if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) break;
    const size_t close = rest.find(rest[0], 1);
    if (close == std::string_view::npos) break;
    std::string_view value = rest.substr(1, close - 1);
    if (value.find('&') != std::string_view::npos) {
      if (memory_.size() == resolved_values) memory_.emplace_back();
      memory_[resolved_values].clear();
      value = resolved(value, memory_[resolved_values++]);
    }
    attributes_.emplace_back(local(key), value);
    rest.remove_prefix(close + 1);
  }
  handler_.open(name, attributes_);
  if (closes) {
    handler_.close(name);
  } else {
    ++depth_;
  }
}

std::string_view XmlReader::resolved(std::string_view text, std::string& memory) {
  size_t at = text.find('&');
  if (at == std::string_view::npos) return text;
  memory.clear();
  size_t from = 0;
  while (at != std::string_view::npos) {
    memory.append(text, from, at - from);
    from = at;
    const size_t end = text.find(';', at);
    if (end != std::string_view::npos && end - at <= 10 &&
        put_entity(text.substr(at + 1, end - at - 1), memory)) {
      from = end + 1;
    } else {
      memory += '&';
      from = at + 1;
    }
    at = text.find('&', from);
  }
  memory.append(text, from, text.size() - from);
  return memory;
}

}  // namespace topline
