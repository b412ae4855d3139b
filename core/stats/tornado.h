// SPDX-License-Identifier: Apache-2.0
#pragma once

// One-at-a-time sensitivity: what each input alone does to the outcome, drawn as a tornado.

#include <optional>
#include <span>
#include <vector>

#include "core/stats/uncertain_input.h"

namespace topline::stats {

struct TornadoBar {
  size_t input = 0;    ///< its place in the inputs
  double at_low = 0;   ///< the outcome with this input low and all others at their mode
  double at_high = 0;  ///< the same with this input high
  double swing = 0;    ///< |at_high - at_low|; NaN where either is undefined
};

struct Tornado {
  double at_mode = 0;            ///< the outcome with every input at its mode
  std::vector<TornadoBar> bars;  ///< widest first, equal ones in the inputs' order, NaN last
};

/// Absent where a range is none (first_bad_range names it).
std::optional<Tornado> tornado(std::span<const UncertainInput> inputs, const OutcomeOf& outcome);

}  // namespace topline::stats
