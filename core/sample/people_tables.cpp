// SPDX-License-Identifier: Apache-2.0

// The roster and the usage log of the sample company.

#include "core/sample/tables.h"

namespace topline {

void fill_roster(const Company& company, SheetBuilder& to) {
  using Type = SampleSheet::Type;
  to.column({"User", "用户"})
      .column({"Team", "团队"})
      .column({"Role", "岗位"})
      .column({"Manager", "主管"})
      .column({"Licence", "授权"})
      .column({"Start date", "开通日期"}, Type::day)
      .marked_column({"Last login", "最近登录时间"}, Type::moment);
  std::vector<std::optional<Minute>> last(company.staff.size());
  for (const Use& use : company.uses) last[use.user] = use.at;
  for (size_t i = 0; i < company.staff.size(); ++i) {
    const Employee& one = company.staff[i];
    to.row().put(one.name()).put(sample_teams()[one.team].name);
    to.put(one.manager                         ? Bilingual{"manager", "管理者"}
           : sample_teams()[one.team].sells ? Bilingual{"sales rep", "一线销售"}
                                            : Bilingual{"specialist", "专员"});
    if (one.manager) {
      to.blank();
    } else {
      to.put(company.staff[company.manager_of(one.team)].name());
    }
    to.yes(one.licensed).day(one.since).moment(last[i]);
  }
}

void fill_usage(const Company& company, SheetBuilder& to) {
  using Type = SampleSheet::Type;
  to.column({"User", "用户"})
      .column({"Time", "操作时间"}, Type::moment)
      .column({"Feature", "功能"})
      .marked_column({"Events", "次数"}, Type::whole);
  for (const Use& use : company.uses) {
    to.row().put(company.staff[use.user].name()).moment(use.at);
    to.put(sample_features()[use.feature]).number(static_cast<int64_t>(use.events));
  }
}

}  // namespace topline
