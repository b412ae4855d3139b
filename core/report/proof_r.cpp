// SPDX-License-Identifier: Apache-2.0

// R code that gives a score and its interval from its counts, in base R alone. tests/cli/test_proof.py
// runs it.

#include <algorithm>

#include "core/base/number.h"
#include "core/measure/catalogue.h"
#include "core/report/display_width.h"
#include "core/report/proof.h"

namespace topline {
namespace {

std::string counts_of(const Measure& measure) {
  std::string scores, counts;
  for (const auto& [score, count] : measure.distribution) {
    scores += (scores.empty() ? "" : ", ") + score;
    counts += (counts.empty() ? "" : ", ") + std::to_string(count);
  }
  return "score <- c(" + scores + ")\ncount <- c(" + counts + ")\n";
}

// Weighted answers, value by value; they are worth `n` unweighted ones (core/stats/weighted.h).
std::string weighed_code(const Measure& measure) {
  std::string values, counts, sums, squares;
  for (const stats::WeightedValue& one : measure.weighed) {
    const char* const comma = values.empty() ? "" : ", ";
    values += comma + format_number(one.value);
    counts += comma + std::to_string(one.n);
    sums += comma + format_number(one.sum_w);
    squares += comma + format_number(one.sum_w2);
  }
  return "z <- c(" + values + ")\ncount <- c(" + counts + ")\n" + "w <- c(" + sums +
         ")  # sums of weights\nw2 <- c(" + squares +
         ")  # of squared weights\n"
         "m <- sum(w * z) / sum(w)\n"
         "v <- sum(w * (z - m)^2) / sum(w)\n"
         "n <- if (v > 0) sum(w)^2 * v / sum(w2 * (z - m)^2) else sum(w)^2 / sum(w2)\n";
}

// The ends of Tango's interval are where the score test's statistic is z and −z (core/stats/net_score.h);
// an end that no root gives is the end of the range.
constexpr std::string_view kTango = R"(b <- n * d; c <- n * p
z <- qnorm(1 - (1 - level) / 2)
test <- function(theta) {
  A <- 2 * n
  B <- -b - c + (2 * n - c + b) * theta
  C <- -b * theta * (1 - theta)
  q <- (sqrt(max(B^2 - 4 * A * C, 0)) - B) / (2 * A)
  (c - b - n * theta) / sqrt(n * (2 * q + theta * (1 - theta)))
}
end <- function(from, to, at) tryCatch(
  uniroot(function(theta) test(theta) - at, c(from, to), tol = 1e-13)$root,
  error = function(e) if (at > 0) -1 else 1)
tiny <- 1e-9
low <- end(-1 + tiny, p - d - tiny, z)
high <- end(p - d + tiny, 1 - tiny, -z)
)";
constexpr std::string_view kWald = R"(z <- qnorm(1 - (1 - level) / 2)
se <- sqrt((p + d - (p - d)^2) / n)
low <- max(p - d - z * se, -1)
high <- min(p - d + z * se, 1)
)";
constexpr std::string_view kAdjustedWald = R"(z <- qnorm(1 - (1 - level) / 2)
m <- n + 3
p2 <- (n * p + 0.75) / m; d2 <- (n * d + 0.75) / m
se <- sqrt((p2 + d2 - (p2 - d2)^2) / m)
low <- max(p2 - d2 - z * se, -1)
high <- min(p2 - d2 + z * se, 1)
)";

std::string nps_code(const Measure& measure) {
  std::string code;
  if (measure.weighed.empty()) {
    code = counts_of(measure) +
           "n <- sum(count)\n"
           "p <- sum(count[score >= 9]) / n\n"
           "d <- sum(count[score <= 6]) / n\n";
  } else {
    code = weighed_code(measure) +
           "p <- w[z == 1] / sum(w)\n"
           "d <- w[z == -1] / sum(w)\n";
  }
  code += "value <- 100 * (p - d)\n";
  const std::string& method = measure.interval->method;
  code += method == "wald" ? kWald : method == "adjusted-wald" ? kAdjustedWald : kTango;
  return code + "low <- 100 * low; high <- 100 * high\n";
}

// Wilson's interval, of counts that need not be whole.
constexpr std::string_view kWilson = R"(value <- 100 * m
z <- qnorm(1 - (1 - level) / 2)
middle <- (m + z^2 / (2 * n)) / (1 + z^2 / n)
half <- z * sqrt(m * (1 - m) / n + z^2 / (4 * n^2)) / (1 + z^2 / n)
low <- 100 * (middle - half); high <- 100 * (middle + half)
)";

std::string share_code(const Measure& measure) {
  if (!measure.weighed.empty()) return weighed_code(measure) + std::string(kWilson);
  const uint64_t chosen = measure.parts[0].second, n = *measure.n;
  return "k <- " + std::to_string(chosen) + "\nn <- " + std::to_string(n) +
         "\n"
         "value <- 100 * k / n\n"
         "wilson <- prop.test(k, n, conf.level = level, correct = FALSE)$conf.int\n"
         "low <- 100 * wilson[1]; high <- 100 * wilson[2]\n";
}

std::string mean_code(const Measure& measure) {
  if (!measure.weighed.empty()) {
    return weighed_code(measure) +
           "value <- m\n"
           "half <- qt(1 - (1 - level) / 2, n - 1) * sqrt(v * n / (n - 1)) / sqrt(n)\n"
           "low <- m - half; high <- m + half\n";
  }
  return counts_of(measure) +
         "x <- rep(score, count)\n"
         "value <- mean(x)\n"
         "half <- qt(1 - (1 - level) / 2, length(x) - 1) * sd(x) / sqrt(length(x))\n"
         "low <- value - half; high <- value + half\n";
}

// Do counts and weights give the interval? With strata, clusters or a finite population they don't.
bool stands_on_weights(const Measure& measure) {
  const auto& notes = measure.notes;
  return !measure.weighed.empty() &&
         std::find(notes.begin(), notes.end(), "finite_population") == notes.end();
}

// The weights of a few people would tell who they are.
bool weighs_few(const Report& report, const Measure& measure) {
  return std::any_of(measure.weighed.begin(), measure.weighed.end(),
                     [&](const auto& one) { return one.n != 0 && one.n < report.min_n; });
}

}  // namespace

std::string r_code(const Report& report, const Measure& measure) {
  const bool reproducible = !measure.n_effective || stands_on_weights(measure);
  if (!reproducible || weighs_few(report, measure) || !measure.value || !measure.n || !measure.interval) return {};
  std::string code = "# " + std::string(measure_info(measure.id).name) + ": " +
                     printable(question_of(report, measure));
  const Cell& cell = report.cells[measure.cell];
  for (const auto& [name, value] : cell.segment) code += "; " + printable(name + " = " + value);
  if (cell.wave) code += "; " + printable(*cell.wave);
  code += "\nlevel <- " + format_number(measure.interval->level) + "\n";
  switch (measure.id) {
    case MeasureId::nps:
    case MeasureId::enps:
      code += nps_code(measure);
      break;
    case MeasureId::csat:
    case MeasureId::ces:
    case MeasureId::share:
      if (measure.parts.size() != 1) return {};
      code += share_code(measure);
      break;
    case MeasureId::csat_mean:
    case MeasureId::ces_mean:
    case MeasureId::rating_mean:
      code += mean_code(measure);
      break;
    default:
      return {};
  }
  return code + "cat(format(c(value, low, high), digits = 12), sep = \"\\n\")\n";
}

}  // namespace topline
