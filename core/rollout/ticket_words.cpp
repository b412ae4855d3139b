// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/ticket_words.h"

#include <algorithm>
#include <iterator>

#include "core/rollout/cell_words.h"
#include "core/rollout/stages.h"

namespace topline {

std::optional<bool> is_closed(std::string_view status) {
  // What is denied holds the word that it denies: 未解决, "not resolved". It is looked for first.
  static constexpr std::string_view kOpen[] = {
      "open",       "opened",   "new",      "pending",  "progress",  "waiting", "hold", "not",
      "unresolved", "unsolved", "reopened", "assigned", "escalated", "未",      "待",   "处理中",
      "进行中",     "新建",     "重开",     "挂起",     "受理",      "跟进"};
  static constexpr std::string_view kClosed[] = {
      "closed",   "close", "resolved",  "solved",   "done", "completed", "complete",
      "finished", "fixed", "cancelled", "canceled", "关闭", "解决",      "完成",
      "完结",     "结单",  "已结",      "办结",     "取消"};
  const std::string folded = fold(status);
  if (has_any(folded, kOpen)) return false;
  if (has_any(folded, kClosed)) return true;
  return std::nullopt;
}

std::optional<Direction> direction_of(std::string_view text) {
  static constexpr std::string_view kInside[] = {"internal", "inside", "内部", "对内"};
  static constexpr std::string_view kOutside[] = {"external", "outside", "外部", "对外"};
  static constexpr std::string_view kDepartments[] = {
      "department", "departments", "employee", "employees", "staff",
      "colleague",  "colleagues",  "部门",     "员工",      "同事"};
  static constexpr std::string_view kCustomers[] = {"customer", "customers", "client",
                                                    "clients",  "客户",      "顾客"};
  const std::string folded = fold(text);
  // First: an "internal customer" is a colleague.
  if (folded == "内" || has_any(folded, kInside)) return Direction::departments;
  if (folded == "外" || has_any(folded, kOutside)) return Direction::customers;
  const bool departments = has_any(folded, kDepartments), customers = has_any(folded, kCustomers);
  if (departments == customers) return std::nullopt;
  return departments ? Direction::departments : Direction::customers;
}

std::string_view direction_name(Direction direction) {
  return direction == Direction::customers ? "customers" : "departments";
}

bool is_complaint(std::string_view type) {
  static constexpr std::string_view kWords[] = {"complaint", "complaints", "投诉", "客诉"};
  return has_any(fold(type), kWords);
}

std::optional<int> severity_rank(std::string_view text) {
  static constexpr std::string_view kCritical[] = {
      "critical", "urgent", "blocker", "emergency", "severe", "highest", "p1",  "s1",
      "sev1",     "sev 1",  "紧急",    "严重",      "特急",   "致命",    "最高"};
  static constexpr std::string_view kHigh[] = {"high",  "major", "important", "p2",   "s2",  "sev2",
                                               "sev 2", "高",    "较高",      "重要", "重大"};
  static constexpr std::string_view kMedium[] = {"medium", "normal", "moderate", "mid",
                                                 "p3",     "s3",     "sev3",     "sev 3",
                                                 "中",     "一般",   "普通",     "正常"};
  static constexpr std::string_view kLow[] = {
      "low", "minor", "trivial", "lowest", "p4",     "p5",     "s4",     "sev4",  "sev 4",
      "低",  "较低",  "轻微",    "次要",   "不紧急", "非紧急", "不重要", "不严重"};
  const std::string folded = fold(text);
  if (has_any(folded, kLow)) return 1;  // first: 不紧急 holds 紧急
  if (has_any(folded, kCritical)) return 4;
  if (has_any(folded, kHigh)) return 3;
  if (has_any(folded, kMedium)) return 2;
  return std::nullopt;
}

std::optional<int> importance_rank(std::string_view text) {
  static constexpr std::string_view kKey[] = {
      "key",      "vip",  "strategic", "high", "top",  "important", "critical",
      "platinum", "gold", "重点",      "重要", "战略", "核心",      "高",
      "大客户",   "a级",  "a类",       "金牌", "钻石"};
  static constexpr std::string_view kOrdinary[] = {"medium",  "normal", "standard", "ordinary",
                                                   "regular", "silver", "一般",     "普通",
                                                   "中",      "b级",    "b类",      "银牌"};
  static constexpr std::string_view kSmall[] = {
      "low", "small", "minor", "bronze", "低", "小客户", "次要", "非重点", "不重要", "c级", "c类"};
  static constexpr std::string_view kC[] = {"c", "d"};
  const std::string folded = fold(text);
  if (is_any(folded, kC)) return 1;
  if (folded == "a") return 3;
  if (folded == "b") return 2;
  if (has_any(folded, kSmall)) return 1;  // first: 非重点 holds 重点
  if (has_any(folded, kKey)) return 3;
  if (has_any(folded, kOrdinary)) return 2;
  // "Key account?" yes or no.
  if (const auto key = yes_or_no(text); key && folded != "1" && folded != "0") return *key ? 3 : 2;
  return std::nullopt;
}

std::optional<Solution> solution_of(std::string_view status) {
  static constexpr std::string_view kPartly[] = {"partly", "partial", "partially", "in part",
                                                 "部分"};
  static constexpr std::string_view kOpen[] = {
      "not",      "no",       "open",    "unsolved", "unresolved", "uncovered", "missing",
      "pending",  "progress", "planned", "todo",     "to do",      "new",       "rejected",
      "deferred", "waiting",  "未",      "没",       "无",         "否",        "待",
      "处理中",   "进行中",   "计划",    "开发中",   "不"};
  static constexpr std::string_view kSolved[] = {
      "solved",    "resolved", "done",      "closed",      "fixed",     "met",
      "satisfied", "complete", "completed", "implemented", "delivered", "live",
      "fully",     "covered",  "in place",  "controlled",  "解决",      "完成",
      "满足",      "实现",     "覆盖",      "关闭",        "上线",      "控制"};
  const std::string folded = fold(status);
  if (has_word(folded, "not applicable") || has_word(folded, "不适用")) return std::nullopt;
  if (has_any(folded, kPartly)) return Solution::partly;
  if (const auto yes = yes_or_no(status)) return *yes ? Solution::solved : Solution::open;
  if (has_any(folded, kOpen)) return Solution::open;
  if (has_any(folded, kSolved)) return Solution::solved;
  return std::nullopt;
}

std::optional<ControlMode> control_mode_of(std::string_view text) {
  static constexpr std::string_view kManual[] = {"manual", "manually", "people", "human", "none",
                                                 "人工",   "手工",     "手动",   "线下",  "人"};
  static constexpr std::string_view kAdvisory[] = {
      "advisory", "advise", "advises",  "advice", "warn",           "warns",          "warning",
      "alert",    "remind", "reminder", "hint",   "semi-automatic", "semi automatic", "提示",
      "提醒",     "建议",   "预警",     "警告",   "辅助",           "半自动"};
  static constexpr std::string_view kAutomatic[] = {
      "automatic", "automatically", "automated", "auto", "system", "block", "blocks",
      "enforced",  "hard",          "自动",      "强制", "系统",   "拦截",  "硬"};
  const std::string folded = fold(text);
  if (has_any(folded, kAdvisory)) return ControlMode::advisory;  // first: 半自动 holds 自动
  if (has_any(folded, kAutomatic)) return ControlMode::automatic;
  if (has_any(folded, kManual)) return ControlMode::manual;
  return std::nullopt;
}

std::string_view control_mode_name(ControlMode mode) {
  switch (mode) {
    case ControlMode::automatic:
      return "automatic";
    case ControlMode::advisory:
      return "advisory";
    case ControlMode::manual:
      return "manual";
  }
  return "manual";
}

}  // namespace topline
