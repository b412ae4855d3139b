// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the doors answer JavaScript with. Every call that can fail answers JSON, {"ok":true,…} or
// {"ok":false,"error":{"code","text"}}: a C++ exception that reached JavaScript would arrive there
// without its message.

#include <cstdint>
#include <exception>
#include <new>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/topline.h"

namespace topline {

using nlohmann::json;

inline std::string written(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

inline std::string failure(std::string_view code, std::string_view text) {
  return written({{"ok", false}, {"error", {{"code", code}, {"text", text}}}});
}

inline std::string failure(const Error& error, std::string_view language) {
  return failure(code_name(error.code), describe(error, language));
}

/// Runs `body`, which returns a string, and turns whatever it throws into an answer.
template <class Body>
std::string guarded(Body&& body) {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    return failure("out_of_memory", "No memory is left for this table.");
  } catch (const std::exception& error) {
    return failure("internal", error.what());
  } catch (...) {
    return failure("internal", "unknown");
  }
}

inline std::string ok() { return R"({"ok":true})"; }

/// Addresses and offsets travel as doubles, which hold every integer below 2^53.
inline double address(const char* at) {
  return static_cast<double>(reinterpret_cast<uintptr_t>(at));
}

}  // namespace topline
