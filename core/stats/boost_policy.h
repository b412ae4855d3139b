// SPDX-License-Identifier: Apache-2.0
#pragma once

// How this room uses Boost.Math: trouble is a value (NaN, infinity), never an exception or errno,
// and a double is never promoted to long double, whose width differs between machines. Only .cpp
// files include this.

#include <boost/math/policies/policy.hpp>

namespace topline::stats {

namespace detail {
using namespace boost::math::policies;  // the policy names stand alone below
using BoostPolicy =
    policy<domain_error<ignore_error>, pole_error<ignore_error>, overflow_error<ignore_error>,
           underflow_error<ignore_error>, denorm_error<ignore_error>,
           evaluation_error<ignore_error>, rounding_error<ignore_error>,
           indeterminate_result_error<ignore_error>, promote_float<false>, promote_double<false>>;
}  // namespace detail

using detail::BoostPolicy;

}  // namespace topline::stats
