// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/receivable_rows.h"

#include "core/rollout/periods.h"

namespace topline {
namespace {

std::optional<Day> day_in(const Ledger& ledger, uint32_t row, Field field) {
  const auto moment = ledger.moment(row, field);
  return moment ? std::optional<Day>(day_of_second(*moment)) : std::nullopt;
}

}  // namespace

Receivables read_receivables(const Rollout& rollout, const RolloutTable& table) {
  const Ledger& ledger = table.ledger();
  const RowsOnce once = rows_once(ledger, Field::receivables_invoice);
  Receivables read;
  read.repeated = once.repeated;
  for (uint32_t row : once.rows) {
    const std::optional<Int128> amount = ledger.amount(row, Field::receivables_amount);
    Receivable one{row,
                   amount.value_or(0),
                   0,
                   day_in(ledger, row, Field::receivables_issued),
                   day_in(ledger, row, Field::receivables_due),
                   std::nullopt};
    if (one.amount <= 0 || !one.due) read.unreadable.note(ledger.place(row));
    const bool later = one.issued && *one.issued > rollout.as_of;
    if (one.amount <= 0 || later) continue;
    const std::optional<Day> paid_day = day_in(ledger, row, Field::receivables_paid);
    if (!paid_day || *paid_day <= rollout.as_of) {
      const std::optional<Int128> paid = ledger.amount(row, Field::receivables_paid_amount);
      one.paid = paid ? (*paid > 0 ? *paid : 0) : paid_day ? one.amount : 0;
      if (one.paid > 0) one.paid_day = paid_day;
    }
    read.rows.push_back(one);
  }
  return read;
}

}  // namespace topline
