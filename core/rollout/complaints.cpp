// SPDX-License-Identifier: Apache-2.0

// Complaints that wait for an answer, the most pressing first: importance of the customer ×
// severity × age. Tickets are named by their numbers, never by the people who wrote them.

#include <algorithm>
#include <map>
#include <string>

#include "core/base/text.h"
#include "core/rollout/join.h"
#include "core/rollout/service.h"
#include "core/rollout/ticket_words.h"

namespace topline {
namespace {

constexpr size_t kMostListed = 20;
constexpr int kOrdinary = 2;  // an importance or severity that isn't told

struct Complaint {
  std::string ticket;
  Place place;
  double score = 0, importance = kOrdinary, severity = kOrdinary, age_days = 0;
};

// How important each customer is, by the accounts that name one; the highest where several do.
std::map<std::string, int> importance_by_customer(const Rollout& rollout,
                                                  const ServiceTickets& tickets,
                                                  RolloutResults& results) {
  std::map<std::string, int> importance;
  if (!tickets.ledger().has(Field::tickets_customer)) return importance;
  for (const RolloutTable* accounts : rollout.of(TableKind::accounts)) {
    const Ledger& ledger = accounts->ledger();
    if (!ledger.has(Field::accounts_importance) || ledger.over_limit) continue;
    for (const auto& [customer, rows] : rows_by(ledger, Field::accounts_customer)) {
      for (uint32_t row : rows) {
        const auto rank = importance_rank(ledger.text(row, Field::accounts_importance));
        if (!rank) continue;
        int& known = importance[customer];
        known = std::max(known, *rank);
      }
    }
    results.joins.push_back(
        match_keys(*tickets.table, keys_of(tickets.ledger(), Field::tickets_customer), *accounts,
                   keys_of(ledger, Field::accounts_customer), "customer"));
  }
  return importance;
}

}  // namespace

void measure_complaints(const Rollout& rollout, const ServiceTickets& tickets,
                        RolloutResults& results) {
  const RolloutTable& table = *tickets.table;
  const Ledger& ledger = tickets.ledger();
  const bool typed = ledger.has(Field::tickets_type);
  const std::map<std::string, int> importance = importance_by_customer(rollout, tickets, results);
  std::vector<Complaint> open;
  uint64_t all = 0, no_importance = 0, no_severity = 0, no_start = 0;
  for (uint32_t row : tickets.rows) {
    if (typed && !is_complaint(ledger.text(row, Field::tickets_type))) continue;
    const auto start = ledger.moment(
        row, tickets.opened_known ? Field::tickets_opened : Field::tickets_first_response);
    ++all;
    if (is_finished(tickets, row)) continue;
    Complaint complaint;
    complaint.ticket = std::string(ledger.text(row, Field::tickets_ticket));
    complaint.place = ledger.place(row);
    const auto known = importance.find(fold(ledger.text(row, Field::tickets_customer)));
    no_importance += known == importance.end();
    if (known != importance.end()) complaint.importance = known->second;
    const auto severity = severity_rank(ledger.text(row, Field::tickets_severity));
    no_severity += !severity;
    complaint.severity = severity.value_or(kOrdinary);
    no_start += !start;
    if (start) complaint.age_days = static_cast<double>(rollout.now() - *start) / 86400;
    complaint.score = complaint.importance * complaint.severity * complaint.age_days;
    open.push_back(std::move(complaint));
  }
  if (typed && all == 0) {
    results.add_absent(MeasureId::complaints, table, "no_complaint_type");
    return;
  }
  Measure& measure = results.add(MeasureId::complaints, table);
  measure.value = static_cast<double>(open.size());
  measure.n = all;
  measure.method = typed ? "complaints" : "all_tickets";
  measure.parts = {{"open", open.size()}, {"closed", all - open.size()}};
  const auto note = [&](uint64_t count, const char* name) {
    if (count == 0) return;
    measure.parts.emplace_back(name, count);
    measure.notes.push_back(name);
  };
  note(no_importance, "importance_unknown");
  note(no_severity, "severity_unknown");
  note(no_start, "age_unknown");
  std::sort(open.begin(), open.end(), [](const Complaint& a, const Complaint& b) {
    return a.score != b.score     ? a.score > b.score
           : a.ticket != b.ticket ? a.ticket < b.ticket
                                  : a.place < b.place;
  });
  if (open.size() > kMostListed) open.resize(kMostListed);
  for (size_t rank = 0; rank < open.size(); ++rank) {
    const Complaint& complaint = open[rank];
    Measure& one = results.add(MeasureId::complaints, table);
    one.option =
        complaint.ticket.empty() ? "#" + std::to_string(complaint.place.line) : complaint.ticket;
    one.value = complaint.score;
    one.unit = "score";
    one.figures = {{"rank", static_cast<double>(rank + 1)},
                   {"importance", complaint.importance},
                   {"severity", complaint.severity},
                   {"age_days", complaint.age_days},
                   {"line", static_cast<double>(complaint.place.line)}};
  }
}

}  // namespace topline
