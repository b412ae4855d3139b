// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/report/render.h"

namespace topline::native {

/// --color
enum class ColorChoice : uint8_t { automatic, always, never };

/// How standard output takes text: its width where it is a terminal (40 to 120 columns), colours
/// where it is one and neither NO_COLOR nor a dumb terminal forbids them. `to_file`: as a plain
/// file does.
TextStyle text_style(ColorChoice color, bool to_file);

/// Is standard error a terminal that can redraw a line?
bool can_show_progress();

}  // namespace topline::native
