// SPDX-License-Identifier: Apache-2.0
#pragma once

// The bytes between the reader and the scanner: one stretch of memory that is filled at its end and
// used up from its front. Private to core/ingest.

#include <cstddef>
#include <memory>
#include <span>

namespace topline {

class ScanBuffer {
 public:
  /// Readable bytes behind the last one, so that wide loads need no care at the end.
  static constexpr size_t kPadding = 64;

  const char* begin() const { return bytes_.get() + begin_; }
  size_t size() const { return end_ - begin_; }

  /// Writable bytes behind the last one. What is there may move.
  std::span<char> room(size_t at_least);
  void commit(size_t count) { end_ += count; }
  /// The first bytes are no longer needed.
  void drop(size_t count) { begin_ += count; }
  /// Zeros behind the last byte. Nothing is committed after it.
  void pad();

 private:
  std::unique_ptr<char[]> bytes_;
  size_t capacity_ = 0;  // without the padding
  size_t begin_ = 0;
  size_t end_ = 0;
};

}  // namespace topline
