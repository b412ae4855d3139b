// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/dialect.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "core/ingest/plain_reader.h"

namespace topline {
namespace {

// In the order in which a tie is broken: what rarely stands in text first.
constexpr std::array<char, 6> kCandidates = {'\t', '\x1f', '\x1e', ',', ';', '|'};
// Enough to see how a table is cut; the rest of the head costs time and says no more.
constexpr size_t kRecords = 500;

bool is_candidate(char c) {
  return std::find(kCandidates.begin(), kCandidates.end(), c) != kCandidates.end();
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The first CR or LF outside quotes, whatever the delimiter is.
size_t first_record_end(std::string_view text) {
  bool inside = false, cell_start = true;
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"' && (inside || cell_start)) {
      inside = !inside;
      cell_start = inside ? false : true;  // the second half of "" opens again
      continue;
    }
    if (!inside && (c == '\n' || c == '\r')) return at;
    cell_start = !inside && is_candidate(c);
  }
  return text.find_first_of("\r\n");  // a stray quote before it: any end is better than none
}

Dialect::End record_end(std::string_view text, bool is_all) {
  const size_t at = first_record_end(text);
  if (at == std::string_view::npos || text[at] == '\n') return Dialect::End::lf;
  const size_t next = text.find_first_not_of('\r', at);  // CR CR LF is a CR LF written twice
  if (next == std::string_view::npos) return is_all ? Dialect::End::cr : Dialect::End::lf;
  return text[next] == '\n' ? Dialect::End::lf : Dialect::End::cr;
}

/// Excel's "sep=;" line, quoted or not; returns its length with its end, 0 for none.
size_t sep_line(std::string_view text, char& delimiter) {
  const bool quoted = !text.empty() && text.front() == '"';
  size_t at = quoted ? 1 : 0;
  constexpr std::string_view kKey = "sep=";
  for (char want : kKey) {
    if (at >= text.size() || (text[at] | 0x20) != (want | 0x20)) return 0;
    ++at;
  }
  if (at >= text.size()) return 0;
  const char c = text[at++];
  if (c == '"' || c == '\r' || c == '\n' || c == '\0') return 0;
  if (quoted && (at >= text.size() || text[at++] != '"')) return 0;
  if (at < text.size() && text[at] != '\r' && text[at] != '\n') return 0;
  if (at < text.size() && text[at] == '\r') ++at;
  if (at < text.size() && text[at] == '\n') ++at;
  delimiter = c;
  return at;
}

struct Vote {
  double even = 0;     ///< share of the records that have the most frequent width
  uint64_t width = 1;  ///< that width, in cells
};

/// How evenly a delimiter cuts the records.
Vote vote_for(char delimiter, std::string_view text, bool is_all, Dialect dialect) {
  dialect.delimiter = delimiter;
  PlainReader reader(dialect);
  struct Cut {
    size_t records = 0;
    size_t odd = 0;  // with a quote out of place, as where cells are cut within their quotes
  };
  std::map<uint64_t, Cut> widths;
  size_t records = 0;
  uint64_t first_width = 0;
  for (size_t at = 0; at < text.size() && records < kRecords; at += reader.size()) {
    reader.start(at);
    // A quote that no longer closes makes the rest of the head one record: not judged.
    if (!reader.read(text.data() + at, text.size() - at, is_all)) break;
    const uint64_t width = reader.cells().size();
    if (width == 1 && reader.cells()[0].begin == reader.cells()[0].end) continue;  // blank
    if (records++ == 0) first_width = width;
    Cut& cut = widths[width];
    ++cut.records;
    if (reader.odd() > 0) ++cut.odd;
  }
  Vote vote;
  Cut most;
  for (const auto& [width, cut] : widths) {
    if (cut.records > most.records || (cut.records == most.records && width == first_width)) {
      most = cut;
      vote.width = width;
    }
  }
  if (records > 0) {
    vote.even = (static_cast<double>(most.records) - 0.5 * static_cast<double>(most.odd)) /
                static_cast<double>(records);
  }
  // The header of a;b;c over rows of decimal commas: evenly cut, but not as the first record is.
  // Where that is not cut at all, it may be a title above the table.
  if (vote.width != first_width) vote.even *= first_width == 1 ? 0.8 : 0.5;
  return vote;
}

/// Does the character stand between digits wherever it stands? Then it is a decimal comma.
bool only_in_numbers(std::string_view text, char c) {
  size_t at = text.find(c);
  if (at == std::string_view::npos) return false;
  for (; at != std::string_view::npos; at = text.find(c, at + 1)) {
    if (at == 0 || at + 1 >= text.size() || !is_digit(text[at - 1]) || !is_digit(text[at + 1])) {
      return false;
    }
  }
  return true;
}

char vote(std::string_view text, bool is_all, const Dialect& dialect) {
  constexpr double kEnough = 0.5;  // less even than this is text with a comma in it
  constexpr double kClear = 0.1;   // a clear lead in evenness; below it the wider cut wins
  char best = ',';
  Vote winner;
  for (char candidate : kCandidates) {
    if (text.find(candidate) == std::string_view::npos) continue;
    const Vote v = vote_for(candidate, text, is_all, dialect);
    if (v.width < 2 || v.even < kEnough) continue;
    // 1,5;2,5;3,5 is cut evenly by both, and by the comma into more cells.
    const bool decimal = candidate == ',' && winner.width > 1 && only_in_numbers(text, ',');
    const bool undone = best == ',' && winner.width > 1 && v.even >= winner.even - kClear &&
                        only_in_numbers(text, ',');
    const bool better =
        v.even > winner.even + kClear || (v.even >= winner.even - kClear && v.width > winner.width);
    if (undone || (better && !(decimal && winner.even >= v.even - kClear))) {
      best = candidate;
      winner = v;
    }
  }
  return best;
}

}  // namespace

Dialect sniff_dialect(std::string_view head, bool head_is_all) {
  Dialect dialect;
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  if (head.starts_with(kBom)) {
    dialect.bom = true;
    dialect.body = kBom.size();
  }
  std::string_view text = head.substr(static_cast<size_t>(dialect.body));
  dialect.end = record_end(text, head_is_all);
  if (const size_t size = sep_line(text, dialect.delimiter); size > 0) {
    dialect.sep_line = true;
    dialect.body += size;
    dialect.first_line = 2;
    return dialect;
  }
  dialect.delimiter = vote(text, head_is_all, dialect);
  return dialect;
}

}  // namespace topline
