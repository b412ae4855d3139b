/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Our own libm beside the system's. Every translation unit of ours is compiled with this file
 * included first (cmake/libm.cmake), and so are the sources of topline_libm: a call of exp() is a
 * call of topline_exp, wherever <math.h> or <cmath> is included later. Nobody else's exp changes,
 * whether we are linked statically, embedded as a shared library or loaded next to another libm.
 *
 * Only functions whose last digit depends on who wrote them stand here. sqrt, floor, fmod, frexp,
 * ldexp and the like are exact everywhere and stay the system's or the processor's. Float and long
 * double forms are not covered: ours are doubles (tests/stats/libm_symbols.cmake fails on a stray
 * one). lgamma writes a global sign: use Boost's where threads run.
 */
#pragma once

#ifdef __cplusplus
#define TOPLINE_LIBM_NOEXCEPT noexcept
extern "C" {
#else
#define TOPLINE_LIBM_NOEXCEPT
#endif

#define TOPLINE_LIBM_TEXT_(x) #x
#define TOPLINE_LIBM_TEXT(x) TOPLINE_LIBM_TEXT_(x)
#define TOPLINE_LIBM_LABEL(name) __asm__(TOPLINE_LIBM_TEXT(__USER_LABEL_PREFIX__) "topline_" #name)
#define TOPLINE_LIBM_1(name) double name(double) TOPLINE_LIBM_NOEXCEPT TOPLINE_LIBM_LABEL(name);
#define TOPLINE_LIBM_2(name) \
  double name(double, double) TOPLINE_LIBM_NOEXCEPT TOPLINE_LIBM_LABEL(name);

TOPLINE_LIBM_1(acos)
TOPLINE_LIBM_1(acosh)
TOPLINE_LIBM_1(asin)
TOPLINE_LIBM_1(asinh)
TOPLINE_LIBM_1(atan)
TOPLINE_LIBM_2(atan2)
TOPLINE_LIBM_1(atanh)
TOPLINE_LIBM_1(cbrt)
TOPLINE_LIBM_1(cos)
TOPLINE_LIBM_1(cosh)
TOPLINE_LIBM_1(erf)
TOPLINE_LIBM_1(erfc)
TOPLINE_LIBM_1(exp)
TOPLINE_LIBM_1(exp2)
TOPLINE_LIBM_1(expm1)
TOPLINE_LIBM_2(hypot)
TOPLINE_LIBM_1(lgamma)
TOPLINE_LIBM_1(log)
TOPLINE_LIBM_1(log10)
TOPLINE_LIBM_1(log1p)
TOPLINE_LIBM_1(log2)
TOPLINE_LIBM_2(pow)
TOPLINE_LIBM_1(sin)
TOPLINE_LIBM_1(sinh)
TOPLINE_LIBM_1(tan)
TOPLINE_LIBM_1(tanh)
TOPLINE_LIBM_1(tgamma)

#ifdef __cplusplus
}
#endif

#ifdef TOPLINE_LIBM_SOURCES
/*
 * What musl's sources find in musl's own <features.h>, and other names for what they share among
 * themselves: a static link may hold another libm with the same. Its <math.h> comes first, for that
 * declares __sin and the like too. Nothing gets a second public name.
 */
#include <math.h>
#define hidden __attribute__((__visibility__("hidden")))
#define weak_alias(old, new)
#define __cos topline_musl_cos
#define __cosl topline_musl_cosl
#define __exp_data topline_musl_exp_data
#define __expo2 topline_musl_expo2
#define __lgamma_r topline_musl_lgamma_r
#define __log2_data topline_musl_log2_data
#define __log_data topline_musl_log_data
#define __math_divzero topline_musl_divzero
#define __math_invalid topline_musl_invalid
#define __math_oflow topline_musl_oflow
#define __math_uflow topline_musl_uflow
#define __math_xflow topline_musl_xflow
#define __pow_log_data topline_musl_pow_log_data
#define __rem_pio2 topline_musl_rem_pio2
#define __rem_pio2_large topline_musl_rem_pio2_large
#define __signgam topline_musl_signgam
#define __sin topline_musl_sin
#define __sinl topline_musl_sinl
#define __tan topline_musl_tan
#define __tanl topline_musl_tanl
#endif
