// SPDX-License-Identifier: Apache-2.0
#include "core/measure/two_groups.h"

#include <algorithm>
#include <cmath>

#include "core/stats/normal.h"
#include "core/stats/sample_size.h"
#include "core/stats/two_means.h"
#include "core/stats/two_net_scores.h"

namespace topline {
namespace {

using Kind = ComparedFigure::Kind;
constexpr double kPower = 0.8;
constexpr double kWhole = 1e-9;  // relative: what rounding may leave of a whole number

double near_whole(double count) {
  const double whole = std::round(count);
  return std::abs(count - whole) <= kWhole * std::max(1.0, whole) ? whole : count;
}

bool is_whole(double count) { return std::floor(count) == count; }

void set_known(std::optional<double>& into, double value) {
  if (std::isfinite(value)) into = value;
}

void add_figure(Difference& into, const char* name, double value) {
  if (std::isfinite(value)) into.figures.emplace_back(name, value);
}

void set_interval(const stats::Interval& interval, double factor, double confidence,
                  const char* method, Difference& into) {
  if (!std::isfinite(interval.low) || !std::isfinite(interval.high)) return;
  into.interval =
      MeasureInterval{confidence, factor * interval.low, factor * interval.high, method};
}

void compare_nets(const ComparedGroup& a, const ComparedGroup& b, double confidence,
                  Difference& into) {
  const auto wald = stats::net_score_difference(a.net, b.net, confidence);
  set_known(into.value, 100 * wald.difference);
  set_interval(wald.interval, 100, confidence, "adjusted-wald", into);
  into.test = "adjusted-wald";
  double p = wald.p;
  if (std::min(a.net.total(), b.net.total()) < kLowBase) {
    const double exact = stats::net_score_permutation_p(a.net, b.net);
    if (std::isfinite(exact)) {
      into.test = "permutation";
      p = exact;
    }
  }
  set_known(into.p, p);
}

void compare_means(const ComparedGroup& a, const ComparedGroup& b, double confidence,
                   Difference& into) {
  const auto sample = [](const ComparedGroup& group) {
    return stats::SampleMean{group.mean.effective_n, group.mean.mean, group.mean.sd};
  };
  const auto welch = stats::welch_t(sample(a), sample(b), confidence);
  into.test = "welch";
  set_known(into.value, welch.difference);
  set_known(into.p, welch.p);
  set_interval(welch.interval, 1, confidence, "t", into);
}

// Variance of one answer, adjusted as the test does: never 0, however unanimous they are.
double adjusted_variance(const stats::NetCounts& net) {
  return stats::net_score_variance(
      {net.detractors + 0.75, net.passives + 1.5, net.promoters + 0.75});
}

double detectable(Kind kind, const ComparedGroup& a, const ComparedGroup& b,
                  const ComparisonLevel& level) {
  const double confidence = 1 - (1 - level.confidence) / static_cast<double>(level.tests);
  const double n_a = a.mean.effective_n, n_b = b.mean.effective_n;
  switch (kind) {
    case Kind::net:
      return 100 * stats::detectable_net_score_difference(adjusted_variance(a.net), n_a,
                                                          adjusted_variance(b.net), n_b, confidence,
                                                          kPower);
    case Kind::share:
      // Towards one half, where there is more to be missed.
      return 100 * stats::detectable_rise(std::min(b.mean.mean, 1 - b.mean.mean), n_b, n_a,
                                          confidence, kPower);
    case Kind::mean: {
      const double error = std::sqrt(a.mean.sd * a.mean.sd / n_a + b.mean.sd * b.mean.sd / n_b);
      const double z = stats::two_sided_z(confidence) + stats::normal_quantile(kPower);
      return error > 0 ? z * error : std::nan("");
    }
  }
  return std::nan("");
}

}  // namespace

ComparedGroup compared_group(Kind kind, const CodedAnswers& coded, uint64_t design_n) {
  ComparedGroup group;
  group.mean = stats::weighted_mean(coded, design_n);
  if (!group.usable()) return group;
  if (kind == Kind::net) {
    const stats::NetCounts counts =
        stats::rescaled({coded[0].sum_w, coded[1].sum_w, coded[2].sum_w}, group.mean.effective_n);
    group.net = {near_whole(counts.detractors), near_whole(counts.passives),
                 near_whole(counts.promoters)};
  } else if (kind == Kind::share) {
    group.hits = {near_whole(group.mean.mean * group.mean.effective_n),
                  near_whole(group.mean.effective_n)};
  }
  return group;
}

void compare_groups(Kind kind, const ComparedGroup& a, const ComparedGroup& b,
                    const ComparisonLevel& level, Difference& into) {
  switch (kind) {
    case Kind::net:
      compare_nets(a, b, level.confidence, into);
      break;
    case Kind::share:
      compare_shares(a.hits, b.hits, level.confidence, into);
      break;
    case Kind::mean:
      compare_means(a, b, level.confidence, into);
      break;
  }
  const double factor = kind == Kind::mean ? 1 : 100;
  into.figures.reserve(level.weighted ? 7 : 6);
  add_figure(into, "value_a", factor * a.mean.mean);
  add_figure(into, "value_b", factor * b.mean.mean);
  add_figure(into, "n_a", static_cast<double>(a.mean.n));
  add_figure(into, "n_b", static_cast<double>(b.mean.n));
  if (level.weighted) {
    // The difference as one linearised sum: u = u_a for those of a, −u_b for those of b, 0 for all
    // others of the design, who still count in its n. Nobody is in both and nobody is clustered, so
    // Σu² is the sum of the two (design_difference() of design_mean.h, from rows, is the same).
    const double se_a = a.mean.standard_error, se_b = b.mean.standard_error;
    add_figure(into, "se", factor * std::sqrt(se_a * se_a + se_b * se_b));
    into.notes.push_back("weighted");
  }
  add_figure(into, "detectable", detectable(kind, a, b, level));
  if (level.tests > 1) add_figure(into, "tests", static_cast<double>(level.tests));
  if (std::min(a.mean.n, b.mean.n) < kLowBase) into.notes.push_back("low_base");
}

void compare_shares(const stats::HitCounts& a, const stats::HitCounts& b, double confidence,
                    Difference& into) {
  into.test = "n-1-chi-squared";
  if (!(a.n > 0) || !(b.n > 0)) return;
  const double all = a.n + b.n, hits = a.hits + b.hits;
  const double least = std::min(a.n, b.n) * std::min(hits, all - hits) / all;
  const bool whole = is_whole(a.hits) && is_whole(a.n) && is_whole(b.hits) && is_whole(b.n);
  if (least < 1 && whole) {
    into.test = "fisher";
    set_known(into.p,
              stats::fisher_exact_p(static_cast<uint64_t>(a.hits), static_cast<uint64_t>(a.n),
                                    static_cast<uint64_t>(b.hits), static_cast<uint64_t>(b.n)));
  } else {
    set_known(into.p, stats::n_minus_1_chi_squared(a, b).p);
  }
  into.value = 100 * (a.hits / a.n - b.hits / b.n);
  set_interval(stats::newcombe(a, b, confidence), 100, confidence, "newcombe", into);
}

}  // namespace topline
