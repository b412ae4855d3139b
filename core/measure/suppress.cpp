// SPDX-License-Identifier: Apache-2.0
#include "core/measure/suppress.h"

namespace topline {
namespace {

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
  for (bool changed = true; changed;) {
    changed = false;
    for (const Relation& relation : relations) {
      while (close(relation, bases, min_n, hidden)) changed = true;
    }
  }
  return hidden;
}

}  // namespace topline
