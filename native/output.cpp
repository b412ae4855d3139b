// SPDX-License-Identifier: Apache-2.0
#include "native/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "native/stop.h"

namespace topline::native {
namespace {

constexpr size_t kBuffer = size_t{1} << 18;

tl::unexpected<Error> cannot_write(const std::string& path, int error) {
  return fail(Code::cannot_write, {}, {{"path", path}, {"detail", std::strerror(error)}});
}

// What a new file's rights would be: those of the file it replaces, else what the umask leaves.
mode_t rights_for(const std::string& path) {
  struct stat facts = {};
  if (stat(path.c_str(), &facts) == 0) return facts.st_mode & 07777;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

Output::Output(int file, std::string path, std::string temporary)
    : file_(file), path_(std::move(path)), temporary_(std::move(temporary)) {}

Output::Output(Output&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      buffer_(std::move(other.buffer_)),
      error_(other.error_),
      closed_(other.closed_) {}

Output::~Output() {
  if (!temporary_.empty()) {
    unlink(temporary_.c_str());
    remove_when_stopped({});
  }
  if (file_ > STDERR_FILENO) close(file_);
}

Result<Output> Output::open(const std::string& path) {
  if (path.empty() || path == "-") return Output(STDOUT_FILENO, {}, {});
  struct stat facts = {};
  if (stat(path.c_str(), &facts) == 0 && !S_ISREG(facts.st_mode)) {
    // A device or a pipe has no place beside it; a directory fails here.
    const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) return cannot_write(path, errno);
    return Output(file, path, {});
  }
  // Through a link the file it points to is replaced, not the link.
  std::error_code ignored;
  const auto real = std::filesystem::weakly_canonical(path, ignored);
  std::string place = ignored ? path : real.string();
  std::string temporary = place + ".XXXXXX";
  const int file = mkostemp(temporary.data(), O_CLOEXEC);
  if (file < 0) return cannot_write(path, errno);
  fchmod(file, rights_for(place));
  remove_when_stopped(temporary);
  return Output(file, std::move(place), std::move(temporary));
}

void Output::write(std::string_view text) {
  if (error_ != 0) return;
  buffer_ += text;
  if (buffer_.size() >= kBuffer) flush();
}

void Output::flush() {
  std::string_view left = buffer_;
  while (!left.empty() && error_ == 0) {
    const ssize_t written = ::write(file_, left.data(), left.size());
    if (written >= 0) {
      left.remove_prefix(static_cast<size_t>(written));
    } else if (errno != EINTR) {
      error_ = errno;
      closed_ = errno == EPIPE;
    }
  }
  buffer_.clear();
}

tl::unexpected<Error> Output::failed(int error) const {
  return cannot_write(path_.empty() ? "stdout" : path_, error);
}

Result<void> Output::finish() {
  flush();
  if (closed_) return {};
  if (error_ != 0) return failed(error_);
  if (file_ > STDERR_FILENO) {
    const int closing = close(std::exchange(file_, -1));
    if (closing != 0) return failed(errno);
  }
  if (!temporary_.empty()) {
    if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return failed(errno);
    temporary_.clear();
    remove_when_stopped({});
  }
  return {};
}

}  // namespace topline::native
