// SPDX-License-Identifier: Apache-2.0
#include "core/intake/input_info.h"

namespace topline {

std::string_view name_of(LeftOutRow::Why why) {
  switch (why) {
    case LeftOutRow::Why::too_many_cells:
      return "too_many_cells";
    case LeftOutRow::Why::bad_frequency:
      return "bad_frequency";
    case LeftOutRow::Why::bad_weight:
      return "bad_weight";
    case LeftOutRow::Why::incomplete:
      return "incomplete";
    case LeftOutRow::Why::excluded:
      return "excluded";
  }
  return "";
}

}  // namespace topline
