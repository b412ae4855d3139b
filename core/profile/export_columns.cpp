// SPDX-License-Identifier: Apache-2.0
#include "core/profile/export_columns.h"

#include "core/base/text.h"

namespace topline {
namespace {

struct Known {
  LayoutKind layout;
  std::string_view name;  ///< folded
  Role role;
};

constexpr Known kKnown[] = {
    {LayoutKind::qualtrics, "startdate", Role::date},
    {LayoutKind::qualtrics, "enddate", Role::date},
    {LayoutKind::qualtrics, "recordeddate", Role::date},
    {LayoutKind::qualtrics, "status", Role::status},
    {LayoutKind::qualtrics, "finished", Role::finished},
    {LayoutKind::qualtrics, "progress", Role::number},
    {LayoutKind::qualtrics, "duration (in seconds)", Role::number},
    {LayoutKind::qualtrics, "responseid", Role::response_id},
    {LayoutKind::qualtrics, "ipaddress", Role::personal},
    {LayoutKind::qualtrics, "recipientlastname", Role::personal},
    {LayoutKind::qualtrics, "recipientfirstname", Role::personal},
    {LayoutKind::qualtrics, "recipientemail", Role::personal},
    {LayoutKind::qualtrics, "externalreference", Role::respondent_id},
    {LayoutKind::qualtrics, "locationlatitude", Role::personal},
    {LayoutKind::qualtrics, "locationlongitude", Role::personal},
    {LayoutKind::surveymonkey, "respondent id", Role::response_id},
    {LayoutKind::surveymonkey, "respondentid", Role::response_id},
    {LayoutKind::surveymonkey, "collector id", Role::ignore},
    {LayoutKind::surveymonkey, "start date", Role::date},
    {LayoutKind::surveymonkey, "end date", Role::date},
    {LayoutKind::surveymonkey, "ip address", Role::personal},
    {LayoutKind::surveymonkey, "email address", Role::personal},
    {LayoutKind::surveymonkey, "first name", Role::personal},
    {LayoutKind::surveymonkey, "last name", Role::personal},
    {LayoutKind::limesurvey, "id", Role::response_id},
    {LayoutKind::limesurvey, "response id", Role::response_id},
    {LayoutKind::limesurvey, "submitdate", Role::date},
    {LayoutKind::limesurvey, "date submitted", Role::date},
    {LayoutKind::limesurvey, "lastpage", Role::ignore},
    {LayoutKind::limesurvey, "last page", Role::ignore},
    {LayoutKind::limesurvey, "seed", Role::ignore},
    {LayoutKind::wjx, "序号", Role::serial},
    {LayoutKind::wjx, "提交答卷时间", Role::date},
    {LayoutKind::wjx, "所用时间", Role::duration},
    {LayoutKind::wjx, "来源详情", Role::ignore},
    {LayoutKind::wjx, "来自ip", Role::personal},
    {LayoutKind::wjx, "总分", Role::number},
    {LayoutKind::tencent, "编号", Role::response_id},
    {LayoutKind::tencent, "开始答题时间", Role::date},
    {LayoutKind::tencent, "结束答题时间", Role::date},
    {LayoutKind::tencent, "答题时长", Role::duration},
    {LayoutKind::tencent, "自定义字段", Role::ignore},
    {LayoutKind::google_forms, "timestamp", Role::date},
    {LayoutKind::google_forms, "时间戳记", Role::date},
    {LayoutKind::google_forms, "时间戳", Role::date},
    {LayoutKind::google_forms, "email address", Role::personal},
    {LayoutKind::google_forms, "电子邮件地址", Role::personal},
    {LayoutKind::microsoft_forms, "id", Role::response_id},
    {LayoutKind::microsoft_forms, "start time", Role::date},
    {LayoutKind::microsoft_forms, "completion time", Role::date},
    {LayoutKind::microsoft_forms, "开始时间", Role::date},
    {LayoutKind::microsoft_forms, "完成时间", Role::date},
    {LayoutKind::microsoft_forms, "email", Role::personal},
    {LayoutKind::microsoft_forms, "name", Role::personal},
    {LayoutKind::typeform, "#", Role::response_id},
    {LayoutKind::typeform, "start date (utc)", Role::date},
    {LayoutKind::typeform, "submit date (utc)", Role::date},
    {LayoutKind::typeform, "network id", Role::ignore},
    {LayoutKind::formbricks, "no.", Role::serial},
    {LayoutKind::formbricks, "response id", Role::response_id},
    {LayoutKind::formbricks, "timestamp", Role::date},
    {LayoutKind::formbricks, "finished", Role::finished},
    {LayoutKind::formbricks, "survey id", Role::ignore},
    {LayoutKind::formbricks, "formbricks id (internal)", Role::ignore},
    {LayoutKind::formbricks, "user id", Role::respondent_id},
    {LayoutKind::formbricks, "url", Role::ignore},
};

// Qualtrics' words and codes for responses that are no answers: previews, tests, spam.
const std::vector<std::string> kNotMeant = {
    "survey preview", "survey test", "spam",           "survey preview spam", "imported spam",
    "offline survey preview", "1",   "2", "8",          "9",                   "12",
    "17"};
const std::vector<std::string> kUnfinished = {"false", "0", "no", "否", "未完成", "incomplete"};

// 问卷星 by number: −2 not filled in, −3 passed over by the logic of the form.
constexpr std::string_view kWjxMissing[] = {"-2", "-3"};

}  // namespace

std::span<const std::string_view> export_missing_codes(LayoutKind layout) {
  if (layout == LayoutKind::wjx) return kWjxMissing;
  return {};
}

std::optional<Role> export_role(LayoutKind layout, std::string_view header) {
  const std::string name = fold(header);
  for (const Known& known : kKnown) {
    if (known.layout == layout && known.name == name) return known.role;
  }
  return std::nullopt;
}

std::optional<Shape::Skip> skip_by(LayoutKind layout, const ColumnPlan& column, uint32_t index) {
  if (column.role == Role::status) return Shape::Skip{index, false, kNotMeant};
  if (column.role == Role::finished) return Shape::Skip{index, true, kUnfinished};
  if (layout != LayoutKind::limesurvey || column.role != Role::date) return std::nullopt;
  const std::string name = fold(column.name);
  if (name != "submitdate" && name != "date submitted") return std::nullopt;
  return Shape::Skip{index, true, {""}};
}

}  // namespace topline
