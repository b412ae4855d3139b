// SPDX-License-Identifier: Apache-2.0
#include "native/zip_file.h"

#include <zlib.h>

#include <algorithm>
#include <string>

namespace topline::native {
namespace {

constexpr size_t kPiece = size_t{256} << 10;

tl::unexpected<Error> damaged() {
  return fail(Code::bad_workbook, {}, {{"detail", "one of its parts is damaged"}});
}

// zlib's state, freed however a function is left.
struct Inflater {
  Inflater() { ready = inflateInit2(&stream, -MAX_WBITS) == Z_OK; }
  ~Inflater() { inflateEnd(&stream); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  z_stream stream = {};
  bool ready = false;
};

}  // namespace

Result<ZipFile> ZipFile::open(Read read, uint64_t size) {
  ZipFile file;
  file.read_ = std::move(read);
  std::string tail(std::min(size, kZipTail), '\0');
  if (auto got = file.read_all(size - tail.size(), tail); !got) return tl::unexpected<Error>(got.error());
  const auto end = find_zip_end(tail, size);
  if (!end) return tl::unexpected<Error>(end.error());
  std::string directory(end->size, '\0');
  if (auto got = file.read_all(end->directory, directory); !got) return tl::unexpected<Error>(got.error());
  auto entries = read_zip_directory(directory, *end);
  if (!entries) return tl::unexpected<Error>(entries.error());
  file.entries_ = std::move(*entries);
  return file;
}

Result<void> ZipFile::read_all(uint64_t offset, std::span<char> into) const {
  while (!into.empty()) {
    const auto got = read_(offset, into);
    if (!got) return tl::unexpected<Error>(got.error());
    if (*got == 0) return damaged();
    offset += *got;
    into = into.subspan(*got);
  }
  return {};
}

Result<void> ZipFile::inflate(const ZipEntry& entry, const Sink& sink) const {
  char header[kZipLocalHeader];
  if (auto got = read_all(entry.header, header); !got) return got;
  const auto skip = zip_data_offset({header, sizeof header});
  if (!skip) return tl::unexpected<Error>(skip.error());
  std::string packed(kPiece, '\0'), out(4 * kPiece, '\0');
  Inflater inflater;
  if (!inflater.ready) return damaged();
  uint64_t at = entry.header + *skip, left = entry.packed, made = 0;
  int state = Z_OK;
  while (left > 0 && state != Z_STREAM_END) {
    const std::span<char> piece = std::span(packed).first(std::min<uint64_t>(left, packed.size()));
    if (auto got = read_all(at, piece); !got) return got;
    at += piece.size();
    left -= piece.size();
    if (!entry.deflated) {
      made += piece.size();
      if (auto taken = sink({piece.data(), piece.size()}); !taken) return taken;
      continue;
    }
    inflater.stream.next_in = reinterpret_cast<Bytef*>(piece.data());
    inflater.stream.avail_in = static_cast<uInt>(piece.size());
    do {
      inflater.stream.next_out = reinterpret_cast<Bytef*>(out.data());
      inflater.stream.avail_out = static_cast<uInt>(out.size());
      state = ::inflate(&inflater.stream, Z_NO_FLUSH);
      if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) return damaged();
      const size_t fresh = out.size() - inflater.stream.avail_out;
      made += fresh;
      // More than the directory says: a part made to fill the memory.
      if (made > entry.size) return damaged();
      if (auto taken = sink({out.data(), fresh}); !taken) return taken;
    } while (inflater.stream.avail_out == 0 && state != Z_STREAM_END);
  }
  return made == entry.size ? Result<void>() : damaged();
}

}  // namespace topline::native
