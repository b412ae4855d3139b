// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/index_loop.h"
#include "core/ingest/lane_scalar.h"

namespace topline {

void index_blocks_scalar(const char* data, size_t from, size_t to, const Marks& marks,
                         BlockIndex& index) {
  index_blocks<ScalarLane>(data, from, to, marks, index);
}

}  // namespace topline
