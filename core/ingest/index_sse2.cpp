// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/index_loop.h"
#include "core/ingest/lane_sse2.h"

namespace topline {

void index_blocks_sse2(const char* data, size_t from, size_t to, const Marks& marks,
                       BlockIndex& index) {
  index_blocks<Sse2Lane>(data, from, to, marks, index);
}

}  // namespace topline
