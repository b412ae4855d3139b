// SPDX-License-Identifier: Apache-2.0
#include "core/profile/whole_table.h"

#include <algorithm>

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/profile/answer.h"

namespace topline {
namespace {

constexpr std::string_view kFrequency[] = {"freq",  "frequency", "frequencies", "count", "counts",
                                           "n",     "频数",      "频次",        "人数",  "次数",
                                           "份数",  "respondents"};
constexpr std::string_view kTotals[] = {"total",    "totals",   "grand total", "answered", "skipped",
                                        "base",     "base size", "total respondents",
                                        "合计",     "总计",     "小计",        "总数"};
constexpr uint64_t kLargestSummary = 1000;  // rows

template <size_t N>
bool is_one_of(std::string_view text, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

// Figures with or without a sign of percent.
bool is_figure(std::string_view text) {
  std::string folded = fold(text);
  if (!folded.empty() && folded.back() == '%') folded.pop_back();
  std::erase(folded, ',');
  return parse_number(folded).has_value();
}

}  // namespace

std::optional<uint32_t> find_frequency(const Profile& profile) {
  if (profile.columns.size() < 2 || profile.rows == 0) return std::nullopt;
  std::optional<uint32_t> found;
  double combinations = 1;
  for (uint32_t c = 0; c < profile.columns.size(); ++c) {
    const TokenTable& column = profile.columns[c];
    if (is_one_of(fold(profile.headers[c]), kFrequency)) {
      const Evidence e = evidence_of(column);
      if (found || e.whole != profile.rows || e.min < 0) return std::nullopt;
      found = c;
      continue;
    }
    const uint64_t distinct = column.distinct();
    if (!column.complete() || distinct > 30) return std::nullopt;
    combinations *= static_cast<double>(distinct);
  }
  // A row each at most, and not so few that the rows are a list of something else.
  const auto rows = static_cast<double>(profile.table_rows);
  if (!found || rows > combinations || rows * 4 < combinations) return std::nullopt;
  return found;
}

bool is_summary(const Profile& profile) {
  if (profile.rows > kLargestSummary || profile.columns.size() < 2) return false;
  bool totals = false;
  uint64_t figures = 0, others = 0;
  for (const TokenTable& column : profile.columns) {
    for (uint32_t code = 0; code < column.size(); ++code) {
      const uint64_t count = column.count_of(code);
      const std::string_view text = column.text(code);
      if (!column.kept(code) || count == 0 || is_missing(text)) continue;
      totals |= count <= 2 && is_one_of(fold(text), kTotals);
      (is_figure(text) ? figures : others) += count;
    }
  }
  return totals && figures > others;
}

}  // namespace topline
