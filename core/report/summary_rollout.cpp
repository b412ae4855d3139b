// SPDX-License-Identifier: Apache-2.0
#include "core/report/summary_rollout.h"

#include <array>
#include <vector>

#include "core/report/labels.h"
#include "core/report/outline.h"
#include "core/report/rollout_figures.h"
#include "core/report/words.h"

namespace topline {
namespace {

struct Sentence {
  MeasureId id;
  std::string_view english, chinese;  ///< {value}
};

// In the order in which they are told.
constexpr Sentence kSentences[] = {
    {MeasureId::adoption_rate, "{value} of licensed users are active.",
     "授权用户中 {value} 为活跃用户。"},
    {MeasureId::sales_total, "Sales were {value}.", "销售额为 {value}。"},
    {MeasureId::sales_growth_yoy, "Sales changed by {signed} on the year before.",
     "销售额同比 {signed}。"},
    {MeasureId::win_rate, "{value} of closed deals were won.", "已结商机的赢单率为 {value}。"},
    {MeasureId::ltv, "A customer's lifetime value is {value} of revenue.",
     "客户终身价值为 {value}（按收入计）。"},
    {MeasureId::retention_rate, "{value} of customers were kept.", "客户留存率为 {value}。"},
    {MeasureId::fcr, "{value} of tickets were solved at first contact.",
     "首次联系解决率为 {value}。"},
    {MeasureId::resolution_time_median, "Half of the tickets are solved within {value}.",
     "半数工单在 {value}内解决。"},
    {MeasureId::decision_time_median, "Half of the decisions are taken within {value}.",
     "半数事项在 {value}内决定。"},
    {MeasureId::roi, "The return on investment is {value}.", "投资回报率为 {value}。"},
    {MeasureId::budget_variance, "Spending is {signed} against the budget.",
     "支出较预算 {signed}。"},
};

const Measure* headline_of(const Report& report, MeasureId id) {
  for (const Measure& measure : report.measures) {
    if (measure.id == id && measure.headline && measure.value &&
        cell_of(report, measure).segment.empty()) {
      return &measure;
    }
  }
  return nullptr;
}

std::string are(size_t count) { return std::to_string(count) + (count == 1 ? " is " : " are "); }

// Pieces as a list: "a, b, c", in Chinese with its comma.
std::string listed(const std::vector<std::string>& pieces, const Labels& labels) {
  std::string text;
  for (const std::string& piece : pieces) {
    if (!text.empty()) text += labels.chinese() ? "，" : ", ";
    text += piece;
  }
  return text + (labels.chinese() ? "。" : ".");
}

std::string goals_sentence(const Report& report, const Labels& labels) {
  if (report.goals.empty()) return {};
  const auto count = [&](std::string_view status) {
    size_t found = 0;
    for (const Goal& goal : report.goals) found += goal.status == status;
    return found;
  };
  const size_t reached = count("reached"), on_track = count("on_track"), behind = count("behind"),
               missed = count("missed"), open = count("open");
  const size_t unknown = report.goals.size() - reached - on_track - behind - missed - open;
  const std::string all = std::to_string(report.goals.size());
  std::vector<std::string> pieces;
  if (labels.chinese()) {
    const auto add = [&](size_t n, const char* words) {
      if (n != 0) pieces.push_back(std::to_string(n) + " 个" + words);
    };
    pieces.push_back(all + " 个目标中 " + std::to_string(reached) + " 个已达成");
    add(on_track, "进展正常");
    add(behind, "落后");
    add(missed, "逾期未达成");
    add(open, "尚未达到");
    add(unknown, "无法衡量");
    return listed(pieces, labels);
  }
  const auto add = [&](size_t n, const std::string& words) {
    if (n != 0) pieces.push_back(are(n) + words);
  };
  pieces.push_back(std::to_string(reached) + " of " + all +
                   (report.goals.size() == 1 ? " goal" : " goals") +
                   (reached == 1 ? " is reached" : " are reached"));
  add(on_track, "on track");
  add(behind, "behind");
  add(missed, "past due and missed");
  add(open, "not reached yet");
  if (unknown != 0)
    pieces.push_back(std::to_string(unknown) + (unknown == 1 ? " was" : " were") + " not measured");
  return listed(pieces, labels);
}

std::string scorecard_sentence(const Report& report, const Labels& labels) {
  std::array<size_t, 4> counts = {};
  for (const Criterion& criterion : report.scorecard)
    ++counts[static_cast<size_t>(criterion.verdict)];
  const auto [met, not_met, too_close, not_measured] = counts;
  // Without any target nothing is judged, which is no news.
  if (met + not_met + too_close == 0) return {};
  const std::string all = std::to_string(report.scorecard.size());
  std::vector<std::string> pieces;
  if (labels.chinese()) {
    pieces.push_back(all + " 项标准中 " + std::to_string(met) + " 项达标");
    if (not_met != 0) pieces.push_back(std::to_string(not_met) + " 项未达标");
    if (too_close != 0) pieces.push_back(std::to_string(too_close) + " 项难以判定");
    if (not_measured != 0) pieces.push_back(std::to_string(not_measured) + " 项未衡量");
    return listed(pieces, labels);
  }
  pieces.push_back(std::to_string(met) + " of " + all + " criteria " + (met == 1 ? "is" : "are") +
                   " met");
  if (not_met != 0) pieces.push_back(are(not_met) + "not");
  if (too_close != 0) pieces.push_back(are(too_close) + "too close to call");
  if (not_measured != 0) {
    pieces.push_back(std::to_string(not_measured) + (not_measured == 1 ? " was" : " were") +
                     " not measured");
  }
  return listed(pieces, labels);
}

}  // namespace

std::string summarise_rollout(const Report& report) {
  const Labels labels(report.language);
  std::string text;
  const auto say = [&](const std::string& sentence) {
    if (sentence.empty()) return;
    if (!text.empty() && !labels.chinese()) text += " ";
    text += sentence;
  };
  for (const Sentence& sentence : kSentences) {
    const Measure* measure = headline_of(report, sentence.id);
    if (measure == nullptr) continue;
    const std::string_view unit =
        measure->unit.empty() ? measure_info(measure->id).unit : measure->unit;
    const std::string value = figure_in(*measure->value, unit, labels);
    const bool plus = *measure->value > 0 && value != "0%";
    say(fill(labels.chinese() ? sentence.chinese : sentence.english,
             {{"value", value}, {"signed", (plus ? "+" : "") + value}}));
  }
  say(goals_sentence(report, labels));
  say(scorecard_sentence(report, labels));
  return text;
}

}  // namespace topline
