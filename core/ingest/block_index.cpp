// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/block_index.h"

#include <algorithm>

#include "core/ingest/lanes.h"

namespace topline {

Lane best_lane() {
#if defined(__wasm_simd128__)
  return Lane::wasm;
#elif defined(__x86_64__)
  static const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul") &&
                           __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
                           __builtin_cpu_supports("popcnt");
  static const bool avx512 = avx2 && __builtin_cpu_supports("avx512bw") &&
                             __builtin_cpu_supports("avx512vl") &&
                             __builtin_cpu_supports("avx512vbmi2");
  return avx512 ? Lane::avx512 : avx2 ? Lane::avx2 : Lane::sse2;
#else
  return Lane::scalar;
#endif
}

std::vector<Lane> lanes_here() {
  std::vector<Lane> lanes = {Lane::scalar};
  const Lane best = best_lane();
#if defined(__x86_64__)
  for (Lane lane : {Lane::sse2, Lane::avx2, Lane::avx512}) {
    if (lane <= best) lanes.push_back(lane);
  }
#else
  if (best != Lane::scalar) lanes.push_back(best);
#endif
  return lanes;
}

IndexBlocks index_blocks_for(Lane lane) {
  switch (std::min(lane, best_lane())) {
#if defined(__x86_64__)
    case Lane::sse2:
      return index_blocks_sse2;
    case Lane::avx2:
      return index_blocks_avx2;
    case Lane::avx512:
      return index_blocks_avx512;
#endif
#if defined(__wasm_simd128__)
    case Lane::wasm:
      return index_blocks_wasm;
#endif
    default:
      return index_blocks_scalar;
  }
}

void BlockIndex::reserve(size_t bytes) {
  // put_bits() writes up to 32 entries past the last one.
  const size_t cells_needed = cell_count + bytes + 2 * size_t{kBlock};
  if (cells.empty()) cells.push_back(static_cast<Stop>(-1));
  if (cells.size() < cells_needed) cells.resize(std::max(cells_needed, 2 * cells.size()));
  const size_t blocks_needed = (bytes + kBlock - 1) / kBlock;
  if (lines.size() < blocks_needed) lines.resize(blocks_needed);
}

}  // namespace topline
