// SPDX-License-Identifier: Apache-2.0
#include "core/profile/profile.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/profile/amount.h"
#include "core/profile/answer.h"
#include "core/profile/answer_number.h"
#include "core/profile/date.h"

namespace topline {

Profile make_profile(const std::vector<std::string>& headers) {
  Profile profile;
  profile.headers = headers;
  profile.columns.resize(headers.size());
  for (TokenTable& column : profile.columns) {
    for (std::string_view word : missing_words()) {
      if (!word.empty()) column.pin(word);
    }
    for (std::string_view blank : {"None", " ", "  ", "\xC2\xA0", "\xE3\x80\x80"}) column.pin(blank);
  }
  return profile;
}

Evidence evidence_of(const TokenTable& column, std::span<const std::string_view> missing) {
  Evidence evidence;
  evidence.complete = column.complete();
  evidence.orders = 7;
  struct Whole {
    double value;
    uint64_t count;
  };
  std::vector<Whole> wholes;
  const NumberStyle style = find_number_style(column);
  double bytes = 0;
  uint64_t coded = 0;
  uint64_t never = 0, dated[3] = {};
  std::set<int> bounds;
  for (uint32_t code = 0; code < column.size(); ++code) {
    const uint64_t count = column.count_of(code);
    const std::string_view text = column.text(code);
    if (!column.kept(code) || count == 0 || is_no_score(text)) continue;
    if (std::find(missing.begin(), missing.end(), trim(text)) != missing.end()) continue;
    evidence.filled += count;
    ++evidence.distinct;
    bytes += static_cast<double>(text.size()) * static_cast<double>(count);
    evidence.longest = std::max<uint64_t>(evidence.longest, text.size());
    const unsigned orders = possible_orders(text);
    evidence.orders &= orders;
    if (orders == 0 && is_never(text)) never += count;
    for (unsigned bit = 0; bit < 3; ++bit) dated[bit] += (orders >> bit & 1) * count;
    if (read_amount(text, style)) evidence.amounts += count;
    const auto answer = read_answer_number(text);
    if (!answer) continue;
    const double number = answer->value;
    evidence.max_any = evidence.numeric == 0 ? number : std::max(evidence.max_any, number);
    evidence.numeric += count;
    coded += answer->prefix != 0 ? count : 0;
    bounds.emplace(answer->of);
    if (std::nearbyint(number) != number) continue;
    evidence.whole += count;
    ++evidence.distinct_whole;
    if (number >= 0 && number <= 10) evidence.within_ten += count;
    evidence.has_zero |= number == 0;
    evidence.has_one |= number == 1;
    wholes.push_back({number, count});
  }
  // A1 … A5 are answer codes only where every answer is one: elsewhere they name groups, or rooms.
  if (coded != 0 && coded != evidence.filled) evidence.numeric = evidence.whole = 0;
  evidence.coded = coded != 0;
  if (bounds.size() == 1) evidence.out_of = *bounds.begin();
  evidence.words = find_word_scale(column, 0, missing);
  evidence.codes_run_down = topline::codes_run_down(column);
  const uint64_t most = *std::max_element(dated, dated + 3);
  for (unsigned bit = 0; bit < 3; ++bit) {
    const bool enough = most > 0 && most * 10 >= (evidence.filled - never) * 9;
    if (enough && dated[bit] == most) evidence.most_orders |= 1u << bit;
  }
  if (evidence.filled == 0) {
    evidence.orders = 0;
    return evidence;
  }
  evidence.mean_length = bytes / static_cast<double>(evidence.filled);
  evidence.distinct = std::max(evidence.distinct, evidence.complete ? 0 : column.distinct());
  // A stray 99 must not stretch the scale: numbers that fewer than one answer in 200 gives don't
  // count, where there are enough answers to tell.
  bool first = true;
  for (const Whole& whole : wholes) {
    if (evidence.filled >= 200 && whole.count * 200 < evidence.filled && whole.value != 0) continue;
    evidence.min = first ? whole.value : std::min(evidence.min, whole.value);
    evidence.max = first ? whole.value : std::max(evidence.max, whole.value);
    first = false;
  }
  return evidence;
}

Result<uint32_t> find_column(const std::vector<std::string>& headers, std::string_view name) {
  if (name.size() > 1 && name[0] == '#') {
    const auto number = parse_number(name.substr(1));
    if (number && *number >= 1 && *number <= static_cast<double>(headers.size()) &&
        std::nearbyint(*number) == *number) {
      return static_cast<uint32_t>(*number) - 1;
    }
  }
  const std::string wanted = fold(name.size() > 1 && name[0] == '@' ? name.substr(1) : name);
  std::vector<uint32_t> found;
  for (uint32_t i = 0; i < headers.size(); ++i) {
    if (trim(headers[i]) == trim(name)) found.push_back(i);
  }
  // Folding only where no header is the same to the letter: "ID" beside "id" can be told apart.
  const bool to_the_letter = !found.empty();
  for (uint32_t i = 0; !to_the_letter && !wanted.empty() && i < headers.size(); ++i) {
    if (fold(headers[i]) == wanted) found.push_back(i);
  }
  if (found.size() == 1) return found[0];
  if (found.size() > 1) {
    std::string columns;
    for (uint32_t column : found) {
      if (!columns.empty()) columns += ", ";
      columns += "#" + std::to_string(column + 1);
    }
    return fail(Code::ambiguous_column, {}, {{"name", std::string(name)}, {"columns", columns}});
  }
  std::string candidates;
  for (const std::string& near : nearest(name, headers)) {
    if (!candidates.empty()) candidates += ", ";
    candidates += "“" + near + "”";
  }
  return fail(Code::unknown_column, {}, {{"name", std::string(name)}, {"nearest", candidates}});
}

Result<uint32_t> find_column(const Profile& profile, std::string_view name) {
  if (name.size() > 1 && name[0] == '@' && !profile.export_ids.empty()) {
    if (const auto by_id = find_column(profile.export_ids, name); by_id) return by_id;
  }
  auto by_header = find_column(profile.headers, name);
  if (by_header || profile.labels.empty()) return by_header;
  if (by_header.error().code != Code::unknown_column) return by_header;
  const auto by_label = find_column(profile.labels, name);
  return by_label ? by_label : by_header;
}

}  // namespace topline
