// SPDX-License-Identifier: Apache-2.0
#include "core/sample/company.h"

#include <algorithm>
#include <tuple>

namespace topline {
namespace {

constexpr size_t kCustomers = 300, kOrders = 2000;

constexpr std::array<Bilingual, 24> kGivenNames = {{
    {"Amy", "敏"}, {"Ben", "伟"}, {"Clara", "静"}, {"David", "强"}, {"Ellen", "丽"}, {"Frank", "磊"},
    {"Grace", "洋"}, {"Henry", "勇"}, {"Irene", "艳"}, {"Jack", "杰"}, {"Karen", "娟"}, {"Leo", "涛"},
    {"Maria", "秀英"}, {"Nick", "明"}, {"Olivia", "霞"}, {"Paul", "平"}, {"Rita", "桂兰"}, {"Sam", "刚"},
    {"Tina", "玉兰"}, {"Victor", "建国"}, {"Wendy", "晓梅"}, {"Adam", "志强"}, {"Yvonne", "思远"}, {"Zach", "子轩"}}};
constexpr std::array<Bilingual, 20> kFamilyNames = {{
    {"Abbott", "王"}, {"Baker", "李"}, {"Carter", "张"}, {"Dixon", "刘"}, {"Evans", "陈"},
    {"Fisher", "杨"}, {"Grant", "黄"}, {"Hughes", "赵"}, {"Irving", "吴"}, {"Jensen", "周"},
    {"Keller", "徐"}, {"Lawson", "孙"}, {"Mercer", "马"}, {"Norris", "朱"}, {"Owens", "胡"},
    {"Porter", "郭"}, {"Quinn", "何"}, {"Reed", "高"}, {"Stone", "林"}, {"Turner", "罗"}}};
constexpr std::array<Bilingual, 25> kPlaces = {{
    {"Alder", "安泰"}, {"Birch", "博远"}, {"Cedar", "辰光"}, {"Delta", "德信"}, {"Elm", "恩泽"},
    {"Fairview", "丰华"}, {"Granite", "冠宇"}, {"Harbor", "海川"}, {"Ivory", "弘毅"}, {"Juniper", "嘉禾"},
    {"Kestrel", "凯旋"}, {"Linden", "林源"}, {"Meadow", "明达"}, {"Northgate", "宁远"}, {"Oakwood", "鹏程"},
    {"Pinnacle", "启航"}, {"Quarry", "瑞丰"}, {"Riverside", "盛和"}, {"Summit", "泰和"}, {"Tamarack", "万通"},
    {"Upland", "祥云"}, {"Vantage", "新锐"}, {"Westfield", "永兴"}, {"Yarrow", "远景"}, {"Zephyr", "中恒"}}};
constexpr std::array<Bilingual, 12> kTrades = {{
    {"Foods", "食品"}, {"Tools", "五金"}, {"Logistics", "物流"}, {"Textiles", "纺织"}, {"Plastics", "塑胶"},
    {"Electric", "电气"}, {"Pharma", "医药"}, {"Furniture", "家具"}, {"Energy", "能源"}, {"Printing", "印务"},
    {"Systems", "科技"}, {"Trading", "贸易"}}};

std::vector<Employee> make_staff(uint64_t seed) {
  stats::Random random = sample_random(seed, SampleStream::staff);
  std::vector<Employee> staff;
  const std::array<Team, 8>& teams = sample_teams();
  for (size_t team = 0; team < teams.size(); ++team) {
    for (size_t place = 0; place < teams[team].people; ++place) {
      const size_t i = staff.size();
      const Bilingual& given = kGivenNames[i % kGivenNames.size()];
      const Bilingual& family = kFamilyNames[i / kGivenNames.size() * 4 + i % 4];
      Employee one;
      one.english = std::string(given.english) + " " + std::string(family.english);
      one.chinese = std::string(family.chinese) + std::string(given.chinese);
      one.team = team;
      one.manager = place == 0;
      one.since = team == 0 ? sample_days::pilot() : sample_days::go_live();
      // Some joined the company later; a few have no seat; a few have one and never come.
      if (!one.manager && random.below(100) < 12) {
        one.since = working_day(sample_days::go_live() + 14 + static_cast<Day>(random.below(160)));
      }
      one.licensed = one.manager || random.below(100) >= 6;
      one.zeal = 25 + random.below(70);
      const uint64_t kept_away = one.manager ? 100 : random.below(100);
      if (kept_away < 8) {
        one.zeal = 0;
      } else if (kept_away < 26) {
        one.zeal = 2 + random.below(5);
      }
      if (teams[team].sells) one.zeal = std::min<uint64_t>(95, one.zeal + one.zeal / 4);
      staff.push_back(std::move(one));
    }
  }
  return staff;
}

std::vector<Customer> make_customers(uint64_t seed) {
  stats::Random random = sample_random(seed, SampleStream::customers);
  std::vector<Customer> customers;
  for (size_t i = 0; i < kCustomers; ++i) {
    const Bilingual& place = kPlaces[i % kPlaces.size()];
    const Bilingual& trade = kTrades[i / kPlaces.size()];
    Customer one;
    one.english = std::string(place.english) + " " + std::string(trade.english);
    one.chinese = std::string(place.chinese) + std::string(trade.chinese);
    one.segment = random.below(4);
    const uint64_t share = random.below(100);
    one.importance = share < 15 ? 0 : share < 70 ? 1 : 2;
    const bool old = random.below(100) < 72;
    one.start = old ? sample_days::first_order() - static_cast<Day>(30 + random.below(1800))
                    : sample_days::first_order() + static_cast<Day>(random.below(490));
    // Fewer leave once the CRM is there.
    const bool leaves = random.below(100) < 12;
    const bool before = random.below(100) < 65;
    const Day end = before ? sample_days::first_order() + 100 + static_cast<Day>(random.below(230))
                           : sample_days::go_live() + static_cast<Day>(random.below(190));
    if (leaves && end > one.start + 90) one.end = end;
    customers.push_back(std::move(one));
  }
  return customers;
}

// Orders a day as a weight: growing a little, more of them after the go-live, fewer in February.
uint64_t order_weight(Day day) {
  if (weekday(day) >= 5) return 0;
  uint64_t weight = 1000 + static_cast<uint64_t>(day - sample_days::first_order()) / 3;
  if (civil(day).month == 2) weight = weight * 8 / 10;
  if (day >= sample_days::go_live()) {
    weight += weight * std::min<uint64_t>(180, static_cast<uint64_t>(day - sample_days::go_live())) / 1200;
  }
  return weight;
}

std::vector<Order> make_orders(uint64_t seed, const Company& company) {
  stats::Random random = sample_random(seed, SampleStream::orders);
  const Day first = sample_days::first_order();
  std::vector<double> days;  // running sums: whole numbers, so exact
  double sum = 0;
  for (Day day = first; day <= sample_days::last(); ++day) {
    days.push_back(sum += static_cast<double>(order_weight(day)));
  }
  std::vector<double> buyers;
  sum = 0;
  for (const Customer& customer : company.customers) {
    constexpr std::array<uint64_t, 3> kLeast = {20, 6, 2};  // by importance
    const uint64_t least = kLeast[customer.importance];
    buyers.push_back(sum += static_cast<double>(least + random.below(2 * least)));
  }
  const std::vector<size_t> sellers = company.sellers();
  std::vector<Order> orders;
  while (orders.size() < kOrders) {
    Order order;
    order.day = first + static_cast<Day>(random.categorical(days));
    order.customer = random.categorical(buyers);
    const Customer& customer = company.customers[order.customer];
    if (!customer.buys_on(order.day)) continue;
    order.seller = sellers[(order.customer * 7 + random.below(2)) % sellers.size()];
    constexpr std::array<uint64_t, 3> kUsual = {4200, 1900, 800};  // by importance, in whole units
    const uint64_t usual = kUsual[customer.importance];
    const uint64_t share = 30 + random.below(90);  // one draw a statement: their order is the sample
    const uint64_t more = random.below(50);
    order.cents = static_cast<int64_t>(usual * (share + more) + 5 * random.below(200));
    order.due = working_day(order.day + 10 + static_cast<Day>(random.below(12)));
    const bool late = random.below(100) < (order.day < sample_days::go_live() ? 19U : 9U);
    const Day delivered = late ? order.due + 1 + static_cast<Day>(random.below(12))
                               : std::max(order.day + 2, order.due - static_cast<Day>(random.below(6)));
    if (delivered <= sample_days::last()) order.delivered = delivered;
    orders.push_back(order);
  }
  std::stable_sort(orders.begin(), orders.end(),
                   [](const Order& a, const Order& b) { return a.day < b.day; });
  return orders;
}

// How far use has settled in on a day, in %: it grows over half a year.
uint64_t settled(Day day, Day since) {
  const auto days = static_cast<uint64_t>(day - since);
  return std::min<uint64_t>(100, 42 + days / 3);
}

std::vector<Use> make_uses(uint64_t seed, const std::vector<Employee>& staff) {
  stats::Random random = sample_random(seed, SampleStream::usage);
  // What sellers do most is a key action; others look things up.
  const std::vector<double> sellers_do = {30, 52, 62, 78, 90, 96, 100};
  const std::vector<double> others_do = {14, 18, 20, 55, 72, 84, 100};
  std::vector<Use> uses;
  for (Day day = sample_days::pilot(); day <= sample_days::last(); ++day) {
    if (weekday(day) >= 5) continue;
    for (size_t user = 0; user < staff.size(); ++user) {
      const Employee& one = staff[user];
      if (!one.licensed || day < one.since) continue;
      if (random.below(10000) >= one.zeal * settled(day, one.since)) continue;
      const std::vector<double>& does = sample_teams()[one.team].sells ? sellers_do : others_do;
      const uint64_t times = 1 + random.below(2);
      for (uint64_t time = 0; time < times; ++time) {
        uses.push_back({int64_t{day} * 1440 + 510 + static_cast<Minute>(random.below(540)), user,
                        random.categorical(does), 1 + random.below(5)});
      }
    }
  }
  std::sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) {
    return std::tie(a.at, a.user, a.feature, a.events) < std::tie(b.at, b.user, b.feature, b.events);
  });
  return uses;
}

}  // namespace

namespace sample_days {
Day first_order() { return day_number(2025, 3, 1); }
Day pilot() { return day_number(2025, 12, 1); }
Day go_live() { return day_number(2026, 2, 2); }
Day last() { return day_number(2026, 8, 31); }
}  // namespace sample_days

const std::array<Team, 8>& sample_teams() {
  static constexpr std::array<Team, 8> kTeams = {{{{"Sales North", "销售北区"}, 22, true},
                                                  {{"Sales South", "销售南区"}, 20, true},
                                                  {{"Sales Online", "线上销售"}, 14, true},
                                                  {{"Key accounts", "大客户部"}, 10, true},
                                                  {{"Support", "客服部"}, 22, false},
                                                  {{"Operations", "运营部"}, 14, false},
                                                  {{"Marketing", "市场部"}, 10, false},
                                                  {{"Finance", "财务部"}, 8, false}}};
  return kTeams;
}

const std::array<Bilingual, 7>& sample_features() {
  static constexpr std::array<Bilingual, 7> kFeatures = {{{"Log activity", "记录拜访"},
                                                          {"Update deal", "更新商机"},
                                                          {"Create quote", "创建报价"},
                                                          {"Search customer", "查询客户"},
                                                          {"View report", "查看报表"},
                                                          {"Approve order", "审批订单"},
                                                          {"Log in", "登录"}}};
  return kFeatures;
}

std::vector<size_t> Company::sellers() const {
  std::vector<size_t> found;
  for (size_t i = 0; i < staff.size(); ++i) {
    if (sample_teams()[staff[i].team].sells && !staff[i].manager) found.push_back(i);
  }
  return found;
}

size_t Company::manager_of(size_t team) const {
  const auto found = std::find_if(staff.begin(), staff.end(),
                                  [team](const Employee& one) { return one.team == team; });
  return static_cast<size_t>(found - staff.begin());
}

Company make_company(uint64_t seed) {
  Company company;
  company.staff = make_staff(seed);
  company.customers = make_customers(seed);
  company.orders = make_orders(seed, company);
  company.uses = make_uses(seed, company.staff);
  return company;
}

}  // namespace topline
