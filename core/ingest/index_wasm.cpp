// SPDX-License-Identifier: Apache-2.0
#ifdef __wasm_simd128__
#include "core/ingest/index_loop.h"
#include "core/ingest/lane_wasm.h"

namespace topline {

void index_blocks_wasm(const char* data, size_t from, size_t to, const Marks& marks,
                       BlockIndex& index) {
  index_blocks<WasmLane>(data, from, to, marks, index);
}

}  // namespace topline
#endif
