// SPDX-License-Identifier: Apache-2.0

// Costs, benefits, cash flows and goals of the sample roll-out: a business case that is about even
// after a year and pays within five.

#include "core/sample/tables.h"

namespace topline {
namespace {

using Type = SampleSheet::Type;

struct Date {
  int year, month, day;
  Day number() const { return day_number(year, month, day); }
};

enum class Class : uint8_t { initial, operating, hidden };
struct Cost {
  Class cost_class;
  Bilingual item;
  int64_t planned, actual;  ///< whole units
  Date planned_on, done_on;
  int progress;  ///< in %
};
constexpr Date kOpen = {0, 0, 0};  // not done yet
constexpr std::array<Cost, 14> kCosts = {{
    {Class::initial, {"Licences", "软件许可"}, 86000, 86000, {2025, 11, 14}, {2025, 11, 14}, 100},
    {Class::initial, {"Hardware", "硬件"}, 15000, 16800, {2025, 11, 28}, {2025, 12, 5}, 100},
    {Class::initial, {"Data migration", "数据迁移"}, 26000, 33500, {2025, 12, 19}, {2026, 1, 16}, 100},
    {Class::initial, {"Link to accounting", "对接财务系统"}, 38000, 44200, {2026, 1, 9}, {2026, 1, 28}, 100},
    {Class::initial, {"Training", "培训"}, 22000, 20600, {2026, 1, 30}, {2026, 2, 6}, 100},
    {Class::initial, {"Mobile app", "手机端"}, 18000, 15200, {2026, 9, 30}, kOpen, 60},
    {Class::operating, {"Subscription, first half", "上半年订阅费"}, 24000, 24000, {2026, 2, 27}, {2026, 2, 27}, 100},
    {Class::operating, {"Subscription, second half", "下半年订阅费"}, 24000, 25200, {2026, 8, 14}, {2026, 8, 14}, 100},
    {Class::operating, {"Maintenance", "系统维护"}, 9000, 8400, {2026, 6, 30}, {2026, 6, 30}, 100},
    {Class::operating, {"Support desk", "支持热线"}, 16000, 17900, {2026, 7, 31}, {2026, 7, 31}, 100},
    {Class::operating, {"Upgrade", "版本升级"}, 7000, 7600, {2026, 7, 17}, {2026, 8, 7}, 100},
    {Class::hidden, {"Interruption at the go-live", "上线期间业务中断"}, 10000, 14500, {2026, 2, 13}, {2026, 2, 20}, 100},
    {Class::hidden, {"Learning time", "员工学习时间"}, 18000, 22400, {2026, 4, 30}, {2026, 4, 30}, 100},
    {Class::hidden, {"Two systems side by side", "新旧系统并行"}, 6000, 7300, {2026, 3, 31}, {2026, 4, 17}, 100}}};

Bilingual class_name(Class cost_class) {
  switch (cost_class) {
    case Class::initial:
      return {"Initial", "初始实施成本"};
    case Class::operating:
      return {"Operating", "运营成本"};
    case Class::hidden:
      break;
  }
  return {"Hidden", "隐性成本"};
}

struct Benefit {
  Bilingual item;
  int64_t low, mode, high, attribution;  ///< whole units, %
  Date date;
};
constexpr std::array<Benefit, 6> kBenefits = {{
    {{"Margin of additional sales", "新增销售毛利"}, 150000, 260000, 340000, 60, {2026, 8, 31}},
    {{"Customers kept", "减少客户流失"}, 60000, 110000, 150000, 50, {2026, 8, 31}},
    {{"Process time saved", "节省流程时间"}, 85000, 108000, 120000, 90, {2026, 7, 31}},
    {{"Fewer write-offs", "减少坏账"}, 10000, 30000, 45000, 70, {2026, 8, 31}},
    {{"Better campaigns", "营销活动改善"}, 20000, 45000, 80000, 40, {2026, 6, 30}},
    {{"Reports without hand work", "报表自动化"}, 18000, 22000, 26000, 100, {2026, 5, 29}}}};

// Year 0 is the year of the project.
constexpr std::array<int64_t, 6> kFlows = {-205000, 28000, 74000, 98000, 104000, 96000};

struct GoalRow {
  Bilingual kpi, baseline, target;
  Date start, due;
  size_t owner_team;
  Bilingual milestone;  ///< of a step towards the goal; else empty
};
constexpr std::array<GoalRow, 8> kGoals = {{
    {{"Adoption rate", "使用率"}, {"35%", "35%"}, {"80%", "80%"}, {2026, 2, 2}, {2026, 12, 31}, 0, {"", ""}},
    {{"Adoption rate", "使用率"}, {"", ""}, {"60%", "60%"}, {2026, 2, 2}, {2026, 5, 31}, 0,
     {"All teams work in the system", "全员在系统中工作"}},
    {{"First contact resolution", "首次联系解决率"}, {"57%", "57%"}, {"75%", "75%"}, {2026, 2, 2}, {2026, 12, 31}, 4, {"", ""}},
    {{"Win rate", "赢单率"}, {"26%", "26%"}, {"34%", "34%"}, {2026, 2, 2}, {2027, 1, 31}, 3, {"", ""}},
    {{"Overdue rate", "应收逾期率"}, {"12%", "12%"}, {"4%", "4%"}, {2026, 2, 2}, {2026, 12, 31}, 7, {"", ""}},
    {{"Decision time", "决策时间"}, {"8 days", "8天"}, {"4 days", "4天"}, {2026, 2, 2}, {2026, 9, 30}, 5, {"", ""}},
    {{"Sales growth", "销售增长率"}, {"4%", "4%"}, {"12%", "12%"}, {2026, 2, 2}, {2027, 1, 31}, 1, {"", ""}},
    {{"Requirements solved", "需求解决率"}, {"0%", "0%"}, {"90%", "90%"}, {2026, 2, 2}, {2026, 9, 30}, 5, {"", ""}}}};

}  // namespace

void fill_costs(SheetBuilder& to) {
  to.column({"Cost class", "成本类别"})
      .column({"Item", "项目"})
      .column({"Planned (USD)", "计划金额（元）"}, Type::amount)
      .column({"Actual (USD)", "实际金额（元）"}, Type::amount)
      .column({"Date", "日期"}, Type::day)
      .column({"Planned date", "计划完成日期"}, Type::day)
      .column({"Actual date", "实际完成日期"}, Type::day)
      .marked_column({"Progress", "完成进度"}, Type::whole);
  for (const Cost& cost : kCosts) {
    to.row().put(class_name(cost.cost_class)).put(cost.item);
    const bool open = cost.done_on.year == 0;  // paid so far, on the last day
    to.cents(cost.planned * 100).cents(cost.actual * 100);
    to.day(open ? sample_days::last() : cost.done_on.number()).day(cost.planned_on.number());
    to.day(open ? std::nullopt : std::optional(cost.done_on.number()));
    to.number(cost.progress);
  }
}

void fill_benefits(SheetBuilder& to) {
  to.column({"Benefit", "收益项"})
      .column({"Amount (USD)", "收益金额（元）"}, Type::amount)
      .column({"Low", "悲观"}, Type::amount)
      .column({"Most likely", "最可能"}, Type::amount)
      .column({"High", "乐观"}, Type::amount)
      .column({"Date", "日期"}, Type::day)
      .marked_column({"Attribution %", "归因比例"}, Type::whole);
  for (const Benefit& benefit : kBenefits) {
    to.row().put(benefit.item).cents(benefit.mode * 100).cents(benefit.low * 100);
    to.cents(benefit.mode * 100).cents(benefit.high * 100);
    to.day(benefit.date.number()).number(benefit.attribution);
  }
}

void fill_cashflows(SheetBuilder& to) {
  to.marked_column({"Year", "年"}, Type::whole).column({"Cash flow (USD)", "现金流（元）"}, Type::amount);
  for (size_t year = 0; year < kFlows.size(); ++year) {
    to.row().number(static_cast<int64_t>(year));
    to.put(std::to_string(kFlows[year]) + ".00");
  }
}

void fill_goals(const Company& company, SheetBuilder& to) {
  to.column({"KPI", "指标"})
      .column({"Baseline", "基线"})
      .column({"Target", "目标值"})
      .column({"Start date", "开始日期"}, Type::day)
      .column({"Due date", "截止日期"}, Type::day)
      .column({"Owner", "负责人"})
      .marked_column({"Milestone", "里程碑"});
  for (const GoalRow& goal : kGoals) {
    to.row().put(goal.kpi).put(goal.baseline).put(goal.target);
    to.day(goal.start.number()).day(goal.due.number());
    to.put(company.staff[company.manager_of(goal.owner_team)].name()).put(goal.milestone);
  }
}

}  // namespace topline
