// SPDX-License-Identifier: Apache-2.0
#include "core/report/labels.h"

#include <iterator>

#include "core/report/words.h"

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

}  // namespace

std::string_view Labels::operator()(Label label) const {
  const Entry& entry = kEntries[static_cast<size_t>(label)];
  return chinese_ ? entry.chinese : entry.english;
}

std::string Labels::operator()(Label label, std::string_view value) const {
  return fill((*this)(label), {{"", std::string(value)}});
}

std::string Labels::filled(Label label, const Params& params) const {
  return fill((*this)(label), params);
}

std::string_view label_name(Label label) { return kEntries[static_cast<size_t>(label)].id; }

std::optional<Label> find_label(std::string_view id) {
  for (size_t i = 0; i < std::size(kEntries); ++i) {
    if (kEntries[i].id == id) return static_cast<Label>(i);
  }
  return std::nullopt;
}

}  // namespace topline
