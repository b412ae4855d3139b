// SPDX-License-Identifier: Apache-2.0
#include "core/report/gates.h"

#include <algorithm>
#include <iterator>

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/report/outline.h"
#include "core/rollout/kpi.h"
#include "core/rollout/target_text.h"

namespace topline {
namespace {

// The gate without its escapes; `marks` tells which characters are marks of the grammar.
struct PlainText {
  std::string text;
  std::vector<bool> marks;
  size_t find(char mark, size_t from, size_t end) const {
    for (size_t i = from; i < end; ++i) {
      if (marks[i] && text[i] == mark) return i;
    }
    return std::string::npos;
  }
  std::string part(size_t from, size_t end) const {
    return std::string(trim(std::string_view(text).substr(from, end - from)));
  }
};

PlainText unescaped(std::string_view text) {
  PlainText out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool escaped = text[i] == '\\' && i + 1 < text.size();
    if (escaped) ++i;
    out.text.push_back(text[i]);
    out.marks.push_back(!escaped);
  }
  return out;
}

double as_written(double value) { return parse_number(format_number(value)).value_or(value); }

bool same(std::string_view a, std::string_view b) { return fold(a) == fold(b); }

// Is `cell` of the segment asked for, in any order of its columns?
bool is_of_segment(const Cell& cell, const Gate& gate) {
  if (cell.segment.size() != gate.segment.size()) return false;
  return std::all_of(gate.segment.begin(), gate.segment.end(), [&](const auto& wanted) {
    return std::any_of(cell.segment.begin(), cell.segment.end(), [&](const auto& has) {
      return same(has.first, wanted.first) && same(has.second, wanted.second);
    });
  });
}

std::vector<const Measure*> pick(const Report& report, const Gate& gate) {
  std::vector<const Measure*> found;
  for (const Measure& measure : report.measures) {
    const Cell& cell = cell_of(report, measure);
    if (measure.id != gate.id || !is_of_segment(cell, gate)) continue;
    if (gate.question && !same(question_of(report, measure), *gate.question)) continue;
    if (gate.option && !same(measure.option, *gate.option)) continue;
    if (gate.table && !same(report.tables[measure.table].name, *gate.table)) continue;
    if (gate.wave && (!cell.wave || !same(*cell.wave, *gate.wave))) continue;
    found.push_back(&measure);
  }
  const auto keep = [&](auto wanted) {
    std::vector<const Measure*> kept;
    std::copy_if(found.begin(), found.end(), std::back_inserter(kept), wanted);
    if (!kept.empty()) found = std::move(kept);
  };
  if (!gate.wave) {
    // What a reader sees first: the headline wave; without one all time, else the latest wave.
    keep([&](const Measure* m) {
      const std::string& headline = report.tables[m->table].headline_wave;
      const auto& wave = cell_of(report, *m).wave;
      return m->headline || (headline.empty() ? !wave : wave == headline);
    });
    std::string latest;
    for (const Measure* m : found) {
      if (!cell_of(report, *m).wave) return found;
      latest = std::max(latest, *cell_of(report, *m).wave);
    }
    keep([&](const Measure* m) { return cell_of(report, *m).wave == latest; });
  }
  if (!gate.option) keep([](const Measure* m) { return m->option.empty(); });
  return found;
}

Check begin_check(const Gate& gate) {
  Check check;
  check.gate = gate.text;
  check.measure = std::string(measure_info(gate.id).name);
  check.unit = std::string(measure_info(gate.id).unit);
  check.limit = gate.limit;
  check.side = gate.side;
  return check;
}

Check check_measure(const Report& report, const Gate& gate, const Measure& measure, Gate::On on) {
  Check check = begin_check(gate);
  check.table = report.tables[measure.table].name;
  check.question = question_of(report, measure);
  check.cell = cell_of(report, measure);
  if (!measure.unit.empty()) check.unit = measure.unit;
  // A bound that says enough is enough.
  if (measure.bound && on == Gate::On::value) {
    const auto& [low, high] = *measure.bound;
    check.passed = gate.side == Gate::Side::under ? low && *low >= gate.limit : high && *high <= gate.limit;
    if (check.passed) return check;
  }
  if (measure.suppressed || !measure.value) {
    check.why = measure.suppressed ? "hidden" : measure.why;
    return check;
  }
  check.value = measure.value;
  if (measure.interval) {
    check.low = measure.interval->low;
    check.high = measure.interval->high;
  }
  std::optional<double> figure = on == Gate::On::value ? check.value
                                 : on == Gate::On::low ? check.low
                                                       : check.high;
  // All there is has no doubt: its bounds are its value.
  if (!figure && measure.census) figure = measure.value;
  if (!figure) {
    check.why = "no_interval";
    return check;
  }
  const double shown = as_written(*figure), limit = as_written(gate.limit);
  check.passed = gate.side == Gate::Side::under ? shown >= limit : shown <= limit;
  return check;
}

// Is the goal to come down to its target? As goals are judged: by what is written, else by the
// catalogue, else by where it began.
bool is_down(const Goal& goal) {
  const auto bound = read_target(goal.target_text, {}, {}).bound;
  if (bound != TargetText::Bound::none) return bound == TargetText::Bound::at_most;
  const auto id = find_kpi(goal.kpi);
  if (id && measure_info(*id).better != Better::none) {
    return measure_info(*id).better == Better::lower;
  }
  return goal.baseline && goal.target && *goal.target < *goal.baseline;
}

}  // namespace

Result<Gate> read_gate(std::string_view text, Gate::Side side) {
  const char* option = side == Gate::Side::under ? "--fail-under" : "--fail-over";
  const auto bad = [&] {
    return fail(Code::bad_option, {},
                {{"option", option},
                 {"value", std::string(text)},
                 {"allowed", "ID=VALUE, 'ID[NAME=VALUE,wave=WAVE]=VALUE'"}});
  };
  const PlainText in = unescaped(text);
  const size_t end = in.text.size();
  Gate gate;
  gate.side = side;
  gate.text = std::string(text);
  size_t equals = in.find('=', 0, end);
  const size_t open = in.find('[', 0, end);
  std::string id;
  if (open != std::string::npos && open < equals) {
    const size_t close = in.find(']', open, end);
    if (close == std::string::npos) return bad();
    id = in.part(0, open);
    for (size_t from = open + 1; from < close;) {
      const size_t comma = std::min(in.find(',', from, close), close);
      const size_t is = in.find('=', from, comma);
      if (is == std::string::npos) return bad();
      const std::string key = in.part(from, is), value = in.part(is + 1, comma);
      const std::string folded = fold(key);
      if (folded == "wave") {
        gate.wave = value;
      } else if (folded == "question") {
        gate.question = value;
      } else if (folded == "option") {
        gate.option = value;
      } else if (folded == "table") {
        gate.table = value;
      } else if (!key.empty()) {
        gate.segment.emplace_back(key, value);
      } else {
        return bad();
      }
      from = comma + 1;
    }
    equals = in.find('=', close, end);
    if (equals != std::string::npos && !in.part(close + 1, equals).empty()) return bad();
  } else if (equals != std::string::npos) {
    id = in.part(0, equals);
  }
  if (equals == std::string::npos) return bad();
  const auto measure = find_measure(fold(id));
  if (!measure) {
    std::vector<std::string> names;
    for (const MeasureInfo& info : catalogue()) names.emplace_back(info.name);
    // What people call it may say more than how it is spelt.
    std::vector<std::string> near = nearest(id, names);
    if (const auto meant = find_kpi(id)) {
      const std::string name(measure_info(*meant).name);
      near.erase(std::remove(near.begin(), near.end(), name), near.end());
      near.insert(near.begin(), name);
    }
    return fail(Code::unknown_measure, {}, {{"name", id}, {"nearest", join(near, ", ")}});
  }
  gate.id = *measure;
  const auto limit = read_quantity(in.part(equals + 1, end), measure_info(*measure).unit);
  if (!limit) return bad();
  gate.limit = *limit;
  return gate;
}

std::vector<Check> check_gates(const Report& report, const std::vector<Gate>& gates, Gate::On on) {
  std::vector<Check> checks;
  for (const Gate& gate : gates) {
    const std::vector<const Measure*> found = pick(report, gate);
    for (const Measure* measure : found) {
      checks.push_back(check_measure(report, gate, *measure, on));
    }
    if (!found.empty()) continue;
    Check check = begin_check(gate);
    check.cell = {gate.segment, gate.wave};
    check.why = "not_in_report";
    checks.push_back(std::move(check));
  }
  return checks;
}

std::vector<Check> check_goals(const Report& report) {
  std::vector<Check> checks;
  for (const Goal& goal : report.goals) {
    Check check;
    check.gate = "goal: " + goal.kpi;
    if (const auto id = find_kpi(goal.kpi)) check.measure = std::string(measure_info(*id).name);
    if (is_down(goal)) check.side = Gate::Side::over;
    check.unit = goal.unit;
    check.value = goal.value;
    check.limit = goal.target;
    check.passed = goal.status == "reached" || goal.status == "on_track";
    check.why = goal.status;
    checks.push_back(std::move(check));
  }
  return checks;
}

}  // namespace topline
