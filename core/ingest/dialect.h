// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace topline {

/// How the bytes of a delimited text are cut into records and cells.
struct Dialect {
  /// What ends a record: LF (a CR right before it belongs to the end), or a lone CR (old Mac
  /// files). Decided at the first unquoted CR or LF; in an LF text a lone CR is data.
  enum class End : uint8_t { lf, cr };

  char delimiter = ',';
  End end = End::lf;
  bool bom = false;         ///< a UTF-8 byte order mark stood first
  bool sep_line = false;    ///< Excel's "sep=;" line stood first
  uint64_t body = 0;        ///< offset of the first record: after the BOM and the sep= line
  uint64_t first_line = 1;  ///< physical line number of the first record

  bool operator==(const Dialect&) const = default;
};

/// Sniffs the dialect from the first bytes of an input. `head` is the whole input where
/// `head_is_all`; otherwise its last, cut record is not judged. Candidates are , ; TAB and |,
/// chosen by how evenly they cut quoted-aware records; a sep= line decides without a vote.
Dialect sniff_dialect(std::string_view head, bool head_is_all);

}  // namespace topline
