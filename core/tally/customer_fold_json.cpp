// SPDX-License-Identifier: Apache-2.0

// The fold of a table of orders as JSON: customers in the order of their texts with their years,
// days, and the orders that are kept by fingerprint in the order of those.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/tally/tally_json.h"

namespace topline {
namespace {

using nlohmann::json;

struct Named {
  std::string text;
  uint32_t number = 0;
};

std::vector<Named> in_order(const CustomerFold& fold) {
  std::vector<Named> named;
  named.reserve(fold.customers());
  fold.each([&](uint32_t number, std::string_view text) {
    named.push_back({std::string(text), number});
  });
  std::sort(named.begin(), named.end(),
            [](const Named& a, const Named& b) { return a.text < b.text; });
  return named;
}

std::vector<const CustomerYear*> years_in_order(const CustomerFold& fold, uint32_t number) {
  std::vector<const CustomerYear*> years;
  for (; number != CustomerFold::kNone; number = fold.year(number).next) {
    years.push_back(&fold.year(number));
  }
  std::sort(years.begin(), years.end(),
            [](const CustomerYear* a, const CustomerYear* b) { return a->year < b->year; });
  return years;
}

void write_days(const CustomerFold& fold, JsonWriter& out) {
  out.key("order_days");
  out.begin_array();
  const DayTable<DayTotal>& days = fold.days();
  for (Day day = days.begin(); day < days.end(); ++day) {
    const DayTotal& total = *days.find(day);
    if (total.lines == 0) continue;
    out.begin_array(true);
    out.string(iso_date(day));
    out.integer(total.orders);
    out.integer(total.lines);
    out.string(to_decimal(total.amount));
    out.end_array();
  }
  out.end_array();
  out.key("order_dues");
  out.begin_array();
  for (Day day = fold.due().begin(); day < fold.due().end(); ++day) {
    const DueTotal& total = *fold.due().find(day);
    if (total.lines() == 0) continue;
    out.begin_array(true);
    out.string(iso_date(day));
    out.integer(total.on_time);
    out.integer(total.late);
    out.integer(total.open);
    out.end_array();
  }
  out.end_array();
  if (fold.latest_delivery() != INT32_MIN) {
    out.field("latest_delivery", iso_date(fold.latest_delivery()));
  }
}

Day read_day(const json& in) {
  const auto moment = parse_moment(in.get<std::string>(), DateOrder::ymd);
  if (!moment) throw json::other_error::create(501, "no date", nullptr);
  return moment->day;
}

Int128 read_amount(const json& in) {
  const auto amount = parse_int128(in.get<std::string>());
  if (!amount) throw json::other_error::create(501, "no amount", nullptr);
  return *amount;
}

}  // namespace

void write_customers(const Tally& tally, JsonWriter& out) {
  const CustomerFold& fold = tally.customers;
  out.key("orders_left_out");
  out.begin_array(true);
  out.integer(tally.orders_left_out.count);
  if (tally.orders_left_out.count != 0) {
    out.integer(tally.orders_left_out.first.input);
    out.integer(tally.orders_left_out.first.offset);
    out.integer(tally.orders_left_out.first.line);
  }
  out.end_array();
  const std::vector<Named> named = in_order(fold);
  std::vector<std::pair<uint32_t, uint64_t>> ranks;  // of the customers' numbers
  out.key("customers");
  out.begin_array();
  for (size_t rank = 0; rank < named.size(); ++rank) {
    ranks.emplace_back(named[rank].number, rank);
    out.begin_array(true);
    out.string(named[rank].text);
    for (const CustomerYear* year : years_in_order(fold, named[rank].number)) {
      out.integer(uint64_t{year->year});
      out.integer(uint64_t{year->months});
      out.integer(uint64_t{year->first});
      out.integer(uint64_t{year->last});
      out.integer(uint64_t{year->orders});
      out.string(to_decimal(year->amount));
    }
    out.end_array();
  }
  out.end_array();
  std::sort(ranks.begin(), ranks.end());
  write_days(fold, out);
  std::vector<OrderSet::Order> orders;
  for (const OrderSet::Order& order : fold.orders().slots()) {
    if (!OrderSet::is_free(order)) orders.push_back(order);
  }
  std::sort(orders.begin(), orders.end(),
            [](const OrderSet::Order& a, const OrderSet::Order& b) { return a.id < b.id; });
  out.key("orders");
  out.begin_array();
  for (const OrderSet::Order& order : orders) {
    const auto at = std::lower_bound(ranks.begin(), ranks.end(),
                                     std::pair<uint32_t, uint64_t>(order.customer, 0));
    out.begin_array(true);
    out.string(to_hex(order.id));
    out.string(iso_date(order.day));
    out.integer(at->second);
    out.end_array();
  }
  out.end_array();
}

void read_customers(const json& in, Tally& tally) {
  CustomerFold& fold = tally.customers;
  const json& left_out = in.at("orders_left_out");
  tally.orders_left_out.count = left_out.at(0).get<uint64_t>();
  if (tally.orders_left_out.count != 0) {
    tally.orders_left_out.first = {left_out.at(1).get<uint32_t>(), left_out.at(2).get<uint64_t>(),
                                   left_out.at(3).get<uint64_t>()};
  }
  std::vector<uint32_t> numbers;
  for (const json& customer : in.at("customers")) {
    const std::string text = customer.at(0).get<std::string>();
    if (text.empty()) throw json::other_error::create(501, "no customer", nullptr);
    numbers.push_back(fold.customer(text));
    for (size_t at = 1; at < customer.size(); at += 6) {
      CustomerYear year;
      year.year = customer.at(at).get<uint16_t>();
      year.months = customer.at(at + 1).get<uint16_t>();
      year.first = customer.at(at + 2).get<uint16_t>();
      year.last = customer.at(at + 3).get<uint16_t>();
      year.orders = customer.at(at + 4).get<uint32_t>();
      year.amount = read_amount(customer.at(at + 5));
      fold.add_year(numbers.back(), year);
    }
  }
  for (const json& day : in.at("order_days")) {
    DayTotal& total = fold.day(read_day(day.at(0)));
    total.orders = day.at(1).get<uint64_t>();
    total.lines = day.at(2).get<uint64_t>();
    total.amount = read_amount(day.at(3));
  }
  for (const json& due : in.at("order_dues")) {
    DueTotal& total = fold.due(read_day(due.at(0)));
    total.on_time = due.at(1).get<uint64_t>();
    total.late = due.at(2).get<uint64_t>();
    total.open = due.at(3).get<uint64_t>();
  }
  if (in.contains("latest_delivery")) fold.meet_delivery(read_day(in.at("latest_delivery")));
  for (const json& order : in.at("orders")) {
    fold.restore_order({fingerprint_from_hex(order.at(0).get<std::string>()), read_day(order.at(1)),
                        numbers.at(order.at(2).get<size_t>())});
  }
}

}  // namespace topline
