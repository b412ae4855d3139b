// SPDX-License-Identifier: Apache-2.0
#include "core/sample/sample.h"

#include "core/sample/company.h"
#include "core/sample/survey_sheet.h"
#include "core/sample/tables.h"

namespace topline {
namespace {

SampleSheet rollout_sheet(TableKind kind, const SampleOptions& options) {
  const bool chinese = options.language == "zh-CN";
  SheetBuilder to(kind_label(kind, chinese), chinese);
  const Company company = make_company(options.seed);
  switch (kind) {
    case TableKind::survey:
      return survey_sheet(options);
    case TableKind::usage:
      fill_usage(company, to);
      break;
    case TableKind::roster:
      fill_roster(company, to);
      break;
    case TableKind::orders:
      fill_orders(company, to);
      break;
    case TableKind::accounts:
      fill_accounts(company, to);
      break;
    case TableKind::pipeline:
      fill_pipeline(company, options.seed, to);
      break;
    case TableKind::receivables:
      fill_receivables(company, options.seed, to);
      break;
    case TableKind::tickets:
      fill_tickets(company, options.seed, to);
      break;
    case TableKind::decisions:
      fill_decisions(options.seed, to);
      break;
    case TableKind::processes:
      fill_processes(to);
      break;
    case TableKind::costs:
      fill_costs(to);
      break;
    case TableKind::benefits:
      fill_benefits(to);
      break;
    case TableKind::cashflows:
      fill_cashflows(to);
      break;
    case TableKind::campaigns:
      fill_campaigns(to);
      break;
    case TableKind::requirements:
      fill_requirements(to);
      break;
    case TableKind::controls:
      fill_controls(to);
      break;
    case TableKind::goals:
      fill_goals(company, to);
      break;
    case TableKind::vendors:
      fill_vendors(to);
      break;
  }
  return to.take();
}

}  // namespace

void write_sample(const SampleOptions& options, const Sink& sink) {
  const auto kind = kind_from_name(options.kind);
  if (!kind) return;
  if (*kind == TableKind::survey) return write_survey(options, sink);
  write_csv(rollout_sheet(*kind, options), options.language == "zh-CN", sink);
}

SampleSheet sample_sheet(const SampleOptions& options) {
  return rollout_sheet(kind_from_name(options.kind).value_or(TableKind::survey), options);
}

std::string sample_file_name(std::string_view stem, std::string_view language, std::string_view ending) {
  std::string name(stem);
  if (language == "zh-CN") name += ".zh-CN";
  name += '.';
  name += ending;
  return name;
}

}  // namespace topline
