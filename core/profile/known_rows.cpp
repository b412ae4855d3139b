// SPDX-License-Identifier: Apache-2.0
#include "core/profile/known_rows.h"

#include "core/ingest/scanner.h"
#include "core/profile/known_rows_loop.h"
#include "core/profile/raw_key.h"

namespace topline {

const KnownRows& known_rows() {
  static const KnownRows rows = [] {
    KnownRows best = {
        count_known_cells<false, RawKey<1>>, count_known_cells<false, RawKey<2>>,
        count_known_cells<false, RawKey<8>>, count_known_cells<true, RawKey<1>>,
        count_known_cells<true, RawKey<2>>,  count_known_cells<true, RawKey<8>>,
        count_known_runs<RawKey<1>>,         count_known_runs<RawKey<4>>,
    };
#if defined(__x86_64__)
    if (best_lane() == Lane::avx512) use_avx512(best);
#endif
    return best;
  }();
  return rows;
}

}  // namespace topline
