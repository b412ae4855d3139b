// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/measure/compared.h"
#include "core/measure/comparison_cells.h"
#include "core/measure/difference.h"

namespace topline {

/// Why did everyone's figure change from wave `before` to wave `after` (indices into
/// ComparisonCells::waves): mix Σ(w₁ − w₀)·x̄ and rate Σw̄·(x₁ − x₀) over the split's segments, those
/// without an answer among them (mix_and_rate.h). Segments that are hidden in either wave count
/// together as what the shown ones leave of everyone: nothing but published figures goes in. Empty
/// where fewer than two segments remain, or a wave is hidden or without answers. `by` is the
/// caller's to fill in.
std::optional<MixRate> mix_and_rate_of(const ComparedQuestion& question,
                                       const ComparedFigure& figure, const ComparisonCells& cells,
                                       const ComparisonCells::Split& split, size_t before,
                                       size_t after);

}  // namespace topline
