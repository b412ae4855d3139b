// SPDX-License-Identifier: Apache-2.0
#include "native/stop.h"

#include <unistd.h>

#include <atomic>
#include <climits>
#include <csignal>
#include <cstring>

namespace topline::native {
namespace {

// Only what a signal handler may touch: flat memory, unlink(2), write(2), _exit(2).
char partial_file[PATH_MAX];
std::atomic<bool> has_partial_file{false};
std::atomic<bool> line_shown{false};

void stop(int signal) {
  if (has_partial_file) unlink(partial_file);
  if (line_shown) {
    constexpr char kClear[] = "\r\x1B[K";
    [[maybe_unused]] const auto written = write(STDERR_FILENO, kClear, sizeof kClear - 1);
  }
  _exit(128 + signal);
}

}  // namespace

void catch_signals() {
  struct sigaction action = {};
  action.sa_handler = stop;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, nullptr);
}

void remove_when_stopped(const std::string& path) {
  has_partial_file = false;
  if (path.empty() || path.size() >= sizeof partial_file) return;
  std::memcpy(partial_file, path.c_str(), path.size() + 1);
  has_partial_file = true;
}

void clear_line_when_stopped(bool shown) { line_shown = shown; }

}  // namespace topline::native
