// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace topline::native {

/// What the command line itself says, beside what the core says (describe()).
enum class Words : uint8_t {
#define TOPLINE_CLI_WORDS(id, english, chinese) id,
#include "native/words.def"
#undef TOPLINE_CLI_WORDS
};

/// In the language of the run (see language()).
std::string say(Words words, const Params& params = {});

/// The run's language, "en" or "zh-CN": --lang, else the environment.
const std::string& language();
void set_language(std::string_view name);

/// The language that LC_ALL, LC_MESSAGES or LANG asks for (the first one set decides).
std::string language_of_environment();

/// "en" or "zh-CN" for any spelling of them ("zh", "zh_CN.UTF-8", "en-GB"); empty for other
/// languages.
std::string language_from_name(std::string_view name);

}  // namespace topline::native
