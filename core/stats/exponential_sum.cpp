// SPDX-License-Identifier: Apache-2.0
#include "core/stats/exponential_sum.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/stats/root.h"

namespace topline::stats {
namespace {

constexpr double kEpsilon = 0x1p-52;
constexpr int kOrders = 8;  // derivatives 0..8 are looked at
using Terms = std::vector<ExponentialTerm>;

// Neumaier's compensated sum: its error does not grow with the number of terms.
class Sum {
 public:
  void add(double x) {
    const double total = total_ + x;
    lost_ += std::abs(total_) >= std::abs(x) ? (total_ - total) + x : (x - total) + total_;
    total_ = total;
  }
  double value() const { return total_ + lost_; }

 private:
  double total_ = 0, lost_ = 0;
};

// Ascending in time from 0, times distinct, no amount of zero.
Terms normal_form(std::span<const ExponentialTerm> terms) {
  Terms sorted(terms.begin(), terms.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.time < b.time; });
  Terms result;
  for (size_t i = 0; i < sorted.size();) {
    const double time = sorted[i].time;
    Sum sum;
    double size = 0;
    size_t joined = 0;
    for (; i < sorted.size() && sorted[i].time == time; ++i, ++joined) {
      sum.add(sorted[i].amount);
      size += std::abs(sorted[i].amount);
    }
    // 0.1 + 0.2 - 0.3 is nothing: each amount was rounded when it was read.
    const double rounding = joined > 1 ? kEpsilon * size : 0.0;
    if (std::abs(sum.value()) > rounding) result.push_back({time, sum.value()});
  }
  if (!result.empty()) {
    const double first = result.front().time;
    for (ExponentialTerm& term : result) term.time -= first;
  }
  return result;
}

bool signs_change(const Terms& terms) {
  return std::any_of(terms.begin(), terms.end(), [&](const ExponentialTerm& term) {
    return (term.amount > 0) != (terms.front().amount > 0);
  });
}

// f about m, times a positive factor that brings the greatest term to size 1 and its exponents to
// the middle of their weights: the roots are f's, and no number overflows near m.
class LocalSum {
 public:
  LocalSum(const Terms& terms, double m) {
    double greatest = -HUGE_VAL, at = 0;
    for (const ExponentialTerm& term : terms) {
      const double size = std::log(std::abs(term.amount)) - term.time * m;
      if (size > greatest) greatest = size, at = term.time;
    }
    double scale = 0;
    for (const ExponentialTerm& term : terms) {
      if (term.time == at) scale = std::abs(term.amount);
    }
    double weight = 0, moment = 0;
    parts_.reserve(terms.size());
    for (const ExponentialTerm& term : terms) {
      const double exponent = (at - term.time) * m;
      // In two halves: a tiny amount's factor may be too great for a double, the product never is.
      const double half = std::exp(exponent / 2);
      const double w = term.amount * half / scale * half;
      const double log_size = std::log(std::abs(term.amount)) - std::log(scale) + exponent;
      parts_.push_back({w, log_size, term.time, std::abs(w) * kEpsilon * (4 + std::abs(exponent))});
      weight += std::abs(w);
      moment += std::abs(w) * term.time;
    }
    for (Part& part : parts_) part.rise = moment / weight - part.rise;
  }

  /// The j-th derivative at m + d.
  double value(int j, double d) const {
    Sum sum;
    for (const Part& part : parts_) {
      if (part.w != 0) sum.add(part.w * power(part.rise, j) * growth(part.rise * d));
    }
    return sum.value();
  }

  /// What value(j, d) may be wrong by.
  double doubt(int j, double d) const {
    double sum = 0;
    for (const Part& part : parts_) {
      if (part.w == 0) continue;
      sum += part.doubt * std::abs(power(part.rise, j)) * growth(part.rise * d);
    }
    return sum;
  }

  /// The least order whose derivative has no zero within h of m; kOrders + 1 where none is shown.
  int monotone_order(double h) const {
    std::array<Sum, kOrders + 1> sums;
    std::array<double, kOrders + 1> doubts = {};
    double rest = 0;  // bounds the derivative of order kOrders + 1
    for (const Part& part : parts_) {
      double factor = 1;
      for (size_t j = 0; j <= kOrders; ++j, factor *= part.rise) {
        sums[j].add(part.w * factor);
        doubts[j] += part.doubt * std::abs(factor);
      }
      // By its logarithm: what is too small for a double in the middle may rule at an end.
      rest += std::abs(factor) * std::exp(part.log_size + std::abs(part.rise) * h);
    }
    for (size_t k = 0; k <= kOrders; ++k) {
      double reach = doubts[k], factor = 1;
      for (size_t j = k + 1; j <= kOrders; ++j) {
        factor *= h / static_cast<double>(j - k);
        reach += std::abs(sums[j].value()) * factor;
      }
      reach += rest * factor * h / static_cast<double>(kOrders + 1 - k);
      if (std::abs(sums[k].value()) > reach) return static_cast<int>(k);
    }
    return kOrders + 1;
  }

 private:
  struct Part {
    double w;         // amount e^(−time m), scaled
    double log_size;  // ln |w|, also where w is too small for a double
    double rise;      // the exponent's factor
    double doubt;     // what w may be wrong by
  };

  static double power(double x, int j) {
    double result = 1;
    for (int i = 0; i < j; ++i) result *= x;
    return result;
  }
  static double growth(double exponent) { return exponent == 0 ? 1.0 : std::exp(exponent); }

  std::vector<Part> parts_;
};

// The roots within h of the middle, as distances from it; `order` is monotone_order(h). REQUIRES
// that f itself is not zero at the ends.
std::vector<Root> roots_by_rolle(const LocalSum& f, double h, int order) {
  std::vector<Root> knots;  // the roots of the derivative one order up
  for (int j = order - 1; j >= 0; --j) {
    std::vector<Root> found;
    double left = -h, f_left = f.value(j, left);
    knots.push_back({h, 0});  // the right end is no root
    for (const Root& knot : knots) {
      double f_knot = f.value(j, knot.x);
      const bool touches = knot.multiplicity > 0 && std::abs(f_knot) <= f.doubt(j, knot.x);
      if (touches) f_knot = 0;
      if ((f_left < 0 && f_knot > 0) || (f_left > 0 && f_knot < 0)) {
        const auto at = [&](double d) { return f.value(j, d); };
        found.push_back({bracketed_root(at, left, f_left, knot.x, f_knot), 1});
      }
      if (touches) found.push_back({knot.x, knot.multiplicity + 1});
      left = knot.x, f_left = f_knot;
    }
    knots = found;
  }
  return knots;
}

int sign_at(const Terms& terms, double x) { return LocalSum(terms, x).value(0, 0) < 0 ? -1 : 1; }

// A point near the middle of lo..hi where f is clearly not zero; hi where there is none.
double cut(const Terms& terms, double lo, double hi) {
  for (int i = 1; i <= 16; ++i) {
    const double share = 0.5 + (i % 2 == 0 ? 1 : -1) * (i / 2) / 17.0;  // from the middle outwards
    const double x = lo + share * (hi - lo);
    if (!(x > lo && x < hi)) break;
    const LocalSum f(terms, x);
    if (std::abs(f.value(0, 0)) > 64 * f.doubt(0, 0)) return x;
  }
  return hi;
}

// Appends the roots in lo..hi. REQUIRES that f is not zero at lo and hi.
void isolate(const Terms& terms, double lo, double hi, std::vector<Root>& roots) {
  struct Piece {
    double lo, hi;
  };
  std::vector<Piece> open = {{lo, hi}};
  while (!open.empty()) {
    const Piece piece = open.back();
    open.pop_back();
    const double m = piece.lo + (piece.hi - piece.lo) / 2, h = (piece.hi - piece.lo) / 2;
    const LocalSum f(terms, m);
    const int order = f.monotone_order(h);
    if (order <= kOrders) {
      for (const Root& root : roots_by_rolle(f, h, order)) {
        roots.push_back({m + root.x, root.multiplicity});
      }
      continue;
    }
    const double middle = cut(terms, piece.lo, piece.hi);
    if (middle < piece.hi) {
      open.push_back({middle, piece.hi});
      open.push_back({piece.lo, middle});
      continue;
    }
    // All within rounding: a root of a higher order than is looked at.
    const bool odd = sign_at(terms, piece.lo) != sign_at(terms, piece.hi);
    roots.push_back({m, kOrders + (odd ? 1 : 2)});
  }
}

// Above the result the first term outweighs all others together.
double end_of_roots(const Terms& terms) {
  double x = 1 / terms.back().time;
  for (;; x *= 2) {
    const ExponentialTerm& first = terms.front();
    double others = 0;
    for (size_t i = 1; i < terms.size(); ++i) {
      others += std::exp(std::log(std::abs(terms[i].amount)) - std::log(std::abs(first.amount)) -
                         terms[i].time * x);
    }
    if (others < 0.5) return x;
  }
}

}  // namespace

std::vector<Root> exponential_sum_roots(std::span<const ExponentialTerm> unordered) {
  for (const ExponentialTerm& term : unordered) {
    if (!std::isfinite(term.time) || !std::isfinite(term.amount)) return {};
  }
  const Terms terms = normal_form(unordered);
  if (terms.empty() || !signs_change(terms)) return {};
  // Read from its end, the sum runs to the other side.
  Terms mirrored(terms.rbegin(), terms.rend());
  for (ExponentialTerm& term : mirrored) term.time = terms.back().time - term.time;
  std::vector<Root> roots;
  isolate(terms, -end_of_roots(mirrored), end_of_roots(terms), roots);
  return roots;
}

}  // namespace topline::stats
