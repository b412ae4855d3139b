// SPDX-License-Identifier: Apache-2.0
#pragma once

// The prose of the core, keyed by code, in English and Chinese. "{name}" is filled from Params.

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/profile/plan.h"

namespace topline {

enum class Language : uint8_t { en, zh };

/// "zh", "zh-CN", "zh_CN.UTF-8" … are Chinese; everything else is English.
Language language_of(std::string_view name);
/// "en" or "zh-CN"
std::string_view language_name(Language language);

/// What a code says: one sentence of what is, one of what to do where something is to be done. Empty
/// where the catalogue lacks the code (a test keeps that from happening).
std::string_view words_of(Code code, Language language);
std::string_view words_of(Reason reason, Language language);

/// Words with their params filled in: {name} by its value, {count|row is|rows are} by the number and the
/// form that goes with it.
std::string fill(std::string_view words, const Params& params);

/// "1,142"
std::string grouped(uint64_t number);
/// `value` with so many decimals, halves away from zero, never "-0": "+23" where `sign`.
std::string rounded(double value, int decimals, bool sign);

}  // namespace topline
