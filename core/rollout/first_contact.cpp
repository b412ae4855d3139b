// SPDX-License-Identifier: Apache-2.0

// First-contact resolution: by a flag of the table, else by how often somebody was in touch.

#include <algorithm>

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/profile/date.h"
#include "core/rollout/service.h"
#include "core/rollout/stages.h"

namespace topline {
namespace {

constexpr int64_t kReopenedWithin = 7 * 86400;

// "yes", a count, or a date no later than a week after the ticket was resolved.
bool was_reopened(const Ledger& ledger, uint32_t row, DateOrder order) {
  const std::string_view text = ledger.text(row, Field::tickets_reopened);
  if (text.empty()) return false;
  if (const auto yes = yes_or_no(text)) return *yes;
  if (const auto times = parse_number(text)) return *times > 0;
  const auto when = parse_moment(text, order);
  const auto resolved = ledger.moment(row, Field::tickets_resolved);
  if (!when || !resolved) return when.has_value();
  return int64_t{when->day} * 86400 + when->second - *resolved <= kReopenedWithin;
}

// The order that all dates of the texts allow; day first where nothing tells.
DateOrder order_of_texts(const Ledger& ledger) {
  const Ledger::Column* column = ledger.find(Field::tickets_reopened);
  if (column == nullptr) return DateOrder::ymd;
  unsigned orders = 7;
  for (uint32_t code = 1; code < column->texts.size(); ++code) {
    if (const unsigned possible = possible_orders(column->texts.text(code))) orders &= possible;
  }
  return orders & 1 ? DateOrder::ymd : orders & 4 ? DateOrder::dmy : DateOrder::mdy;
}

}  // namespace

void measure_first_contact(const ServiceTickets& tickets, RolloutResults& results) {
  const RolloutTable& table = *tickets.table;
  const Ledger& ledger = tickets.ledger();
  const bool flag = ledger.has(Field::tickets_first_contact);
  if (!flag && !ledger.has(Field::tickets_contacts)) {
    results.add_absent(MeasureId::fcr, table, "no_contacts");
    return;
  }
  const DateOrder order = order_of_texts(ledger);
  const auto add = [&](const Cell& cell, const std::vector<uint32_t>& rows) {
    uint64_t base = 0, first = 0, unknown = 0;
    for (uint32_t row : rows) {
      if (flag) {
        const auto yes = yes_or_no(ledger.text(row, Field::tickets_first_contact));
        unknown += !yes;
        base += yes.has_value();
        first += yes.value_or(false);
      } else if (is_finished(tickets, row)) {
        const auto contacts = ledger.amount(row, Field::tickets_contacts);
        unknown += !contacts;
        base += contacts.has_value();
        first += contacts == Int128{kFixedOne} && !was_reopened(ledger, row, order);
      }
    }
    Measure& measure = results.add(MeasureId::fcr, table, cell);
    measure.method = flag ? "flag" : "contacts";
    measure.n = base;
    measure.parts = {{"first_contact", first}, {"known", base}, {"unknown", unknown}};
    if (!flag && !ledger.has(Field::tickets_reopened)) measure.notes.push_back("reopening_unknown");
    if (base == 0) {
      measure.census = false;
      measure.why = "no_tickets_known";
      return;
    }
    measure.value = 100 * static_cast<double>(first) / static_cast<double>(base);
    measure.headline = cell == Cell{};
  };
  add({}, tickets.rows);
  for (const RowGroup& group : tickets.groups) add(group.cell, group.rows);
  if (!flag) return;
  Noted unknown;
  for (uint32_t row : tickets.rows) {
    const std::string_view text = ledger.text(row, Field::tickets_first_contact);
    if (!text.empty() && !yes_or_no(text)) unknown.note(ledger.place(row));
  }
  if (unknown.count > 0) {
    results.find(
        table, Code::unknown_words, Severity::warning, unknown.count,
        {{"name", header_of(table, Field::tickets_first_contact)}, {"known", "yes, no; 是, 否"}},
        where_of(table, unknown.first));
  }
}

}  // namespace topline
