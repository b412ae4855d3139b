// SPDX-License-Identifier: Apache-2.0
#include "core/measure/suppress.h"

#include <algorithm>

#include "core/measure/hidden_ranges.h"
#include "core/measure/hidden_sums.h"

namespace topline {
namespace {

constexpr uint32_t kNone = UINT32_MAX;
// Of larger tables only the bases are reckoned with as whole numbers, not each answer.
constexpr size_t kMostRanged = 20000;
// Of larger tables it is not tried out what else people could have answered.
constexpr size_t kMostSupposed = 300;

class Hider {
 public:
  Hider(const std::vector<uint64_t>& bases, const std::vector<Relation>& relations, uint32_t min_n,
        const AlikeAnswers& answers)
      : bases_(bases), relations_(relations), min_n_(min_n), answers_(answers), hidden_(bases.size()),
        relations_of_(bases.size()) {
    for (uint32_t r = 0; r < relations.size(); ++r) {
      relations_of_[relations[r].total].push_back(r);
      for (uint32_t part : relations[r].parts) relations_of_[part].push_back(r);
    }
  }

  std::vector<bool> run() {
    bool any = false;
    for (uint32_t cell = 0; cell < bases_.size(); ++cell) {
      hidden_[cell] = bases_[cell] != 0 && (bases_[cell] < min_n_ || answers_.alike({cell}));
      any |= hidden_[cell];
    }
    if (!any) return hidden_;
    do {
      for (bool changed = true; changed;) {
        changed = false;
        for (const Relation& relation : relations_) {
          while (close(relation)) changed = true;
        }
      }
    } while (mend_sums() || leave_room());
    return hidden_;
  }

 private:
  uint64_t joint(const std::vector<uint32_t>& cells) const {
    uint64_t sum = 0;
    for (uint32_t cell : cells) sum += bases_[cell];
    return sum;
  }

  // May the answers of these people be known together?
  bool publishable(const std::vector<uint32_t>& cells) const {
    return cells.size() >= 2 && joint(cells) >= min_n_ && !answers_.alike(cells);
  }

  uint32_t smallest_part(const Relation& relation) const {
    uint32_t smallest = kNone;
    for (uint32_t part : relation.parts) {
      if (hidden_[part] || bases_[part] == 0) continue;
      if (smallest == kNone || bases_[part] < bases_[smallest]) smallest = part;
    }
    return smallest;
  }

  // Hides one more cell where what the relation leaves is not publishable. True where it did.
  bool close(const Relation& relation) {
    const std::vector<uint32_t> parts = hidden_parts(relation, hidden_);
    const bool total = hidden_[relation.total];
    if (parts.empty() && !total) return false;
    // A hidden total hides the sum, so the parts' joint base is not to be had.
    const bool closed = total ? !parts.empty() : publishable(parts);
    const bool roomy = total || joint(parts) >= min_n_ + parts.size() - 1;
    if (closed && roomy) return false;
    if (const uint32_t smallest = smallest_part(relation); smallest != kNone) {
      hidden_[smallest] = true;
      return true;
    }
    // All parts are hidden or empty: their total would give them away.
    if (closed || total) return false;
    return hidden_[relation.total] = true;
  }

  // What is shown of a relation and may be hidden: its smallest part, else its total; kNone: nothing.
  uint32_t shown_of(const Relation& relation) const {
    const uint32_t smallest = smallest_part(relation);
    if (smallest != kNone) return smallest;
    return hidden_[relation.total] || bases_[relation.total] == 0 ? kNone : relation.total;
  }

  // Hides a cell that stands in a relation with one of `cells`, in that of the fewest parts; where all
  // about them are hidden, one that is next to those.
  bool hide_near(std::vector<uint32_t> cells) {
    std::vector<bool> met(bases_.size());
    for (uint32_t cell : cells) met[cell] = true;
    while (!cells.empty()) {
      const Relation* nearest = nullptr;
      std::vector<uint32_t> next;
      const auto meet = [&](uint32_t cell) {
        if (!met[cell]) next.push_back(cell);
        met[cell] = true;
      };
      for (uint32_t cell : cells) {
        for (uint32_t r : relations_of_[cell]) {
          const Relation& relation = relations_[r];
          const bool fewer = nearest == nullptr || relation.parts.size() < nearest->parts.size();
          if (fewer && shown_of(relation) != kNone) nearest = &relation;
        }
      }
      if (nearest != nullptr) return hidden_[shown_of(*nearest)] = true;
      for (uint32_t cell : cells) {
        for (uint32_t r : relations_of_[cell]) {
          meet(relations_[r].total);
          for (uint32_t part : relations_[r].parts) meet(part);
        }
      }
      cells = std::move(next);
    }
    return false;
  }

  // Sums of hidden cells that can be had.
  bool mend_sums() {
    return mend(hidden_sums(relations_, relations_of_, hidden_)) ||
           mend(solved_sums(relations_, hidden_));
  }

  bool mend(const std::vector<std::vector<uint32_t>>& sums) {
    bool changed = false;
    for (const auto& cells : sums) {
      if (!publishable(cells)) changed |= hide_near(cells);
    }
    return changed;
  }

  // What is known of bases beforehand: that there is somebody, that a bound is of ten at least, and
  // how many answered at all.
  std::vector<WholeRange> known_bases() const {
    const uint64_t most = *std::max_element(bases_.begin(), bases_.end());
    std::vector<WholeRange> known;
    for (uint32_t cell = 0; cell < bases_.size(); ++cell) {
      const bool bound = may_be_bound(bases_, cell, min_n_) && answers_.alike({cell});
      known.push_back({bound ? static_cast<int64_t>(kAlikeSlackFrom) : 1, static_cast<int64_t>(most)});
    }
    const auto everyone = static_cast<int64_t>(bases_[0]);
    if (!answers_.empty()) known[0] = {everyone, everyone};
    return known;
  }

  // Where a hidden base has hardly another value than its own, or nobody in the cell can have given
  // another answer, another cell goes.
  bool leave_room() {
    const std::vector<WholeRange> known = known_bases();
    std::vector<AnswerCounts> counts = answers_.counts();
    if (counts.empty() || bases_.size() * counts.size() > kMostRanged) counts.assign(1, {});
    bool changed = false;
    for (const AnswerCounts& answers : counts) {
      const HiddenRanges ranges = hidden_ranges(bases_, answers, relations_, hidden_, known);
      const std::vector<bool> before = hidden_;
      for (uint32_t cell = 0; cell < bases_.size(); ++cell) {
        if (before[cell]) changed |= leave_room(cell, ranges, answers, known);
      }
      if (changed) return true;
    }
    return changed;
  }

  // Everybody in the cell gave one answer: does it lead nowhere to suppose that somebody gave another?
  bool tells_what_all_said(uint32_t cell, const AnswerCounts& answers,
                           const std::vector<WholeRange>& known) const {
    if (answers.empty() || bases_.size() > kMostSupposed) return false;
    const std::vector<uint64_t>& given = answers[cell];
    if (std::find(given.begin(), given.end(), bases_[cell]) == given.end()) return false;
    for (size_t other = 0; other < given.size(); ++other) {
      if (given[other] != 0) continue;
      const SupposedAnswer supposed{cell, other};
      if (hidden_ranges(bases_, answers, relations_, hidden_, known, supposed).possible()) return false;
    }
    return true;
  }

  bool leave_room(uint32_t cell, const HiddenRanges& ranges, const AnswerCounts& answers,
                  const std::vector<WholeRange>& known) {
    if (bases_[cell] == 0) return false;
    const bool everyone = cell == 0 || bases_[cell] == bases_[0];
    if (!everyone && (ranges.tells_answer(cell) || tells_what_all_said(cell, answers, known))) {
      return hide_near({cell});
    }
    const auto room = static_cast<int64_t>(std::min<uint64_t>(kLeastRoom, min_n_ - 1));
    if (everyone || ranges.bases[cell].high - ranges.bases[cell].low >= room) return false;
    bool changed = false;
    for (uint32_t r : relations_of_[cell]) {
      const Relation& relation = relations_[r];
      if (!binds(relation, cell, ranges.bases)) continue;
      const uint32_t smallest = smallest_part(relation);
      if (smallest != kNone) changed = hidden_[smallest] = true;
    }
    return changed || (!is_of_scattered(cell, room) && hide_near({cell}));
  }

  // Are all parts hidden of a total that is few more people than they are? Nothing but the total could be
  // hidden then, which would take others with it: it is left alone.
  bool is_of_scattered(uint32_t cell, int64_t room) const {
    return std::any_of(relations_of_[cell].begin(), relations_of_[cell].end(), [&](uint32_t r) {
      const Relation& relation = relations_[r];
      if (relation.total == cell || smallest_part(relation) != kNone) return false;
      const auto parts = static_cast<int64_t>(hidden_parts(relation, hidden_).size());
      return static_cast<int64_t>(bases_[relation.total]) - parts < room;
    });
  }

  // Is it this relation that leaves a part of it no room?
  static bool binds(const Relation& relation, uint32_t cell, const std::vector<WholeRange>& ranges) {
    if (relation.total == cell) return true;
    int64_t low = 0, high = 0;
    for (uint32_t part : relation.parts) {
      if (part == cell) continue;
      low += ranges[part].low;
      high += ranges[part].high;
    }
    const WholeRange& total = ranges[relation.total];
    return total.high - low <= ranges[cell].high || total.low - high >= ranges[cell].low;
  }

  const std::vector<uint64_t>& bases_;
  const std::vector<Relation>& relations_;
  const uint32_t min_n_;
  const AlikeAnswers& answers_;
  std::vector<bool> hidden_;
  std::vector<std::vector<uint32_t>> relations_of_;  ///< cell → relations that it stands in
};

}  // namespace

bool may_be_bound(const std::vector<uint64_t>& bases, uint32_t cell, uint32_t min_n) {
  if (bases[cell] < kAlikeSlackFrom) return false;
  return bases[cell] >= bases[0] || bases[0] - bases[cell] >= min_n;
}

std::vector<bool> hidden_cells(const std::vector<uint64_t>& bases,
                               const std::vector<Relation>& relations, uint32_t min_n,
                               const AlikeAnswers& answers) {
  if (min_n <= 1) return std::vector<bool>(bases.size());
  return Hider(bases, relations, min_n, answers).run();
}

}  // namespace topline
