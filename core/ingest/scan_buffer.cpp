// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/scan_buffer.h"

#include <algorithm>
#include <cstring>

namespace topline {

std::span<char> ScanBuffer::room(size_t at_least) {
  if (capacity_ - end_ < at_least || bytes_ == nullptr) {
    const size_t kept = size();
    if (begin_ >= kept && capacity_ - kept >= at_least && bytes_ != nullptr) {
      // Moved only where at least as much was used up as is moved: linear over the whole input.
      std::memcpy(bytes_.get(), bytes_.get() + begin_, kept);
    } else {
      // Some more than asked for, so that the next tails fit in and the memory can stay; twice what
      // is kept, so that a long record is moved but a few times.
      const size_t capacity = kept + at_least + std::max({kept, at_least / 8, size_t{4096}});
      auto bytes = std::make_unique<char[]>(capacity + kPadding);
      if (kept > 0) std::memcpy(bytes.get(), begin(), kept);
      bytes_ = std::move(bytes);
      capacity_ = capacity;
    }
    begin_ = 0;
    end_ = kept;
  }
  return {bytes_.get() + end_, capacity_ - end_};
}

void ScanBuffer::pad() {
  if (bytes_ == nullptr) room(1);
  std::memset(bytes_.get() + end_, 0, kPadding);
}

}  // namespace topline
