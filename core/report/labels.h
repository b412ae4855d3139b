// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace topline {

/// The fixed words of the text, Markdown and inspection renderers; both languages stand in
/// labels.def.
enum class Label : uint16_t {
#define TOPLINE_LABEL(id, english, chinese) id,
#include "core/report/labels.def"
#undef TOPLINE_LABEL
};

/// The words of one language.
class Labels {
 public:
  /// "zh-CN", or anything else for English.
  explicit Labels(std::string_view language) : chinese_(language.substr(0, 2) == "zh") {}

  std::string_view operator()(Label label) const;
  /// With "{}" filled in.
  std::string operator()(Label label, std::string_view value) const;
  /// With each "{name}" filled in.
  std::string filled(Label label, const Params& params) const;
  bool chinese() const { return chinese_; }

 private:
  bool chinese_;
};

/// "theme_money"
std::string_view label_name(Label label);
/// The label of that id: how roles ("role_nps") and reasons ("no_answers") find their words.
std::optional<Label> find_label(std::string_view id);

}  // namespace topline
