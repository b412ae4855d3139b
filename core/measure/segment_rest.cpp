// SPDX-License-Identifier: Apache-2.0
#include "core/measure/segment_rest.h"

#include <algorithm>

namespace topline {
namespace {

uint64_t people(const CodedAnswers& coded) {
  uint64_t n = 0;
  for (const stats::WeightedValue& value : coded) n += value.n;
  return n;
}

}  // namespace

void compare_with_rest(const ComparedQuestion& question, const ComparedFigure& figure,
                       const ComparisonCells::Family& family, ComparisonLevel level,
                       uint64_t design_n, uint64_t least, std::vector<Difference>& into) {
  if (!question.shown(family.total)) return;
  CodedAnswers everyone, coded, rest;
  question.code(figure, family.total, everyone);
  bool blanks_hidden = false;
  for (uint32_t blank : family.blanks) {
    if (question.hidden(blank)) {
      blanks_hidden = true;
      continue;
    }
    question.code(figure, blank, coded);
    take_out(everyone, coded);
  }
  struct Pair {
    uint32_t cell;
    ComparedGroup segment, rest;
  };
  std::vector<Pair> pairs;
  pairs.reserve(family.segments.size());
  for (uint32_t cell : family.segments) {
    if (!question.shown(cell)) continue;
    question.code(figure, cell, coded);
    rest = everyone;
    take_out(rest, coded);
    if (people(rest) < std::max<uint64_t>(least, 1)) continue;
    const Pair pair{cell, compared_group(figure.kind, coded, design_n),
                    compared_group(figure.kind, rest, design_n)};
    if (pair.segment.usable() && pair.rest.usable()) pairs.push_back(pair);
  }
  level.tests = pairs.size();
  for (const Pair& pair : pairs) {
    Difference one{figure.id};
    one.column = question.column() + 1;
    one.option = figure.option;
    one.against = "rest";
    one.a = pair.cell;
    one.b = family.total;
    compare_groups(figure.kind, pair.segment, pair.rest, level, one);
    if (blanks_hidden) one.notes.push_back("rest_with_no_answer");
    into.push_back(std::move(one));
  }
}

}  // namespace topline
