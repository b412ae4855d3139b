// SPDX-License-Identifier: Apache-2.0
#include "core/profile/word_scale.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/profile/answer.h"
#include "core/profile/answer_number.h"

namespace topline {
namespace {

struct Family {
  Topic topic;
  std::vector<std::vector<std::string_view>> points;  ///< synonyms of each, low to high

  int find(std::string_view label) const {
    for (size_t point = 0; point < points.size(); ++point) {
      const auto& words = points[point];
      if (std::find(words.begin(), words.end(), label) != words.end()) return static_cast<int>(point) + 1;
    }
    return 0;
  }
};

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t at = text.find(mark);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

const std::vector<Family>& families() {
  static const std::vector<Family> all = [] {
    std::vector<Family> list;
    const auto add = [&list](Topic topic, std::string_view points) {
      Family family{topic, {}};
      for (std::string_view point : split(points, '|')) family.points.push_back(split(point, '/'));
      list.push_back(std::move(family));
    };
#define TOPLINE_WORD_SCALE(topic, points) add(Topic::topic, points);
#include "core/profile/word_scales.def"
#undef TOPLINE_WORD_SCALE
    return list;
  }();
  return all;
}

constexpr std::string_view kNoAnswer[] = {
    "n/a", "na", "not applicable", "don't know", "do not know", "i don't know", "not sure/na", "no answer",
    "no opinion", "no response", "prefer not to say", "prefer not to answer", "unfamiliar (n/a)",
    "not applicable (n/a)", "haven't used", "have not used", "not used", "refused", "skipped",
    "不适用", "不清楚", "不知道", "不了解", "没有使用过", "没用过", "未使用", "未体验", "拒答", "拒绝回答", "无法评价", "不便回答"};

// LabelScores of the cells that are answers, with how many gave each.
struct Met {
  std::string label;
  std::string_view text;
  uint64_t count;
};

std::vector<Met> labels_met(const TokenTable& column, std::span<const std::string_view> missing) {
  std::vector<Met> met;
  for (uint32_t code = 0; code < column.size(); ++code) {
    if (!column.kept(code) || column.count_of(code) == 0 || is_missing(column.text(code))) continue;
    const std::string_view text = trim(column.text(code));
    if (std::find(missing.begin(), missing.end(), text) != missing.end()) continue;
    std::string label = normal_label(column.text(code));
    if (is_no_answer(label)) continue;
    met.push_back({std::move(label), column.text(code), column.count_of(code)});
  }
  std::sort(met.begin(), met.end(), [](const Met& a, const Met& b) {
    return a.count != b.count ? a.count > b.count : a.text < b.text;
  });
  return met;
}

WordScale fit(const Family& family, const std::vector<Met>& met) {
  WordScale scale;
  scale.topic = family.topic;
  scale.points = static_cast<int>(family.points.size());
  int rising = 0, falling = 0;
  std::vector<std::pair<int, double>> coded;
  for (const Met& one : met) {
    const int point = family.find(one.label);
    if (point == 0) {
      scale.unknown.emplace_back(one.text);
      continue;
    }
    if (std::find_if(scale.labels.begin(), scale.labels.end(),
                     [&](const auto& known) { return known.first == one.label; }) ==
        scale.labels.end()) {
      scale.labels.emplace_back(one.label, point);
    }
    if (const auto code = read_answer_number(one.text)) coded.emplace_back(point, code->value);
  }
  for (const auto& a : coded) {
    for (const auto& b : coded) {
      if (a.first < b.first && a.second != b.second) ++(a.second < b.second ? rising : falling);
    }
  }
  scale.codes_disagree = falling > rising;
  std::sort(scale.labels.begin(), scale.labels.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
  return scale;
}

// Under so many answers a point of a scale is easily left out by all.
constexpr uint64_t kFew = 30;

double share_met(const WordScale& scale) {
  std::vector<bool> met(static_cast<size_t>(scale.points) + 1);
  for (const auto& [label, point] : scale.labels) met[static_cast<size_t>(point)] = true;
  return static_cast<double>(std::count(met.begin(), met.end(), true)) / scale.points;
}

}  // namespace

std::string normal_label(std::string_view text) {
  std::string label = fold(text);
  for (std::string_view odd : {"\xC2\xA0", "\xE2\x80\x99"}) {
    for (size_t at = label.find(odd); at != std::string::npos; at = label.find(odd, at)) {
      label.replace(at, odd.size(), 1, odd[0] == '\xC2' ? ' ' : '\'');
    }
  }
  const auto is_code = [](char c) { return c >= '0' && c <= '9'; };
  // "5 - very satisfied", "(5) …", "5、…": the number and the signs behind it.
  size_t at = label.starts_with("(") || label.starts_with("[") ? 1 : 0;
  const size_t digits = at;
  while (at < label.size() && is_code(label[at])) ++at;
  if (at > digits && at < label.size()) {
    std::string_view rest = std::string_view(label).substr(at);
    bool sign = false;
    for (bool more = true; more;) {
      more = false;
      for (std::string_view mark : {" ", ")", "]", "-", "–", "—", ".", ":", "=", "、", "：", "分"}) {
        if (!rest.starts_with(mark)) continue;
        sign = true;
        rest.remove_prefix(mark.size());
        more = true;
      }
    }
    if (sign && !rest.empty()) label = std::string(rest);
  }
  while (!label.empty() && (label.back() == '.' || label.back() == '!')) label.pop_back();
  // "非常满意（5分）", "very satisfied [5]"
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}, {"[", "]"}}) {
    const size_t from = label.rfind(open);
    if (from == std::string::npos || from == 0 || !label.ends_with(close)) continue;
    std::string_view inner = std::string_view(label).substr(from + open.size());
    inner = trim(inner.substr(0, inner.size() - close.size()));
    if (!inner.empty() && is_code(inner[0])) label = std::string(trim(std::string_view(label).substr(0, from)));
  }
  return std::string(trim(label));
}

bool is_no_answer(std::string_view label) {
  return std::find(std::begin(kNoAnswer), std::end(kNoAnswer), label) != std::end(kNoAnswer);
}

bool codes_run_down(const TokenTable& column) {
  if (!column.complete() || column.size() > 200) return false;
  const std::vector<Met> met = labels_met(column, {});
  return std::any_of(families().begin(), families().end(),
                     [&](const Family& family) { return fit(family, met).codes_disagree; });
}

std::optional<WordScale> find_word_scale(const TokenTable& column, int points,
                                         std::span<const std::string_view> missing) {
  if (!column.complete() || column.size() > 200) return std::nullopt;
  const std::vector<Met> met = labels_met(column, missing);
  if (met.empty()) return std::nullopt;
  uint64_t filled = 0;
  for (const Met& one : met) filled += one.count;
  // The scales that most of the answers are on; of these, the ones that leave out the fewest.
  std::vector<std::pair<uint64_t, WordScale>> fits;
  uint64_t most = 0;
  for (const Family& family : families()) {
    if (points != 0 && family.points.size() != static_cast<size_t>(points)) continue;
    WordScale scale = fit(family, met);
    if (scale.labels.size() < 2) continue;
    uint64_t known = 0;
    for (const Met& one : met) known += family.find(one.label) != 0 ? one.count : 0;
    most = std::max(most, known);
    fits.emplace_back(known, std::move(scale));
  }
  if (most * 10 < filled * 8) return std::nullopt;
  // Of these the one with the largest share of its points met. Where points are missing, a scale of
  // another length may be meant: four words of satisfaction are also five without the middle.
  const WordScale* best = nullptr;
  for (const auto& [known, scale] : fits) {
    if (known == most && (best == nullptr || share_met(scale) > share_met(*best))) best = &scale;
  }
  WordScale found = *best;
  const double enough = found.points <= 4 && filled < kFew ? 1.01 : 0.8;
  for (const auto& [known, scale] : fits) {
    const bool other = known == most && (scale.points != found.points || scale.labels != found.labels);
    if (other && share_met(found) < enough) found.ambiguous = true;
  }
  return found;
}

}  // namespace topline
