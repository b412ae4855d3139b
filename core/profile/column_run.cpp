// SPDX-License-Identifier: Apache-2.0
#include "core/profile/column_run.h"

#include <algorithm>

#include "core/profile/known_rows.h"
#include "core/profile/raw_key.h"

namespace topline {
namespace {

/// Combinations that are likely at most, for columns to be worth a run; columns of more texts are
/// not looked at.
constexpr uint32_t kLikely = ColumnRun::kMost * 3 / 4;
constexpr uint32_t kFewTexts = 128;
constexpr size_t kLongest = 31;

size_t longest_text(const TokenTable& column) {
  size_t longest = 0;
  for (uint32_t code = 0; code < column.size(); ++code) {
    longest = std::max(longest, column.text(code).size());
  }
  return longest;
}

}  // namespace

ColumnRun::ColumnRun(uint32_t first, uint32_t end, size_t longest)
    : first_(first),
      end_(end),
      words_(longest < 8 ? 1 : 4),
      keys_(kPlaces * words_),
      values_(kPlaces) {}

bool ColumnRun::may_go_on(const std::vector<TokenTable>& columns) const {
  if (size() + RecordBlock::kMost > kMost || known_ + RecordBlock::kMost > kPlaces / 2) return false;
  if (misses_ * 8 > rows_ + 8 * kMost) return false;
  return std::all_of(columns.begin() + first_, columns.begin() + end_, [](const TokenTable& column) {
    return column.complete() && column.size() + RecordBlock::kMost < column.limit();
  });
}

void ColumnRun::count(const RecordBlock& block, uint64_t line_shift,
                      std::vector<TokenTable>& columns, uint16_t* combinations) {
  if (words_ == 1) {
    count_words<1>(block, line_shift, columns, combinations);
  } else {
    count_words<4>(block, line_shift, columns, combinations);
  }
}

template <size_t Words>
void ColumnRun::count_words(const RecordBlock& block, uint64_t line_shift,
                            std::vector<TokenTable>& columns, uint16_t* combinations) {
  const KnownRuns known = Words == 1 ? known_rows().runs_1 : known_rows().runs_4;
  const RunKeys keys = {first_, end_, keys_.data(), values_.data()};
  const uint64_t misses = misses_;
  rows_ += block.count();
  for (size_t row = 0; row < block.count(); ++row) {
    row = known(block, keys, row, hits_.data(), combinations);
    if (row == block.count()) break;
    ++misses_;
    const auto combination = static_cast<uint16_t>(count_cells(block, row, line_shift, columns));
    combinations[row] = combination;
    remember<Words>(block, row, combination);
  }
  if (misses_ != misses) goes_on_ = may_go_on(columns);
}

template <size_t Words>
void ColumnRun::remember(const RecordBlock& block, size_t row, uint16_t combination) {
  const Stop* const stop = block.stops() + row * block.width() + first_;
  const Stop begin = behind(stop[-1]);
  const auto size = static_cast<size_t>(stop[width() - 1] - begin);
  if (size > RawKey<Words>::kLongest) return;
  const RawKey<Words> key(block.data() + begin, size);
  size_t place = key.template place<kPlaceBits>();
  while (keys_.data()[place * Words + Words - 1] != 0) place = (place + 1) % kPlaces;
  std::copy(key.words.begin(), key.words.end(), keys_.data() + place * Words);
  values_[place] = combination;
  ++known_;
}

// The cells of a row that was not met as it stands, each counted in its column.
uint32_t ColumnRun::count_cells(const RecordBlock& block, size_t row, uint64_t line_shift,
                                std::vector<TokenTable>& columns) {
  const Place place = {0, block.offset(row), block.line(row) - line_shift};
  const size_t met = codes_.size();
  for (uint32_t c = first_; c < end_; ++c) {
    codes_.push_back(columns[c].count(block.cell(row, c), place));
  }
  for (size_t at = 0; at < met; at += width()) {
    if (!std::equal(codes_.begin() + static_cast<ptrdiff_t>(met), codes_.end(),
                    codes_.begin() + static_cast<ptrdiff_t>(at))) {
      continue;
    }
    codes_.resize(met);
    return static_cast<uint32_t>(at / width());
  }
  hits_.push_back(0);
  return size() - 1;
}

void ColumnRun::give_counts(std::vector<TokenTable>& columns) {
  for (uint32_t k = 0; k < size(); ++k) {
    if (hits_[k] == 0) continue;
    for (uint32_t c = first_; c < end_; ++c) columns[c].count_more(code(k, c), hits_[k]);
    hits_[k] = 0;
  }
}

// Of all ways to cut the columns into runs and columns alone, the one of the fewest look-ups, and
// among those the one of the fewest combinations: the memory that is touched.
std::vector<ColumnRun> choose_runs(const std::vector<TokenTable>& columns,
                                   const std::vector<uint8_t>& apart) {
  struct Cut {
    uint64_t cost = 0;
    uint32_t first = 0;  ///< of the piece that ends here
    size_t longest = 0;  ///< bytes of its texts
  };
  constexpr uint64_t kLookUp = uint64_t{1} << 20;
  if (columns.empty()) return {};
  std::vector<Cut> cuts(columns.size());  // cuts[k]: before column k; the last column is in no run
  for (uint32_t end = 1; end < columns.size(); ++end) {
    Cut& best = cuts[end];
    best = {cuts[end - 1].cost + kLookUp + std::min(columns[end - 1].size(), kLikely), end - 1, 0};
    uint64_t combinations = 1;
    size_t longest = 0;
    for (uint32_t first = end; first-- > 0;) {
      const TokenTable& column = columns[first];
      if (!column.complete() || column.size() > kFewTexts || apart[first] != apart[end - 1]) break;
      combinations *= column.size();
      longest += longest_text(column) + (first + 1 < end);
      if (combinations > kLikely || longest > kLongest) break;
      const uint64_t cost = cuts[first].cost + kLookUp + combinations;
      if (cost < best.cost) best = {cost, first, longest};
    }
  }
  std::vector<ColumnRun> runs;
  for (auto end = static_cast<uint32_t>(columns.size() - 1); end > 0; end = cuts[end].first) {
    const uint32_t first = cuts[end].first;
    if (end > first + 1) runs.emplace_back(first, end, cuts[end].longest);
  }
  return runs;
}

}  // namespace topline
