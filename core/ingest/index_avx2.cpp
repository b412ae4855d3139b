// SPDX-License-Identifier: Apache-2.0
#define TOPLINE_TARGET __attribute__((target("avx2,pclmul,bmi,bmi2,popcnt")))
#include "core/ingest/index_loop.h"
#include "core/ingest/lane_avx2.h"

namespace topline {

TOPLINE_TARGET void index_blocks_avx2(const char* data, size_t from, size_t to, const Marks& marks,
                                      BlockIndex& index) {
  index_blocks<Avx2Lane>(data, from, to, marks, index);
}

}  // namespace topline
