// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/workbook/zip.h"

namespace topline::native {

/// A ZIP file whose bytes are read at any offset.
class ZipFile {
 public:
  /// Fills the span from the offset on, as far as there are bytes, and returns how many.
  using Read = std::function<Result<size_t>(uint64_t offset, std::span<char> into)>;
  using Sink = std::function<Result<void>(std::string_view bytes)>;

  /// Reads the directory. Errors: those of `read`, bad_workbook.
  static Result<ZipFile> open(Read read, uint64_t size);

  const std::vector<ZipEntry>& entries() const { return entries_; }
  /// Gives an entry's bytes, inflated, piece by piece. Errors: those of `read` and `sink`,
  /// bad_workbook.
  Result<void> inflate(const ZipEntry& entry, const Sink& sink) const;

 private:
  Result<void> read_all(uint64_t offset, std::span<char> into) const;

  Read read_;
  std::vector<ZipEntry> entries_;
};

}  // namespace topline::native
