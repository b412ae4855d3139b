// SPDX-License-Identifier: Apache-2.0

// The seeded sample: employees on a CRM, two quarters after launch. Row r draws from stream r of
// the counter-based generator alone, so any row can be written without those before it.

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>

#include "core/profile/date.h"
#include "core/sample/survey_sheet.h"
#include "core/stats/random.h"

namespace topline {
namespace {

struct Department {
  std::string_view english, chinese;
  double share;  ///< of the answers
  double mood;   ///< points on the 0–10 question
};

constexpr std::array<Department, 7> kDepartments = {{
    {"Sales", "销售部", 0.34, 0.3},
    {"Support", "客服部", 0.20, 0.9},
    {"Operations", "运营部", 0.16, -0.2},
    {"Finance", "财务部", 0.12, 0.2},
    {"IT", "信息技术部", 0.09, -1.4},
    {"Marketing", "市场部", 0.087, 0.4},
    {"Legal", "法务部", 0.003, -0.5},
}};

// A comment is a subject, what is said of it and how often: enough different ones to read as free
// text.
struct Texts {
  std::array<std::string_view, 12> header;
  std::array<std::string_view, 2> roles;
  std::array<std::string_view, 3> regions;
  std::array<std::string_view, 6> subjects;
  std::array<std::string_view, 6> remarks;
  std::array<std::string_view, 6> tails;
};

constexpr Texts kEnglish = {
    {"Response ID", "Submitted", "Department", "Role", "Region",
     "How likely are you to recommend the CRM to a colleague?",
     "Overall, how satisfied are you with the CRM?", "Ease of use", "Speed", "Data quality",
     "Training and support", "What should we improve? (synthetic sample)"},
    {"rep", "manager"},
    {"North", "South", "Online"},
    {"Search", "The mobile app", "Logging a call", "The approval step", "Reporting",
     "Old customer data"},
    {" is quick now", " takes too many clicks", " saves me an hour a week",
     " needs better training", " still has gaps", " works as it should"},
    {"", ", most days", ", in my team", ", since the summer", " (please keep it)", ", honestly"}};

constexpr Texts kChinese = {
    {"答卷编号", "提交时间", "部门", "岗位", "地区", "您有多大可能向同事推荐这套CRM系统？",
     "您对CRM系统的总体满意度如何？", "易用性评分", "速度评分", "数据质量评分", "培训与支持评分",
     "您认为哪里需要改进？（虚构示例）"},
    {"一线销售", "管理者"},
    {"北方", "南方", "线上"},
    {"搜索", "手机端", "录入拜访", "审批环节", "报表", "旧客户资料"},
    {"现在很快", "要点太多次", "每周省我一小时", "需要更多培训", "还有缺漏", "没有问题"},
    {"", "，多数时候是这样", "，我们组都这么说", "，夏天以后好些", "（请保留）", "，说实话"}};

// What makes a table hard to read: delimiters, quotes and line ends within cells, both scripts.
constexpr std::array<std::string_view, 8> kMessyComments = {
    "\"Fast, but\nthe export fails\"",
    "\"He said \"\"never again\"\", twice\"",
    "\"慢，尤其是\n早上\"",
    "\"客户资料，重复太多\"",
    "\"Prices, terms, dates: all there\"",
    "plain",
    "好用",
    "\"a,b;c\""};

int on_scale(double value, int low, int high) {
  return std::clamp(static_cast<int>(std::lround(value)), low, high);
}

void write_row(const SampleOptions& options, uint64_t row, std::span<const double> cumulative,
               std::string& out) {
  const bool chinese = options.language == "zh-CN";
  const bool messy = options.text == "messy";
  const Texts& texts = chinese ? kChinese : kEnglish;
  stats::Random random(options.seed, row);
  const Department& department = kDepartments[random.categorical(cumulative)];
  const bool manager = random.uniform() < 0.18;
  const auto region = static_cast<size_t>(random.below(3));
  // Fieldwork in the first month of two quarters; the second one is a little happier.
  const bool second = row * 2 >= options.rows;
  const Day day =
      (second ? 20635 : 20545) + static_cast<Day>(random.below(25));  // 2026-07-01, 04-02
  const double mood =
      department.mood + (manager ? 0.5 : 0) + (second ? 0.35 : 0) + random.normal() * 1.9;

  const auto cell = [&out](std::string_view text) {
    out += text;
    out += ',';
  };
  const auto number = [&](int value, double missing) {
    if (random.uniform() >= missing) out += std::to_string(value);
    out += ',';
  };
  out += "R";
  const std::string digits = std::to_string(row + 1);
  out.append(9 - std::min<size_t>(9, digits.size()), '0');
  cell(digits);
  cell(iso_date(day));
  cell(chinese || (messy && row % 3 == 0) ? department.chinese : department.english);
  cell(texts.roles[manager ? 1 : 0]);
  cell(texts.regions[region]);
  // A few are through with it: the foot of the scale is used in any survey of some size.
  const bool angry = random.uniform() < 0.025;
  number(angry ? static_cast<int>(random.below(3)) : on_scale(7.6 + mood, 0, 10), 0.04);
  number(on_scale(3.8 + 0.45 * mood + random.normal() * 0.4, 1, 5), 0.03);
  number(on_scale(3.7 + 0.40 * mood + random.normal() * 0.6, 1, 5), 0.02);
  number(on_scale(3.4 + 0.25 * mood + random.normal() * 0.9, 1, 5), 0.02);
  number(on_scale(3.5 + 0.20 * mood + random.normal() * 0.9, 1, 5), 0.05);
  number(on_scale(3.9 + 0.15 * mood + random.normal() * 0.9, 1, 5), 0.06);
  if (messy) {
    if (random.uniform() < 0.6) out += kMessyComments[random.below(kMessyComments.size())];
  } else if (random.uniform() < 0.3) {
    out += '"';
    out += texts.subjects[random.below(texts.subjects.size())];
    out += texts.remarks[random.below(texts.remarks.size())];
    out += texts.tails[random.below(texts.tails.size())];
    out += '"';
  }
  out += '\n';
}

}  // namespace

void write_survey(const SampleOptions& options, const Sink& sink) {
  std::array<double, kDepartments.size()> cumulative{};
  double sum = 0;
  for (size_t i = 0; i < kDepartments.size(); ++i) cumulative[i] = sum += kDepartments[i].share;
  // Excel on Windows takes a CSV without this mark for the local code page.
  std::string out = options.language == "zh-CN" ? "\xEF\xBB\xBF" : "";
  const Texts& texts = options.language == "zh-CN" ? kChinese : kEnglish;
  for (size_t i = 0; i < texts.header.size(); ++i) {
    const bool quoted = texts.header[i].find(',') != std::string_view::npos;
    if (i != 0) out += ',';
    if (quoted) out += '"';
    out += texts.header[i];
    if (quoted) out += '"';
  }
  out += '\n';
  for (uint64_t row = 0; row < options.rows; ++row) {
    write_row(options, row, cumulative, out);
    if (out.size() >= 65536) {
      sink(out);
      out.clear();
    }
  }
  sink(out);
}

}  // namespace topline
