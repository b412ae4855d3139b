// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/ledger_rows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/base/text.h"
#include "core/measure/cells.h"
#include "core/rollout/join.h"

namespace topline {
namespace {

// Rows grouped by a text of their code.
RowGroups group_codes(const std::vector<uint32_t>& codes, const std::vector<std::string>& texts,
                      std::string name) {
  std::map<std::string, std::string> shown;  // by folded text
  std::vector<std::string> folded;
  for (const std::string& text : texts) {
    folded.push_back(fold(text));
    const auto [at, is_new] = shown.emplace(folded.back(), text);
    if (!is_new) at->second = std::min(at->second, text);
  }
  std::vector<bool> used(texts.size());
  for (uint32_t code : codes) used[code] = true;
  RowGroups groups;
  groups.name = std::move(name);
  for (size_t code = 0; code < texts.size(); ++code) {
    if (used[code]) groups.values.push_back(shown[folded[code]]);
  }
  std::sort(groups.values.begin(), groups.values.end(), natural_less);
  groups.values.erase(std::unique(groups.values.begin(), groups.values.end()), groups.values.end());
  std::map<std::string, uint32_t> index;
  for (uint32_t i = 0; i < groups.values.size(); ++i) index[groups.values[i]] = i;
  std::vector<uint32_t> of_code(texts.size());
  for (size_t code = 0; code < texts.size(); ++code) {
    if (used[code]) of_code[code] = index[shown[folded[code]]];
  }
  for (uint32_t code : codes) groups.of_row.push_back(of_code[code]);
  return groups;
}

bool is_there(const std::vector<RowGroups>& groups, const std::string& name) {
  return std::any_of(groups.begin(), groups.end(),
                     [&](const RowGroups& one) { return fold(one.name) == fold(name); });
}

}  // namespace

RowsOnce rows_once(const Ledger& ledger, Field id) {
  RowsOnce once;
  const Ledger::Column* ids = ledger.find(id);
  std::set<Fingerprint>
      met;  // equal contents have equal ids; of such rows the first place comes first
  for (uint32_t row : ledger.canonical_order()) {
    const bool has_id = ids != nullptr && ids->codes[row] != TokenTable::kEmpty;
    if (has_id && !met.insert(ledger.contents(row)).second) {
      once.repeated.note(ledger.place(row));
    } else {
      once.rows.push_back(row);
    }
  }
  return once;
}

RowGroups group_by(const Ledger::Column& column, std::string name) {
  std::vector<std::string> texts;
  for (uint32_t code = 0; code < column.texts.size(); ++code) {
    texts.emplace_back(column.texts.text(code));
  }
  return group_codes(column.codes, texts, std::move(name));
}

RowGroups group_by_join(const Ledger::Column& column, const Ledger& other, Field key,
                        const Ledger::Column& text, std::string name) {
  std::map<std::string, std::string> text_of;
  for (const auto& [folded, rows] : rows_by(other, key)) {
    for (uint32_t row : rows) {
      const std::string found(text.texts.text(text.codes[row]));
      if (found.empty()) continue;
      const auto [at, is_new] = text_of.emplace(folded, found);
      if (!is_new) at->second = std::min(at->second, found);
    }
  }
  std::vector<std::string> texts;
  for (uint32_t code = 0; code < column.texts.size(); ++code) {
    const auto found = text_of.find(fold(column.texts.text(code)));
    texts.push_back(found == text_of.end() ? std::string() : found->second);
  }
  return group_codes(column.codes, texts, std::move(name));
}

std::vector<RowGroups> own_groups(const RolloutTable& table, const std::vector<Field>& fields) {
  std::vector<RowGroups> groups;
  for (Field field : fields) {
    const Ledger::Column* column = table.ledger().find(field);
    if (column != nullptr) groups.push_back(group_by(*column, std::string(field_info(field).name)));
  }
  for (const Ledger::Column& column : table.ledger().columns()) {
    if (column.source.field) continue;
    const std::string& name = table.plan->columns[column.source.column].name;
    if (!is_there(groups, name)) groups.push_back(group_by(column, name));
  }
  return groups;
}

void add_joined_groups(const RolloutTable& table, Field own_key, const RolloutTable& other,
                       Field other_key, const std::vector<Field>& fields,
                       std::vector<RowGroups>& groups) {
  const Ledger::Column* key = table.ledger().find(own_key);
  if (key == nullptr) return;
  for (const Ledger::Column& column : other.ledger().columns()) {
    const std::optional<Field> field = column.source.field;
    const bool asked = !field || std::find(fields.begin(), fields.end(), *field) != fields.end();
    if (!asked) continue;
    const std::string name = field ? std::string(field_info(*field).name)
                                   : other.plan->columns[column.source.column].name;
    if (is_there(groups, name)) continue;
    groups.push_back(group_by_join(*key, other.ledger(), other_key, column, name));
  }
}

const RolloutTable* join_best(const Rollout& rollout, const RolloutTable& table, Field own_key,
                              TableKind kind, Field key, std::string name,
                              RolloutResults& results) {
  if (!table.ledger().has(own_key)) return nullptr;
  const std::vector<std::string> own = keys_of(table.ledger(), own_key);
  const RolloutTable* best = nullptr;
  Join best_join;
  for (const RolloutTable* other : rollout.of(kind)) {
    Join join = match_keys(table, own, *other, keys_of(other->ledger(), key), name);
    if (join.matched == 0 || (best != nullptr && join.matched <= best_join.matched)) continue;
    best = other;
    best_join = std::move(join);
  }
  if (best != nullptr) results.joins.push_back(std::move(best_join));
  return best;
}

Where where_of(const RolloutTable& table, const Place& place) {
  return {table.tally->inputs[place.input].name, place.line};
}

Cell cell_of(const RowGroups& groups, size_t group) {
  return {{{groups.name, groups.values[group]}}, std::nullopt};
}

}  // namespace topline
