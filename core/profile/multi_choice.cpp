// SPDX-License-Identifier: Apache-2.0
#include "core/profile/multi_choice.h"

#include <algorithm>
#include <map>

#include "core/base/text.h"
#include "core/profile/answer.h"

namespace topline {
bool lists_options(const TokenTable& column, std::string_view mark, bool sure) {
  uint64_t filled = 0, several = 0, texts = 0, bytes = 0;
  std::map<std::string_view, uint64_t> options;  // and how many texts name them
  for (uint32_t code = 0; code < column.size(); ++code) {
    const uint64_t count = column.count_of(code);
    if (!column.kept(code) || count == 0 || is_missing(column.text(code))) continue;
    const auto named = split_options(column.text(code), mark);
    filled += count;
    several += named.size() > 1 ? count : 0;
    ++texts;
    for (std::string_view option : named) {
      if (options[option]++ == 0) bytes += option.size();
    }
  }
  if (several == 0) return false;
  if (sure) return true;
  // Sentences have marks too, but their parts don't come back.
  uint64_t again = 0, mentions = 0, mentioned_again = 0;
  for (const auto& [option, times] : options) {
    again += times > 1;
    mentions += times;
    mentioned_again += times > 1 ? times : 0;
  }
  return several * 20 >= filled && bytes <= 60 * options.size() &&
         mentioned_again * 5 >= mentions * 4 && (options.size() < texts || again == options.size());
}

std::vector<std::string_view> split_options(std::string_view cell, std::string_view mark) {
  std::vector<std::string_view> options;
  for (;;) {
    const size_t at = cell.find(mark);
    const std::string_view option = trim(cell.substr(0, at));
    const bool again = std::find(options.begin(), options.end(), option) != options.end();
    if (!option.empty() && !again) options.push_back(option);
    if (at == std::string_view::npos) return options;
    cell.remove_prefix(at + mark.size());
  }
}

std::string_view find_option_mark(const TokenTable& column, LayoutKind layout) {
  if (!column.complete()) return {};
  static constexpr std::string_view kWjx = "┋";
  if (lists_options(column, kWjx, true)) return kWjx;
  if (lists_options(column, ";", layout == LayoutKind::microsoft_forms)) return ";";
  if (layout == LayoutKind::google_forms && lists_options(column, ", ", false)) return ", ";
  return {};
}

}  // namespace topline
