// SPDX-License-Identifier: Apache-2.0

// Every lane, split anywhere, and ranges joined, against the scalar lane on the whole text.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/ingest/layout.h"
#include "core/ingest/table_reader.h"
#include "tests/ingest/read_all.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using namespace topline;
  if (size < 4) return 0;
  // The first bytes choose; the rest is the text.
  Dialect dialect;
  dialect.delimiter = ",;\t|"[bytes[0] & 3];
  dialect.end = (bytes[0] & 4) != 0 ? Dialect::End::cr : Dialect::End::lf;
  const size_t piece = 1 + bytes[1];
  const size_t split = bytes[2];
  const size_t cut = bytes[3];
  std::string repeated(reinterpret_cast<const char*>(bytes) + 4, size - 4);
  if ((bytes[0] & 8) != 0) {  // long enough for blocks and windows
    const std::string once = repeated;
    for (int k = 0; k < 1 + (bytes[0] >> 4); ++k) repeated += once;
  }
  const std::string_view text = repeated;
  const Reading expected = read_all(text, dialect, Lane::scalar, {text.size() + 1});
  require(expected.end_offset == text.size());
  for (Lane lane : lanes_here()) {
    require(read_all(text, dialect, lane, {text.size() + 1}) == expected);
    require(read_all(text, dialect, lane, {piece}) == expected);
    require(read_all(text, dialect, lane, {split + 1, text.size() + 1}) == expected);
    const uint64_t at = text.empty() ? 0 : cut * text.size() / 256;
    Reading first = read_all(text, dialect, lane, {piece}, {0, at, true});
    Reading second = read_all(text, dialect, lane, {text.size() + 1}, {at, UINT64_MAX, false});
    if (second.first_offset == first.end_offset) {
      for (Row& row : second.rows) {
        row.line += first.lines;
        first.rows.push_back(row);
      }
      require(first.rows == expected.rows);
      require(first.invalid_utf8 + second.invalid_utf8 == expected.invalid_utf8);
      require(first.stray_quotes + second.stray_quotes == expected.stray_quotes);
      require(first.lines + second.lines == expected.lines);
    }
  }
  // Guesses must hold for anything.
  const Dialect sniffed = sniff_dialect(text, (bytes[0] & 16) != 0);
  require(sniffed.body <= text.size());
  const Layout layout = detect_layout(text, (bytes[0] & 16) != 0, sniffed);
  require(layout.header_rows == 0 || layout.headers.size() == layout.columns);
  return 0;
}
