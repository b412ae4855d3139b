// SPDX-License-Identifier: Apache-2.0
#include "core/profile/declared.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/profile/profile.h"
#include "core/profile/ranking.h"

namespace topline {
namespace {

// Columns by their names. Of several tables in one call an analysis belongs to the one that has all
// of its columns.
class Resolver {
 public:
  Resolver(const Profile& profile, const Settings& settings)
      : profile_(profile), several_(settings.several_tables) {}

  /// The columns; empty where this table is not meant.
  Result<std::vector<uint32_t>> operator()(const std::vector<std::string>& names) const {
    std::vector<uint32_t> columns;
    for (const std::string& name : names) {
      const auto column = find_column(profile_, name);
      if (!column && several_ && column.error().code == Code::unknown_column) {
        return std::vector<uint32_t>();
      }
      if (!column) return tl::unexpected<Error>(column.error());
      columns.push_back(*column);
    }
    return columns;
  }

 private:
  const Profile& profile_;
  bool several_;
};

bool is_item(const ColumnPlan& column) {
  return column.role != Role::choice && column.role != Role::ranking && is_question(column.role) && column.scored();
}

Result<void> resolve_analyses(Declared& declared, const Resolver& resolve,
                              const Settings& settings) {
  for (const DriverChoice& choice : settings.drivers) {
    std::vector<std::string> names = {choice.outcome};
    names.insert(names.end(), choice.items.begin(), choice.items.end());
    const auto columns = resolve(names);
    if (!columns) return tl::unexpected<Error>(columns.error());
    if (columns->empty()) continue;
    declared.drivers.push_back({columns->front(), {columns->begin() + 1, columns->end()}});
  }
  for (const ScaleChoice& choice : settings.scales) {
    const auto columns = resolve(choice.items);
    if (!columns) return tl::unexpected<Error>(columns.error());
    if (!columns->empty()) declared.scales.push_back({choice.name, choice.kind, *columns});
  }
  return {};
}

Result<void> resolve_comments(Plan& plan, const Resolver& resolve, const Settings& settings) {
  if (settings.comments.column.empty()) return {};
  const auto columns = resolve({settings.comments.column});
  if (!columns) return tl::unexpected<Error>(columns.error());
  if (columns->empty()) return {};
  const uint32_t column = columns->front();
  if (plan.columns[column].role == Role::personal) {
    return fail(Code::comments_personal, {"", 0, column + 1}, {{"name", plan.columns[column].name}});
  }
  Declared::Comments comments{column, {}};
  for (uint32_t c = 0; c < plan.columns.size() && !comments.score; ++c) {
    if (plan.columns[c].role == Role::nps && plan.columns[c].scored()) comments.score = c;
  }
  plan.declared.comments = comments;
  return {};
}

Result<void> resolve_design(Declared& declared, const Resolver& resolve,
                            const Settings& settings) {
  std::vector<std::string> fpc;
  if (!settings.fpc.empty()) fpc.push_back(settings.fpc);
  for (const auto& [names, into] : {std::pair(&settings.strata, &declared.strata),
                                    std::pair(&settings.clusters, &declared.clusters),
                                    std::pair(&std::as_const(fpc), &declared.fpc)}) {
    auto columns = resolve(*names);
    if (!columns) return tl::unexpected<Error>(columns.error());
    *into = std::move(*columns);
  }
  for (const MarginChoice& choice : settings.margins) {
    const auto column = resolve({choice.column});
    if (!column) return tl::unexpected<Error>(column.error());
    if (column->empty()) continue;
    Declared::Margin margin{column->front(), {}};
    for (const auto& [category, target] : choice.targets) {
      margin.targets.emplace_back(fold(category), target);
    }
    declared.margins.push_back(std::move(margin));
  }
  return {};
}

void plan_quality(Plan& plan, const Settings& settings) {
  if (!settings.quality && settings.drop.empty()) return;
  plan.declared.quality = true;
  for (uint32_t c = 0; c < plan.columns.size(); ++c) {
    const ColumnPlan& column = plan.columns[c];
    if (is_item(column)) plan.declared.items.push_back(c);
    if (column.role == Role::duration && plan.declared.duration.empty()) {
      plan.declared.duration = {c};
    }
  }
}

// Who answered: to pair waves by, or to be found on a roster of the same call.
void plan_respondents(Plan& plan, const Settings& settings) {
  Declared& declared = plan.declared;
  declared.paired = settings.paired && plan.shape.wave != Shape::kNo;
  if (!declared.paired && !settings.several_tables) return;
  for (uint32_t c = 0; c < plan.columns.size() && declared.respondent.empty(); ++c) {
    if (plan.columns[c].role == Role::respondent_id) declared.respondent = {c};
  }
}

std::vector<uint32_t> frame_columns(const Plan& plan) {
  const Declared& declared = plan.declared;
  std::vector<uint32_t> columns;
  const auto take = [&columns](const std::vector<uint32_t>& some) {
    columns.insert(columns.end(), some.begin(), some.end());
  };
  for (const Declared::Driver& driver : declared.drivers) {
    columns.push_back(driver.outcome);
    take(driver.items);
  }
  for (const Declared::Scale& scale : declared.scales) take(scale.items);
  for (const std::vector<uint32_t>& items : declared.rankings) take(items);
  if (declared.comments) {
    columns.push_back(declared.comments->column);
    if (declared.comments->score) columns.push_back(*declared.comments->score);
  }
  take(declared.strata);
  take(declared.clusters);
  take(declared.fpc);
  for (const Declared::Margin& margin : declared.margins) columns.push_back(margin.column);
  take(declared.items);
  take(declared.duration);
  take(declared.respondent);
  if (declared.designed() || (declared.paired && !declared.respondent.empty())) {
    for (uint32_t c = 0; c < plan.columns.size(); ++c) {
      if (is_question(plan.columns[c].role) && plan.columns[c].scored()) columns.push_back(c);
    }
  }
  if (declared.designed() || !declared.scales.empty() || !declared.rankings.empty()) {
    take(plan.shape.by);
    take(plan.shape.cross);
  }
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  return columns;
}

}  // namespace

Result<void> plan_declared(Plan& plan, const Profile& profile, const Settings& settings) {
  if (plan.shape.kind != TableKind::survey || plan.summary) return {};
  const Resolver resolve(profile, settings);
  if (auto done = resolve_analyses(plan.declared, resolve, settings); !done) return done;
  if (auto done = resolve_design(plan.declared, resolve, settings); !done) return done;
  if (auto done = resolve_comments(plan, resolve, settings); !done) return done;
  plan.declared.rankings = find_rankings(plan.columns);
  plan_quality(plan, settings);
  plan_respondents(plan, settings);
  plan.shape.frame = frame_columns(plan);
  // A row of a frequency table is many people: none of them is dropped for what it shows.
  plan.shape.whole_rows = !settings.drop.empty() && plan.shape.frequency == Shape::kNo;
  return {};
}

}  // namespace topline
