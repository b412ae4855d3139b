# Flags that every target of ours shares. Numbers must come out the same natively and in wasm
# (architecture.md, rule 7): no contraction into FMA here, one libm in libm.cmake, and _MANAGED, which
# keeps Boost.Math from its SSE2 evaluation of the Lanczos sums.
add_library(topline_flags INTERFACE)
target_include_directories(topline_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(topline_flags INTERFACE -Wall -Wextra -Wpedantic -Wno-unused-parameter
                       -ffp-contract=off -fno-math-errno)
target_compile_definitions(topline_flags INTERFACE TOPLINE_VERSION="${PROJECT_VERSION}" _MANAGED)
if(EMSCRIPTEN)
  target_compile_options(topline_flags INTERFACE -msimd128 -fwasm-exceptions)
  target_link_options(topline_flags INTERFACE -fwasm-exceptions)
else()
  target_compile_options(topline_flags INTERFACE -Wno-psabi)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 sees overlaps in std::string's own copies (its bug 105651).
    target_compile_options(topline_flags INTERFACE -Wno-restrict)
  endif()
  set(THREADS_PREFER_PTHREAD_FLAG ON)
endif()
