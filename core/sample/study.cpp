// SPDX-License-Identifier: Apache-2.0

// The study that joins the sample tables: what they are, what was aimed at and since when.

#include "core/base/json_writer.h"
#include "core/sample/company.h"
#include "core/sample/sample.h"

namespace topline {
namespace {

struct Target {
  std::string_view measure;
  double target;  ///< in the measure's unit
};
constexpr Target kTargets[] = {{"adoption_rate", 75},        {"budget_variance", 10},
                               {"churn_rate", 10},           {"collection_rate", 90},
                               {"csat", 65},                 {"decision_time_median", 5 * 86400.0},
                               {"fcr", 65},                  {"nps", 15},
                               {"nrr", 100},                 {"requirements_resolved", 80},
                               {"roi", 0},                   {"win_rate", 28}};

void write_table(std::string_view file, TableKind kind, JsonWriter& out) {
  out.begin_object(true);
  out.field("file", file);
  out.field("kind", kind_name(kind));
  out.end_object();
}

void write_goals(const Company& company, bool chinese, JsonWriter& out) {
  const auto owner = [&](size_t team) {
    return company.staff[company.manager_of(team)].name().in(chinese);
  };
  const auto milestone = [&](Bilingual name, const char* due, double value) {
    out.begin_object(true);
    out.field("name", name.in(chinese));
    out.field("due", due);
    out.field("value", value);
    out.end_object();
  };
  out.begin_object();
  out.field("kpi", "nps");
  out.field("baseline", 11.0);
  out.field("target", "25");
  out.field("start", "2026-04-30");
  out.field("due", "2026-12-31");
  out.field("owner", owner(4));
  out.key("milestones");
  out.begin_array();
  milestone({"After the training", "培训之后"}, "2026-07-31", 15);
  milestone({"Data cleaned", "数据清理完成"}, "2026-10-31", 20);
  out.end_array();
  out.end_object();
  out.begin_object();
  out.field("kpi", "csat");
  out.field("baseline", 68.0);
  out.field("target", chinese ? "+7 个百分点" : "+7 points");
  out.field("change", "points");
  out.field("start", "2026-04-30");
  out.field("due", "2026-12-31");
  out.field("owner", owner(5));
  out.end_object();
}

}  // namespace

std::string sample_study(const SampleOptions& options) {
  const bool chinese = options.language == "zh-CN";
  const Company company = make_company(options.seed);
  std::string text;
  JsonWriter out([&text](std::string_view piece) { text += piece; }, 2);
  out.begin_object();
  out.field("title", chinese ? "CRM 上线评估（虚构示例）" : "CRM roll-out (synthetic sample)");
  out.field("language", chinese ? "zh-CN" : "en");
  out.field("audience", "employee");
  out.field("as_of", iso_date(sample_days::last()));
  out.field("change_date", iso_date(sample_days::go_live()));
  out.field("discount_rate", 0.08);
  out.key("key_features");
  out.begin_array(true);
  for (size_t i = 0; i < kKeyFeatures; ++i) out.string(sample_features()[i].in(chinese));
  out.end_array();
  out.key("tables");
  out.begin_array();
  const std::string workbook = sample_file_name("rollout", options.language, "xlsx");
  for (TableKind kind : all_kinds()) {
    write_table(sample_file_name(kind_name(kind), options.language, "csv"), kind, out);
  }
  for (TableKind kind : all_kinds()) {
    write_table(workbook + "#" + std::string(kind_label(kind, chinese)), kind, out);
  }
  out.end_array();
  out.key("goals");
  out.begin_array();
  write_goals(company, chinese, out);
  out.end_array();
  out.key("targets");
  out.begin_object();
  for (const Target& target : kTargets) out.field(target.measure, target.target);
  out.end_object();
  out.end_object();
  out.flush();
  return text + "\n";
}

}  // namespace topline
