// SPDX-License-Identifier: Apache-2.0
#include "core/profile/ranking.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/profile/answer.h"
#include "core/profile/multi_choice.h"
#include "core/profile/profile.h"

namespace topline {
namespace {

constexpr std::string_view kArrow = "→";
constexpr std::string_view kOrderWords[] = {"rank", "ranking", "rank order", "order of importance",
                                            "order of preference", "prioritise",
                                            "prioritize", "排序", "排名", "排列"};
constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {
    {"[", "]"}, {"(", ")"}, {"（", "）"}};
constexpr std::string_view kSeparators[] = {" – ", " — ", " - ", ": ", "：", "—"};

const std::string& asked(const ColumnPlan& column) {
  return column.label.empty() ? column.name : column.label;
}

// Neighbours from `first` on that ask the same; without an item a header stands alone.
size_t end_of_question(const std::vector<ColumnPlan>& columns, size_t first) {
  const ItemHeader head = split_item(asked(columns[first]));
  size_t end = first + 1;
  while (!head.item.empty() && end < columns.size()) {
    const ItemHeader next = split_item(asked(columns[end]));
    if (next.item.empty() || next.question != head.question) break;
    ++end;
  }
  return end;
}

}  // namespace

bool asks_for_order(std::string_view header) {
  const std::string words = as_words(header);
  return std::any_of(std::begin(kOrderWords), std::end(kOrderWords),
                     [&](std::string_view word) { return has_word(words, word); });
}

std::string_view find_order_mark(const TokenTable& column, LayoutKind layout, bool asked) {
  if (!column.complete()) return {};
  if (lists_options(column, kArrow, asked || layout == LayoutKind::wjx)) return kArrow;
  return asked ? find_option_mark(column, layout) : std::string_view();
}

std::vector<std::string_view> read_order(std::string_view cell, std::string_view mark) {
  std::vector<std::string_view> items;
  for (;;) {
    const size_t at = cell.find(mark);
    const std::string_view item = trim(cell.substr(0, at));
    if (std::find(items.begin(), items.end(), item) != items.end()) return {};
    if (!item.empty()) items.push_back(item);
    if (at == std::string_view::npos) return items;
    cell.remove_prefix(at + mark.size());
  }
}

ItemHeader split_item(std::string_view header) {
  header = trim(header);
  for (const auto& [open, close] : kBrackets) {
    const size_t at = header.rfind(open);
    const bool ends = header.size() > close.size() &&
                      header.substr(header.size() - close.size()) == close;
    if (!ends || at == std::string_view::npos || at == 0) continue;
    const size_t begin = at + open.size();
    return {trim(header.substr(0, at)), trim(header.substr(begin, header.size() - close.size() - begin))};
  }
  for (std::string_view separator : kSeparators) {
    const size_t at = header.rfind(separator);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view item = trim(header.substr(at + separator.size()));
    if (!item.empty()) return {trim(header.substr(0, at)), item};
  }
  return {header, {}};
}

void guess_rankings(std::vector<ColumnPlan>& columns, const std::vector<Evidence>& evidence) {
  for (size_t first = 0; first < columns.size();) {
    const size_t end = end_of_question(columns, first);
    const size_t items = end - first;
    bool ranks = items >= 2 && asks_for_order(split_item(asked(columns[first])).question);
    bool any = false;
    for (size_t c = first; c < end && ranks; ++c) {
      const Evidence& e = evidence[c];
      any |= e.filled != 0;
      ranks = e.filled == 0 ||
              (e.whole * 10 >= e.filled * 9 && e.min >= 1 && e.max <= static_cast<double>(items));
    }
    for (size_t c = first; c < end && ranks && any; ++c) {
      ColumnPlan taken;
      taken.name = columns[c].name;
      taken.label = columns[c].label;
      taken.role = Role::ranking;
      taken.confidence = 0.9;
      taken.reason = Reason::ranks_item;
      columns[c] = std::move(taken);
    }
    first = end;
  }
}

std::vector<std::vector<uint32_t>> find_rankings(std::vector<ColumnPlan>& columns) {
  std::vector<std::vector<uint32_t>> rankings;
  const auto is_item = [&](size_t c) {
    return columns[c].role == Role::ranking && columns[c].option_mark.empty() && columns[c].scored();
  };
  for (size_t c = 0; c < columns.size(); ++c) {
    if (!is_item(c)) continue;
    const bool more = c > 0 && is_item(c - 1) && !rankings.empty() &&
                      split_item(asked(columns[c - 1])).question == split_item(asked(columns[c])).question;
    if (!more) rankings.emplace_back();
    rankings.back().push_back(static_cast<uint32_t>(c));
  }
  for (const std::vector<uint32_t>& items : rankings) {
    for (uint32_t c : items) {
      if (!columns[c].scale) columns[c].scale = Scale{1, static_cast<int>(items.size())};
    }
  }
  return rankings;
}

}  // namespace topline
