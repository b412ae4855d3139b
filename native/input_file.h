// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/intake/input_info.h"
#include "core/intake/text_form.h"
#include "native/spool.h"

namespace topline::native {

/// A file or standard input ("-"), read by chunks at any offset. What comes through a pipe is kept
/// for a second reading, unless read_once() was called.
class InputFile {
 public:
  /// Opens and reads the head (Analysis::kHead bytes, or all there are). What the core's scanner can't
  /// read as it is, by its encoding or its marks, is converted at once: from here on the input is the
  /// UTF-8 text made of it. `encoding` overrules what the bytes look like. Error: cannot_read.
  static Result<InputFile> open(const std::string& path, std::string name,
                                std::optional<Encoding> encoding = {});
  /// An input whose text was made of something else, such as a workbook's sheet. Error: cannot_read.
  static Result<InputFile> made(std::string name, Spool text, InputSource source);
  ~InputFile();
  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&&) = delete;

  /// What reports and messages call it.
  const std::string& name() const { return name_; }
  /// What Analysis::begin() is to be told.
  InputInfo info() const;
  /// Known of regular files; of others once they were read to the end.
  std::optional<uint64_t> size() const { return size_; }
  /// Any byte range can be read, by several threads at once.
  bool seekable() const { return seekable_; }
  std::string_view head() const { return head_; }
  bool head_is_all() const { return head_is_all_; }

  /// Fills `into` from `offset` on and returns how many bytes; 0 at the end. From a pipe, offsets
  /// must not skip what was not read yet. Error: cannot_read.
  Result<size_t> read(uint64_t offset, std::span<char> into);
  /// There will be no second reading: nothing is kept of a pipe.
  void read_once() { keep_ = false; }

  /// The whole input as one string.
  Result<std::string> read_all();

 private:
  InputFile(int file, std::string path, std::string name);
  Result<void> look();
  Result<void> read_head();
  Result<void> convert(const TextForm& form);
  Result<void> take_over(Spool text);
  tl::unexpected<Error> failed(int error) const;

  int file_;
  std::string path_;
  std::string name_;
  std::optional<uint64_t> size_;
  bool seekable_ = false;
  std::string head_;
  bool head_is_all_ = false;
  bool keep_ = true;
  uint64_t taken_ = 0;  ///< bytes taken from a pipe so far
  Spool spool_;
  bool converted_ = false;  ///< the spool holds all there is
  InputSource source_;
};

}  // namespace topline::native
