// SPDX-License-Identifier: Apache-2.0
#include "core/measure/difference.h"

#include <limits>

#include "core/stats/multiplicity.h"

namespace topline {
namespace {

void give_verdict(Difference& one, double adjusted, double confidence) {
  if (!one.p) {
    one.verdict = "no_verdict";
    return;
  }
  one.p_adjusted = adjusted;
  const bool clear = adjusted < 1 - confidence;
  one.verdict = clear ? "clear" : "not_clear";
  if (!clear && *one.p < 1 - confidence) one.notes.push_back("one_of_many");
}

double p_of(const Difference& one) {
  return one.p.value_or(std::numeric_limits<double>::quiet_NaN());
}

}  // namespace

void judge_family(std::span<Difference> family, double confidence) {
  std::vector<double> p;
  for (const Difference& one : family) p.push_back(p_of(one));
  const std::vector<double> adjusted = stats::holm(p);
  for (size_t i = 0; i < family.size(); ++i) give_verdict(family[i], adjusted[i], confidence);
}

void judge_together(std::vector<Difference>& differences, double confidence) {
  std::vector<double> p;
  for (const Difference& one : differences) {
    if (!one.against.empty()) p.push_back(p_of(one));
  }
  const std::vector<double> adjusted = stats::benjamini_hochberg(p);
  size_t at = 0;
  for (Difference& one : differences) {
    if (!one.against.empty()) give_verdict(one, adjusted[at++], confidence);
  }
}

}  // namespace topline
