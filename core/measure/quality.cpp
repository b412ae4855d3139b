// SPDX-License-Identifier: Apache-2.0
#include "core/measure/quality.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>

#include "core/base/text.h"
#include "core/measure/near_duplicates.h"
#include "core/stats/quantile.h"

namespace topline {
namespace {

constexpr size_t kFewestAlike = 5;
constexpr double kSpeed = 1.0 / 3;
constexpr double kComplete = 0.8;
constexpr size_t kFewestItems = 5;  // a part of fewer says little

// Columns of items with the same scale, five or more of them.
std::vector<std::vector<uint32_t>> grids_of(const Plan& plan) {
  std::map<std::pair<int, int>, std::vector<uint32_t>> by_scale;
  for (uint32_t column : plan.declared.items) {
    if (const auto& scale = plan.columns[column].scale) {
      by_scale[{scale->low, scale->high}].push_back(column);
    }
  }
  std::vector<std::vector<uint32_t>> grids;
  for (auto& [scale, columns] : by_scale) {
    if (columns.size() >= kFewestAlike) grids.push_back(std::move(columns));
  }
  return grids;
}

// "95", "95 s", "95秒", "1:35", "0:01:35" as seconds; NaN for other texts.
double seconds_in(std::string_view text) {
  text = trim(text);
  double seconds = 0;
  for (size_t at = 0;;) {
    const size_t colon = std::min(text.find(':', at), text.size());
    size_t end = at;
    while (end < colon && ((text[end] >= '0' && text[end] <= '9') || text[end] == '.')) ++end;
    const auto part = parse_number(text.substr(at, end - at));
    if (!part) return std::numeric_limits<double>::quiet_NaN();
    seconds = 60 * seconds + *part;
    if (colon == text.size()) return seconds;
    at = colon + 1;
  }
}

QualityCheck find_speeders(const FrameRows& rows, const Plan& plan, double& median) {
  QualityCheck check{"speeders", !plan.declared.duration.empty()};
  if (!check.possible) return check;
  const std::vector<double> seconds = rows.values(plan.declared.duration[0], seconds_in);
  std::vector<double> known;
  std::copy_if(seconds.begin(), seconds.end(), std::back_inserter(known),
               [](double s) { return !std::isnan(s); });
  std::sort(known.begin(), known.end());
  check.possible = !known.empty();
  if (!check.possible) return check;
  median = stats::quantile(known, 0.5);
  for (size_t row = 0; row < seconds.size(); ++row) {
    if (seconds[row] < kSpeed * median) check.rows.push_back(row);
  }
  return check;
}

}  // namespace

Quality check_quality(const FrameRows& rows, const Plan& plan) {
  Quality quality;
  std::vector<uint32_t> needed = plan.declared.items;
  needed.insert(needed.end(), plan.declared.duration.begin(), plan.declared.duration.end());
  quality.why = rows.why_absent(needed);
  if (!quality.why.empty()) return quality;
  quality.checked = rows.size();
  quality.items = plan.declared.items.size();
  std::map<uint32_t, std::vector<double>> scores;
  for (uint32_t column : plan.declared.items) scores[column] = rows.scores(column);

  const auto grids = grids_of(plan);
  QualityCheck straight{"straightliners", !grids.empty()};
  for (const auto& grid : grids) {
    quality.most_alike = std::max<uint64_t>(quality.most_alike, grid.size());
  }
  QualityCheck partial{"partials", quality.items >= kFewestItems};
  for (size_t row = 0; row < rows.size(); ++row) {
    const bool is_straight = std::any_of(grids.begin(), grids.end(), [&](const auto& grid) {
      const double first = scores[grid[0]][row];
      return std::all_of(grid.begin(), grid.end(),
                         [&](uint32_t column) { return scores[column][row] == first; });
    });
    if (is_straight) straight.rows.push_back(row);
    size_t answered = 0;
    for (const auto& [column, values] : scores) answered += !std::isnan(values[row]);
    if (static_cast<double>(answered) < kComplete * static_cast<double>(quality.items)) {
      partial.rows.push_back(row);
    }
  }
  quality.checks.push_back(std::move(straight));
  quality.checks.push_back(find_speeders(rows, plan, quality.median_seconds));
  QualityCheck alike{"near_duplicates", quality.items >= kFewestForDuplicates};
  if (alike.possible) {
    std::vector<std::vector<double>> columns;
    for (auto& [column, values] : scores) columns.push_back(std::move(values));
    alike.rows = near_duplicates(columns);
  }
  quality.checks.push_back(std::move(alike));
  quality.checks.push_back(std::move(partial));
  return quality;
}

std::set<Place> flagged_places(const Quality& quality, const FrameRows& rows,
                               const std::vector<std::string>& kinds) {
  std::set<Place> places;
  for (const QualityCheck& check : quality.checks) {
    if (std::find(kinds.begin(), kinds.end(), check.kind) == kinds.end()) continue;
    for (size_t row : check.rows) places.insert(rows.place(row));
  }
  return places;
}

std::vector<Finding> quality_findings(const Quality& quality) {
  std::vector<Finding> findings;
  if (!quality.why.empty()) return {{Code::quality_unchecked, Severity::warning, {}, 1, {}}};
  const auto say = [&](Code code, const QualityCheck& check, Code without, Params params) {
    if (!check.possible) {
      findings.push_back({without, Severity::info, {}, 1, {}});
      return;
    }
    params.emplace_back("rows", std::to_string(quality.checked));
    params.emplace_back("flag", "--drop " + check.kind);
    findings.push_back({code, check.rows.empty() ? Severity::info : Severity::warning, {},
                        check.rows.size(), std::move(params)});
  };
  if (quality.checks.size() != 4) return findings;
  say(Code::straightliners, quality.checks[0], Code::no_grid,
      {{"items", std::to_string(quality.most_alike)}});
  say(Code::speeders, quality.checks[1], Code::no_duration,
      {{"median", format_number(quality.median_seconds)},
       {"limit", format_number(std::floor(10 * quality.median_seconds * kSpeed) / 10)}});
  say(Code::near_duplicates, quality.checks[2], Code::few_items_alike,
      {{"items", std::to_string(quality.items)}});
  if (!quality.checks[3].possible) return findings;  // too few items: said of the others
  say(Code::partials, quality.checks[3], Code::few_items_alike,
      {{"items", std::to_string(quality.items)}});
  return findings;
}

}  // namespace topline
