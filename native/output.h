// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/report/render.h"

namespace topline::native {

/// Where a command's result goes: standard output, or a file that is written beside its place and
/// renamed into it once it is whole. Nothing partial is ever left at `path`.
class Output {
 public:
  /// `path` empty: standard output. Error: cannot_write.
  static Result<Output> open(const std::string& path);
  ~Output();
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;

  void write(std::string_view text);
  Sink sink() {
    return [this](std::string_view text) { write(text); };
  }
  /// Whoever reads standard output has gone: there is no use in writing on.
  bool closed() const { return closed_; }
  /// All is written and in its place. Error: cannot_write.
  Result<void> finish();

 private:
  Output(int file, std::string path, std::string temporary);
  void flush();
  tl::unexpected<Error> failed(int error) const;

  int file_;
  std::string path_;
  std::string temporary_;  ///< empty: written straight to `path_` or standard output
  std::string buffer_;
  int error_ = 0;
  bool closed_ = false;
};

}  // namespace topline::native
