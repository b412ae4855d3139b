// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace topline {

/// What is known of an input besides the text that is fed.
struct InputInfo {
  std::string name;
  uint64_t bytes = 0;         ///< size of the text where known, else 0
  std::string encoding = {};  ///< what the text was decoded from: "gb18030" …; empty: UTF-8 as it stood
  uint64_t undecodable = 0;   ///< bytes or sequences of that encoding that are no character
  std::string sheet = {};     ///< of the workbook that the text was made from; empty: none
};

}  // namespace topline
