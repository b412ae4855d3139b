// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace topline {

/// What an XmlReader meets. Names are without their namespace prefix; texts and attribute values
/// have their entities resolved. Views are good during the call.
class XmlHandler {
 public:
  using Attributes = std::vector<std::pair<std::string_view, std::string_view>>;
  virtual ~XmlHandler() = default;
  virtual void open(std::string_view name, const Attributes& attributes) = 0;
  virtual void close(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;
  /// Why what was read is not to be used; empty where all is well.
  virtual std::string_view problem() const { return {}; }

 protected:
  /// The value of an attribute, or `otherwise`.
  static std::string_view value(const Attributes& attributes, std::string_view name,
                                std::string_view otherwise = {});
};

/// Reads XML as it comes, in chunks cut anywhere. Made for the parts of workbooks: UTF-8, no document
/// type; what is no element or text is passed over. A tag or a text over 64 MiB is an error.
class XmlReader {
 public:
  explicit XmlReader(XmlHandler& handler) : handler_(handler) {}
  /// Error: bad_workbook.
  Result<void> feed(std::string_view bytes);
  /// The part is at its end. Error: bad_workbook where it ends within an element.
  Result<void> finish();

 private:
  Result<size_t> read(std::string_view xml);
  void read_tag(std::string_view tag);
  std::string_view resolved(std::string_view text, std::string& memory);

  XmlHandler& handler_;
  std::string kept_;   ///< the beginning of what is not complete
  size_t depth_ = 0;
  XmlHandler::Attributes attributes_;
  std::deque<std::string> memory_;  ///< of attribute values with entities; none moves
  std::string text_;
};

}  // namespace topline
