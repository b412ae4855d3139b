// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/measure/compute.h"
#include "core/profile/plan.h"
#include "core/report/report.h"
#include "core/study/settings.h"
#include "core/tally/duplicates.h"
#include "core/tally/tally.h"

namespace topline {

/// One table, counted and measured, as the report needs it.
struct MeasuredTable {
  const Tally* tally = nullptr;  ///< duplicates left out
  const Plan* plan = nullptr;
  TableMeasures measured;
  Duplicates duplicates;
  std::vector<uint64_t> duplicates_by_input;
};

/// The tables' measures and comparisons move into the report: there may be hundreds of megabytes.
Report build_report(std::vector<MeasuredTable> tables, const Settings& settings);

/// The messages of one table, most pressing first; appended to report.messages.
void add_messages(const MeasuredTable& table, const Settings& settings, Report& report);

/// A finding about a table as a message.
void add_finding(const std::string& table, const Finding& finding, const Settings& settings,
                 Report& report);

/// The paragraph that can be forwarded as it is.
std::string summarise(const Report& report, const Settings& settings);

}  // namespace topline
