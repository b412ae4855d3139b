// SPDX-License-Identifier: Apache-2.0
#include "core/base/result.h"

namespace topline {

std::string_view code_name(Code code) {
  switch (code) {
#define TOPLINE_CODE(name) \
  case Code::name:         \
    return #name;
#include "core/base/codes.def"
#undef TOPLINE_CODE
  }
  return "unknown";
}

const std::vector<Code>& all_codes() {
  static const std::vector<Code> codes = {
#define TOPLINE_CODE(name) Code::name,
#include "core/base/codes.def"
#undef TOPLINE_CODE
  };
  return codes;
}

}  // namespace topline
