// SPDX-License-Identifier: Apache-2.0
#include "native/spool.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <utility>

namespace topline::native {
namespace {

bool write_all(int file, std::span<const char> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    bytes = bytes.subspan(static_cast<size_t>(written));
  }
  return true;
}

}  // namespace

Spool::~Spool() {
  if (file_ >= 0) close(file_);
}

Spool::Spool(Spool&& other) noexcept
    : memory_(std::move(other.memory_)),
      file_(std::exchange(other.file_, -1)),
      size_(std::exchange(other.size_, 0)) {}

Spool& Spool::operator=(Spool&& other) noexcept {
  std::swap(memory_, other.memory_);
  std::swap(file_, other.file_);
  std::swap(size_, other.size_);
  return *this;
}

bool Spool::append(std::span<const char> bytes) {
  if (file_ < 0 && memory_.size() + bytes.size() > kInMemory && !move_to_file()) return false;
  if (file_ < 0) {
    memory_.append(bytes.data(), bytes.size());
  } else if (!write_all(file_, bytes)) {
    return false;
  }
  size_ += bytes.size();
  return true;
}

int64_t Spool::read(uint64_t offset, std::span<char> into) const {
  if (offset >= size_) return 0;
  if (file_ < 0) {
    const size_t length = std::min<uint64_t>(into.size(), size_ - offset);
    std::copy_n(memory_.data() + offset, length, into.data());
    return static_cast<int64_t>(length);
  }
  ssize_t length;
  do {
    length = pread(file_, into.data(), into.size(), static_cast<off_t>(offset));
  } while (length < 0 && errno == EINTR);
  return length;
}

bool Spool::move_to_file() {
  const char* folder = std::getenv("TMPDIR");
  std::string path = (folder != nullptr && *folder != '\0' ? folder : "/tmp");
  path += "/topline-XXXXXX";
  file_ = mkstemp(path.data());
  if (file_ < 0) return false;
  unlink(path.c_str());  // nameless: gone with the process, however it ends
  if (!write_all(file_, memory_)) return false;
  memory_.clear();
  memory_.shrink_to_fit();
  return true;
}

}  // namespace topline::native
