// SPDX-License-Identifier: Apache-2.0
#include "core/base/json_writer.h"

#include <cmath>

#include "core/base/number.h"

namespace topline {
namespace {

// Length of the well-formed UTF-8 sequence at the start of `text`; 0 where it is malformed, and
// then `bad` is how many bytes one U+FFFD stands for (the maximal subpart).
size_t utf8_length(std::string_view text, size_t& bad) {
  const auto at = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = at(0);
  bad = 1;
  if (first < 0x80) return 1;
  size_t length = 0;
  unsigned char low = 0x80, high = 0xBF;
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  for (size_t i = 1; i < length; ++i) {
    if (i >= text.size() || at(i) < low || at(i) > high) {
      bad = i;
      return 0;
    }
    low = 0x80;
    high = 0xBF;
  }
  return length;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  out.push_back('"');
  for (size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x80) {
      size_t bad = 1;
      const size_t length = utf8_length(text.substr(i), bad);
      if (length != 0) {
        out.append(text.substr(i, length));
        i += length;
      } else {
        out.append("\xEF\xBF\xBD");
        i += bad;
      }
      continue;
    }
    switch (byte) {
      case '"':
        out.append("\\\"");
        break;
      case '\\':
        out.append("\\\\");
        break;
      case '\n':
        out.append("\\n");
        break;
      case '\r':
        out.append("\\r");
        break;
      case '\t':
        out.append("\\t");
        break;
      default:
        if (byte < 0x20) {
          out.append("\\u00");
          out.push_back(kDigits[byte >> 4]);
          out.push_back(kDigits[byte & 15]);
        } else {
          out.push_back(static_cast<char>(byte));
        }
    }
    ++i;
  }
  out.push_back('"');
}

JsonWriter::JsonWriter(std::function<void(std::string_view)> sink, int indent)
    : sink_(std::move(sink)), indent_(indent) {}

JsonWriter::~JsonWriter() { flush(); }

void JsonWriter::flush() {
  if (!buffer_.empty()) sink_(buffer_);
  buffer_.clear();
}

void JsonWriter::put(std::string_view text) {
  buffer_.append(text);
  if (buffer_.size() >= 65536) flush();
}

void JsonWriter::line() {
  if (indent_ == 0) return;
  buffer_.push_back('\n');
  buffer_.append(levels_.size() * static_cast<size_t>(indent_), ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) buffer_.append(level.flat && indent_ != 0 ? ", " : ",");
  level.empty = false;
  if (!level.flat) line();
}

void JsonWriter::begin_object(bool flat) {
  separate();
  put("{");
  levels_.push_back({false, flat || (!levels_.empty() && levels_.back().flat), true});
}

void JsonWriter::begin_array(bool flat) {
  separate();
  put("[");
  levels_.push_back({true, flat || (!levels_.empty() && levels_.back().flat), true});
}

void JsonWriter::close(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty && !level.flat) line();
  put(std::string_view(&bracket, 1));
}

void JsonWriter::end_object() { close('}'); }
void JsonWriter::end_array() { close(']'); }

void JsonWriter::key(std::string_view name) {
  separate();
  append_json_string(buffer_, name);
  put(indent_ == 0 ? ":" : ": ");
  after_key_ = true;
}

void JsonWriter::string(std::string_view text) {
  separate();
  append_json_string(buffer_, text);
  put({});
}

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  separate();
  put(format_number(value));
}

void JsonWriter::integer(uint64_t value) {
  separate();
  put(std::to_string(value));
}

void JsonWriter::boolean(bool value) {
  separate();
  put(value ? "true" : "false");
}

void JsonWriter::raw(std::string_view json) {
  separate();
  put(json);
}

void JsonWriter::null() {
  separate();
  put("null");
}

}  // namespace topline
