// SPDX-License-Identifier: Apache-2.0

// Sales per rep. Whoever sold nothing counts: over those who sold alone a team looks better the
// fewer of it sell.

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "core/base/text.h"
#include "core/rollout/pipeline_parts.h"

namespace topline {
namespace {

struct Rep {
  bool on_roster = false;
  std::string team, manager;
  uint64_t deals = 0;
  uint64_t won = 0;
  Int128 amount = 0;
};

bool sells(std::string_view role) {
  static constexpr std::string_view kWords[] = {
      "sales", "rep",   "seller", "salesperson", "account executive", "bdr",
      "sdr",   "agent", "销售",   "业务员",      "客户经理",          "商务"};
  const std::string folded = fold(role);
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return has_word(folded, word); });
}

// Owners with their deals, by folded name.
std::map<std::string, Rep> owners_of(const PipelineView& view) {
  std::map<std::string, Rep> reps;
  for (const Deal& deal : view.read.deals) {
    const std::string name = fold(view.table.ledger().text(deal.row, Field::pipeline_owner));
    if (name.empty()) continue;
    Rep& rep = reps[name];
    ++rep.deals;
    if (!deal.is_won()) continue;
    ++rep.won;
    if (deal.amount) rep.amount += *deal.amount;
  }
  return reps;
}

// Adds the roster's people: where its roles tell who sells, those and whoever owns a deal; else
// all.
void add_roster(const Ledger& roster, std::map<std::string, Rep>& reps) {
  bool roles_tell = false;
  for (uint32_t row = 0; row < roster.rows(); ++row) {
    roles_tell |= sells(roster.text(row, Field::roster_role));
  }
  for (uint32_t row : roster.canonical_order()) {
    const std::string name = fold(roster.text(row, Field::roster_user));
    if (name.empty()) continue;
    const bool is_rep = !roles_tell || sells(roster.text(row, Field::roster_role));
    const auto at = is_rep ? reps.try_emplace(name).first : reps.find(name);
    if (at == reps.end()) continue;
    Rep& rep = at->second;
    if (rep.on_roster) continue;
    rep.on_roster = true;
    rep.team = roster.text(row, Field::roster_team);
    rep.manager = roster.text(row, Field::roster_manager);
  }
}

void add_per_rep(const PipelineView& view, Cell cell, const std::vector<const Rep*>& reps,
                 const std::string& currency, RolloutResults& results) {
  if (reps.empty()) return;
  Int128 amount = 0;
  uint64_t with_deals = 0, won = 0;
  for (const Rep* rep : reps) {
    amount += rep->amount;
    won += rep->won;
    with_deals += rep->deals > 0;
  }
  const double total = to_double(amount) / static_cast<double>(kFixedOne);
  const bool everyone = cell == Cell{};
  Measure& measure = results.add(MeasureId::sales_per_rep, view.table, std::move(cell));
  measure.value = total / static_cast<double>(reps.size());
  measure.unit = currency.empty() ? "money" : currency;
  measure.method = view.roster != nullptr ? "roster" : "owners";
  measure.n = reps.size();
  measure.parts = {
      {"with_deals", with_deals}, {"without_deals", reps.size() - with_deals}, {"won", won}};
  if (with_deals > 0) {
    measure.figures = {{"per_rep_with_deals", total / static_cast<double>(with_deals)}};
  }
  measure.headline = everyone;
}

// The reps of each text of `name`, as a break-down.
void add_by(const PipelineView& view, const std::vector<const Rep*>& reps, const char* name,
            std::string Rep::*text, const std::string& currency, RolloutResults& results) {
  std::map<std::string, std::vector<const Rep*>> by_key;
  for (const Rep* rep : reps) by_key[fold(rep->*text)].push_back(rep);
  if (by_key.size() > kMostGroups || (by_key.size() == 1 && by_key.begin()->first.empty())) return;
  for (const auto& [key, members] : by_key) {
    std::string shown = members[0]->*text;
    for (const Rep* rep : members) shown = std::min(shown, rep->*text);
    add_per_rep(view, {{{name, shown}}, std::nullopt}, members, currency, results);
  }
}

}  // namespace

void measure_reps(const PipelineView& view, RolloutResults& results) {
  const RolloutTable& table = view.table;
  if (!table.ledger().has(Field::pipeline_owner)) {
    return results.add_absent(MeasureId::sales_per_rep, table, "no_owner_column");
  }
  if (!table.ledger().has(Field::pipeline_amount)) {
    return results.add_absent(MeasureId::sales_per_rep, table, "no_amount_column");
  }
  std::map<std::string, Rep> all = owners_of(view);
  if (view.roster != nullptr) add_roster(view.roster->ledger(), all);
  std::vector<const Rep*> reps;
  std::set<std::string> strangers;
  uint64_t without_deals = 0;
  for (const auto& [name, rep] : all) {
    if (view.roster != nullptr && !rep.on_roster) {
      strangers.insert(name);
    } else {
      reps.push_back(&rep);
      without_deals += rep.deals == 0;
    }
  }
  const std::string currency = table.currency(Field::pipeline_amount);
  add_per_rep(view, {}, reps, currency, results);
  if (view.roster == nullptr) return;
  add_by(view, reps, "team", &Rep::team, currency, results);
  add_by(view, reps, "manager", &Rep::manager, currency, results);
  if (without_deals > 0) {
    results.find(table, Code::reps_without_deals, Severity::info, without_deals,
                 {{"total", std::to_string(reps.size())}});
  }
  if (strangers.empty()) return;
  Noted noted;
  for (const Deal& deal : view.read.deals) {
    if (strangers.count(fold(table.ledger().text(deal.row, Field::pipeline_owner))) != 0) {
      noted.note(table.ledger().place(deal.row));
    }
  }
  results.find(table, Code::owners_not_on_roster, Severity::warning, noted.count,
               {{"owners", std::to_string(strangers.size())},
                {"roster", view.roster->tally->inputs[0].name}},
               where_of(table, noted.first));
}

}  // namespace topline
