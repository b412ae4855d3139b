// SPDX-License-Identifier: Apache-2.0

// Who is active: in the 30 days that end at as_of, in their last week, on their weekdays, in each
// calendar month; and how much of the system the active ones use.

#include <algorithm>

#include "core/rollout/adoption_parts.h"

namespace topline {
namespace {

constexpr Day kWeek = 7;

// 1970-01-01 was a Thursday.
bool is_weekday(Day day) { return ((day + 3) % 7 + 7) % 7 < 5; }

// What one group did in the 30 days.
struct Activity {
  uint64_t people = 0;
  uint64_t licensed = 0, licensed_active = 0;
  uint64_t month = 0, week = 0;  ///< active people
  uint64_t weekdays = 0;         ///< of the 30 days
  uint64_t on_weekdays = 0;      ///< people active, summed over the weekdays
  uint64_t key_actions = 0;
  uint64_t features = 0;  ///< that the active use, summed over them

  double dau() const { return static_cast<double>(on_weekdays) / static_cast<double>(weekdays); }
};

void add_uses(const UsageLog::User& user, Day first, Day last, Activity& activity) {
  std::vector<uint32_t> features;
  Day counted = first - 1;
  for (const UsageLog::Use& use : user.uses) {
    if (use.day < first || use.day > last) continue;
    if (use.feature != 0) features.push_back(use.feature);
    if (!use.key) continue;
    activity.key_actions += use.events;
    if (use.day == counted) continue;
    counted = use.day;
    activity.on_weekdays += is_weekday(use.day);
  }
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  activity.features += features.size();
}

Activity activity_of(const UserGroup& group, Day first, Day last) {
  Activity activity;
  for (Day day = first; day <= last; ++day) activity.weekdays += is_weekday(day);
  for (const Subject& subject : group.subjects) {
    ++activity.people;
    activity.licensed += subject.licensed();
    if (subject.user == nullptr || !subject.user->active(first, last)) continue;
    activity.licensed_active += subject.licensed();
    ++activity.month;
    activity.week += subject.user->active(last - kWeek + 1, last);
    add_uses(*subject.user, first, last, activity);
  }
  return activity;
}

class ActiveUsers {
 public:
  ActiveUsers(const AdoptionContext& context, RolloutResults& results)
      : context_(context), results_(results) {
    for (const UserGroup& group : context.groups.groups()) {
      all_.push_back(activity_of(group, context.first(), context.last()));
    }
  }

  void measure() {
    const bool roster = context_.roster.table != nullptr;
    const auto licensed = [](const Subject& one) { return one.licensed(); };
    const auto anyone = [](const Subject&) { return true; };
    const auto active = [this](const Subject& one) {
      return one.user != nullptr && one.user->active(context_.first(), context_.last());
    };
    if (roster) {
      each(MeasureId::adoption_rate, licensed, [](const Activity& a, Measure& measure) {
        measure.n = a.licensed;
        measure.parts = {{"active", a.licensed_active}, {"licensed", a.licensed}};
        if (a.licensed == 0) return "no_licensed_users";
        measure.value =
            100 * static_cast<double>(a.licensed_active) / static_cast<double>(a.licensed);
        return "";
      });
    } else {
      results_.add_absent(MeasureId::adoption_rate, context_.table, "no_roster");
    }
    each(MeasureId::dau, anyone, [](const Activity& a, Measure& measure) {
      measure.n = a.people;
      measure.value = a.dau();
      measure.parts = {{"weekdays", a.weekdays}};
      return "";
    });
    each(MeasureId::wau, anyone, [](const Activity& a, Measure& measure) {
      measure.n = a.people;
      measure.value = static_cast<double>(a.week);
      return "";
    });
    each(MeasureId::mau, anyone, [](const Activity& a, Measure& measure) {
      measure.n = a.people;
      measure.value = static_cast<double>(a.month);
      return "";
    });
    measure_months();
    each(MeasureId::stickiness, anyone, [](const Activity& a, Measure& measure) {
      measure.n = a.people;
      measure.figures = {{"dau", a.dau()}, {"mau", static_cast<double>(a.month)}};
      if (a.month == 0) return "no_active_users";
      measure.value = 100 * a.dau() / static_cast<double>(a.month);
      return "";
    });
    if (context_.log.features == 0) {
      results_.add_absent(MeasureId::breadth, context_.table, "no_features");
    } else {
      each(MeasureId::breadth, active, [this](const Activity& a, Measure& measure) {
        measure.n = a.month;
        measure.parts = {{"features_available", context_.log.features}};
        if (a.month == 0) return "no_active_users";
        measure.value = 100 * static_cast<double>(a.features) /
                        static_cast<double>(a.month * context_.log.features);
        return "";
      });
    }
    each(MeasureId::depth, active, [](const Activity& a, Measure& measure) {
      measure.n = a.month;
      measure.parts = {{"key_actions", a.key_actions}};
      if (a.month == 0) return "no_active_users";
      measure.value = static_cast<double>(a.key_actions) / static_cast<double>(a.month);
      return "";
    });
  }

 private:
  // One measure of each group; `set` says why there is no value, or nothing.
  template <class Set>
  void each(MeasureId id, const std::function<bool(const Subject&)>& base, Set set) {
    const std::vector<bool> hidden = context_.groups.hidden(base);
    for (size_t g = 0; g < all_.size(); ++g) {
      const Cell& cell = context_.groups.groups()[g].cell;
      if (hidden[g]) {
        add_hidden(results_, id, context_.table, cell);
        continue;
      }
      Measure& measure = results_.add(id, context_.table, cell);
      measure.why = set(all_[g], measure);
      if (!measure.why.empty()) measure.census = false;
      const bool first_seen =
          context_.roster.table != nullptr ? id == MeasureId::adoption_rate : id == MeasureId::mau;
      measure.headline = g == 0 && measure.value && first_seen;
    }
  }

  // mau of each calendar month, from the first that the log knows of to that of as_of.
  void measure_months() {
    if (context_.log.users.empty() ||
        context_.groups.hidden([](const Subject&) { return true; })[0]) {
      return;
    }
    const auto month_of = [](Day day) {
      const Civil date = civil(day);
      return date.year * 12 + date.month - 1;
    };
    const int first = month_of(context_.log.first), last = month_of(context_.last());
    std::vector<uint64_t> active(static_cast<size_t>(last - first) + 1);
    for (const UsageLog::User& user : context_.log.users) {
      int counted = first - 1;
      for (const UsageLog::Use& use : user.uses) {
        const int month = month_of(use.day);
        if (!use.key || month == counted) continue;
        counted = month;
        ++active[static_cast<size_t>(month - first)];
      }
    }
    for (int month = first; month <= last; ++month) {
      const Day day = day_number(month / 12, month % 12 + 1, 1);
      Measure& measure =
          results_.add(MeasureId::mau, context_.table, {{}, wave_of(day, WaveUnit::month)});
      measure.n = all_[0].people;
      measure.value = static_cast<double>(active[static_cast<size_t>(month - first)]);
    }
  }

  const AdoptionContext& context_;
  RolloutResults& results_;
  std::vector<Activity> all_;  ///< by group
};

}  // namespace

void measure_active_users(const AdoptionContext& context, RolloutResults& results) {
  ActiveUsers(context, results).measure();
}

}  // namespace topline
