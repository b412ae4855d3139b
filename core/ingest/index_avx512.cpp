// SPDX-License-Identifier: Apache-2.0
#define TOPLINE_TARGET \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,pclmul,bmi,bmi2,popcnt")))
// GCC 12 takes its own intrinsics' "undefined" operands for a mistake (its bug 105593).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
#include "core/ingest/index_loop.h"
#include "core/ingest/lane_avx512.h"

namespace topline {

TOPLINE_TARGET void index_blocks_avx512(const char* data, size_t from, size_t to,
                                        const Marks& marks, BlockIndex& index) {
  index_blocks<Avx512Lane>(data, from, to, marks, index);
}

}  // namespace topline
