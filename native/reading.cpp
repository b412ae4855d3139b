// SPDX-License-Identifier: Apache-2.0
#include "native/reading.h"

#include <algorithm>
#include <thread>

namespace topline::native {
namespace {

constexpr size_t kChunk = size_t{256} << 10;  // stays in the second-level cache
constexpr int kMostPasses = 4;

tl::unexpected<Error> error_of(const Error& error) { return tl::unexpected<Error>(error); }

// One input, or the part of it that begins in `range`, into `analysis`.
Result<void> feed(Analysis& analysis, InputFile& input, ScanRange range, Progress& progress) {
  if (auto begun = analysis.begin(input.info(), input.head(), input.head_is_all(), range); !begun) {
    return begun;
  }
  uint64_t at = analysis.feed_from();
  while (!analysis.range_done()) {
    const std::span<char> room = analysis.room(kChunk);
    const auto got = input.read(at, room.first(std::min(room.size(), kChunk)));
    if (!got) return error_of(got.error());
    if (*got == 0) break;
    if (auto done = analysis.commit(*got); !done) return done;
    at += *got;
    progress.add(*got);
  }
  return analysis.end();
}

// The byte ranges that `threads` threads begin with; only the first is known to begin at a record.
std::vector<ScanRange> cut(uint64_t size, unsigned threads) {
  std::vector<ScanRange> ranges;
  for (unsigned k = 0; k < threads; ++k) {
    const bool last = k + 1 == threads;
    ranges.push_back({size / threads * k, last ? UINT64_MAX : size / threads * (k + 1), k == 0});
  }
  return ranges;
}

// One file by several threads. Where a range turns out to have begun inside a quoted cell, it is
// read again from where its predecessor ended.
Result<Analysis> read_by_ranges(const MakeAnalysis& make, InputFile& input, unsigned threads,
                                Progress& progress) {
  const std::vector<ScanRange> ranges = cut(*input.size(), threads);
  std::vector<std::optional<Result<Analysis>>> parts(ranges.size());
  const auto read_part = [&](size_t k, ScanRange range) {
    Result<Analysis> part = make();
    if (part) {
      if (auto fed = feed(*part, input, range, progress); !fed) part = error_of(fed.error());
    }
    parts[k] = std::move(part);
  };
  std::vector<std::thread> workers;
  for (size_t k = 0; k < ranges.size(); ++k) workers.emplace_back(read_part, k, ranges[k]);
  for (std::thread& worker : workers) worker.join();

  Result<Analysis> whole = std::move(*parts[0]);
  if (!whole) return whole;
  uint64_t next = whole->covered().to;
  for (size_t k = 1; k < ranges.size(); ++k) {
    if (next >= ranges[k].to) continue;  // one record reaches over the whole range
    if (*parts[k] && (*parts[k])->covered().from != next) {
      read_part(k, {next, ranges[k].to, true});
    }
    if (!*parts[k]) return std::move(*parts[k]);
    next = (*parts[k])->covered().to;
    if (auto merged = whole->merge(std::move(**parts[k])); !merged) return error_of(merged.error());
  }
  return whole;
}

ScanRange range_of(const InputFile& input, const Part& part) {
  const uint64_t size = *input.size();
  const auto edge = [&](uint64_t k) { return size / part.of * k + size % part.of * k / part.of; };
  const bool last = part.number == part.of;
  return {edge(part.number - 1), last ? UINT64_MAX : edge(part.number), part.number == 1};
}

// All inputs once.
class Reading {
 public:
  Reading(const MakeAnalysis& make, std::vector<InputFile>& inputs, const ReadingOptions& options,
          Progress& progress, ReadingFigures& figures)
      : make_(make), inputs_(inputs), options_(options), progress_(progress), figures_(figures) {}

  Result<Analysis> run() {
    progress_.begin(total());
    ++figures_.passes;
    Result<Analysis> whole = make_();
    for (InputFile& input : inputs_) {
      if (!whole) break;
      if (auto added = add(*whole, input); !added) whole = error_of(added.error());
    }
    return whole;
  }

 private:
  Result<void> add(Analysis& whole, InputFile& input) {
    if (looks_like_tally(input.head())) {
      const auto text = input.read_all();
      if (!text) return error_of(text.error());
      auto added = whole.add_tally(*text);
      if (!added && added.error().where.input.empty()) added.error().where.input = input.name();
      return added;
    }
    if (options_.part) return feed(whole, input, range_of(input, *options_.part), progress_);
    const unsigned threads = threads_for(input);
    figures_.threads = std::max(figures_.threads, threads);
    if (threads == 1) return feed(whole, input, {}, progress_);
    auto read = read_by_ranges(make_, input, threads, progress_);
    if (!read) return error_of(read.error());
    auto merged = whole.merge(std::move(*read));
    // A later file's beginning may look unlike the first one's: it then has to obey the first one's
    // plan, which only the analysis that holds it knows.
    if (!merged && merged.error().code == Code::plan_mismatch) {
      return feed(whole, input, {}, progress_);
    }
    return merged;
  }

  unsigned threads_for(const InputFile& input) const {
    if (!input.seekable() || *input.size() == 0) return 1;
    if (options_.threads != 0) {
      return static_cast<unsigned>(std::min<uint64_t>(options_.threads, *input.size()));
    }
    if (*input.size() <= kLargeFile) return 1;
    return std::max(1u, std::thread::hardware_concurrency());
  }

  std::optional<uint64_t> total() const {
    uint64_t total = 0;
    for (const InputFile& input : inputs_) {
      if (!input.size()) return std::nullopt;
      total += *input.size();
    }
    return total;
  }

  const MakeAnalysis& make_;
  std::vector<InputFile>& inputs_;
  const ReadingOptions& options_;
  Progress& progress_;
  ReadingFigures& figures_;
};

}  // namespace

Result<Analysis> read_inputs(const MakeAnalysis& make, std::vector<InputFile>& inputs,
                             const ReadingOptions& options, Progress& progress,
                             ReadingFigures& figures) {
  Result<Analysis> whole = Reading(make, inputs, options, progress, figures).run();
  while (whole && !options.part && whole->must_read_again() && figures.passes < kMostPasses) {
    const MakeAnalysis obey = [&]() -> Result<Analysis> { return whole->again(); };
    // Threads call `obey` while the next analysis is made: the old one must outlive them.
    Result<Analysis> next = Reading(obey, inputs, options, progress, figures).run();
    whole = std::move(next);
  }
  progress.end();
  return whole;
}

Result<void> read_left_out(const Analysis& analysis, std::vector<InputFile>& inputs,
                           const std::function<void(const InputFile&, const LeftOutRow&)>& show) {
  Analysis again = analysis.again();
  Progress silent(false);
  for (InputFile& input : inputs) {
    if (looks_like_tally(input.head())) continue;
    again.show_left_out([&](const LeftOutRow& row) { show(input, row); });
    if (auto fed = feed(again, input, {}, silent); !fed) return fed;
  }
  return {};
}

}  // namespace topline::native
