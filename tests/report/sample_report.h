// SPDX-License-Identifier: Apache-2.0
#pragma once

// A hand-built report with one of everything that a renderer must show: waves, segments, hidden and
// low cells, ratings, shares, messages of each severity, hostile names.

#include <string>
#include <utility>
#include <vector>

#include "core/report/report.h"

namespace topline::sample {

inline ReportColumn column(uint32_t number, std::string name, std::string role, std::string scale) {
  ReportColumn column;
  column.column = number;
  column.name = std::move(name);
  column.role = std::move(role);
  column.scale = std::move(scale);
  column.confidence = 0.95;
  column.answered = 1142;
  column.missing = 9;
  return column;
}

inline uint32_t cell(Report& report, std::vector<std::pair<std::string, std::string>> segment) {
  report.cells.push_back({std::move(segment), "2026-Q2"});
  return static_cast<uint32_t>(report.cells.size() - 1);
}

inline Measure nps(uint32_t cell, double value, double low, double high, uint64_t n) {
  Measure measure{MeasureId::nps};
  measure.column = 3;
  measure.cell = cell;
  measure.value = value;
  measure.n = n;
  measure.se = (high - low) / 4;
  measure.interval = MeasureInterval{0.95, low, high, "score"};
  const auto promoters = static_cast<uint64_t>(static_cast<double>(n) * (0.35 + value / 200));
  const uint64_t passives = n * 3 / 10;
  measure.parts = {
      {"detractors", n - promoters - passives}, {"passives", passives}, {"promoters", promoters}};
  if (n < 30) measure.notes.push_back("low_base");
  return measure;
}

inline Measure hidden(uint32_t cell) {
  Measure measure{MeasureId::nps};
  measure.column = 3;
  measure.cell = cell;
  measure.suppressed = true;
  measure.notes = {"min_n"};
  return measure;
}

/// `chinese` has Chinese names and words; `narrow` names stay as they are.
inline Report report(bool chinese = false) {
  Report report;
  report.version = "0.1.0";
  report.language = chinese ? "zh-CN" : "en";
  report.as_of = "2026-06-30";
  report.summary =
      chinese
          ? "2026-Q2 共有 1,142 名员工作答。净推荐值 NPS +23（95% 置信区间 +18 至 +28）。满意率 "
            "71%（5 分制 4–5 分）。"
          : "1,142 employees answered in 2026-Q2. Net Promoter Score +23 (95% confidence: +18 to "
            "+28). Satisfied 71% (4–5 of 5).";
  ReportTable table;
  table.name = "survey.csv";
  table.columns = {
      column(1, chinese ? "部门" : "department", "segment", ""),
      column(2, chinese ? "季度" : "quarter", "wave", ""),
      column(3,
             chinese ? "您有多大可能向同事推荐 CRM？"
                     : "How likely are you to recommend the CRM to a colleague?",
             "nps", "0-10"),
      column(4, chinese ? "总体满意度" : "Overall satisfaction", "csat", "1-5"),
      column(5, chinese ? "易用性" : "Ease of use", "rating", "1-5"),
      column(6, chinese ? "速度" : "Speed", "rating", "1-5"),
      column(7, chinese ? "您最常用哪个功能？" : "Which feature do you use most?", "choice", "")};
  table.columns[4].alternative = "choice";
  table.columns[4].confidence = 0.55;
  table.columns[4].reason = "few whole numbers; a scale or a code";
  table.columns[2].reason = "the header asks about recommending; whole numbers within 0–10";
  table.columns[2].invalid = 2;
  table.columns[6].distinct = 4;
  table.columns[6].top = {{chinese ? "客户视图" : "Customer view", 500}, {"Excel | export", 300}};
  table.waves = {"2025-Q4", "2026-Q1", "2026-Q2"};
  table.headline_wave = "2026-Q2";
  ReportInput input;
  input.name = "survey.csv";
  input.table = "survey.csv";
  input.layout = "plain";
  input.encoding = "utf-8";
  input.delimiter = ",";
  input.bytes = 123456;
  input.rows = {.read = 2310, .used = 2293, .duplicate = 12, .blank = 5};
  input.columns = table.columns;
  report.inputs = {input};
  report.tables = {table};

  report.cells = {{{}, std::nullopt}, {{}, "2025-Q4"}, {{}, "2026-Q1"}, {{}, "2026-Q2"}};
  auto& measures = report.measures;
  measures.push_back(nps(0, 19.2, 16, 22.5, 3120));
  measures.push_back(nps(1, 8.4, -4, 21, 210));
  measures.push_back(nps(2, 13.8, 8, 19.4, 1098));
  measures.push_back(nps(3, 23.4, 18.1, 28.4, 1142));
  measures.back().headline = true;
  const std::string by = chinese ? "部门" : "department";
  const auto at = [&](const char* english, const char* zh) {
    return cell(report, {{by, chinese ? zh : english}});
  };
  measures.push_back(nps(at("Sales", "销售部"), 28.1, 20, 36.2, 402));
  measures.push_back(nps(at("Support", "客户支持部"), 41, 31, 51, 214));
  measures.push_back(nps(at("IT", "信息技术部"), -4.2, -17, 9, 165));
  measures.push_back(
      nps(at("Research and Development, Asia-Pacific", "研发（亚太区）"), 12, -22, 44, 21));
  measures.push_back(nps(at("", ""), 10, -20, 38, 31));
  measures.push_back(hidden(at("Legal", "法务部")));
  measures.push_back(hidden(at("Procurement", "采购部")));

  Measure csat{MeasureId::csat};
  csat.column = 4;
  csat.cell = 3;
  csat.value = 71.1;
  csat.n = 1151;
  csat.interval = MeasureInterval{0.95, 68.3, 73.6, "wilson"};
  csat.parts = {{"satisfied", 818}};
  csat.distribution = {{"1", 52}, {"2", 98}, {"3", 183}, {"4", 470}, {"5", 348}};
  csat.box = "4-5 of 5";
  csat.headline = true;
  measures.push_back(csat);
  Measure mean = csat;
  mean.id = MeasureId::csat_mean;
  mean.value = 3.8375;
  mean.box.clear();
  mean.parts.clear();
  mean.interval = MeasureInterval{0.95, 3.776, 3.899, "t"};
  measures.push_back(mean);
  for (const uint32_t question : {5u, 6u}) {
    Measure rating = mean;
    rating.id = MeasureId::rating_mean;
    rating.column = question;
    rating.value = question == 5 ? 3.9 : 3.1;
    rating.interval = MeasureInterval{0.95, *rating.value - 0.07, *rating.value + 0.07, "t"};
    measures.push_back(rating);
  }
  const std::pair<const char*, double> options[] = {
      {"Excel | export", 26.1}, {"", 4.2}, {"Mobile app", 26}, {"Customer view", 43.7}};
  for (const auto& [option, value] : options) {
    Measure share{MeasureId::share};
    share.column = 7;
    share.cell = 3;
    share.option = option;
    share.value = value;
    share.n = 1142;
    share.interval = MeasureInterval{0.95, value - 2.5, value + 2.5, "wilson"};
    measures.push_back(share);
  }
  report.messages = {
      {Severity::question,
       Code::unsure_role,
       chinese ? "“易用性”是评分还是选项编码？在您说明之前不计分：--column '#5=rating'。"
               : "Is “Ease of use” rating or choice? It is not scored until you say: --column "
                 "'#5=rating'.",
       {"survey.csv", 0, 5},
       1},
      {Severity::warning,
       Code::long_row,
       chinese ? "3 行的单元格多于表头的列数（7），未计入。请给含分隔符的单元格加上引号。"
               : "3 rows have more filled cells than the header has columns (7) and were left out. "
                 "Quote "
                 "the cells that hold the delimiter.",
       {"survey.csv", 12, 0},
       3},
      {Severity::info,
       Code::cells_suppressed,
       chinese ? "为保护个人，隐藏了 2 个单元。"
               : "2 cells are hidden, so that nobody can be told apart.",
       {},
       2}};
  return report;
}

}  // namespace topline::sample
