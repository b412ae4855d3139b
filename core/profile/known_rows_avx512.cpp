// SPDX-License-Identifier: Apache-2.0
#define TOPLINE_TARGET __attribute__((target("avx512f,avx512bw,avx512vl,bmi,bmi2")))
// GCC 12 takes its own intrinsics' "undefined" operands for a mistake (its bug 105593).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
#include "core/profile/known_rows_loop.h"
#include "core/profile/raw_key_avx512.h"

namespace topline {

// Keys of one and two words are as fast without.
void use_avx512(KnownRows& rows) {
  rows.cells_8 = count_known_cells<false, Avx512Key8>;
  rows.last_cells_8 = count_known_cells<true, Avx512Key8>;
  rows.runs_4 = count_known_runs<Avx512Key4>;
}

}  // namespace topline
