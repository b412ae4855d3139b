// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace topline {

/// How the bytes of a text stand for characters. GB18030 reads GBK and GB 2312 as well.
enum class Encoding : uint8_t { utf8, utf16le, utf16be, windows_1252, latin_1, mac_roman, gb18030 };

/// "utf-8", "utf-16le", "windows-1252", "iso-8859-1", "macintosh", "gb18030".
std::string_view name_of(Encoding encoding);
/// By that name or one in common use ("GBK", "cp1252", "latin1", "UTF-16" …), in any case.
std::optional<Encoding> encoding_named(std::string_view name);

/// Why a text was taken for an encoding.
enum class EncodingClue : uint8_t {
  told,
  bom,      ///< a byte order mark
  ascii,    ///< nothing but ASCII
  utf8,     ///< well-formed multi-byte UTF-8, perhaps with a few damaged bytes
  nuls,     ///< a zero in every other byte
  hanzi,    ///< pairs of bytes that are frequent Chinese characters
  accents,  ///< single bytes above ASCII among letters
};

struct EncodingGuess {
  Encoding encoding = Encoding::utf8;
  double confidence = 1;  ///< 0 to 1
  EncodingClue clue = EncodingClue::ascii;
};

/// Judges the first bytes of a text; where they are not all of it, a sequence cut by their end is no
/// error. Mac Roman and ISO-8859-1 look like windows-1252 and have to be told.
EncodingGuess detect_encoding(std::string_view head, bool head_is_all);

/// Turns bytes into UTF-8 as a WHATWG TextDecoder does (not fatal, a byte order mark taken off), but
/// for two: UTF-8 passes as it is, so that its damage can be counted where it stands, and ISO-8859-1
/// is the real one, whose 0x80 … 0x9F are control characters. Chunks may be cut anywhere.
class Decoder {
 public:
  explicit Decoder(Encoding encoding) : encoding_(encoding) {}

  /// Appends the text of `bytes` to `out`; a cut sequence waits for the next call.
  void decode(std::string_view bytes, std::string& out);
  /// What still waits is no character.
  void finish(std::string& out);
  /// U+FFFD written for what is no character.
  uint64_t invalid() const { return invalid_; }

 private:
  void put(uint32_t point, std::string& out);
  void put_error(std::string& out);
  void decode_single(std::string_view bytes, const uint16_t* table, std::string& out);
  void decode_utf16(std::string_view bytes, std::string& out);
  void decode_gb18030(std::string_view bytes, std::string& out);
  bool take_gb18030(uint8_t byte, std::string& out);

  Encoding encoding_;
  bool at_start_ = true;  ///< a byte order mark may come
  uint64_t invalid_ = 0;
  uint8_t waiting_[4] = {};  ///< bytes of a sequence that is not complete
  size_t waits_ = 0;
  uint32_t lead_ = 0;  ///< a high surrogate, 0 for none
};

}  // namespace topline
