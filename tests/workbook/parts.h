// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/workbook/workbook.h"

namespace topline {

/// The entries of a workbook's ZIP by name.
using Parts = std::map<std::string, std::string>;

inline Result<Workbook> read_book(const Parts& all) {
  std::vector<std::string> names;
  for (const auto& [name, xml] : all) names.push_back(name);
  Workbook book(names);
  while (const auto part = book.next_part()) {
    if (auto fed = book.feed(all.at(*part)); !fed) return tl::unexpected<Error>(fed.error());
    if (auto ended = book.end_part(); !ended) return tl::unexpected<Error>(ended.error());
  }
  return book;
}

}  // namespace topline
