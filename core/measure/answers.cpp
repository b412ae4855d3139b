// SPDX-License-Identifier: Apache-2.0
#include "core/measure/answers.h"

#include <algorithm>
#include <map>

#include "core/base/text.h"
#include "core/profile/answer.h"
#include "core/profile/multi_choice.h"

namespace topline {
namespace {

uint64_t used_count(const Tally& tally, uint32_t column, uint32_t code) {
  const std::vector<uint64_t>& left = tally.left_out[column];
  return tally.profile.columns[column].count_of(code) - (code < left.size() ? left[code] : 0);
}

void add(Count& into, const Count& count) {
  into.n += count.n;
  into.weight += count.weight;
  into.weight_squared += count.weight_squared;
}

// Counts by score or by option: exact sums first, one rounding to double at the end.
struct Folded {
  Count people;
  std::map<double, Count> scores;
  std::map<std::string, Count> options;
};

constexpr double kWeightUnit = 1e12;
constexpr double kSquareUnit = 1e24;

Answers finish(const Folded& folded, bool weighted) {
  Answers answers;
  for (const auto& [score, count] : folded.scores) {
    if (count.n != 0) answers.scores.push_back(weighted_value(score, count, weighted));
  }
  for (const auto& [text, count] : folded.options) {
    if (count.n == 0) continue;
    const auto n = static_cast<double>(count.n);
    answers.options.push_back({text, count.n, weighted ? to_double(count.weight) / kWeightUnit : n,
                               weighted ? to_double(count.weight_squared) / kSquareUnit : n});
  }
  const auto n = static_cast<double>(folded.people.n);
  answers.n = folded.people.n;
  answers.sum_w = weighted ? to_double(folded.people.weight) / kWeightUnit : n;
  answers.sum_w2 = weighted ? to_double(folded.people.weight_squared) / kSquareUnit : n;
  std::stable_sort(answers.options.begin(), answers.options.end(),
                   [](const auto& a, const auto& b) { return a.n > b.n; });
  return answers;
}

}  // namespace

stats::WeightedValue weighted_value(double value, const Count& count, bool weighted) {
  const auto n = static_cast<double>(count.n);
  return {value, count.n, weighted ? to_double(count.weight) / kWeightUnit : n,
          weighted ? to_double(count.weight_squared) / kSquareUnit : n};
}

void for_each_count(const Tally& tally, const CellSet& cells, uint32_t column,
                    const std::function<void(uint32_t, uint32_t, const Count&)>& each) {
  const TokenTable& table = tally.profile.columns[column];
  const auto tell = [&](uint32_t cell, uint32_t code, const Count& count) {
    if (count.n != 0) each(cell, code, count);
  };
  const auto& questions = tally.shape.questions;
  const auto at = std::find(questions.begin(), questions.end(), column);
  const bool grouped = !tally.groups.empty() && at != questions.end();
  const auto question = static_cast<size_t>(at - questions.begin());
  for (size_t g = 0; grouped && g < tally.groups.size(); ++g) {
    const GroupCounts& group = tally.groups[g];
    for (uint32_t c = 0; c < group.cells().size(); ++c) {
      const CellSet::Targets& target = cells.targets[g][c];
      for (uint32_t code = 0; code < group.codes(question) && code < table.size(); ++code) {
        const Count count = group.at(c, question, code);
        tell(target.in_wave, code, count);
        if (target.in_all != target.in_wave) tell(target.in_all, code, count);
      }
    }
  }
  const bool plain = !grouped || !tally.shape.counts_everyone();
  for (uint32_t code = 0; plain && code < table.size(); ++code) {
    if (table.kept(code)) tell(0, code, {used_count(tally, column, code), 0, 0});
  }
}

std::vector<Answers> answers_by_cell(const Tally& tally, const CellSet& cells, uint32_t column,
                                     const ColumnPlan& plan) {
  const TokenTable& table = tally.profile.columns[column];
  std::vector<Answer> read(table.size());
  std::vector<std::vector<std::string_view>> named(table.size());
  for (uint32_t code = 0; code < table.size(); ++code) {
    read[code] = read_answer(table.text(code), plan);
    if (plan.role != Role::choice) continue;
    const std::string_view text = table.text(code);
    named[code] = plan.option_mark.empty() ? std::vector{trim(text)}
                                           : split_options(text, plan.option_mark);
  }
  std::vector<Folded> folded(cells.cells.size());
  const auto fold_in = [&](uint32_t cell, uint32_t code, const Count& count) {
    if (read[code].kind != Answer::Kind::score) return;
    add(folded[cell].people, count);
    if (plan.role != Role::choice) add(folded[cell].scores[read[code].score], count);
    for (std::string_view option : named[code]) {
      add(folded[cell].options[std::string(option)], count);
    }
  };
  for_each_count(tally, cells, column, fold_in);
  std::vector<Answers> answers;
  answers.reserve(folded.size());
  const bool weighted = tally.shape.weight != Shape::kNo;
  for (const Folded& one : folded) answers.push_back(finish(one, weighted));
  return answers;
}

uint64_t answers_left_out(const Tally& tally, uint32_t column, const ColumnPlan& plan) {
  const std::vector<uint64_t>& left = tally.left_out[column];
  const TokenTable& table = tally.profile.columns[column];
  uint64_t answers = 0;
  for (uint32_t code = 0; code < left.size() && code < table.size(); ++code) {
    if (left[code] == 0 || !table.kept(code)) continue;
    if (read_answer(table.text(code), plan).kind == Answer::Kind::score) answers += left[code];
  }
  return answers;
}

ColumnCounts column_counts(const Tally& tally, uint32_t column, const ColumnPlan& plan) {
  const TokenTable& table = tally.profile.columns[column];
  ColumnCounts counts;
  for (uint32_t code = 0; code < table.size(); ++code) {
    if (!table.kept(code)) continue;
    const uint64_t n = used_count(tally, column, code);
    if (n == 0) continue;
    const std::string_view text = table.text(code);
    const bool scored = is_question(plan.role);
    const Answer answer = scored ? read_answer(text, plan) : Answer{};
    const bool blank = plan.role == Role::number ? is_no_score(text) : is_missing(text);
    if (blank || (scored && answer.kind == Answer::Kind::missing)) {
      counts.missing += n;
      if (!is_missing(text)) counts.coded_missing += n;
    } else if (scored && answer.kind == Answer::Kind::invalid) {
      const Place& place = table.first_place(code);
      if (counts.invalid == 0 || place < counts.first_invalid) {
        counts.first_invalid = place;
        counts.invalid_text = std::string(text);
      }
      counts.invalid += n;
    }
  }
  // Cells of typed fields were read one by one, and those that could not be were counted.
  for (size_t f = 0; f < tally.shape.fields.size() && plan.field; ++f) {
    if (tally.shape.fields[f].column != column || tally.shape.fields[f].field != plan.field) continue;
    counts.invalid += tally.field_invalid[f].count;
    counts.first_invalid = tally.field_invalid[f].first;
  }
  counts.answered = tally.used - counts.missing - counts.invalid;
  return counts;
}

}  // namespace topline
