// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace topline {

/// Writes JSON as a stream: nothing larger than a buffer of 64 KiB is held. Texts that are no UTF-8
/// get U+FFFD for each bad sequence, as the WHATWG decoder gives. REQUIRES: calls nest rightly.
class JsonWriter {
 public:
  /// `indent` 0 writes one line.
  explicit JsonWriter(std::function<void(std::string_view)> sink, int indent = 0);
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  /// `flat` objects and arrays stand on one line whatever the indent.
  void begin_object(bool flat = false);
  void end_object();
  void begin_array(bool flat = false);
  void end_array();
  void key(std::string_view name);

  void string(std::string_view text);
  void number(double value);  ///< 12 digits; null where not finite
  void integer(uint64_t value);
  void boolean(bool value);
  void null();
  void raw(std::string_view json);  ///< a value that is JSON already

  // A key and its value.
  void field(std::string_view name, std::string_view text) { key(name), string(text); }
  void field(std::string_view name, const char* text) { key(name), string(text); }
  void field(std::string_view name, const std::string& text) { key(name), string(text); }
  void field(std::string_view name, double value) { key(name), number(value); }
  void field(std::string_view name, uint64_t value) { key(name), integer(value); }
  void field(std::string_view name, uint32_t value) { key(name), integer(value); }
  void field(std::string_view name, bool value) { key(name), boolean(value); }

  /// Writes what is buffered.
  void flush();

 private:
  struct Level {
    bool array;
    bool flat;
    bool empty;
  };
  void separate();
  void close(char bracket);
  void line();
  void put(std::string_view text);

  std::function<void(std::string_view)> sink_;
  int indent_;
  std::vector<Level> levels_;
  bool after_key_ = false;
  std::string buffer_;
};

/// Appends `text` to `out` as a JSON string with its quotes.
void append_json_string(std::string& out, std::string_view text);

}  // namespace topline
