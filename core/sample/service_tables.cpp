// SPDX-License-Identifier: Apache-2.0

// Tickets and decisions of the sample company.

#include <algorithm>

#include "core/sample/tables.h"

namespace topline {
namespace {

using Type = SampleSheet::Type;

constexpr size_t kTickets = 900, kDecisions = 180;

struct Severity {
  Bilingual name;
  int64_t response, resolution;  ///< usual minutes, before the go-live
};
constexpr std::array<Severity, 4> kSeverities = {{{{"Critical", "紧急"}, 25, 300},
                                                  {{"High", "高"}, 70, 960},
                                                  {{"Medium", "中"}, 180, 2400},
                                                  {{"Low", "低"}, 420, 4500}}};
constexpr std::array<Bilingual, 4> kTypes = {
    {{"Question", "咨询"}, {"Fault", "故障"}, {"Request", "需求"}, {"Complaint", "投诉"}}};
constexpr std::array<Bilingual, 6> kTopics = {{{"Discount", "折扣审批"},
                                               {"Credit limit", "信用额度"},
                                               {"Special delivery", "特殊交付"},
                                               {"Price list", "价格调整"},
                                               {"Complaint settlement", "客诉赔付"},
                                               {"Campaign budget", "活动预算"}}};

std::vector<Minute> office_times(stats::Random& random, Day first, size_t count) {
  const auto days = static_cast<uint64_t>(sample_days::last() - first) + 1;
  std::vector<Minute> times;
  while (times.size() < count) {
    const Day day = first + static_cast<Day>(random.below(days));
    const auto minute = static_cast<Minute>(480 + random.below(600));
    if (weekday(day) < 5) times.push_back(int64_t{day} * 1440 + minute);
  }
  std::sort(times.begin(), times.end());
  return times;
}

Minute end_of_sample() { return (int64_t{sample_days::last()} + 1) * 1440; }

void put_ticket(const Company& company, Minute opened, stats::Random& random, SheetBuilder& to) {
  const bool with_crm = opened >= int64_t{sample_days::go_live()} * 1440;
  const std::vector<double> severities = {6, 26, 72, 100};
  const std::vector<double> types = {40, 72, 90, 100};
  const Severity& severity = kSeverities[random.categorical(severities)];
  const size_t type = random.categorical(types);
  const bool outside = type == 3 || random.below(100) < 70;
  const bool at_once = random.below(100) < (with_crm ? 70U : 57U);
  const int64_t quicker = with_crm ? 70 : 100;  // in % of the time before
  const int64_t response = 2 + skewed(random, severity.response * quicker / 100);
  int64_t resolution = response + 10 + skewed(random, severity.resolution * quicker / 100);
  if (at_once) resolution = response + 10 + (resolution - response) / 4;
  if (random.below(100) < 5) resolution *= 5;
  const uint64_t contacts = at_once ? 1 : 2 + random.below(4);
  const bool reopened = random.below(100) < (at_once ? 3U : 9U);
  const bool lies_about = random.below(100) < 3;  // open, however long ago
  const size_t customer = random.below(company.customers.size());
  const size_t employee = random.below(company.staff.size());
  const bool solved = !lies_about && opened + resolution < end_of_sample();
  const bool answered = opened + response < end_of_sample();
  to.moment(opened).moment(answered ? std::optional(opened + response) : std::nullopt);
  to.moment(solved ? std::optional(opened + resolution) : std::nullopt);
  to.number(static_cast<int64_t>(answered ? contacts : 0));
  if (solved) {
    to.yes(at_once && !reopened).yes(reopened);
  } else {
    to.blank().blank();
  }
  to.put(outside ? Bilingual{"Outside (customer)", "外部（客户）"} : Bilingual{"Inside (department)", "内部（部门）"});
  to.put(outside ? company.customers[customer].name() : company.staff[employee].name());
  to.put(severity.name);
  to.put(solved     ? Bilingual{"Closed", "已关闭"}
         : answered ? Bilingual{"In progress", "处理中"}
                    : Bilingual{"New", "待处理"});
  to.put(kTypes[type]);
}

}  // namespace

void fill_tickets(const Company& company, uint64_t seed, SheetBuilder& to) {
  to.column({"Ticket", "工单编号"})
      .column({"Opened", "创建时间"}, Type::moment)
      .column({"First response", "首次响应时间"}, Type::moment)
      .column({"Resolved", "解决时间"}, Type::moment)
      .column({"Contacts", "联系次数"}, Type::whole)
      .column({"First contact resolution", "首次解决"})
      .column({"Reopened", "是否重开"})
      .column({"Inside/outside", "内外部"})
      .column({"Customer", "客户"})
      .column({"Severity", "严重程度"})
      .column({"Status", "工单状态"})
      .marked_column({"Type", "工单类型"});
  stats::Random random = sample_random(seed, SampleStream::tickets);
  const std::vector<Minute> opened = office_times(random, day_number(2025, 9, 1), kTickets);
  for (size_t i = 0; i < kTickets; ++i) {
    to.row().put(numbered("T", i + 1, 4));
    put_ticket(company, opened[i], random, to);
  }
}

void fill_decisions(uint64_t seed, SheetBuilder& to) {
  to.column({"Decision", "决策事项"})
      .column({"Team", "部门"})
      .column({"Raised", "提出日期"}, Type::moment)
      .marked_column({"Decided", "决定日期"}, Type::moment);
  stats::Random random = sample_random(seed, SampleStream::decisions);
  const std::vector<Minute> raised = office_times(random, day_number(2025, 9, 1), kDecisions);
  for (size_t i = 0; i < kDecisions; ++i) {
    const bool with_crm = raised[i] >= int64_t{sample_days::go_live()} * 1440;
    const Bilingual& topic = kTopics[random.below(kTopics.size())];
    const Team& team = sample_teams()[random.below(sample_teams().size())];
    const Minute decided = raised[i] + 60 + skewed(random, with_crm ? 6000 : 11500);
    const std::string number = std::to_string(i + 1);
    to.row().put(std::string(topic.in(to.chinese())) + (to.chinese() ? " 第" + number + "号" : " " + number));
    to.put(team.name).moment(raised[i]);
    to.moment(decided < end_of_sample() ? std::optional(decided) : std::nullopt);
  }
}

}  // namespace topline
