// SPDX-License-Identifier: Apache-2.0
#include "core/tally/order_recorder.h"

#include <algorithm>
#include <array>

#include "core/base/load8.h"
#include "core/base/text.h"
#include "core/profile/amount.h"
#include "core/profile/answer.h"

namespace topline {
namespace {

constexpr int kFirstYear = 1900, kLastYear = 2199;  // as parse_moment has it

// The first day of each month, and how long it is: the usual date costs no division.
struct Month {
  Day first = 0;
  uint16_t day_of_year = 0;
  uint16_t days = 0;
};
class Calendar {
 public:
  Calendar() : months_(static_cast<size_t>(kLastYear - kFirstYear + 1) * 12) {
    for (int year = kFirstYear; year <= kLastYear; ++year) {
      const Day january = day_number(year, 1, 1);
      for (int month = 1; month <= 12; ++month) {
        const Day first = day_number(year, month, 1);
        const Day next = month == 12 ? day_number(year + 1, 1, 1) : day_number(year, month + 1, 1);
        months_[index(year, month)] = {first, static_cast<uint16_t>(first - january),
                                       static_cast<uint16_t>(next - first)};
      }
    }
  }
  const Month& month(int year, int month) const { return months_[index(year, month)]; }

 private:
  static size_t index(int year, int month) {
    return static_cast<size_t>((year - kFirstYear) * 12 + month - 1);
  }
  std::vector<Month> months_;
};

const Calendar& calendar() {
  static const Calendar calendar;
  return calendar;
}

bool is_digit(char c) { return static_cast<unsigned char>(c - '0') < 10; }
int pair_of(const char* at) { return (at[0] - '0') * 10 + (at[1] - '0'); }

// "2026-09-27", a time may follow: most dates of an export.
bool read_iso(std::string_view text, CustomerFold::Line& line) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
  if (text.size() > 10 && text[10] != ' ' && text[10] != 'T') return false;
  for (int at : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (!is_digit(text[static_cast<size_t>(at)])) return false;
  }
  const int year = pair_of(text.data()) * 100 + pair_of(text.data() + 2);
  const int month = pair_of(text.data() + 5), day = pair_of(text.data() + 8);
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1) return false;
  const Month& of = calendar().month(year, month);
  if (day > of.days) return false;
  line.day = of.first + day - 1;
  line.year = static_cast<uint16_t>(year);
  line.month = static_cast<uint16_t>(month - 1);
  line.day_of_year = static_cast<uint16_t>(of.day_of_year + day - 1);
  return true;
}

// "123.45": digits, at most one mark with twelve of them behind it.
bool read_plain(std::string_view text, char decimal, Int128& amount) {
  static constexpr std::array<int64_t, 13> kPowers = {1'000'000'000'000,
                                                      100'000'000'000,
                                                      10'000'000'000,
                                                      1'000'000'000,
                                                      100'000'000,
                                                      10'000'000,
                                                      1'000'000,
                                                      100'000,
                                                      10'000,
                                                      1'000,
                                                      100,
                                                      10,
                                                      1};
  if (text.empty() || text.size() > 15 || !is_digit(text[0]) || !is_digit(text.back()))
    return false;
  int64_t digits = 0;
  size_t mark = text.size();
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_digit(c)) {
      digits = digits * 10 + (c - '0');
    } else if (c == decimal && mark == text.size()) {
      mark = at;
    } else {
      return false;
    }
  }
  const size_t decimals = mark == text.size() ? 0 : text.size() - mark - 1;
  if (decimals > 12) return false;
  amount = Int128{digits} * kPowers[decimals];
  return true;
}

// Nothing to trim at either end: the usual cell, told without a call.
bool is_trimmed(std::string_view text) {
  const auto inner = [](char c) { return c > ' ' && c < 0x7f; };
  return !text.empty() && inner(text.front()) && inner(text.back());
}

// Most ids have 8 to 16 bytes: two words that may overlap.
bool same_id(std::string_view a, std::string_view b) {
  const size_t size = a.size();
  if (size != b.size()) return false;
  if (size < 8 || size > 16) return a == b;
  return ((load8(a.data()) ^ load8(b.data())) |
          (load8(a.data() + size - 8) ^ load8(b.data() + size - 8))) == 0;
}

std::string_view trimmed(std::string_view text) { return is_trimmed(text) ? text : trim(text); }

}  // namespace

OrderRecorder::OrderRecorder(Tally& tally)
    : tally_(tally),
      fold_(tally.customers),
      customer_(find(Field::orders_customer)),
      date_(find(Field::orders_date)),
      amount_(find(Field::orders_amount)),
      order_(find(Field::orders_order)),
      due_(find(Field::orders_due)),
      delivered_(find(Field::orders_delivered)) {
  lines_.reserve(CustomerFold::kMost);
  ids_.reserve(CustomerFold::kMost);
}

uint32_t OrderRecorder::find(Field field) const {
  const std::vector<FieldColumn>& fields = tally_.shape.fields;
  const auto at = std::find_if(fields.begin(), fields.end(),
                               [&](const FieldColumn& column) { return column.field == field; });
  return at == fields.end() ? kNoField : static_cast<uint32_t>(at - fields.begin());
}

void OrderRecorder::record(std::span<const std::string_view> cells, size_t rows,
                           const RowPlaces& places) {
  lines_.clear();
  ids_.clear();
  const size_t width = tally_.shape.headers.size();
  for (size_t row = 0; row < rows; ++row) {
    const std::string_view* const first = cells.data() + row * width;
    if (due_ != kNoField && delivered_ != kNoField) meet_due(first, {places, row});
    CustomerFold::Line line;
    if (!read_line(first, {places, row}, line)) {
      tally_.orders_left_out.note(places[row]);
      continue;
    }
    if (order_ != kNoField) {
      const std::string_view id = trimmed(cell(first, order_));
      // A row without an order's id is an order of its own.
      const bool follows = !ids_.empty() || !run_.empty();
      const std::string_view before = ids_.empty() ? std::string_view(run_id_) : ids_.back();
      line.purchase = tally_.shape.ids ? id.empty() : !follows || !same_id(id, before);
      ids_.push_back(id);
    }
    lines_.push_back(line);
  }
  fold_.add(lines_.data(), lines_.size());
  if (order_ == kNoField || lines_.empty()) return;
  tally_.shape.ids ? count_by_fingerprint() : count_by_neighbours();
}

bool OrderRecorder::read_line(const std::string_view* row, const RowPlace& place,
                              CustomerFold::Line& line) {
  if (customer_ == kNoField || date_ == kNoField || amount_ == kNoField) return false;
  line.customer = trimmed(cell(row, customer_));
  const bool dated = read_date(date_, cell(row, date_), place, line);
  const auto amount = read_money(amount_, cell(row, amount_), place);
  if (line.customer.empty() || !dated || !amount) return false;
  line.amount = *amount;
  return true;
}

bool OrderRecorder::read_date(size_t field, std::string_view cell, const RowPlace& place,
                              CustomerFold::Line& line) {
  if (tally_.shape.fields[field].order == DateOrder::ymd && read_iso(cell, line)) return true;
  const auto day = read_day(field, cell, place);
  if (!day) return false;
  const Civil date = civil(*day);
  line.day = *day;
  line.year = static_cast<uint16_t>(date.year);
  line.month = static_cast<uint16_t>(date.month - 1);
  line.day_of_year = static_cast<uint16_t>(*day - day_number(date.year, 1, 1));
  return true;
}

std::optional<Day> OrderRecorder::read_day(size_t field, std::string_view cell,
                                           const RowPlace& place) {
  if (is_missing(cell)) return std::nullopt;
  const auto moment = parse_moment(cell, tally_.shape.fields[field].order);
  if (!moment) {
    tally_.field_invalid[field].note(place);
    return std::nullopt;
  }
  return moment->day;
}

std::optional<Int128> OrderRecorder::read_money(size_t field, std::string_view cell,
                                                const RowPlace& place) {
  const char decimal = tally_.shape.fields[field].decimal;
  Int128 plain;
  if (read_plain(cell, decimal, plain)) return plain;
  if (is_missing(cell)) return std::nullopt;
  const auto amount = read_amount(cell, {decimal, false});
  if (!amount || amount->value > CustomerFold::kLargestAmount ||
      amount->value < -CustomerFold::kLargestAmount) {
    tally_.field_invalid[field].note(place);
    return std::nullopt;
  }
  return amount->value;
}

void OrderRecorder::meet_due(const std::string_view* row, const RowPlace& place) {
  const auto due = read_day(due_, cell(row, due_), place);
  const auto delivered = read_day(delivered_, cell(row, delivered_), place);
  if (delivered) fold_.meet_delivery(*delivered);
  if (!due) return;
  DueTotal& total = fold_.due(*due);
  ++(!delivered ? total.open : *delivered <= *due ? total.on_time : total.late);
}

void OrderRecorder::count_by_fingerprint() {
  for (size_t k = 0; k < lines_.size(); ++k) {
    if (ids_[k].empty()) continue;
    fold_.keep_order(fingerprint(ids_[k], fingerprint(lines_[k].customer)),
                     fold_.customer(lines_[k].customer), lines_[k].day, false);
  }
}

// Lines of one order adjoin: what follows the first is another purchase only for another customer.
void OrderRecorder::count_by_neighbours() {
  size_t from = 0;
  if (!first_run_) {
    // All rows up to the last order's first line begin an order: they were counted as they came.
    const auto plain = [](const CustomerFold::Line& line) { return line.purchase; };
    if (std::all_of(lines_.begin(), lines_.end(), plain)) from = lines_.size() - 1;
  }
  for (size_t k = from; k < lines_.size(); ++k) {
    const CustomerFold::Line& line = lines_[k];
    const uint32_t customer = fold_.customer(line.customer);
    if (line.purchase) {
      if (first_run_ && !run_.empty()) {
        remember_run();
        first_run_ = false;
      }
      run_.clear();
      run_customers_.clear();
      run_id_.assign(ids_[k]);
    } else {
      const auto known = std::find_if(run_.begin(), run_.end(),
                                      [&](const auto& one) { return one.first == customer; });
      if (known != run_.end()) {
        if (line.day < known->second) {
          fold_.discount_order(known->first, known->second);
          fold_.count_order(known->first, line.day);
          known->second = line.day;
        }
        continue;
      }
      fold_.count_order(customer, line.day);
    }
    run_.emplace_back(customer, line.day);
    run_customers_.emplace_back(line.customer);
  }
}

// An order at either end of the rows may go on elsewhere.
void OrderRecorder::remember_run() {
  for (size_t k = 0; k < run_.size(); ++k) {
    fold_.keep_order(fingerprint(run_id_, fingerprint(run_customers_[k])), run_[k].first,
                     run_[k].second, true);
  }
}

void OrderRecorder::finish() {
  remember_run();
  fold_.flush();
}

}  // namespace topline
