// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/join.h"

#include <algorithm>

#include "core/base/text.h"

namespace topline {

std::map<std::string, std::vector<uint32_t>> rows_by(const Ledger& ledger, Field field) {
  std::map<std::string, std::vector<uint32_t>> rows;
  const Ledger::Column* column = ledger.find(field);
  if (column == nullptr) return rows;
  std::vector<std::vector<uint32_t>*> of_code(column->texts.size());
  for (uint32_t row = 0; row < ledger.rows(); ++row) {
    const uint32_t code = column->codes[row];
    if (code == TokenTable::kEmpty) continue;
    if (of_code[code] == nullptr) of_code[code] = &rows[fold(column->texts.text(code))];
    of_code[code]->push_back(row);
  }
  return rows;
}

std::vector<std::string> keys_of(const Ledger& ledger, Field field) {
  std::vector<std::string> keys;
  if (const Ledger::Column* column = ledger.find(field)) {
    for (uint32_t code = 1; code < column->texts.size(); ++code) {
      keys.push_back(fold(column->texts.text(code)));
    }
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

Join match_keys(const RolloutTable& left, const std::vector<std::string>& left_keys,
                const RolloutTable& right, const std::vector<std::string>& right_keys,
                std::string key) {
  Join join;
  join.left = left.index;
  join.right = right.index;
  join.key = std::move(key);
  join.left_keys = left_keys.size();
  join.right_keys = right_keys.size();
  size_t l = 0, r = 0;
  const auto keep = [](std::vector<std::string>& names, const std::string& name) {
    if (names.size() < Join::kMostNames) names.push_back(name);
  };
  while (l < left_keys.size() || r < right_keys.size()) {
    if (r == right_keys.size() || (l < left_keys.size() && left_keys[l] < right_keys[r])) {
      keep(join.left_only, left_keys[l++]);
    } else if (l == left_keys.size() || right_keys[r] < left_keys[l]) {
      keep(join.right_only, right_keys[r++]);
    } else {
      ++join.matched;
      ++l;
      ++r;
    }
  }
  return join;
}

}  // namespace topline
