// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/topline.h"
#include "native/input_file.h"
#include "native/progress.h"

namespace topline::native {

/// The K-th of N byte ranges of each file: `--part K/N`.
struct Part {
  uint64_t number = 1;  ///< from 1
  uint64_t of = 1;
};

struct ReadingOptions {
  unsigned threads = 0;  ///< 0: the machine's, for files over kLargeFile
  std::optional<Part> part;
};

/// Files under this are read by one thread unless told otherwise.
inline constexpr uint64_t kLargeFile = uint64_t{64} << 20;

/// What a run read, for --verbose.
struct ReadingFigures {
  unsigned threads = 1;
  int passes = 0;
};

/// An empty analysis with the run's settings and plan.
using MakeAnalysis = std::function<Result<Analysis>()>;

/// Reads all inputs into one analysis: tables by byte ranges in several threads, tallies as they
/// are; and once more where the rows ask for another plan than their first megabyte did.
/// Reads the inputs once more, as `analysis` was read, and shows the rows that it leaves out.
Result<void> read_left_out(const Analysis& analysis, std::vector<InputFile>& inputs,
                           const std::function<void(const InputFile&, const LeftOutRow&)>& show);

Result<Analysis> read_inputs(const MakeAnalysis& make, std::vector<InputFile>& inputs,
                             const ReadingOptions& options, Progress& progress,
                             ReadingFigures& figures);

}  // namespace topline::native
