// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/target_text.h"

#include <cmath>
#include <iterator>
#include <string>

#include "core/base/text.h"
#include "core/profile/amount.h"

namespace topline {
namespace {

constexpr double kMonth = 30.4375 * 86400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// A word may touch a number ("10points"), but no other letter.
bool holds(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const size_t end = at + word.size();
    const bool starts = !is_letter(word.front()) || at == 0 || !is_letter(text[at - 1]);
    const bool ends = !is_letter(word.back()) || end == text.size() || !is_letter(text[end]);
    if (starts && ends) return true;
  }
  return false;
}

template <size_t N>
bool holds_any(std::string_view text, const std::string_view (&words)[N]) {
  for (std::string_view word : words) {
    if (holds(text, word)) return true;
  }
  return false;
}

template <size_t N>
bool starts_with_any(std::string_view text, const std::string_view (&words)[N]) {
  for (std::string_view word : words) {
    if (!text.starts_with(word)) continue;
    if (!is_letter(word.back()) || text.size() == word.size() || !is_letter(text[word.size()])) {
      return true;
    }
  }
  return false;
}

std::string with_one_minus(std::string_view text) {
  std::string plain = fold(text);
  for (std::string_view minus : {"−", "–", "—"}) {
    for (size_t at = plain.find(minus); at != std::string::npos; at = plain.find(minus, at)) {
      plain.replace(at, minus.size(), "-");
    }
  }
  return plain;
}

// The one number of a text: its digits, what stands before and behind them.
struct Found {
  double number = 0;  ///< without its sign
  char sign = 0;      ///< '+', '-' or 0
  std::string before, behind;
};

std::optional<Found> find_number(const std::string& text) {
  size_t begin = 0;
  while (begin < text.size() && !is_digit(text[begin])) ++begin;
  if (begin == text.size()) return std::nullopt;
  if (begin != 0 && text[begin - 1] == '.') --begin;
  size_t end = begin;
  while (end < text.size() && (is_digit(text[end]) || text[end] == '.' || text[end] == ',')) ++end;
  while (!is_digit(text[end - 1])) --end;
  for (size_t i = end; i < text.size(); ++i) {
    if (is_digit(text[i])) return std::nullopt;
  }
  const auto digits = read_amount(std::string_view(text).substr(begin, end - begin), {});
  if (!digits) return std::nullopt;
  Found found;
  found.number = to_double(digits->value) / static_cast<double>(kFixedOne);
  found.before = std::string(trim(std::string_view(text).substr(0, begin)));
  found.behind = std::string(trim(std::string_view(text).substr(end)));
  // "-$5" and "$-5" alike: the sign is the last one before the digits.
  const size_t sign = found.before.find_last_of("+-");
  if (sign != std::string::npos && (sign == 0 || !is_letter(found.before[sign - 1]))) {
    found.sign = found.before[sign];
  }
  return found;
}

struct Times {
  std::string_view word;
  double times;
};

// What the number is to be multiplied by: "万", "million"; of durations the seconds of the unit.
double times_of(std::string_view behind, std::string_view unit) {
  static constexpr Times kLarge[] = {{"亿", 1e8},      {"万", 1e4},      {"thousand", 1e3},
                                     {"million", 1e6}, {"billion", 1e9}, {"bn", 1e9},
                                     {"mn", 1e6},      {"k", 1e3},       {"m", 1e6}};
  static constexpr Times kTimes[] = {
      {"小时", 3600},   {"个小时", 3600}, {"时", 3600},   {"hours", 3600},     {"hour", 3600},
      {"hrs", 3600},    {"hr", 3600},     {"h", 3600},    {"分钟", 60},        {"分", 60},
      {"minutes", 60},  {"minute", 60},   {"mins", 60},   {"min", 60},         {"m", 60},
      {"秒", 1},        {"天", 86400},    {"日", 86400},  {"个工作日", 86400}, {"工作日", 86400},
      {"days", 86400},  {"day", 86400},   {"d", 86400},   {"周", 604800},      {"weeks", 604800},
      {"week", 604800}, {"个月", kMonth}, {"月", kMonth}, {"months", kMonth},  {"month", kMonth}};
  const auto find = [behind](const Times* from, const Times* to) {
    for (; from != to; ++from) {
      const std::string_view word = from->word;
      if (behind.starts_with(word) && (!is_letter(word[0]) || behind.size() == word.size() ||
                                       !is_letter(behind[word.size()]))) {
        return from->times;
      }
    }
    return 1.0;
  };
  return unit == "seconds" ? find(std::begin(kTimes), std::end(kTimes))
                           : find(std::begin(kLarge), std::end(kLarge));
}

// "no less than 40" tells of no fall.
std::string without_bounds(std::string text) {
  for (std::string_view words :
       {"less than", "more than", "fewer than", "lower than", "higher than"}) {
    const size_t at = text.find(words);
    if (at != std::string::npos) text.erase(at, words.size());
  }
  return text;
}

constexpr std::string_view kPercent[] = {"%", "percent", "per cent", "百分之"};

}  // namespace

std::optional<double> read_quantity(std::string_view text, std::string_view unit) {
  const auto found = find_number(with_one_minus(text));
  if (!found) return std::nullopt;
  double number = found->number * times_of(found->behind, unit);
  if (found->sign == '-') number = -number;
  if (unit == "ratio" && starts_with_any(found->behind, kPercent)) number /= 100;
  return number;
}

TargetText read_target(std::string_view written, std::string_view change, std::string_view unit) {
  // Those that hold another one stand before it.
  static constexpr std::string_view kAtLeast[] = {
      "≥",      "≧",      ">",    "at least",  "no less than", "not less than", "minimum",
      "min.",   "above",  "over", "more than", "higher than",  "至少",          "不低于",
      "不少于", "不小于", "以上", "超过",      "高于",         "大于"};
  static constexpr std::string_view kAtMost[] = {
      "≤",    "≦",     "<",      "at most",   "no more than", "not more than", "maximum",
      "max.", "below", "under",  "less than", "fewer than",   "lower than",    "within",
      "至多", "最多",  "不超过", "不高于",    "不多于",       "不大于",        "以内",
      "以下", "低于",  "少于",   "小于"};
  static constexpr std::string_view kNotLess[] = {"no less than", "not less than", "不低于",
                                                  "不少于", "不小于"};
  static constexpr std::string_view kNotMore[] = {"no more than", "not more than", "不超过",
                                                  "不高于",       "不多于",        "不大于"};
  static constexpr std::string_view kUp[] = {"提升",    "提高",     "增长",  "增加",   "上升",
                                             "上涨",    "increase", "raise", "grow",   "growth",
                                             "improve", "up",       "more",  "higher", "gain"};
  static constexpr std::string_view kDown[] = {"降低",   "下降",     "减少",    "缩短", "削减",
                                               "reduce", "decrease", "lower",   "cut",  "down",
                                               "less",   "fewer",    "shorten", "fall", "drop"};
  static constexpr std::string_view kTo[] = {"提升至", "提高至", "增长至", "增加至", "降至",
                                             "升至",   "降低至", "下降至", "减少至", "缩短至",
                                             "到",     "达",     "to",     "reach"};
  static constexpr std::string_view kPoints[] = {"个百分点",
                                                 "百分点",
                                                 "percentage point",
                                                 "percentage points",
                                                 "percent points",
                                                 "points",
                                                 "point",
                                                 "pts",
                                                 "pp",
                                                 "ppt",
                                                 "ppts",
                                                 "个点",
                                                 "点",
                                                 "分"};
  const std::string text = with_one_minus(written);
  TargetText target;
  const auto found = find_number(text);
  if (!found) return target;
  const std::string rest = without_bounds(text);
  const bool up = holds_any(rest, kUp), down = holds_any(rest, kDown), to = holds_any(text, kTo);
  if (holds_any(text, kNotLess)) {
    target.bound = TargetText::Bound::at_least;
  } else if (holds_any(text, kNotMore)) {
    target.bound = TargetText::Bound::at_most;
  } else if (holds_any(text, kAtLeast)) {
    target.bound = TargetText::Bound::at_least;
  } else if (holds_any(text, kAtMost)) {
    target.bound = TargetText::Bound::at_most;
  }
  const bool points = unit != "seconds" && starts_with_any(found->behind, kPoints);
  const bool percent =
      !points && (starts_with_any(found->behind, kPercent) || holds(text, "百分之"));
  const bool is_share = unit == "%" || unit == "points";
  // "提升 10% 以上" is a change with a bound; "以上" alone is none.
  const bool is_change =
      !to && (up || down || found->sign == '+' || (found->sign == '-' && (percent || points)) ||
              (!change.empty() && target.bound == TargetText::Bound::none));
  target.number = found->number * times_of(found->behind, unit);
  if (!is_change) {
    if (found->sign == '-') target.number = -target.number;
    if (percent && unit == "ratio") target.number /= 100;
    // "90%" of money or of a time would need to be said of what.
    const bool fits = !percent || is_share || unit.empty() || unit == "ratio";
    target.kind = fits ? TargetText::Kind::value : TargetText::Kind::none;
    return target;
  }
  target.bound = TargetText::Bound::none;
  if (down || found->sign == '-') target.number = -target.number;
  if (points) {
    target.kind = TargetText::Kind::points;
  } else if (percent) {
    target.kind = !is_share              ? TargetText::Kind::relative
                  : change == "relative" ? TargetText::Kind::relative
                  : change == "points"   ? TargetText::Kind::points
                                         : TargetText::Kind::unclear;
    if (target.kind == TargetText::Kind::unclear) target.question = "relative_or_points";
  } else if (unit == "points" && change.empty() && !up && !down) {
    target.kind = TargetText::Kind::unclear;
    target.question = "change_or_value";
  } else {
    target.kind = change == "relative" ? TargetText::Kind::relative : TargetText::Kind::points;
  }
  return target;
}

}  // namespace topline
