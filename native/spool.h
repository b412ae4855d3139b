// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace topline::native {

/// Keeps what came through a pipe, so that it can be read a second time: in memory at first, beyond
/// kInMemory in a nameless temporary file.
class Spool {
 public:
  static constexpr size_t kInMemory = size_t{64} << 20;

  Spool() = default;
  ~Spool();
  Spool(Spool&& other) noexcept;
  Spool& operator=(Spool&& other) noexcept;

  /// False, with errno set, where the disk takes no more.
  bool append(std::span<const char> bytes);
  /// Bytes read from `offset` on; 0 at the end, -1 with errno set.
  int64_t read(uint64_t offset, std::span<char> into) const;
  uint64_t size() const { return size_; }

 private:
  bool move_to_file();

  std::string memory_;
  int file_ = -1;
  uint64_t size_ = 0;
};

}  // namespace topline::native
