// SPDX-License-Identifier: Apache-2.0
#include "core/measure/hidden_ranges.h"

#include <algorithm>

namespace topline {
namespace {

// Ranges hardly narrow after so many rounds.
constexpr int kMostRounds = 60;

bool narrow(WholeRange& range, int64_t low, int64_t high) {
  const WholeRange before = range;
  range.low = std::max(range.low, low);
  range.high = std::min(range.high, high);
  return range.low != before.low || range.high != before.high;
}

// Numbers of which one is the sum of others: cells of a relation, or the answers of a cell.
bool narrow_sum(WholeRange& total, const std::vector<WholeRange*>& parts) {
  int64_t low = 0, high = 0;
  for (const WholeRange* part : parts) {
    low += part->low;
    high += part->high;
  }
  bool changed = narrow(total, low, high);
  for (WholeRange* part : parts) {
    const WholeRange was = *part;
    if (!narrow(*part, total.low - (high - was.high), total.high - (low - was.low))) continue;
    changed = true;
    low += part->low - was.low;
    high += part->high - was.high;
  }
  return changed;
}

bool touches(const Relation& relation, const std::vector<bool>& hidden) {
  return hidden[relation.total] || std::any_of(relation.parts.begin(), relation.parts.end(),
                                               [&](uint32_t part) { return hidden[part]; });
}

}  // namespace

bool HiddenRanges::possible() const {
  const auto empty = [](const WholeRange& range) { return range.low > range.high; };
  return std::none_of(bases.begin(), bases.end(), empty) &&
         std::none_of(answers.begin(), answers.end(), [&](const auto& cell) {
           return std::any_of(cell.begin(), cell.end(), empty);
         });
}

bool HiddenRanges::tells_answer(uint32_t cell) const {
  if (answers.empty()) return false;
  return std::count_if(answers[cell].begin(), answers[cell].end(),
                       [](const WholeRange& answer) { return answer.high > 0; }) <= 1;
}

HiddenRanges hidden_ranges(const std::vector<uint64_t>& bases, const AnswerCounts& answers,
                           const std::vector<Relation>& relations, const std::vector<bool>& hidden,
                           const std::vector<WholeRange>& known,
                           std::optional<SupposedAnswer> supposed) {
  HiddenRanges ranges;
  const size_t kinds = answers.empty() ? 0 : answers[0].size();
  if (kinds != 0) ranges.answers.resize(bases.size());
  for (size_t cell = 0; cell < bases.size(); ++cell) {
    const auto n = static_cast<int64_t>(bases[cell]);
    ranges.bases.push_back(hidden[cell] ? known[cell] : WholeRange{n, n});
    for (size_t kind = 0; kind < kinds; ++kind) {
      const auto count = static_cast<int64_t>(answers[cell][kind]);
      ranges.answers[cell].push_back(hidden[cell] ? WholeRange{0, known[cell].high}
                                                  : WholeRange{count, count});
    }
  }
  if (supposed) ranges.answers[supposed->cell][supposed->answer].low = 1;
  std::vector<const Relation*> open;
  for (const Relation& relation : relations) {
    if (touches(relation, hidden)) open.push_back(&relation);
  }
  std::vector<WholeRange*> parts;
  bool changed = true;
  for (int round = 0; changed && round < kMostRounds; ++round) {
    changed = false;
    for (const Relation* relation : open) {
      parts.clear();
      for (uint32_t part : relation->parts) parts.push_back(&ranges.bases[part]);
      changed |= narrow_sum(ranges.bases[relation->total], parts);
      for (size_t kind = 0; kind < kinds; ++kind) {
        parts.clear();
        for (uint32_t part : relation->parts) parts.push_back(&ranges.answers[part][kind]);
        changed |= narrow_sum(ranges.answers[relation->total][kind], parts);
      }
    }
    for (size_t cell = 0; cell < bases.size() && kinds != 0; ++cell) {
      if (!hidden[cell]) continue;
      parts.clear();
      for (WholeRange& answer : ranges.answers[cell]) parts.push_back(&answer);
      changed |= narrow_sum(ranges.bases[cell], parts);
    }
  }
  return ranges;
}

}  // namespace topline
