// SPDX-License-Identifier: Apache-2.0
#include "core/measure/hidden_sums.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace topline {
namespace {

// One equation: hidden cell -> coefficient. Sums of cells have coefficients of small whole numbers.
using Equation = std::map<uint32_t, double>;
constexpr double kZero = 1e-9;

void subtract(Equation& from, const Equation& equation, double times) {
  for (const auto& [cell, coefficient] : equation) {
    double& value = from[cell];
    value -= times * coefficient;
    if (std::abs(value) < kZero) from.erase(cell);
  }
}

// The relations in reduced form: pivot cell -> its equation, whose other cells are no pivots.
std::map<uint32_t, Equation> solve(const std::vector<Relation>& relations,
                                   const std::vector<bool>& hidden) {
  std::map<uint32_t, Equation> solved_by;
  for (const Relation& relation : relations) {
    Equation equation;
    if (hidden[relation.total]) equation[relation.total] = -1;
    for (uint32_t part : relation.parts) {
      if (hidden[part]) equation[part] = 1;
    }
    for (const auto& [pivot, known] : solved_by) {
      const auto at = equation.find(pivot);
      if (at != equation.end()) subtract(equation, known, double{at->second});
    }
    if (equation.empty()) continue;
    const auto [pivot, lead] = *equation.begin();
    for (auto& [cell, coefficient] : equation) coefficient /= lead;
    for (auto& [other, known] : solved_by) {
      const auto at = known.find(pivot);
      if (at != known.end()) subtract(known, equation, double{at->second});
    }
    solved_by[pivot] = std::move(equation);
  }
  return solved_by;
}

}  // namespace

std::vector<uint32_t> hidden_parts(const Relation& relation, const std::vector<bool>& hidden) {
  std::vector<uint32_t> parts;
  for (uint32_t part : relation.parts) {
    if (hidden[part]) parts.push_back(part);
  }
  std::sort(parts.begin(), parts.end());
  return parts;
}

std::vector<std::vector<uint32_t>> hidden_sums(
    const std::vector<Relation>& relations,
    const std::vector<std::vector<uint32_t>>& relations_of, const std::vector<bool>& hidden) {
  std::vector<std::vector<uint32_t>> left(relations.size());  // by relation with a shown total
  for (size_t r = 0; r < relations.size(); ++r) {
    if (!hidden[relations[r].total]) left[r] = hidden_parts(relations[r], hidden);
  }
  std::vector<std::vector<uint32_t>> sums;
  for (size_t r = 0; r < relations.size(); ++r) {
    const auto& smaller = left[r];
    if (smaller.empty()) continue;
    sums.push_back(smaller);
    for (uint32_t other : relations_of[smaller[0]]) {
      const auto& larger = left[other];
      if (other == r || larger.size() <= smaller.size()) continue;
      const bool within = std::all_of(smaller.begin(), smaller.end(), [&](uint32_t cell) {
        return std::binary_search(larger.begin(), larger.end(), cell);
      });
      if (!within) continue;
      sums.emplace_back();
      std::set_difference(larger.begin(), larger.end(), smaller.begin(), smaller.end(),
                          std::back_inserter(sums.back()));
    }
  }
  for (const auto& [pivot, equation] : solve(relations, hidden)) {
    const double one = equation.begin()->second;
    const bool sum = std::all_of(equation.begin(), equation.end(), [one](const auto& term) {
      return std::abs(term.second - one) < kZero;
    });
    if (!sum) continue;
    sums.emplace_back();
    for (const auto& [cell, coefficient] : equation) sums.back().push_back(cell);
  }
  return sums;
}

std::vector<uint32_t> solvable_cells(const std::vector<Relation>& relations,
                                     const std::vector<bool>& hidden) {
  std::vector<uint32_t> cells;
  for (const auto& [pivot, equation] : solve(relations, hidden)) {
    if (equation.size() == 1) cells.push_back(pivot);
  }
  return cells;
}

}  // namespace topline
