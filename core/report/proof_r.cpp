// SPDX-License-Identifier: Apache-2.0

// R code that gives a score and its interval from its counts, in base R alone. tests/cli/test_proof.py
// runs it.

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
  std::string code = counts_of(measure);
  code +=
      "n <- sum(count)\n"
      "p <- sum(count[score >= 9]) / n\n"
      "d <- sum(count[score <= 6]) / n\n"
      "value <- 100 * (p - d)\n";
  const std::string& method = measure.interval->method;
  code += method == "wald" ? kWald : method == "adjusted-wald" ? kAdjustedWald : kTango;
  return code + "low <- 100 * low; high <- 100 * high\n";
}

std::string share_code(uint64_t chosen, uint64_t n) {
  return "k <- " + std::to_string(chosen) + "\nn <- " + std::to_string(n) +
         "\n"
         "value <- 100 * k / n\n"
         "wilson <- prop.test(k, n, conf.level = level, correct = FALSE)$conf.int\n"
         "low <- 100 * wilson[1]; high <- 100 * wilson[2]\n";
}

std::string mean_code(const Measure& measure) {
  return counts_of(measure) +
         "x <- rep(score, count)\n"
         "value <- mean(x)\n"
         "half <- qt(1 - (1 - level) / 2, length(x) - 1) * sd(x) / sqrt(length(x))\n"
         "low <- value - half; high <- value + half\n";
}

}  // namespace

std::string r_code(const Report& report, const Measure& measure) {
  if (measure.n_effective || !measure.value || !measure.n || !measure.interval) return {};
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
      code += share_code(measure.parts[0].second, *measure.n);
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
