// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>

namespace topline::native {

/// A line on a terminal's standard error while a large input is read: a bar, the speed, the time
/// left. Any thread may add to it. Nothing is shown in the first half second, nor where `shown` is
/// false.
class Progress {
 public:
  explicit Progress(bool shown);
  ~Progress();

  /// A reading of `total` bytes begins; unknown for pipes.
  void begin(std::optional<uint64_t> total);
  void add(uint64_t bytes);
  /// Takes the line away.
  void end();

  /// Bytes of all readings so far.
  uint64_t bytes() const { return all_; }
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  void draw();

  const bool shown_;
  const Clock::time_point started_ = Clock::now();
  Clock::time_point begun_ = started_;
  std::optional<uint64_t> total_;
  std::atomic<uint64_t> done_{0};
  std::atomic<uint64_t> all_{0};
  std::atomic<int64_t> next_draw_{0};  ///< milliseconds since started_
  std::mutex drawing_;
  bool drawn_ = false;
};

}  // namespace topline::native
