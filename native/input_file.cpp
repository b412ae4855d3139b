// SPDX-License-Identifier: Apache-2.0
#include "native/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "core/intake/binary_format.h"
#include "core/topline.h"
#include "native/words.h"

namespace topline::native {
namespace {

ssize_t read_some(int file, std::span<char> into) {
  ssize_t length;
  do {
    length = ::read(file, into.data(), into.size());
  } while (length < 0 && errno == EINTR);
  return length;
}

}  // namespace

InputFile::InputFile(int file, std::string path, std::string name)
    : file_(file), path_(std::move(path)), name_(std::move(name)) {}

InputFile::~InputFile() {
  if (file_ > STDERR_FILENO) close(file_);
}

InputFile::InputFile(InputFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      path_(std::move(other.path_)),
      name_(std::move(other.name_)),
      size_(other.size_),
      seekable_(other.seekable_),
      head_(std::move(other.head_)),
      head_is_all_(other.head_is_all_),
      keep_(other.keep_),
      taken_(other.taken_),
      spool_(std::move(other.spool_)),
      converted_(other.converted_),
      source_(std::move(other.source_)) {}

Result<InputFile> InputFile::open(const std::string& path, std::string name,
                                  std::optional<Encoding> encoding) {
  const int file = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  InputFile input(file, path, std::move(name));
  if (file < 0) return input.failed(errno);
  if (auto looked = input.look(); !looked) return tl::unexpected<Error>(looked.error());
  if (!binary_format(input.head_).empty() && !encoding) return input;  // the core says what it is
  const TextForm form = find_form(input.head_, input.head_is_all_, encoding);
  if (form.as_it_is()) return input;
  if (auto converted = input.convert(form); !converted) {
    return tl::unexpected<Error>(converted.error());
  }
  return input;
}

InputInfo InputFile::info() const {
  return {name_, size_.value_or(0), source_};
}

Result<InputFile> InputFile::made(std::string name, Spool text, InputSource source) {
  InputFile input(-1, name, name);
  input.source_ = std::move(source);
  if (auto taken = input.take_over(std::move(text)); !taken) {
    return tl::unexpected<Error>(taken.error());
  }
  return input;
}

// From here on the input is the text in the spool.
Result<void> InputFile::take_over(Spool text) {
  spool_ = std::move(text);
  converted_ = seekable_ = true;
  size_ = spool_.size();
  return read_head();
}

Result<void> InputFile::convert(const TextForm& form) {
  TextConverter converter(form);
  Spool made;
  std::string chunk(size_t{1} << 20, '\0');
  std::string text;
  for (uint64_t at = 0;;) {
    const auto got = read(at, chunk);
    if (!got) return tl::unexpected<Error>(got.error());
    at += *got;
    text.clear();
    if (*got == 0) {
      converter.finish(text);
    } else {
      converter.feed(std::string_view(chunk).substr(0, *got), text);
    }
    if (!made.append(text)) return failed(errno);
    if (*got == 0) break;
  }
  if (form.encoding != Encoding::utf8) source_.encoding = name_of(form.encoding);
  source_.undecodable = converter.invalid();
  return take_over(std::move(made));
}

Result<void> InputFile::look() {
  struct stat facts = {};
  if (fstat(file_, &facts) != 0) return failed(errno);
  if (S_ISDIR(facts.st_mode)) return failed(EISDIR);
  // Standard input may be a file that someone read the beginning of already.
  seekable_ = S_ISREG(facts.st_mode) && (file_ != STDIN_FILENO || lseek(file_, 0, SEEK_CUR) == 0);
  if (seekable_) {
    size_ = static_cast<uint64_t>(facts.st_size);
    posix_fadvise(file_, 0, 0, POSIX_FADV_SEQUENTIAL);
  }
  return read_head();
}

Result<void> InputFile::read_head() {
  std::string head(Analysis::kHead, '\0');
  size_t filled = 0;
  while (filled < head.size()) {
    const auto got = read(filled, std::span(head).subspan(filled));
    if (!got) return tl::unexpected<Error>(got.error());
    if (*got == 0) break;
    filled += *got;
  }
  head_is_all_ = filled < head.size() || (size_ && *size_ == filled);
  head.resize(filled);
  head_ = std::move(head);
  return {};
}

tl::unexpected<Error> InputFile::failed(int error) const {
  const std::string detail =
      error == EISDIR ? say(Words::is_directory) : std::string(std::strerror(error));
  return fail(Code::cannot_read, {name_}, {{"path", path_}, {"detail", detail}});
}

Result<size_t> InputFile::read(uint64_t offset, std::span<char> into) {
  if (converted_) {
    const int64_t length = spool_.read(offset, into);
    if (length < 0) return failed(errno);
    return static_cast<size_t>(length);
  }
  if (seekable_) {
    ssize_t length;
    do {
      length = pread(file_, into.data(), into.size(), static_cast<off_t>(offset));
    } while (length < 0 && errno == EINTR);
    if (length < 0) return failed(errno);
    return static_cast<size_t>(length);
  }
  if (offset < taken_) {
    // The head is at hand even of a pipe that is not kept.
    if (offset < head_.size()) {
      const size_t length = std::min(into.size(), head_.size() - offset);
      std::copy_n(head_.data() + offset, length, into.data());
      return length;
    }
    const int64_t length = spool_.read(offset, into);
    if (length < 0) return failed(errno);
    return static_cast<size_t>(length);
  }
  const ssize_t length = read_some(file_, into);
  if (length < 0) return failed(errno);
  if (length == 0) size_ = taken_;
  taken_ += static_cast<uint64_t>(length);
  if (keep_ && !spool_.append(into.first(static_cast<size_t>(length)))) return failed(errno);
  return static_cast<size_t>(length);
}

Result<std::string> InputFile::read_all() {
  std::string text = head_;
  if (head_is_all_) return text;
  std::string chunk(size_t{1} << 20, '\0');
  while (true) {
    const auto got = read(text.size(), chunk);
    if (!got) return tl::unexpected<Error>(got.error());
    if (*got == 0) return text;
    text.append(chunk, 0, *got);
  }
}

}  // namespace topline::native
