// SPDX-License-Identifier: Apache-2.0
#include "core/report/labels.h"

#include <iterator>

namespace topline {
namespace {

struct Entry {
  std::string_view id;
  std::string_view english;
  std::string_view chinese;
};

constexpr Entry kEntries[] = {
#define TOPLINE_LABEL(id, english, chinese) {#id, english, chinese},
#include "core/report/labels.def"
#undef TOPLINE_LABEL
};

// "{name}" in `text` becomes `value`.
void fill(std::string& text, std::string_view name, std::string_view value) {
  std::string slot(1, '{');
  slot.append(name).push_back('}');
  const size_t at = text.find(slot);
  if (at != std::string::npos) text.replace(at, slot.size(), value);
}

}  // namespace

std::string_view Labels::operator()(Label label) const {
  const Entry& entry = kEntries[static_cast<size_t>(label)];
  return chinese_ ? entry.chinese : entry.english;
}

std::string Labels::operator()(Label label, std::string_view value) const {
  std::string text((*this)(label));
  fill(text, "", value);
  return text;
}

std::string Labels::filled(
    Label label, const std::vector<std::pair<std::string_view, std::string_view>>& values) const {
  std::string text((*this)(label));
  for (const auto& [name, value] : values) fill(text, name, value);
  return text;
}

std::optional<Label> find_label(std::string_view id) {
  for (size_t i = 0; i < std::size(kEntries); ++i) {
    if (kEntries[i].id == id) return static_cast<Label>(i);
  }
  return std::nullopt;
}

}  // namespace topline
