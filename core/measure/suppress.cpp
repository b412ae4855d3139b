// SPDX-License-Identifier: Apache-2.0
#include "core/measure/suppress.h"

#include <cmath>
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

// Hides one more part where the relation would give a hidden cell away. True where it did.
bool close(const Relation& relation, const std::vector<uint64_t>& bases, uint32_t min_n,
           std::vector<bool>& hidden) {
  size_t count = hidden[relation.total];
  uint64_t joint = 0;
  for (uint32_t part : relation.parts) {
    if (!hidden[part]) continue;
    ++count;
    joint += bases[part];
  }
  if (count == 0) return false;
  // A hidden total hides the sum, so the parts' joint base is not to be had.
  if (count >= 2 && (hidden[relation.total] || joint >= min_n)) return false;
  uint32_t smallest = UINT32_MAX;
  for (uint32_t part : relation.parts) {
    if (hidden[part] || bases[part] == 0) continue;
    if (smallest == UINT32_MAX || bases[part] < bases[smallest]) smallest = part;
  }
  if (smallest != UINT32_MAX) {
    hidden[smallest] = true;
    return true;
  }
  // All parts are hidden or empty: their total would give them away.
  if (!hidden[relation.total]) {
    hidden[relation.total] = true;
    return true;
  }
  return false;
}

}  // namespace

std::vector<bool> hidden_cells(const std::vector<uint64_t>& bases,
                               const std::vector<Relation>& relations, uint32_t min_n) {
  std::vector<bool> hidden(bases.size());
  for (size_t cell = 0; cell < bases.size(); ++cell) {
    hidden[cell] = bases[cell] != 0 && bases[cell] < min_n;
  }
  for (;;) {
    for (bool changed = true; changed;) {
      changed = false;
      for (const Relation& relation : relations) {
        while (close(relation, bases, min_n, hidden)) changed = true;
      }
    }
    const std::vector<uint32_t> solved = solvable_cells(relations, hidden);
    if (solved.empty()) return hidden;
    // Hide the smallest shown cell that stands in a relation with a solved one. There is one until
    // a whole relation is hidden, and then its cells cannot all be solved for.
    uint32_t smallest = UINT32_MAX;
    for (const Relation& relation : relations) {
      bool holds = false;
      for (uint32_t cell : solved) {
        holds |= cell == relation.total;
        for (uint32_t part : relation.parts) holds |= part == cell;
      }
      if (!holds) continue;
      for (uint32_t part : relation.parts) {
        if (hidden[part] || bases[part] == 0) continue;
        if (smallest == UINT32_MAX || bases[part] < bases[smallest]) smallest = part;
      }
      if (smallest == UINT32_MAX && !hidden[relation.total]) smallest = relation.total;
    }
    if (smallest == UINT32_MAX) return hidden;
    hidden[smallest] = true;
  }
}

std::vector<uint32_t> solvable_cells(const std::vector<Relation>& relations,
                                     const std::vector<bool>& hidden) {
  std::map<uint32_t, Equation> solved_by;  // pivot cell -> its reduced equation
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
  std::vector<uint32_t> cells;
  for (const auto& [pivot, equation] : solved_by) {
    if (equation.size() == 1) cells.push_back(pivot);
  }
  return cells;
}

}  // namespace topline
