// SPDX-License-Identifier: Apache-2.0
#pragma once

// The directory of a ZIP file (PKWARE APPNOTE 6.3). Bytes are read, and entries inflated, by the edge:
// zlib natively, DecompressionStream in browsers.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace topline {

struct ZipEntry {
  std::string name;  ///< with "/", as it stands
  bool deflated = false;  ///< else it is stored
  uint64_t packed = 0;    ///< bytes in the file
  uint64_t size = 0;      ///< bytes inflated
  uint64_t header = 0;    ///< offset of its local header, which is kZipLocalHeader bytes and two names
};

struct ZipEnd {
  uint64_t directory = 0;  ///< offset of the directory
  uint64_t size = 0;       ///< its bytes
  uint64_t entries = 0;
};

/// The end of a ZIP file that holds its end record: 64 KiB of comment and both records at most.
inline constexpr uint64_t kZipTail = 65536 + 22 + 20 + 56;
inline constexpr size_t kZipLocalHeader = 30;

/// Where the directory is. `tail` is the last kZipTail bytes of the file, or all of it. Error:
/// bad_workbook.
Result<ZipEnd> find_zip_end(std::string_view tail, uint64_t file_size);

/// The entries. `directory` is the bytes that ZipEnd names. Errors: bad_workbook.
Result<std::vector<ZipEntry>> read_zip_directory(std::string_view directory, const ZipEnd& end);

/// How many bytes lie between an entry's header and its data: `header` is kZipLocalHeader bytes from
/// ZipEntry::header on. Error: bad_workbook.
Result<uint64_t> zip_data_offset(std::string_view header);

}  // namespace topline
