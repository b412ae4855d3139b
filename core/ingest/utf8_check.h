// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much of a text is no UTF-8. Private to core/ingest.

#include <cstddef>
#include <cstdint>

#include "core/ingest/scanner.h"

namespace topline {

/// How many U+FFFD a decoder that follows the WHATWG Encoding Standard would write for the text:
/// one for each maximal subpart of an ill-formed sequence (Unicode 15, section 3.9, table 3-8).
uint64_t count_invalid_utf8(const char* text, size_t size, Lane lane);

/// The same, byte by byte.
uint64_t count_invalid_utf8_plainly(const char* text, size_t size);

bool valid_utf8_scalar(const char* text, size_t size);
bool valid_utf8_avx2(const char* text, size_t size);
bool valid_utf8_avx512(const char* text, size_t size);
bool valid_utf8_wasm(const char* text, size_t size);

}  // namespace topline
