// SPDX-License-Identifier: Apache-2.0

// Orders, accounts and receivables of the sample company.

#include <algorithm>

#include "core/sample/tables.h"

namespace topline {
namespace {

using Type = SampleSheet::Type;

constexpr std::array<Bilingual, 4> kSegments = {
    {{"Manufacturing", "制造业"}, {"Retail", "零售业"}, {"Services", "服务业"}, {"Public sector", "公共部门"}}};
constexpr std::array<Bilingual, 3> kImportance = {{{"High", "高"}, {"Medium", "中"}, {"Low", "低"}}};

// The last twelve months, and the half year before them that there are orders of.
struct Revenue {
  int64_t now = 0, half_before = 0;
};

std::vector<Revenue> revenue_of(const Company& company) {
  const Day year_start = day_number(2025, 9, 1);
  std::vector<Revenue> revenue(company.customers.size());
  for (const Order& order : company.orders) {
    Revenue& of = revenue[order.customer];
    (order.day >= year_start ? of.now : of.half_before) += order.cents;
  }
  return revenue;
}

std::string order_number(size_t order) { return numbered("O", order + 1, 5); }

}  // namespace

void fill_orders(const Company& company, SheetBuilder& to) {
  to.column({"Order ID", "订单编号"})
      .column({"Customer", "客户"})
      .column({"Order date", "下单日期"}, Type::day)
      .column({"Amount (USD)", "订单金额（元）"}, Type::amount)
      .column({"Due date", "交货日期"}, Type::day)
      .column({"Delivered", "完成日期"}, Type::day)
      .marked_column({"Seller", "销售"});
  for (size_t i = 0; i < company.orders.size(); ++i) {
    const Order& order = company.orders[i];
    to.row().put(order_number(i)).put(company.customers[order.customer].name()).day(order.day);
    to.cents(order.cents).day(order.due).day(order.delivered);
    to.put(company.staff[order.seller].name());
  }
}

void fill_accounts(const Company& company, SheetBuilder& to) {
  to.column({"Customer", "客户"})
      .column({"Segment", "客户类型"})
      .column({"Importance", "重要程度"})
      .column({"Customer since", "签约日期"}, Type::day)
      .column({"Churn date", "流失日期"}, Type::day)
      .column({"Revenue this year (USD)", "本期收入（元）"}, Type::amount)
      .column({"Revenue last year (USD)", "上期收入（元）"}, Type::amount)
      .marked_column({"Churned", "是否流失"});
  const std::vector<Revenue> revenue = revenue_of(company);
  for (size_t i = 0; i < company.customers.size(); ++i) {
    const Customer& customer = company.customers[i];
    to.row().put(customer.name()).put(kSegments[customer.segment]).put(kImportance[customer.importance]);
    to.day(customer.start).day(customer.end).cents(revenue[i].now);
    // The year before is half there: the other half was a little weaker.
    if (customer.start < sample_days::first_order()) {
      to.cents(revenue[i].half_before * 19 / 10);
    } else {
      to.cents(revenue[i].half_before);
    }
    to.yes(customer.end.has_value());
  }
}

void fill_receivables(const Company& company, uint64_t seed, SheetBuilder& to) {
  to.column({"Invoice", "发票号"})
      .column({"Customer", "客户"})
      .column({"Amount due (USD)", "应收金额（元）"}, Type::amount)
      .column({"Invoice date", "开票日期"}, Type::day)
      .column({"Due date", "到期日"}, Type::day)
      .column({"Paid on", "回款日期"}, Type::day)
      .marked_column({"Amount paid (USD)", "回款金额（元）"}, Type::amount);
  stats::Random random = sample_random(seed, SampleStream::receivables);
  for (size_t i = 0; i < company.orders.size(); ++i) {
    const Order& order = company.orders[i];
    if (order.day < day_number(2025, 9, 1) || !order.delivered) continue;
    const Day issued = working_day(*order.delivered + 1);
    if (issued > sample_days::last()) continue;
    const Day due = issued + 30;
    const bool late = random.below(100) < (issued < sample_days::go_live() ? 30U : 20U);
    const auto wait = static_cast<Day>(random.below(late ? 45 : 20));
    const bool in_part = random.below(100) < 3;
    const bool never = random.below(100) < 2;
    const Day paid = working_day(late ? due + 1 + wait : due - wait);
    to.row().put("INV-" + order_number(i)).put(company.customers[order.customer].name());
    to.cents(order.cents).day(issued).day(due);
    if (never || paid > sample_days::last()) {
      to.blank().blank();
    } else {
      to.day(paid).cents(in_part ? order.cents / 2 : order.cents);
    }
  }
}

}  // namespace topline
