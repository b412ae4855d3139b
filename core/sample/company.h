// SPDX-License-Identifier: Apache-2.0
#pragma once

// The made-up company that the sample tables are about: who works there, who buys, what was bought
// and how the CRM was used. All tables are written from it, so that their keys and figures agree.
// Integers throughout: the same seed gives the same company on every machine.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/sample/sheet_builder.h"
#include "core/stats/random.h"

namespace topline {

/// The days that the sample turns on.
namespace sample_days {
Day first_order();  ///< 2025-03-01
Day pilot();        ///< 2025-12-01: one team begins
Day go_live();      ///< 2026-02-02
Day last();         ///< 2026-08-31: what happens later is not known yet
}  // namespace sample_days

/// Draws of one table never touch those of another. Row streams of the survey lie below.
enum class SampleStream : uint64_t {
  staff = 1, customers, orders, usage, receivables, pipeline, tickets, decisions
};
inline stats::Random sample_random(uint64_t seed, SampleStream stream) {
  return stats::Random(seed, static_cast<uint64_t>(stream) << 48);
}

struct Employee {
  std::string english, chinese;
  size_t team = 0;  ///< index into sample_teams()
  bool manager = false;
  bool licensed = true;
  Day since = 0;      ///< may use the CRM from this day on
  uint64_t zeal = 0;  ///< chance in % that a working day sees a use, once all is settled in
  Bilingual name() const { return {english, chinese}; }
};

struct Team {
  Bilingual name;
  size_t people;
  bool sells;
};
const std::array<Team, 8>& sample_teams();

struct Customer {
  std::string english, chinese;
  size_t segment = 0;     ///< 0 manufacturing, 1 retail, 2 services, 3 public sector
  size_t importance = 1;  ///< 0 high, 1 medium, 2 low
  Day start = 0;
  std::optional<Day> end;
  Bilingual name() const { return {english, chinese}; }
  bool buys_on(Day day) const { return start <= day && (!end || day <= *end); }
};

struct Order {
  size_t customer = 0;
  size_t seller = 0;  ///< index into the staff
  Day day = 0, due = 0;
  std::optional<Day> delivered;
  int64_t cents = 0;
};

struct Use {
  Minute at = 0;
  size_t user = 0;
  size_t feature = 0;  ///< index into sample_features()
  uint64_t events = 1;
};
const std::array<Bilingual, 7>& sample_features();
inline constexpr size_t kKeyFeatures = 3;  ///< the first of sample_features() are key actions

struct Company {
  std::vector<Employee> staff;  ///< team by team, each with its manager first
  std::vector<Customer> customers;
  std::vector<Order> orders;  ///< by day
  std::vector<Use> uses;      ///< by time

  std::vector<size_t> sellers() const;
  size_t manager_of(size_t team) const;
};

Company make_company(uint64_t seed);

/// Around `usual`, as durations are: mostly somewhat less, sometimes several times as much.
inline int64_t skewed(stats::Random& random, int64_t usual) {
  const auto a = static_cast<int64_t>(20 + random.below(130));
  const auto b = static_cast<int64_t>(20 + random.below(130));
  return usual * a * b / (85 * 85);
}

/// 0 Monday … 6 Sunday.
inline int weekday(Day day) { return (day + 3) % 7; }
/// The day itself, or the Monday after it.
inline Day working_day(Day day) { return weekday(day) < 5 ? day : day + 7 - weekday(day); }

}  // namespace topline
