// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the bytes of an input are: their encoding, and how they mark cells. What the scanner can't
// read as it is (other encodings than UTF-8, pipe tables, columns apart by blanks) becomes UTF-8 CSV
// first, line for line.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/encoding/encoding.h"

namespace topline {

/// How a text marks its cells.
enum class Marking : uint8_t {
  delimited,  ///< as the scanner reads it
  pipes,      ///< | a | b | over |---|---|, as in Markdown
  blanks      ///< runs of blanks between figures, or of two and more between texts
};

struct TextForm {
  Encoding encoding = Encoding::utf8;
  double confidence = 1;  ///< of the encoding
  Marking marking = Marking::delimited;
  /// The scanner reads the bytes themselves.
  bool as_it_is() const { return encoding == Encoding::utf8 && marking == Marking::delimited; }
};

/// Looks at the first bytes of an input; `told` overrules the encoding.
TextForm find_form(std::string_view head, bool head_is_all, std::optional<Encoding> told = {});

/// Turns bytes of a form into UTF-8 CSV. Chunks may be cut anywhere.
class TextConverter {
 public:
  explicit TextConverter(const TextForm& form);
  ~TextConverter();
  TextConverter(TextConverter&&) noexcept;
  TextConverter& operator=(TextConverter&&) noexcept;

  /// Appends what `bytes` make to `csv`.
  void feed(std::string_view bytes, std::string& csv);
  void finish(std::string& csv);
  /// U+FFFD written so far for bytes that the encoding does not know.
  uint64_t invalid() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace topline
