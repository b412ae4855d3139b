// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/account_rows.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/base/text.h"
#include "core/rollout/order_measures.h"
#include "core/rollout/stages.h"

namespace topline {
namespace {

template <size_t N>
bool has_any(std::string_view folded, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return has_word(folded, word); });
}

// Was a customer lost whose flag says `text`? Words tell by themselves; yes and no by the header:
// "active: no" is lost, "churned: no" is not.
std::optional<bool> lost_by_flag(std::string_view text, std::string_view header) {
  static constexpr std::array<std::string_view, 7> kStays = {
      "not churned", "retained", "active", "current", "未流失", "在用", "合作中"};
  static constexpr std::array<std::string_view, 12> kLost = {
      "churned",    "churn",  "lost", "cancelled", "canceled", "inactive",
      "terminated", "former", "流失", "终止",      "解约",     "注销"};
  const std::string folded = fold(text);
  if (folded.empty()) return std::nullopt;
  if (folded == "not active" || folded == "非活跃") return true;
  if (has_any(folded, kStays)) return false;
  if (has_any(folded, kLost)) return true;
  const auto said = yes_or_no(folded);
  if (!said) return std::nullopt;
  const std::string asked = fold(header);
  const bool about_staying = has_word(asked, "active") || has_word(asked, "有效") ||
                             has_word(asked, "status") || has_word(asked, "状态");
  return about_staying ? !*said : *said;
}

}  // namespace

Accounts::Accounts(const Rollout& rollout, const RolloutTable& table)
    : rollout_(rollout), ledger_(table.ledger()) {
  std::set<std::pair<std::string, Fingerprint>> met;
  const bool keyed = ledger_.has(Field::accounts_customer);
  std::string header;
  for (const FieldColumn& field : table.plan->shape.fields) {
    if (field.field == Field::accounts_churned) header = table.plan->columns[field.column].name;
  }
  for (uint32_t row : ledger_.canonical_order()) {
    const std::string key = fold(ledger_.text(row, Field::accounts_customer));
    if (keyed && !key.empty() && !met.insert({key, ledger_.contents(row)}).second) {
      ++duplicates_;
      continue;
    }
    rows_.push_back(row);
    lost_.push_back(lost(row, header));
  }
}

std::optional<Day> Accounts::stays_until(size_t k) const {
  const auto end = day(rows_[k], Field::accounts_end);
  if (end && *end <= rollout_.as_of) return end;
  if (lost_[k] == true) return std::nullopt;  // lost, but when?
  return rollout_.as_of;
}

std::optional<Day> Accounts::day(uint32_t row, Field field) const {
  const auto moment = ledger_.moment(row, field);
  return moment ? std::optional<Day>(day_of_second(*moment)) : std::nullopt;
}

std::optional<bool> Accounts::lost(uint32_t row, const std::string& header) const {
  if (ledger_.has(Field::accounts_churned)) {
    const auto said = lost_by_flag(ledger_.text(row, Field::accounts_churned), header);
    if (said) return said;
  }
  if (!ledger_.has(Field::accounts_end)) return std::nullopt;
  const auto end = day(row, Field::accounts_end);
  return end && *end <= rollout_.as_of;
}

std::optional<Lifespans> account_lifespans(const Rollout& rollout) {
  Lifespans spans;
  for (const RolloutTable* table : rollout.of(TableKind::accounts)) {
    if (!table->ledger().has(Field::accounts_start)) continue;
    const Accounts accounts(rollout, *table);
    if (!accounts.tells_loss()) continue;
    for (size_t k = 0; k < accounts.rows().size(); ++k) {
      const auto start = accounts.start(k);
      const auto until = accounts.stays_until(k);
      if (!start || !until || *until < *start) continue;
      spans.total += static_cast<double>(*until - *start);
      ++spans.customers;
    }
  }
  if (spans.customers == 0) return std::nullopt;
  return spans;
}

}  // namespace topline
