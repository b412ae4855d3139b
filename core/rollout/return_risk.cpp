// SPDX-License-Identifier: Apache-2.0

// How sure the return is, given ranges of the benefits: what each alone does to it, and how often
// it is negative when all are drawn.

#include <algorithm>
#include <map>

#include "core/rollout/money.h"
#include "core/stats/monte_carlo.h"
#include "core/stats/tornado.h"

namespace topline {
namespace {

constexpr uint64_t kDraws = 10'000;
constexpr std::string_view kAsEntered = "as_entered_independent";

// One range per item: its rows, such as the years, go up and down together.
struct Range {
  MoneySum low, mode, high;
};

std::vector<stats::UncertainInput> ranges_of(const std::vector<Benefit>& benefits) {
  std::map<std::string, Range> by_item;
  for (const Benefit& benefit : benefits) {
    Range& range = by_item[benefit.item];
    range.low.add(benefit.low);
    range.mode.add(benefit.mode);
    range.high.add(benefit.high);
  }
  std::vector<stats::UncertainInput> inputs;
  for (const auto& [item, range] : by_item) {
    const auto low = range.low.total(), mode = range.mode.total(), high = range.high.total();
    if (!low || !mode || !high) return {};
    inputs.push_back({item, money(*low), money(*mode), money(*high)});
  }
  return inputs;
}

bool is_uncertain(const stats::UncertainInput& input) { return input.low < input.high; }

}  // namespace

void measure_return_risk(const Project& project, const Settings& settings,
                         RolloutResults& results) {
  const std::vector<stats::UncertainInput> inputs = ranges_of(project.benefits);
  if (std::none_of(inputs.begin(), inputs.end(), is_uncertain)) return;
  const RolloutTable& table = *project.benefit_table;
  MoneySum costs;
  for (const Entry& entry : project.costs) costs.add(entry.amount);
  const char* why = project.mixed_currencies ? "mixed_currencies"
                    : !costs.fits()          ? "money_overflow"
                    : *costs.total() <= 0    ? "no_cost"
                                             : nullptr;
  if (why != nullptr) return results.add_absent(MeasureId::roi_risk, table, why);
  const double cost = money(*costs.total());
  const stats::OutcomeOf outcome = [cost](std::span<const double> values) {
    double benefit = 0;
    for (const double value : values) benefit += value;
    return 100 * ((benefit - cost) / cost);
  };

  if (const auto drawn = stats::simulate(inputs, outcome, kDraws, settings.seed)) {
    Measure& risk = results.add(MeasureId::roi_risk, table);
    risk.census = false;
    risk.method = "monte_carlo";
    set_or_absent(risk, 100 * drawn->below_zero, "money_overflow");
    risk.parts = {{"draws", drawn->draws}};
    risk.figures = {
        {"p10", drawn->p10}, {"p50", drawn->p50}, {"p90", drawn->p90}, {"mean", drawn->mean}};
    risk.notes.emplace_back(kAsEntered);
  }
  const auto tornado = stats::tornado(inputs, outcome);
  if (!tornado) return;
  size_t shown = 0;
  for (const stats::TornadoBar& bar : tornado->bars) {
    if (!is_uncertain(inputs[bar.input]) || shown++ == kMostItems) continue;
    Measure& swing = results.add(MeasureId::roi_swing, table);
    swing.census = false;
    swing.option = inputs[bar.input].name;
    set_or_absent(swing, bar.swing, "money_overflow");
    swing.figures = {{"low", bar.at_low}, {"high", bar.at_high}, {"mode", tornado->at_mode}};
    swing.notes.emplace_back(kAsEntered);
  }
}

}  // namespace topline
