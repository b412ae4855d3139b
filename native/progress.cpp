// SPDX-License-Identifier: Apache-2.0
#include "native/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include "core/report/figures.h"
#include "native/stop.h"
#include "native/words.h"

namespace topline::native {
namespace {

constexpr int64_t kFirstDraw = 500;  // milliseconds
constexpr int64_t kBetweenDraws = 100;
constexpr int kBarWidth = 24;

std::string bar(double part) {
  const int filled = std::clamp(static_cast<int>(std::lround(part * kBarWidth)), 0, kBarWidth);
  std::string text;
  for (int i = 0; i < kBarWidth; ++i) text += i < filled ? "▇" : "─";
  return text;
}

}  // namespace

Progress::Progress(bool shown) : shown_(shown), next_draw_(kFirstDraw) {}

Progress::~Progress() { end(); }

void Progress::begin(std::optional<uint64_t> total) {
  begun_ = Clock::now();
  total_ = total;
  done_ = 0;
}

void Progress::add(uint64_t bytes) {
  done_ += bytes;
  all_ += bytes;
  if (!shown_) return;
  const auto now = static_cast<int64_t>(seconds() * 1000);
  int64_t due = next_draw_;
  // One thread draws; the others read on.
  if (now < due || !next_draw_.compare_exchange_strong(due, now + kBetweenDraws)) return;
  draw();
}

void Progress::draw() {
  const std::lock_guard lock(drawing_);
  const double seconds = std::chrono::duration<double>(Clock::now() - begun_).count();
  const auto done = static_cast<double>(done_.load());
  const double rate = seconds > 0 ? done / seconds : 0;
  std::string line;
  if (total_ && *total_ > 0) {
    const double part = std::min(1.0, done / static_cast<double>(*total_));
    line = fmt::format(
        "{} {:3.0f}%  {}", bar(part), part * 100,
        say(Words::of_size, {{"done", bytes_text(done_)}, {"size", bytes_text(*total_)}}));
  } else {
    line = bytes_text(done_);
  }
  line += fmt::format(" · {}/s", bytes_text(static_cast<uint64_t>(rate)));
  if (total_ && rate > 0) {
    const double left = std::max(0.0, (static_cast<double>(*total_) - done) / rate);
    line += " · " + say(Words::seconds_left, {{"seconds", fmt::format("{:.0f}", std::ceil(left))}});
  }
  clear_line_when_stopped(true);
  drawn_ = true;
  std::fputs(("\r\x1B[K" + line).c_str(), stderr);
  std::fflush(stderr);
}

void Progress::end() {
  const std::lock_guard lock(drawing_);
  if (!drawn_) return;
  std::fputs("\r\x1B[K", stderr);
  std::fflush(stderr);
  clear_line_when_stopped(false);
  drawn_ = false;
}

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - started_).count();
}

}  // namespace topline::native
