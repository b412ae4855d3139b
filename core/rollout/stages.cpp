// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/stages.h"

#include "core/rollout/cell_words.h"

namespace topline {

StageEnd stage_end(std::string_view stage) {
  // Longest first where one holds the other: 未成交 and 流失 are lost, 未 before 成交.
  static constexpr std::string_view kLost[] = {"lost", "closed lost", "dead", "disqualified", "abandoned",
                                               "未成交", "输单", "丢单", "流失", "失败", "无效", "已输", "战败"};
  static constexpr std::string_view kWon[] = {"won", "closed won", "win", "赢单", "成交", "签约", "已赢", "赢得"};
  const std::string folded = fold(stage);
  if (has_any(folded, kLost)) return StageEnd::lost;
  if (has_any(folded, kWon)) return StageEnd::won;
  return StageEnd::open;
}

std::optional<bool> yes_or_no(std::string_view text) {
  static constexpr std::string_view kYes[] = {"yes", "y", "true", "1", "x", "是", "有", "√", "✓", "✔",
                                              "对", "已", "in place", "covered", "solved", "resolved", "done",
                                              "closed", "已解决", "已覆盖", "已实现", "已控制", "已完成", "解决",
                                              "active", "licensed", "enabled", "已授权", "已开通", "启用", "正常"};
  static constexpr std::string_view kNo[] = {"no", "n", "false", "0", "否", "无", "没有", "未", "×", "✗", "open",
                                             "not covered", "not solved", "unresolved", "in progress", "partly",
                                             "未解决", "未覆盖", "未实现", "未控制", "未完成", "处理中", "部分", "部分解决",
                                             "inactive", "unlicensed", "disabled", "未授权", "未开通", "停用", "禁用"};
  const std::string folded = fold(text);
  if (is_any(folded, kYes)) return true;
  if (is_any(folded, kNo)) return false;
  return std::nullopt;
}

CostClass cost_class(std::string_view text) {
  static constexpr std::string_view kInitial[] = {"initial", "one-off", "one off", "setup", "set-up", "implementation",
                                                  "capex", "licence", "license", "hardware", "training", "migration",
                                                  "初始", "实施", "一次性", "上线", "硬件", "培训", "许可"};
  static constexpr std::string_view kOperating[] = {"operating", "running", "opex", "recurring", "maintenance",
                                                    "support", "upgrade", "subscription", "hosting", "运营", "运维",
                                                    "维护", "升级", "订阅", "年费", "支持"};
  static constexpr std::string_view kHidden[] = {"hidden", "indirect", "interruption", "learning", "productivity",
                                                 "downtime", "隐性", "间接", "中断", "学习", "效率损失"};
  const std::string folded = fold(text);
  if (has_any(folded, kHidden)) return CostClass::hidden;
  if (has_any(folded, kOperating)) return CostClass::operating;
  if (has_any(folded, kInitial)) return CostClass::initial;
  return CostClass::other;
}

}  // namespace topline
