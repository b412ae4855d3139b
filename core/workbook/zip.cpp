// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/zip.h"

#include <algorithm>

namespace topline {
namespace {

// An XLSX of 1 GB has a dozen entries; a file of millions is made to hurt.
constexpr uint64_t kMostEntries = 100'000;

uint64_t number(std::string_view bytes, size_t at, size_t size) {
  uint64_t value = 0;
  for (size_t i = 0; i < size; ++i) {
    value |= uint64_t{static_cast<uint8_t>(bytes[at + i])} << (8 * i);
  }
  return value;
}

tl::unexpected<Error> broken(std::string_view detail) {
  return fail(Code::bad_workbook, {}, {{"detail", std::string(detail)}});
}

// Sizes and offsets over 4 GB stand in an extra field, in this order, where the others are all ones.
void read_zip64(std::string_view extra, ZipEntry& entry) {
  while (extra.size() >= 4) {
    const uint64_t id = number(extra, 0, 2);
    const size_t size = std::min<size_t>(number(extra, 2, 2), extra.size() - 4);
    std::string_view field = extra.substr(4, size);
    if (id == 1) {
      for (uint64_t* value : {&entry.size, &entry.packed, &entry.header}) {
        if (*value != UINT32_MAX || field.size() < 8) continue;
        *value = number(field, 0, 8);
        field.remove_prefix(8);
      }
    }
    extra.remove_prefix(4 + size);
  }
}

}  // namespace

Result<ZipEnd> find_zip_end(std::string_view tail, uint64_t file_size) {
  constexpr std::string_view kEnd("PK\x05\x06", 4), kLocator("PK\x06\x07", 4), kEnd64("PK\x06\x06", 4);
  const size_t at = tail.rfind(kEnd);
  if (at == std::string_view::npos || tail.size() - at < 22) return broken("the end of the file is missing");
  ZipEnd end{number(tail, at + 16, 4), number(tail, at + 12, 4), number(tail, at + 10, 2)};
  const bool large = end.directory == UINT32_MAX || end.size == UINT32_MAX || end.entries == UINT16_MAX;
  if (large && at >= 20 && tail.substr(at - 20, 4) == kLocator) {
    const uint64_t record = number(tail, at - 12, 8);
    const uint64_t tail_at = file_size - tail.size();
    if (record < tail_at || record - tail_at + 56 > tail.size()) return broken("its directory is too far from its end");
    const auto from = static_cast<size_t>(record - tail_at);
    if (tail.substr(from, 4) != kEnd64) return broken("its directory is damaged");
    end = {number(tail, from + 48, 8), number(tail, from + 40, 8), number(tail, from + 32, 8)};
  }
  if (end.directory > file_size || end.size > file_size - end.directory) return broken("its directory is damaged");
  if (end.entries > kMostEntries) return broken("it has too many parts");
  return end;
}

Result<std::vector<ZipEntry>> read_zip_directory(std::string_view directory, const ZipEnd& end) {
  std::vector<ZipEntry> entries;
  size_t at = 0;
  for (uint64_t k = 0; k < end.entries; ++k) {
    if (directory.size() - at < 46 || number(directory, at, 4) != 0x02014b50) return broken("its directory is damaged");
    const size_t name = number(directory, at + 28, 2);
    const size_t extra = number(directory, at + 30, 2);
    const size_t comment = number(directory, at + 32, 2);
    if (directory.size() - at - 46 < name + extra + comment) return broken("its directory is damaged");
    ZipEntry entry;
    entry.name = std::string(directory.substr(at + 46, name));
    std::replace(entry.name.begin(), entry.name.end(), '\\', '/');
    const uint64_t flags = number(directory, at + 8, 2);
    const uint64_t method = number(directory, at + 10, 2);
    if ((flags & 1) != 0) return broken("it is protected by a password");
    if (method != 0 && method != 8) return broken("it is packed in a way that workbooks are not");
    entry.deflated = method == 8;
    entry.packed = number(directory, at + 20, 4);
    entry.size = number(directory, at + 24, 4);
    entry.header = number(directory, at + 42, 4);
    read_zip64(directory.substr(at + 46 + name, extra), entry);
    entries.push_back(std::move(entry));
    at += 46 + name + extra + comment;
  }
  return entries;
}

Result<uint64_t> zip_data_offset(std::string_view header) {
  if (header.size() < kZipLocalHeader || number(header, 0, 4) != 0x04034b50) return broken("one of its parts is damaged");
  return kZipLocalHeader + number(header, 26, 2) + number(header, 28, 2);
}

}  // namespace topline
