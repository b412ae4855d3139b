// SPDX-License-Identifier: Apache-2.0
#include "native/column_names.h"

#include <algorithm>

namespace topline::native {
namespace {

std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> parts;
  for (;;) {
    const size_t at = text.find(mark);
    if (!text.substr(0, at).empty()) parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

}  // namespace

size_t find_unescaped(std::string_view text, char mark) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == mark) {
      return i;
    }
  }
  return std::string_view::npos;
}

std::string unescape(std::string_view name) {
  std::string plain;
  for (size_t i = 0; i < name.size(); ++i) {
    const bool escape = name[i] == '\\' && i + 1 < name.size() &&
                        (name[i + 1] == '=' || name[i + 1] == ':' || name[i + 1] == '\\');
    if (escape) ++i;
    plain += name[i];
  }
  return plain;
}

std::optional<ColumnChoice> column_choice(std::string_view text) {
  const size_t equals = find_unescaped(text, '=');
  if (equals == std::string_view::npos || equals == 0) return std::nullopt;
  const std::string_view told = text.substr(equals + 1);
  const size_t colon = told.find(':');
  ColumnChoice choice;
  choice.name = unescape(text.substr(0, equals));
  choice.role = told.substr(0, colon);
  if (colon != std::string_view::npos) {
    const std::string_view scale = told.substr(colon + 1);
    const size_t codes = scale.find(':');
    choice.scale = scale.substr(0, codes);
    if (codes != std::string_view::npos) choice.missing = split(scale.substr(codes + 1), ',');
  }
  if (choice.role.empty()) return std::nullopt;
  return choice;
}

std::optional<std::pair<std::string, std::string>> name_and_value(std::string_view text) {
  const size_t equals = find_unescaped(text, '=');
  if (equals == std::string_view::npos || equals == 0) return std::nullopt;
  return std::pair(unescape(text.substr(0, equals)), unescape(text.substr(equals + 1)));
}

std::pair<std::string, std::string> name_and_unit(std::string_view text) {
  constexpr std::string_view kUnits[] = {"day", "week", "month", "quarter", "year"};
  const size_t colon = text.rfind(':');
  if (colon != std::string_view::npos && colon > 0 && text[colon - 1] != '\\') {
    const std::string_view unit = text.substr(colon + 1);
    if (std::find(std::begin(kUnits), std::end(kUnits), unit) != std::end(kUnits)) {
      return {unescape(text.substr(0, colon)), std::string(unit)};
    }
  }
  return {unescape(text), {}};
}

}  // namespace topline::native
