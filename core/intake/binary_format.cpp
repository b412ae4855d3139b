// SPDX-License-Identifier: Apache-2.0
#include "core/intake/binary_format.h"

#include <algorithm>
#include <string>

#include "core/encoding/encoding.h"

namespace topline {
namespace {

// The name of a stream in a compound file, which holds names in UTF-16.
bool names_stream(std::string_view head, std::string_view name) {
  std::string wide;
  for (const char c : name) (wide += c) += '\0';
  return head.find(wide) != std::string_view::npos;
}

}  // namespace

std::string_view binary_format(std::string_view head) {
  struct Magic {
    std::string_view bytes, name;
  };
  static constexpr Magic kMagic[] = {
      {"PK\x03\x04", "ZIP"},         {"%PDF", "PDF"},    {"\xD0\xCF\x11\xE0", "XLS"},
      {"\x1F\x8B", "GZIP"},          {"\x89PNG", "PNG"}, {"\xFF\xD8\xFF", "JPEG"},
      {"SQLite format 3", "SQLite"}, {"PAR1", "Parquet"}, {"Obj\x01", "Avro"},
      {"7z\xBC\xAF", "7Z"},          {"Rar!", "RAR"},    {"BZh", "BZIP2"},
      {"\xFD" "7zXZ", "XZ"},         {"\x28\xB5\x2F\xFD", "ZSTD"},
  };
  for (const Magic& magic : kMagic) {
    if (head.substr(0, magic.bytes.size()) != magic.bytes) continue;
    // Excel wraps a workbook that has a password into a compound file, as .xls files are.
    if (magic.name == "XLS" && names_stream(head, "EncryptedPackage")) return "locked XLSX";
    return magic.name;
  }
  const Encoding encoding = detect_encoding(head, true).encoding;
  if (encoding == Encoding::utf16le || encoding == Encoding::utf16be) return "";
  const auto nuls = static_cast<size_t>(std::count(head.begin(), head.end(), '\0'));
  return nuls * 10 > head.size() && head.size() > 16 ? "binary" : "";
}

}  // namespace topline
