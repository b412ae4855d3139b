# The same libm natively as in wasm (architecture.md, rule 7): musl's sources as the Emscripten package
# ships them, compiled out of the installed package, under names of their own (core/stats/libm_names.h).
# In a wasm build musl is the libm already and topline_libm only carries the flags.
#
# No wasm link may use -Oz: it selects other sources of pow and log than every other level.
set(libm_functions acos acosh asin asinh atan atan2 atanh cbrt cos cosh erf erfc exp exp2 expm1 hypot
                   lgamma log log10 log1p log2 pow sin sinh tan tanh tgamma)

# No folding at compile time and no merging of sin and cos into sincos: the compiler's idea of a last
# digit is not musl's. Named one by one, for a plain -fno-builtin would cost memcpy and sqrt too.
list(TRANSFORM libm_functions PREPEND -fno-builtin- OUTPUT_VARIABLE libm_flags)

if(EMSCRIPTEN)
  add_library(topline_libm INTERFACE)
  target_compile_options(topline_libm INTERFACE ${libm_flags})
  return()
endif()

set(TOPLINE_MUSL /usr/share/emscripten/system/lib/libc/musl CACHE PATH
    "musl's source tree inside the installed Emscripten package")
set(libm_headers ${PROJECT_BINARY_DIR}/third_party/musl)
file(MAKE_DIRECTORY ${libm_headers})
# Links to the two internal headers: their folders hold others that would hide the system's.
foreach(header src/internal/libm.h arch/generic/fp_arch.h)
  get_filename_component(name ${header} NAME)
  if(NOT EXISTS ${TOPLINE_MUSL}/${header})
    message(FATAL_ERROR "${TOPLINE_MUSL}/${header} is missing: run scripts/setup, which installs the "
                        "emscripten package, or set TOPLINE_MUSL to where its musl lies")
  endif()
  if(NOT EXISTS ${libm_headers}/${name})
    file(CREATE_LINK ${TOPLINE_MUSL}/${header} ${libm_headers}/${name} SYMBOLIC)
  endif()
endforeach()

# erfc lives in erf.c.
set(libm_internals signgam exp_data log_data log2_data pow_data lgamma_r __expo2 __math_divzero __math_invalid
                   __math_oflow __math_uflow __math_xflow __rem_pio2 __rem_pio2_large __sin __cos __tan)
set(libm_sources ${libm_functions} ${libm_internals})
list(REMOVE_ITEM libm_sources erfc)
list(TRANSFORM libm_sources REPLACE "(.+)" "${TOPLINE_MUSL}/src/math/\\1.c")

add_library(topline_libm STATIC ${libm_sources})
set_target_properties(topline_libm PROPERTIES POSITION_INDEPENDENT_CODE ON C_EXTENSIONS ON)
target_include_directories(topline_libm PRIVATE ${libm_headers})
target_compile_definitions(topline_libm PRIVATE TOPLINE_LIBM_SOURCES)
target_compile_options(topline_libm PRIVATE -w -O2 -fno-builtin -ffp-contract=off -fno-fast-math
                       -fno-sanitize=all -fno-lto -include ${PROJECT_SOURCE_DIR}/core/stats/libm_names.h)
target_compile_options(topline_libm INTERFACE
  ${libm_flags} "$<$<COMPILE_LANGUAGE:C,CXX>:SHELL:-include ${PROJECT_SOURCE_DIR}/core/stats/libm_names.h>")
