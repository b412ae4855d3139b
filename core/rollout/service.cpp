// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/service.h"

#include <algorithm>
#include <map>

#include "core/rollout/ticket_words.h"

namespace topline {
namespace {

bool said_closed(const Ledger& ledger, uint32_t row) {
  return is_closed(ledger.text(row, Field::tickets_status)).value_or(false);
}

// The first moment that the table has of a ticket.
std::optional<int64_t> began(const ServiceTickets& tickets, uint32_t row) {
  return tickets.ledger().moment(
      row, tickets.opened_known ? Field::tickets_opened : Field::tickets_first_response);
}

// A ticket that was resolved before anybody answered it is as impossible as one resolved before it
// was opened.
void read_times(const Rollout& rollout, ServiceTickets& tickets) {
  const Ledger& ledger = tickets.ledger();
  const int64_t now = rollout.now();
  tickets.opened_known = ledger.has(Field::tickets_opened);
  const SpanReader response(ledger, Field::tickets_opened, Field::tickets_first_response, now);
  const SpanReader resolution(
      ledger, tickets.opened_known ? Field::tickets_opened : Field::tickets_first_response,
      Field::tickets_resolved, now);
  const SpanReader after_response(ledger, Field::tickets_first_response, Field::tickets_resolved,
                                  now);
  if (response.complete()) tickets.response.resize(ledger.rows());
  if (resolution.complete()) tickets.resolution.resize(ledger.rows());
  const auto is_later = [&](uint32_t row) { return began(tickets, row).value_or(now - 1) >= now; };
  tickets.rows.erase(std::remove_if(tickets.rows.begin(), tickets.rows.end(), is_later),
                     tickets.rows.end());
  for (uint32_t row : tickets.rows) {
    const bool closed = said_closed(ledger, row);
    if (resolution.complete()) {
      Span& span = tickets.resolution[row] = resolution.at(row, closed);
      const bool backwards = tickets.opened_known && after_response.complete() &&
                             after_response.at(row, closed).kind == Span::Kind::impossible;
      if (backwards && span.kind == Span::Kind::finished) span.kind = Span::Kind::impossible;
    }
    if (response.complete()) {
      const bool resolved = ledger.moment(row, Field::tickets_resolved).has_value();
      tickets.response[row] = response.at(row, closed || resolved);
    }
  }
}

void group_by_direction(const ServiceTickets& tickets, RolloutResults& results,
                        std::vector<RowGroup>& groups) {
  const Ledger& ledger = tickets.ledger();
  std::map<Direction, std::vector<uint32_t>> by_direction;
  Noted unknown;
  for (uint32_t row : tickets.rows) {
    const std::string_view text = ledger.text(row, Field::tickets_direction);
    if (const auto direction = direction_of(text)) {
      by_direction[*direction].push_back(row);
    } else if (!text.empty()) {
      unknown.note(ledger.place(row));
    }
  }
  for (auto& [direction, rows] : by_direction) {
    groups.push_back({Cell{{{"direction", std::string(direction_name(direction))}}, std::nullopt},
                      std::move(rows)});
  }
  if (unknown.count > 0) {
    results.find(*tickets.table, Code::unknown_words, Severity::warning, unknown.count,
                 {{"name", header_of(*tickets.table, Field::tickets_direction)},
                  {"known", "external, internal; 客户, 部门"}},
                 where_of(*tickets.table, unknown.first));
  }
}

void group_by_wave(const Rollout& rollout, const ServiceTickets& tickets,
                   std::vector<RowGroup>& groups) {
  std::map<std::string, std::vector<uint32_t>> by_wave;
  for (uint32_t row : tickets.rows) {
    const auto start = began(tickets, row);
    if (start) by_wave[wave_at(rollout, *start)].push_back(row);
  }
  for (auto& [wave, rows] : by_wave) groups.push_back({Cell{{}, wave}, std::move(rows)});
}

void say_impossible(const ServiceTickets& tickets, RolloutResults& results) {
  const Ledger& ledger = tickets.ledger();
  Noted impossible;
  for (uint32_t row : tickets.rows) {
    const auto is_impossible = [&](const std::vector<Span>& spans) {
      return !spans.empty() && spans[row].kind == Span::Kind::impossible;
    };
    if (is_impossible(tickets.resolution) || is_impossible(tickets.response)) {
      impossible.note(ledger.place(row));
    }
  }
  if (impossible.count > 0) {
    results.find(*tickets.table, Code::impossible_times, Severity::warning, impossible.count, {},
                 where_of(*tickets.table, impossible.first));
  }
}

// Has it rows that began so lately that they may well not be finished yet?
bool is_unripe(const ServiceTickets& tickets, const RowGroup& group, double p90) {
  return std::any_of(group.rows.begin(), group.rows.end(), [&](uint32_t row) {
    const Span& span = tickets.resolution[row];
    return span.kind == Span::Kind::open && static_cast<double>(span.seconds) < p90;
  });
}

void measure_resolution(const Rollout& rollout, const ServiceTickets& tickets,
                        RolloutResults& results) {
  const RolloutTable& table = *tickets.table;
  if (tickets.resolution.empty()) {
    const char* why = tickets.ledger().has(Field::tickets_resolved) ? "no_start" : "no_resolved";
    results.add_absent(MeasureId::resolution_time_mean, table, why);
    results.add_absent(MeasureId::resolution_time_median, table, why);
    return;
  }
  const int64_t now = rollout.now();
  const double confidence = rollout.settings->confidence;
  double p90 = 0;
  const auto add = [&](const RowGroup& group, Detail detail) {
    const Durations durations = durations_of(tickets.resolution, group.rows, now);
    if (detail == Detail::all) p90 = durations.p90;
    Measure& mean = results.add(MeasureId::resolution_time_mean, table, group.cell);
    set_mean_duration(mean, durations, detail);
    if (group.cell.wave && is_unripe(tickets, group, p90)) mean.notes.push_back("unripe");
    if (!tickets.opened_known) mean.notes.push_back("from_first_response");
    Measure& median = results.add(MeasureId::resolution_time_median, table, group.cell);
    set_median_duration(median, durations, tickets.opened_known, confidence);
    if (!tickets.opened_known) median.notes.push_back("from_first_response");
    median.headline = detail == Detail::all && median.value;
  };
  add({Cell{}, tickets.rows}, Detail::all);
  for (const RowGroup& group : tickets.groups) add(group, Detail::main);
}

void measure_response(const Rollout& rollout, const ServiceTickets& tickets,
                      RolloutResults& results) {
  const RolloutTable& table = *tickets.table;
  if (tickets.response.empty()) {
    results.add_absent(MeasureId::first_response_time, table,
                       tickets.opened_known ? "no_first_response" : "no_opened");
    return;
  }
  const auto add = [&](const RowGroup& group, Detail detail) {
    const Durations durations = durations_of(tickets.response, group.rows, rollout.now());
    Measure& measure = results.add(MeasureId::first_response_time, table, group.cell);
    set_mean_duration(measure, durations, detail);
    if (!measure.value) return;
    // The value is the median; the mean stands with the figures.
    for (auto& [name, figure] : measure.figures) {
      if (name != "median") continue;
      std::swap(figure, *measure.value);
      name = "mean";
      break;
    }
  };
  add({Cell{}, tickets.rows}, Detail::all);
  for (const RowGroup& group : tickets.groups) add(group, Detail::main);
}

}  // namespace

bool is_finished(const ServiceTickets& tickets, uint32_t row) {
  if (tickets.resolution.empty() || tickets.resolution[row].kind == Span::Kind::none) {
    return tickets.ledger().moment(row, Field::tickets_resolved).has_value() ||
           said_closed(tickets.ledger(), row);
  }
  return tickets.resolution[row].kind != Span::Kind::open;
}

void measure_service(const Rollout& rollout, RolloutResults& results) {
  for (const RolloutTable* table : rollout.of(TableKind::tickets)) {
    if (table->ledger().over_limit) {
      for (MeasureId id :
           {MeasureId::fcr, MeasureId::first_response_time, MeasureId::resolution_time_mean,
            MeasureId::resolution_time_median, MeasureId::complaints}) {
        results.add_absent(id, *table, "too_large");
      }
      continue;
    }
    ServiceTickets tickets;
    tickets.table = table;
    tickets.rows = counted_rows(*table, Field::tickets_ticket, results);
    read_times(rollout, tickets);
    group_by_field(*table, tickets.rows, Field::tickets_severity, tickets.groups);
    group_by_field(*table, tickets.rows, Field::tickets_type, tickets.groups);
    group_by_direction(tickets, results, tickets.groups);
    group_by_told(*table, tickets.rows, results, tickets.groups);
    group_by_wave(rollout, tickets, tickets.groups);
    measure_first_contact(tickets, results);
    measure_response(rollout, tickets, results);
    measure_resolution(rollout, tickets, results);
    say_impossible(tickets, results);
    measure_complaints(rollout, tickets, results);
  }
}

}  // namespace topline
