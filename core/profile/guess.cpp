// SPDX-License-Identifier: Apache-2.0

// What a column is taken for where nobody said. Ordered rules; the first that holds decides, so
// each line can be read, and tested, on its own. Confidence under kSure makes the guess a question.

#include <span>

#include "core/base/text.h"
#include "core/profile/employer_question.h"
#include "core/profile/export_columns.h"
#include "core/profile/profile.h"

namespace topline {
namespace {

constexpr double kSure = 0.7;

using Words = std::span<const std::string_view>;

bool any(std::string_view header, Words words) {
  for (std::string_view word : words) {
    if (has_word(header, word)) return true;
  }
  return false;
}

constexpr std::string_view kRecommend[] = {
    "nps",          "net promoter", "recommend", "likelihood to recommend", "enps",
    "recommending", "推荐",         "推薦",      "净推荐值"};
constexpr std::string_view kNamedNps[] = {"nps", "enps", "netpro", "net promoter", "净推荐值"};
constexpr std::string_view kNpsGroup[] = {"nps group",    "nps_group",   "promoter group",
                                          "nps category", "nps segment", "group"};
constexpr std::string_view kSatisfied[] = {"satisfied", "satisfaction", "csat", "sat",
                                           "satisfy",   "满意",         "滿意"};
// CES 2.0 asks whether it was made easy; "how much effort" (1.0) runs the other way.
constexpr std::string_view kEasy[] = {"made it easy", "easy for me to", "customer effort score", "ces",
                                      "省力", "轻松"};
constexpr std::string_view kEffort[] = {"how much effort", "effort did you", "effort required", "费力", "多大努力"};
constexpr std::string_view kRating[] = {
    "rate",   "rating",     "score",    "how easy", "how well",    "how useful",
    "agree",  "ease",       "easy",     "quality",  "speed",       "usability",
    "useful", "usefulness", "training", "support",  "reliability", "performance",
    "评分",   "打分",       "易用",     "质量",     "速度",        "认同",
    "同意",   "体验",       "培训",     "支持",     "响应"};
constexpr std::string_view kSegment[] = {
    "department",    "dept",      "team",     "role",         "region",   "country",
    "city",          "office",    "branch",   "site",         "location", "gender",
    "sex",           "age group", "age",      "tenure",       "level",    "grade",
    "job title",     "position",  "function", "division",     "unit",     "bu",
    "business unit", "product",   "plan",     "tier",         "segment",  "channel",
    "customer type", "industry",  "account",  "company size", "language", "state",
    "strata",        "stratum",   "store",    "部门",         "團隊",     "团队",
    "岗位",          "职位",      "角色",     "地区",         "区域",     "大区",
    "省份",          "城市",      "国家",     "性别",         "年龄",     "工龄",
    "职级",          "级别",      "门店",     "渠道",         "产品",     "行业",
    "客户类型",      "会员等级",  "分公司",   "公司",         "学历",     "身份"};
constexpr std::string_view kWave[] = {"wave", "quarter", "period", "survey wave", "波次",
                                      "期次", "季度",    "批次",   "期数",        "轮次"};
constexpr std::string_view kWeight[] = {"weight", "weights", "wt", "wgt", "pw", "权重", "加权"};
constexpr std::string_view kResponseId[] = {
    "response id",   "responseid", "response_id", "respnum",  "submission id",
    "答卷编号",      "答卷id",     "答卷序号"};
// Of the response in most exports, of the person where values repeat.
constexpr std::string_view kEitherId[] = {"respondent id", "respondent_id", "受访者id", "受访者编号"};
// Words that many columns end in: a response's only where hardly any value repeats.
constexpr std::string_view kAnyId[] = {"id", "token", "编号"};
constexpr std::string_view kRespondentId[] = {
    "employee id", "employee_id", "user id", "user_id",  "customer id", "customer_id", "member id",
    "staff id",    "panel id",    "工号",    "员工编号", "用户id",      "客户编号",    "会员号"};
constexpr std::string_view kSerial[] = {"#", "no.", "no", "serial", "row", "序号", "行号"};
constexpr std::string_view kPersonal[] = {
    "name",  "first name", "last name", "full name",  "email", "e-mail",    "email address",
    "phone", "mobile",     "telephone", "ip address", "ip",    "ipaddress", "nickname",
    "姓名",  "手机",       "电话",      "昵称",       "邮箱",  "来自ip",    "身份证"};

bool asks(std::string_view header) {
  return header.find('?') != std::string_view::npos || header.size() > 40 ||
         header.find("、") != std::string_view::npos;
}

struct Guess {
  Role role;
  double confidence;
  Reason reason;
  std::optional<Scale> scale = {};
  std::optional<Role> alternative = {};
  std::string_view why_unscored = {};
};

// The scale that whole numbers from `e.min` to `e.max` were most likely given on; `unclear` where
// another scale would fit as well, since its top was never chosen or a 0 may stand for "no answer".
std::optional<Scale> likely_scale(const Evidence& e, bool& unclear) {
  unclear = false;
  const auto top = static_cast<int>(e.max);
  if (e.min < 0) return e.min >= -2 && e.max <= 2 ? std::optional(Scale{-2, 2}) : std::nullopt;
  if (e.max > 10) return std::nullopt;
  if (e.has_zero) {
    unclear = top <= 7;
    return Scale{0, 10};
  }
  if (e.out_of != 0) return Scale{e.out_of == 10 || e.has_zero ? 0 : 1, e.out_of};
  const bool every_point = e.distinct_whole >= static_cast<uint64_t>(top) && e.filled >= 30;
  if (top >= 8) return Scale{1, 10};
  if (top == 7 || top == 5) {
    // Of few answers, all may stay below the top of a longer scale.
    unclear = top == 7 && e.filled < 30 && e.distinct_whole < 6;
    return Scale{1, top};
  }
  if ((top == 6 || top == 4) && every_point) return Scale{1, top};
  unclear = true;
  return Scale{1, top == 6 ? 7 : 5};
}

Guess guess_recommend(std::string_view header, const Evidence& e, bool whole) {
  const Scale nps{0, 10};
  if (!whole) {
    return {Role::choice, 0.8, Reason::header_recommend_words};
  }
  if (e.max_any == 11 && !e.has_zero && e.min >= 1) {
    return {Role::nps, 0.5, Reason::header_recommend_1_11, nps, Role::rating, "scale_ambiguous"};
  }
  // "11 beside 0s" stays NPS: the 11 is a missing code (see plan_missing_codes).
  if (e.min < 0 || e.max > 11) {
    // A stray 12 or 99 is an invalid answer; mostly other numbers are another question.
    if (e.within_ten * 5 < e.whole * 4) return {Role::number, 0.6, Reason::holds_numbers};
    return {Role::nps, e.has_zero ? 0.9 : 0.75, Reason::header_recommend, nps};
  }
  const bool named = any(header, kNamedNps);
  if (e.max <= 7 && !e.has_zero && !named) {
    const int top = e.max <= 5 ? 5 : 7;
    return {Role::rating, 0.5, Reason::header_recommend_short, Scale{1, top}, Role::nps};
  }
  // Without a 0 among many answers that reach down to 1, the item may have run from 1 to 10.
  if (!e.has_zero && e.has_one && e.filled >= 100) {
    return {Role::nps, 0.5, Reason::header_recommend_1_10, nps, Role::rating, "scale_ambiguous"};
  }
  return {Role::nps, e.has_zero ? 0.98 : 0.9, Reason::header_recommend, nps};
}

// Answers that are points of a scale of words.
std::optional<Guess> guess_words(std::string_view header, const Evidence& e) {
  const WordScale& words = *e.words;
  const bool satisfied = any(header, kSatisfied) || words.topic == Topic::satisfaction;
  // "High" and "low" are as often the names of groups.
  if (words.topic == Topic::level && !satisfied && !any(header, kRating)) return std::nullopt;
  const Scale scale{1, words.points};
  const Role role = satisfied ? Role::csat : Role::rating;
  const Reason reason = any(header, kRecommend) ? Reason::header_recommend_words
                        : satisfied             ? Reason::words_satisfied
                                                : Reason::words_scale;
  if (!words.unknown.empty()) {
    return Guess{role, 0.5, Reason::words_unknown, scale, Role::choice, "scale_ambiguous"};
  }
  if (words.ambiguous) {
    return Guess{role, 0.5, Reason::words_ambiguous, scale, Role::choice, "scale_ambiguous"};
  }
  return Guess{role, 0.95, reason, scale};
}

Guess guess(std::string_view raw_header, const Evidence& e) {
  const std::string header = as_words(raw_header);
  if (e.filled == 0) return {Role::ignore, 1, Reason::empty_column};

  const bool numeric = e.is_numeric();
  const bool whole = e.whole * 10 >= e.filled * 9;
  const bool few =
      e.complete && e.distinct <= 60 && (e.distinct * 2 <= e.filled || e.distinct <= 12);
  const bool all_different = e.distinct * 10 >= e.filled * 9;

  if (any(header, kRecommend) && any(header, kNpsGroup)) {
    return {Role::ignore, 0.95, Reason::nps_group};
  }
  // Some junk among the answers makes invalid cells, not another question.
  if (any(header, kRecommend) && few && !e.by_words()) return guess_recommend(header, e, e.whole * 2 > e.filled);
  if (e.by_words()) {
    if (const auto words = guess_words(header, e)) return *words;
  }
  if (e.ordered) return {Role::ranking, 0.9, Reason::ranks_items};
  if (e.multiple && !numeric) return {Role::choice, 0.85, Reason::several_options};
  if (e.orders != 0 && !whole) {
    return {Role::date, 0.95, Reason::holds_dates};
  }
  if (e.orders != 0 && e.min >= 19000101) return {Role::date, 0.8, Reason::holds_dates};
  if (any(header, kPersonal) && !few && !asks(header)) {
    return {Role::personal, 0.9, Reason::header_personal};
  }
  const bool amounts = e.amounts * 10 >= e.filled * 9;
  if (amounts && any(header, kWeight) && !asks(header)) {
    return {Role::weight, 0.9, Reason::header_weight};
  }
  if (any(header, kSerial) && header.size() <= 10 && all_different) {
    return {Role::serial, 0.9, Reason::header_serial};
  }
  if (any(header, kRespondentId) && !few && !asks(header)) {
    return {Role::respondent_id, 0.85, Reason::header_respondent_id};
  }
  const bool either = any(header, kEitherId);
  if (either && !all_different) return {Role::respondent_id, 0.8, Reason::header_respondent_id};
  if ((either || any(header, kResponseId)) && !asks(header)) {
    return {Role::response_id, all_different ? 0.9 : 0.75, Reason::header_response_id};
  }
  if (any(header, kAnyId) && !asks(header) && all_different) {
    return {Role::response_id, 0.8, Reason::header_response_id};
  }
  if (any(header, kWave) && few && !asks(header)) {
    return {Role::wave, 0.85, Reason::header_wave};
  }
  const bool scale_like =
      whole && e.complete && e.distinct_whole <= 12 && e.min >= -2 && e.max <= 10;
  bool unclear = false;
  const auto scale = scale_like ? likely_scale(e, unclear) : std::nullopt;
  if (scale && any(header, kSatisfied)) {
    if (!unclear) return {Role::csat, 0.95, Reason::header_satisfied, scale};
    return {Role::csat, 0.5,          Reason::header_satisfied_short,
            scale,      Role::rating, "scale_ambiguous"};
  }
  if (scale && any(header, kEffort)) {
    return {Role::ces, 0.5, Reason::header_effort, scale, Role::rating, "direction_unclear"};
  }
  if (scale && any(header, kEasy) && (scale->high == 7 || scale->high == 5)) {
    if (!unclear) return {Role::ces, 0.85, Reason::header_effort, scale};
    return {Role::ces, 0.5, Reason::header_effort, scale, Role::rating, "scale_ambiguous"};
  }
  // Codes of a few groups may be numbers; more than a dozen numbers, or all of 0–10, are no groups.
  const bool few_groups =
      few && (!numeric || (whole && e.distinct <= 12 && !(scale && e.distinct_whole >= 9)));
  if (any(header, kSegment) && few_groups && !(scale && asks(header))) {
    return {Role::segment, 0.85, Reason::header_segment};
  }
  if (whole && few && e.distinct_whole == 2 && e.min >= 0 && e.max <= 2) {
    return {Role::segment, 0.72, Reason::few_texts};
  }
  if (scale && e.distinct_whole >= 2) {
    if (any(header, kRating) && !unclear) return {Role::rating, 0.85, Reason::header_rating, scale};
    if (*scale == Scale{0, 10} && e.distinct_whole >= 9) {
      return {Role::rating, 0.5, Reason::plain_0_10, scale, Role::nps};
    }
    return {Role::rating, 0.5, Reason::plain_scale, scale, Role::choice};
  }
  if (numeric || amounts) return {Role::number, 0.8, Reason::holds_numbers};
  if (few && e.mean_length <= 80) {
    if (asks(header)) return {Role::choice, 0.8, Reason::asks_question};
    if (e.distinct <= 25) return {Role::segment, 0.72, Reason::few_texts};
  }
  return {Role::text, 0.9, Reason::many_texts};
}

void take_as_employer(Guess& guess) {
  if (guess.alternative == Role::nps) guess.alternative = Role::enps;
  if (guess.role != Role::nps) return;
  guess.role = Role::enps;
  if (guess.reason == Reason::header_recommend) guess.reason = Reason::header_employer;
}

}  // namespace

ColumnPlan guess_column(const ColumnHead& head, const Evidence& evidence) {
  const auto known = export_role(head.layout, head.name);
  const bool option = !head.option.empty() && evidence.distinct <= 1;
  const std::string& asked = head.label.empty() ? head.name : head.label;
  Guess g = known    ? Guess{*known, 0.98, Reason::export_column}
            : option ? Guess{Role::option, 0.95, Reason::one_option}
                     : guess(asked, evidence);
  if (g.role == Role::nps || g.alternative == Role::nps) {
    if (asks_about_employer(asked) || asks_about_employer(head.name)) take_as_employer(g);
  }
  ColumnPlan column;
  column.name = head.name;
  if (head.label != head.name) column.label = head.label;
  column.role = g.role;
  column.scale = g.scale;
  column.confidence = g.confidence;
  column.reason = g.reason;
  if (g.confidence < kSure) column.alternative = g.alternative;
  column.why_unscored = std::string(g.why_unscored);
  // The numbers run against the labels at the ends of the scale: which way is up, is asked.
  if (evidence.codes_run_down && !evidence.by_words() && g.scale && is_question(g.role) && g.role != Role::choice) {
    column.confidence = 0.5;
    column.reason = Reason::words_reversed;
    column.alternative = Role::choice;
    column.why_unscored = "direction_unclear";
  }
  if (evidence.by_words() && g.scale && is_question(g.role) && g.role != Role::choice) {
    column.labels = evidence.words->labels;
  }
  return column;
}

}  // namespace topline
