// SPDX-License-Identifier: Apache-2.0
#include "native/exit_code.h"

namespace topline::native {

Exit exit_of(Code code) {
  switch (code) {
    case Code::unknown_column:
    case Code::ambiguous_column:
    case Code::bad_option:
    case Code::unknown_measure:
    case Code::comments_personal:
    case Code::role_impossible:
    case Code::nothing_to_merge:
    case Code::cannot_write:
      return Exit::wrong_call;
    default:
      return Exit::bad_input;
  }
}

}  // namespace topline::native
