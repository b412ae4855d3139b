// SPDX-License-Identifier: Apache-2.0

// The pipeline and the campaigns of the sample company.

#include <algorithm>

#include "core/sample/tables.h"

namespace topline {
namespace {

using Type = SampleSheet::Type;

constexpr size_t kDeals = 600;
constexpr std::array<Bilingual, 4> kProducts = {
    {{"Standard", "标准版"}, {"Plus", "高级版"}, {"Service contract", "服务合同"}, {"Project", "项目"}}};
constexpr std::array<Bilingual, 5> kSources = {{{"Website", "官网"},
                                                {"Referral", "转介绍"},
                                                {"Trade fair", "展会"},
                                                {"Cold call", "电话营销"},
                                                {"Campaign", "市场活动"}}};
constexpr Bilingual kLead = {"Lead", "线索"}, kWon = {"Closed Won", "赢单"}, kLost = {"Closed Lost", "输单"};
constexpr std::array<Bilingual, 3> kOpenStages = {
    {{"Qualification", "需求确认"}, {"Proposal", "方案报价"}, {"Negotiation", "商务谈判"}}};

struct Deal {
  Day created = 0;
  std::optional<Day> opportunity, closed;
  Bilingual stage = kLead;
  int64_t cents = 0;
  size_t customer = 0, owner = 0, product = 0, source = 0;
};

Deal make_deal(const Company& company, const std::vector<size_t>& sellers, Day created,
               stats::Random& random) {
  Deal deal;
  deal.created = created;
  const bool with_crm = created >= sample_days::go_live() - 30;
  deal.product = random.below(kProducts.size());
  deal.source = random.below(kSources.size());
  deal.customer = random.below(company.customers.size());
  deal.owner = sellers[random.below(sellers.size())];
  deal.cents = 100 * skewed(random, 3000 + 2500 * static_cast<int64_t>(deal.product));
  const bool converts = random.below(100) < (with_crm ? 66U : 55U);
  const auto first = static_cast<Day>(2 + skewed(random, with_crm ? 10 : 14));
  const bool wins = random.below(100) < (with_crm ? 47U : 40U) + (deal.source == 1 ? 12U : 0U);
  const auto then = static_cast<Day>(5 + skewed(random, with_crm ? 38 : 50));
  const Day last = sample_days::last();
  if (!converts) {
    const Day given_up = created + first + 20;
    if (given_up > last) return deal;
    deal.closed = given_up;
    deal.stage = kLost;
    return deal;
  }
  if (created + first > last) return deal;
  deal.opportunity = created + first;
  const Day end = *deal.opportunity + then;
  if (end > last) {
    const Day gone = last - *deal.opportunity;
    deal.stage = kOpenStages[static_cast<size_t>(std::min<Day>(2, gone * 3 / then))];
    return deal;
  }
  deal.closed = end;
  deal.stage = wins ? kWon : kLost;
  return deal;
}

struct Campaign {
  Bilingual name;
  int year, month, day;
  int64_t cost, revenue;
};

constexpr std::array<Campaign, 9> kCampaigns = {{
    {{"Spring newsletter", "春季邮件"}, 2025, 3, 17, 420000, 1180000},
    {{"Trade fair", "行业展会"}, 2025, 5, 12, 2850000, 4120000},
    {{"Summer webinar", "夏季线上研讨会"}, 2025, 7, 8, 610000, 890000},
    {{"Dormant customers", "沉睡客户唤醒"}, 2025, 9, 22, 380000, 350000},
    {{"Year-end offer", "年终优惠"}, 2025, 11, 24, 940000, 2760000},
    {{"Referral reward", "老带新奖励"}, 2026, 2, 16, 500000, 2210000},
    {{"Spring newsletter, by segment", "春季分群邮件"}, 2026, 3, 16, 450000, 1930000},
    {{"Trade fair, with follow-up", "行业展会（含跟进）"}, 2026, 5, 11, 2900000, 6480000},
    {{"Win-back calls", "流失客户回访"}, 2026, 7, 6, 310000, 640000}}};

}  // namespace

void fill_pipeline(const Company& company, uint64_t seed, SheetBuilder& to) {
  to.column({"Deal ID", "商机编号"})
      .column({"Owner", "负责人"})
      .column({"Customer", "客户"})
      .column({"Product", "产品"})
      .column({"Lead source", "线索来源"})
      .column({"Stage", "商机阶段"})
      .column({"Deal amount (USD)", "商机金额（元）"}, Type::amount)
      .column({"Created date", "创建日期"}, Type::day)
      .column({"Opportunity date", "转商机日期"}, Type::day)
      .marked_column({"Close date", "关闭日期"}, Type::day);
  stats::Random random = sample_random(seed, SampleStream::pipeline);
  const std::vector<size_t> sellers = company.sellers();
  const auto days = static_cast<uint64_t>(sample_days::last() - sample_days::first_order()) - 2;
  std::vector<Day> created;
  for (size_t i = 0; i < kDeals; ++i) {
    created.push_back(working_day(sample_days::first_order() + static_cast<Day>(random.below(days))));
  }
  std::sort(created.begin(), created.end());
  for (size_t i = 0; i < kDeals; ++i) {
    const Deal deal = make_deal(company, sellers, created[i], random);
    to.row().put(numbered("D", i + 1, 4)).put(company.staff[deal.owner].name());
    to.put(company.customers[deal.customer].name()).put(kProducts[deal.product]);
    to.put(kSources[deal.source]).put(deal.stage).cents(deal.cents);
    to.day(deal.created).day(deal.opportunity).day(deal.closed);
  }
}

void fill_campaigns(SheetBuilder& to) {
  to.column({"Campaign", "活动名称"})
      .column({"Start date", "活动日期"}, Type::day)
      .column({"Cost (USD)", "活动费用（元）"}, Type::amount)
      .marked_column({"Revenue (USD)", "活动收入（元）"}, Type::amount);
  for (const Campaign& campaign : kCampaigns) {
    to.row().put(campaign.name).day(day_number(campaign.year, campaign.month, campaign.day));
    to.cents(campaign.cost).cents(campaign.revenue);
  }
}

}  // namespace topline
