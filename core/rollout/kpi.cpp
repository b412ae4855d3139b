// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/kpi.h"

#include <algorithm>

#include "core/base/text.h"

namespace topline {
namespace {

struct KpiWords {
  MeasureId id;
  std::string_view words;
};

constexpr KpiWords kWords[] = {
#define TOPLINE_KPI(id, words) {MeasureId::id, words},
#include "core/rollout/kpi_words.def"
#undef TOPLINE_KPI
};

std::optional<int> number_in(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int number = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = 10 * number + (c - '0');
  }
  return number;
}

}  // namespace

std::optional<MeasureId> find_kpi(std::string_view name) {
  const std::string folded = fold(name);
  if (folded.empty()) return std::nullopt;
  if (const auto id = find_measure(folded)) return id;
  for (const MeasureInfo& info : catalogue()) {
    if (folded == fold(info.english) || folded == fold(info.chinese)) return info.id;
  }
  std::optional<MeasureId> best;
  size_t longest = 0;
  for (const KpiWords& entry : kWords) {
    for (size_t from = 0; from <= entry.words.size();) {
      const size_t end = std::min(entry.words.find('|', from), entry.words.size());
      const std::string_view word = entry.words.substr(from, end - from);
      if (word.size() > longest && has_word(folded, word)) {
        best = entry.id;
        longest = word.size();
      }
      from = end + 1;
    }
  }
  return best;
}

const Measure& KnownMeasures::operator[](size_t index) const {
  return index < surveyed() ? (*surveys_.measures)[index] : results_.measures[index - surveyed()];
}

const Cell& KnownMeasures::cell(size_t index) const {
  const uint32_t cell = (*this)[index].cell;
  return index < surveyed() ? (*surveys_.cells)[cell] : results_.cells[cell];
}

std::vector<size_t> KnownMeasures::headlines(MeasureId id) const {
  std::vector<size_t> everyone, chosen;
  for (size_t i = 0; i < size(); ++i) {
    if ((*this)[i].id == id && cell(i).segment.empty()) everyone.push_back(i);
  }
  const auto keep = [&](auto wanted) {
    if (!chosen.empty()) return;
    std::copy_if(everyone.begin(), everyone.end(), std::back_inserter(chosen), wanted);
  };
  keep([&](size_t i) { return (*this)[i].headline; });
  keep([&](size_t i) { return !cell(i).wave && (*this)[i].option.empty(); });
  keep([&](size_t i) { return !cell(i).wave; });
  std::string latest;
  for (size_t i : everyone) latest = std::max(latest, cell(i).wave.value_or(""));
  keep([&](size_t i) { return cell(i).wave == latest; });
  return chosen;
}

std::optional<size_t> KnownMeasures::of_kpi(const Rollout& rollout, std::string_view kpi) const {
  const auto first = [this](const std::vector<size_t>& found) -> std::optional<size_t> {
    for (size_t i : found) {
      if ((*this)[i].value) return i;
    }
    return found.empty() ? std::nullopt : std::optional(found[0]);
  };
  const std::string folded = fold(kpi);
  for (const RolloutTable& table : rollout.tables) {
    if (table.kind() != TableKind::survey) continue;
    for (uint32_t c = 0; c < table.plan->columns.size(); ++c) {
      const ColumnPlan& column = table.plan->columns[c];
      if (fold(column.name) != folded && fold(column.label) != folded) continue;
      std::vector<size_t> found;
      for (size_t i = 0; i < surveyed(); ++i) {
        const Measure& measure = (*this)[i];
        if (measure.table == table.index && measure.column == c + 1 && measure.headline) {
          found.push_back(i);
        }
      }
      if (!found.empty()) return first(found);
    }
  }
  const auto id = find_kpi(kpi);
  return id ? first(headlines(*id)) : std::nullopt;
}

const Difference* KnownMeasures::change_of(size_t index) const {
  if (index >= surveyed() || surveys_.differences == nullptr) return nullptr;
  const Measure& measure = (*this)[index];
  for (const Difference& one : *surveys_.differences) {
    if (one.against == "previous" && one.a == measure.cell && one.id == measure.id &&
        one.table == measure.table && one.column == measure.column &&
        one.option == measure.option) {
      return &one;
    }
  }
  return nullptr;
}

std::vector<size_t> KnownMeasures::waves(size_t index) const {
  const Measure& like = (*this)[index];
  std::vector<size_t> found;
  for (size_t i = 0; i < size(); ++i) {
    const Measure& measure = (*this)[i];
    if (measure.id == like.id && measure.table == like.table && measure.column == like.column &&
        measure.option == like.option && cell(i).segment.empty() && cell(i).wave && measure.value) {
      found.push_back(i);
    }
  }
  std::sort(found.begin(), found.end(), [this](size_t a, size_t b) {
    return std::pair(*cell(a).wave, a) < std::pair(*cell(b).wave, b);
  });
  return found;
}

std::optional<Day> end_of_wave(std::string_view wave) {
  if (const auto moment = parse_moment(wave, DateOrder::ymd)) return moment->day;
  const auto year = number_in(wave.substr(0, 4));
  if (wave.size() < 4 || !year || *year < 1000) return std::nullopt;
  if (wave.size() == 4) return day_number(*year, 12, 31);
  if (wave[4] != '-' || wave.size() == 5) return std::nullopt;
  const std::string_view rest = wave.substr(5);
  const auto before_month = [](int y, int month) {
    return month > 12 ? day_number(y, 12, 31) : day_number(y, month, 1) - 1;
  };
  if (rest[0] == 'Q') {
    const auto quarter = number_in(rest.substr(1));
    if (!quarter || *quarter < 1 || *quarter > 4) return std::nullopt;
    return before_month(*year, 3 * *quarter + 1);
  }
  if (rest[0] == 'W') {
    const auto week = number_in(rest.substr(1));
    if (!week || *week < 1 || *week > 53) return std::nullopt;
    // The week of 4 January is the first one (ISO 8601); 1970-01-01 was a Thursday.
    const Day fourth = day_number(*year, 1, 4);
    const Day monday = fourth - ((fourth + 3) % 7 + 7) % 7;
    return monday + 7 * *week - 1;
  }
  const auto month = number_in(rest);
  if (rest.size() != 2 || !month || *month < 1 || *month > 12) return std::nullopt;
  return before_month(*year, *month + 1);
}

}  // namespace topline
