// SPDX-License-Identifier: Apache-2.0
#include "core/encoding/encoding.h"

#include "core/base/text.h"

namespace topline {
namespace {

struct Name {
  std::string_view name;
  Encoding encoding;
};

// The name in reports first, then those in common use.
constexpr Name kNames[] = {
    {"utf-8", Encoding::utf8},
    {"utf-16le", Encoding::utf16le},
    {"utf-16be", Encoding::utf16be},
    {"windows-1252", Encoding::windows_1252},
    {"iso-8859-1", Encoding::latin_1},
    {"macintosh", Encoding::mac_roman},
    {"gb18030", Encoding::gb18030},
    {"utf8", Encoding::utf8},
    {"utf-8-bom", Encoding::utf8},
    {"utf-8-sig", Encoding::utf8},
    {"utf16", Encoding::utf16le},
    {"utf-16", Encoding::utf16le},
    {"utf16le", Encoding::utf16le},
    {"utf16be", Encoding::utf16be},
    {"unicode", Encoding::utf16le},
    {"ucs-2", Encoding::utf16le},
    {"windows1252", Encoding::windows_1252},
    {"cp1252", Encoding::windows_1252},
    {"1252", Encoding::windows_1252},
    {"ansi", Encoding::windows_1252},
    {"latin1", Encoding::latin_1},
    {"latin-1", Encoding::latin_1},
    {"iso8859-1", Encoding::latin_1},
    {"iso_8859-1", Encoding::latin_1},
    {"l1", Encoding::latin_1},
    {"mac", Encoding::mac_roman},
    {"mac-roman", Encoding::mac_roman},
    {"macroman", Encoding::mac_roman},
    {"x-mac-roman", Encoding::mac_roman},
    {"gbk", Encoding::gb18030},
    {"gb2312", Encoding::gb18030},
    {"gb-2312", Encoding::gb18030},
    {"cp936", Encoding::gb18030},
    {"936", Encoding::gb18030},
    {"euc-cn", Encoding::gb18030},
};

}  // namespace

std::string_view name_of(Encoding encoding) {
  for (const Name& name : kNames) {
    if (name.encoding == encoding) return name.name;
  }
  return "utf-8";
}

std::optional<Encoding> encoding_named(std::string_view text) {
  const std::string folded = fold(text);
  for (const Name& name : kNames) {
    if (name.name == folded) return name.encoding;
  }
  return std::nullopt;
}

}  // namespace topline
