// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/check_names.h"

#include "core/profile/profile.h"

namespace topline {

Result<void> check_names(const std::vector<MeasuredTable>& tables, const Settings& settings) {
  if (!settings.several_tables && tables.size() < 2) return {};
  std::vector<std::string> names = settings.by;
  names.insert(names.end(), settings.cross.begin(), settings.cross.end());
  for (const std::string& name : {settings.wave, settings.weight}) {
    if (!name.empty()) names.push_back(name);
  }
  for (const auto& [name, value] : settings.where) names.push_back(name);
  for (const ColumnChoice& choice : settings.columns) names.push_back(choice.name);
  const auto add = [&names](const std::vector<std::string>& some) {
    names.insert(names.end(), some.begin(), some.end());
  };
  for (const DriverChoice& driver : settings.drivers) {
    names.push_back(driver.outcome);
    add(driver.items);
  }
  for (const ScaleChoice& scale : settings.scales) add(scale.items);
  add(settings.strata);
  add(settings.clusters);
  if (!settings.fpc.empty()) names.push_back(settings.fpc);
  for (const MarginChoice& margin : settings.margins) names.push_back(margin.column);
  for (const std::string& name : names) {
    Result<uint32_t> found = fail(Code::unknown_column);
    for (const MeasuredTable& table : tables) {
      found = find_column(table.tally->profile, name);
      if (found) break;
    }
    if (!found) return tl::unexpected<Error>(found.error());
  }
  return {};
}

}  // namespace topline
