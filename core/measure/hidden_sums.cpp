// SPDX-License-Identifier: Apache-2.0
#include "core/measure/hidden_sums.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

namespace topline {
namespace {

// One equation: hidden cell -> coefficient. Sums of cells have coefficients of small whole numbers.
using Equation = std::map<uint32_t, double>;
constexpr double kZero = 1e-9;
using Cells = std::vector<uint32_t>;
// A total is the sum of its waves, of its segments, of a crossing's rows or columns.
constexpr size_t kWays = 4;
constexpr int kLevels = 2;
// Of larger tables sums are taken as they stand.
constexpr size_t kMostTakenApart = 3000;

void subtract(Equation& from, const Equation& equation, double times) {
  for (const auto& [cell, coefficient] : equation) {
    double& value = from[cell];
    value -= times * coefficient;
    if (std::abs(value) < kZero) from.erase(cell);
  }
}

// The relations in reduced form: pivot cell -> its equation, whose other cells are no pivots.
class Reduced {
 public:
  void add(Equation equation) {
    Cells pivots;
    for (const auto& [cell, coefficient] : equation) {
      if (equations.count(cell) != 0) pivots.push_back(cell);
    }
    for (uint32_t pivot : pivots) subtract(equation, equations[pivot], double{equation[pivot]});
    if (equation.empty()) return;
    const auto [pivot, lead] = *equation.begin();
    for (auto& [cell, coefficient] : equation) coefficient /= lead;
    const std::set<uint32_t> others = std::move(standing_in_[pivot]);
    standing_in_.erase(pivot);
    for (uint32_t other : others) {
      Equation& known = equations[other];
      const auto at = known.find(pivot);
      if (at == known.end()) continue;
      subtract(known, equation, double{at->second});
      for (const auto& [cell, coefficient] : equation) stand(cell, other);
    }
    for (const auto& [cell, coefficient] : equation) stand(cell, pivot);
    equations[pivot] = std::move(equation);
  }

  std::map<uint32_t, Equation> equations;

 private:
  // A cell that has left an equation since may still be said to stand in it.
  void stand(uint32_t cell, uint32_t pivot) {
    if (cell != pivot) standing_in_[cell].insert(pivot);
  }

  std::map<uint32_t, std::set<uint32_t>> standing_in_;  ///< cell -> pivots of the equations it is in
};

std::map<uint32_t, Equation> solve(const std::vector<Relation>& relations,
                                   const std::vector<bool>& hidden) {
  Reduced reduced;
  for (const Relation& relation : relations) {
    Equation equation;
    if (hidden[relation.total]) equation[relation.total] = -1;
    for (uint32_t part : relation.parts) {
      if (hidden[part]) equation[part] = 1;
    }
    if (!equation.empty()) reduced.add(std::move(equation));
  }
  return std::move(reduced.equations);
}

// The cells with each hidden total among them replaced by its hidden parts, of the `way`-th relation that
// it is the total of; where it is of none it stays.
Cells taken_apart(const Cells& cells, size_t way, const std::vector<Relation>& relations,
                  const std::vector<std::vector<uint32_t>>& relations_of,
                  const std::vector<bool>& hidden) {
  Cells apart;
  for (uint32_t cell : cells) {
    size_t ways = 0;
    const Relation* by = nullptr;
    for (uint32_t r : relations_of[cell]) {
      if (relations[r].total == cell && ways++ == way) by = &relations[r];
    }
    if (by == nullptr) {
      apart.push_back(cell);
    } else {
      const Cells parts = hidden_parts(*by, hidden);
      apart.insert(apart.end(), parts.begin(), parts.end());
    }
  }
  std::sort(apart.begin(), apart.end());
  return apart;
}

bool is_within(const Cells& smaller, const Cells& larger) {
  return std::all_of(smaller.begin(), smaller.end(), [&](uint32_t cell) {
    return std::binary_search(larger.begin(), larger.end(), cell);
  });
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
  std::set<Cells> left;
  for (const Relation& relation : relations) {
    if (hidden[relation.total]) continue;
    if (Cells parts = hidden_parts(relation, hidden); !parts.empty()) left.insert(std::move(parts));
  }
  if (relations.size() <= kMostTakenApart) {
    for (int level = 0; level < kLevels; ++level) {
      std::set<Cells> apart;
      for (const Cells& cells : left) {
        for (size_t way = 0; way < kWays; ++way) {
          apart.insert(taken_apart(cells, way, relations, relations_of, hidden));
        }
      }
      left.merge(apart);
    }
  }
  std::vector<Cells> sums(left.begin(), left.end());
  std::vector<std::vector<size_t>> holding(hidden.size());  // cell -> sums that it is in
  for (size_t i = 0; i < sums.size(); ++i) {
    for (uint32_t cell : sums[i]) holding[cell].push_back(i);
  }
  const size_t known = sums.size();
  for (size_t i = 0; i < known; ++i) {
    for (size_t other : holding[sums[i][0]]) {
      const Cells &smaller = sums[i], &larger = sums[other];
      if (larger.size() <= smaller.size() || !is_within(smaller, larger)) continue;
      Cells beyond;
      std::set_difference(larger.begin(), larger.end(), smaller.begin(), smaller.end(),
                          std::back_inserter(beyond));
      left.insert(std::move(beyond));
    }
  }
  return {left.begin(), left.end()};
}

std::vector<std::vector<uint32_t>> solved_sums(const std::vector<Relation>& relations,
                                               const std::vector<bool>& hidden) {
  std::vector<Cells> sums;
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
