// SPDX-License-Identifier: Apache-2.0

// Processes, requirements, controls and the choice of the system: what a project team writes down.

#include "core/sample/tables.h"

namespace topline {
namespace {

using Type = SampleSheet::Type;

struct Process {
  Bilingual name;
  int64_t per_month, before, after, hourly;  ///< minutes, cents
};
constexpr std::array<Process, 8> kProcesses = {{{{"Order approval", "订单审批"}, 320, 45, 18, 4200},
                                                {{"Quote", "报价"}, 260, 60, 35, 4200},
                                                {{"Customer record", "客户建档"}, 140, 25, 12, 3600},
                                                {{"Visit report", "拜访记录"}, 900, 15, 8, 3600},
                                                {{"Monthly sales report", "月度销售报表"}, 12, 480, 90, 5200},
                                                {{"Complaint handling", "投诉处理"}, 75, 90, 65, 3800},
                                                {{"Credit check", "信用审核"}, 110, 40, 30, 4600},
                                                {{"Handover to service", "转交售后"}, 95, 20, 24, 3600}}};

enum class Solved : uint8_t { yes, partly, no };
struct Requirement {
  Bilingual name;
  size_t severity;  ///< index into kSeverities
  Solved solved;
};
constexpr std::array<Bilingual, 3> kSeverities = {{{"High", "高"}, {"Medium", "中"}, {"Low", "低"}}};
constexpr std::array<Requirement, 20> kRequirements = {{
    {{"Customer data in five places", "客户资料分散在五处"}, 0, Solved::yes},
    {{"Nobody sees the whole pipeline", "看不到完整的商机"}, 0, Solved::yes},
    {{"Order approval takes days", "订单审批要好几天"}, 0, Solved::yes},
    {{"Overdue invoices are found too late", "逾期账款发现太晚"}, 0, Solved::partly},
    {{"Complaints get lost", "投诉无人跟进"}, 0, Solved::yes},
    {{"Discounts are given without a rule", "折扣没有规则"}, 0, Solved::yes},
    {{"Duplicate customers", "客户重复"}, 0, Solved::no},
    {{"Visits are not written down", "拜访没有记录"}, 1, Solved::yes},
    {{"Handover when a rep leaves", "人员离职交接"}, 1, Solved::yes},
    {{"Forecast by hand", "手工预测"}, 1, Solved::yes},
    {{"No history of prices", "没有历史价格"}, 1, Solved::partly},
    {{"Campaigns are not measured", "营销活动无法衡量"}, 1, Solved::yes},
    {{"No mobile access", "无法移动办公"}, 1, Solved::yes},
    {{"Service does not see contracts", "售后看不到合同"}, 1, Solved::no},
    {{"Reports differ between teams", "各部门报表口径不一"}, 1, Solved::yes},
    {{"Slow search", "查询慢"}, 1, Solved::yes},
    {{"No reminders", "没有提醒"}, 2, Solved::yes},
    {{"No templates for mail", "没有邮件模板"}, 2, Solved::yes},
    {{"No link to the calendar", "没有关联日历"}, 2, Solved::no},
    {{"No birthday list", "没有生日名单"}, 2, Solved::no}}};

enum class Mode : uint8_t { automatic, advisory, manual };
struct Control {
  Bilingual risk;
  Mode mode;
  bool covered;
};
constexpr std::array<Control, 12> kControls = {{
    {{"Price under the floor", "低于底价报价"}, Mode::automatic, true},
    {{"Discount without approval", "未经审批的折扣"}, Mode::automatic, true},
    {{"Order over the credit limit", "超信用额度下单"}, Mode::automatic, true},
    {{"Delivery without a contract", "无合同发货"}, Mode::automatic, true},
    {{"Customer entered twice", "重复录入客户"}, Mode::advisory, true},
    {{"Two reps on one customer", "撞单"}, Mode::advisory, true},
    {{"Deal without a next step", "商机无下一步"}, Mode::advisory, true},
    {{"Complaint unanswered for a day", "投诉一天未响应"}, Mode::advisory, true},
    {{"Export of the customer list", "导出客户名单"}, Mode::manual, false},
    {{"Leaver keeps access", "离职后仍可登录"}, Mode::manual, true},
    {{"Private promises to customers", "私下承诺客户"}, Mode::manual, false},
    {{"Invoice to the wrong address", "发票寄错地址"}, Mode::manual, false}}};

struct VendorCriterion {
  Bilingual name;
  int64_t weight;
  std::array<int64_t, 3> scores;
};
constexpr std::array<VendorCriterion, 6> kCriteria = {{{{"Functions", "功能"}, 25, {8, 9, 7}},
                                                       {{"Ease of use", "易用性"}, 25, {9, 6, 8}},
                                                       {{"Customisation", "可定制性"}, 10, {6, 9, 7}},
                                                       {{"Support and training", "支持与培训"}, 15, {8, 7, 7}},
                                                       {{"Price", "价格"}, 15, {7, 5, 9}},
                                                       {{"Data security", "数据安全"}, 10, {8, 8, 7}}}};

}  // namespace

void fill_processes(SheetBuilder& to) {
  to.column({"Process", "流程"})
      .column({"Times a month", "每月次数"}, Type::whole)
      .column({"Minutes before", "此前分钟"}, Type::whole)
      .column({"Minutes after", "此后分钟"}, Type::whole)
      .marked_column({"Hourly cost (USD)", "小时成本（元）"}, Type::amount);
  for (const Process& process : kProcesses) {
    to.row().put(process.name).number(process.per_month).number(process.before).number(process.after);
    to.cents(process.hourly);
  }
}

void fill_requirements(SheetBuilder& to) {
  to.column({"Requirement", "需求"}).column({"Severity", "严重程度"}).marked_column({"Status", "解决状态"});
  for (const Requirement& requirement : kRequirements) {
    to.row().put(requirement.name).put(kSeverities[requirement.severity]);
    to.put(requirement.solved == Solved::yes      ? Bilingual{"Solved", "已解决"}
           : requirement.solved == Solved::partly ? Bilingual{"Partly solved", "部分解决"}
                                                  : Bilingual{"Open", "未解决"});
  }
}

void fill_controls(SheetBuilder& to) {
  to.column({"Risk", "风险"}).column({"Control mode", "控制方式"}).marked_column({"Covered", "是否覆盖"});
  for (const Control& control : kControls) {
    to.row().put(control.risk);
    to.put(control.mode == Mode::automatic  ? Bilingual{"automatic", "自动控制"}
           : control.mode == Mode::advisory ? Bilingual{"advisory", "提示"}
                                            : Bilingual{"manual", "人工"});
    to.yes(control.covered);
  }
}

void fill_vendors(SheetBuilder& to) {
  to.marked_column({"Criterion", "评估项"})
      .column({"Weight", "权重"}, Type::whole)
      .column({"Vendor A", "供应商甲"}, Type::whole)
      .column({"Vendor B", "供应商乙"}, Type::whole)
      .column({"Vendor C", "供应商丙"}, Type::whole);
  for (const VendorCriterion& criterion : kCriteria) {
    to.row().put(criterion.name).number(criterion.weight);
    for (int64_t score : criterion.scores) to.number(score);
  }
}

}  // namespace topline
