# Header-only libraries from Debian. They are reached through a folder of links, never through
# -I/usr/include: in a wasm build that would let glibc's headers in.
set(headers ${PROJECT_BINARY_DIR}/third_party/include)
file(MAKE_DIRECTORY ${headers})
foreach(library nlohmann fast_float tl boost)
  if(NOT EXISTS /usr/include/${library})
    message(FATAL_ERROR "/usr/include/${library} is missing: run scripts/setup, or install the Debian "
                        "packages that it lists")
  endif()
  if(NOT EXISTS ${headers}/${library})
    file(CREATE_LINK /usr/include/${library} ${headers}/${library} SYMBOLIC)
  endif()
endforeach()
add_library(topline_headers INTERFACE)
target_include_directories(topline_headers SYSTEM INTERFACE ${headers})
# Boost.Math: errors are values (NaN, infinity), no exceptions; doubles are never promoted to long
# double, which differs between machines.
target_compile_definitions(topline_headers INTERFACE
  BOOST_MATH_PROMOTE_DOUBLE_POLICY=false BOOST_MATH_NO_LONG_DOUBLE_MATH_FUNCTIONS
  BOOST_MATH_DOMAIN_ERROR_POLICY=ignore_error BOOST_MATH_POLE_ERROR_POLICY=ignore_error
  BOOST_MATH_OVERFLOW_ERROR_POLICY=ignore_error BOOST_MATH_EVALUATION_ERROR_POLICY=ignore_error
  BOOST_MATH_ROUNDING_ERROR_POLICY=ignore_error)
