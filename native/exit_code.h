// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

namespace topline::native {

/// How a run ends. Scripts rely on these.
enum class Exit : int {
  done = 0,
  gate_missed = 1,
  wrong_call = 2,
  bad_input = 3,
  our_fault = 70,
  interrupted = 130,
};

/// Whether an error is the caller's or the input's.
Exit exit_of(Code code);

}  // namespace topline::native
