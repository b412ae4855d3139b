// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/scan_buffer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace topline {

namespace {

// Kernels copy three times slower to where an address is a few bytes past its source's within their
// pages, which a file's pages make the usual case (measured on Zen 4: `rep movsb`).
constexpr size_t kAlignment = 64;

// How far from `memory` on `kept` bytes stand for what follows them to be aligned.
size_t shift_for(const char* memory, size_t kept) {
  return -(reinterpret_cast<uintptr_t>(memory) + kept) % kAlignment;
}

}  // namespace

std::span<char> ScanBuffer::room(size_t at_least) {
  if (capacity_ - end_ < at_least || bytes_ == nullptr) {
    const size_t kept = size();
    if (begin_ >= kept + kAlignment && capacity_ - kept >= at_least + kAlignment) {
      // Moved only where at least as much was used up as is moved: linear over the whole input.
      const size_t to = shift_for(bytes_.get(), kept);
      std::memcpy(bytes_.get() + to, begin(), kept);
      begin_ = to;
    } else {
      // Some more than asked for, so that the next tails fit in and the memory can stay; twice what
      // is kept, so that a long record is moved but a few times.
      const size_t capacity =
          kept + at_least + kAlignment + std::max({kept, at_least / 8, size_t{4096}});
      auto bytes = std::make_unique<char[]>(capacity + kPadding);
      const size_t to = shift_for(bytes.get(), kept);
      if (kept > 0) std::memcpy(bytes.get() + to, begin(), kept);
      bytes_ = std::move(bytes);
      capacity_ = capacity;
      begin_ = to;
    }
    end_ = begin_ + kept;
  }
  return {bytes_.get() + end_, capacity_ - end_};
}

void ScanBuffer::pad() {
  if (bytes_ == nullptr) room(1);
  std::memset(bytes_.get() + end_, 0, kPadding);
}

}  // namespace topline
