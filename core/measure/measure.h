// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/number.h"
#include "core/measure/catalogue.h"
#include "core/stats/weighted.h"

namespace topline {

struct MeasureInterval {
  double level = 0.95;
  double low = 0;
  double high = 0;
  std::string method;  ///< "score", "wald", "adjusted-wald", "wilson", "t"
};

/// What is said in place of a value that would tell what each of a group answered; in its unit.
struct MeasureBound {
  std::optional<double> low = {};
  std::optional<double> high = {};
};

/// Which people, customers or rows a measure speaks of: {} is everyone; and when.
struct Cell {
  std::vector<std::pair<std::string, std::string>> segment;  ///< {"department", "Sales"}; "" = no answer
  std::optional<std::string> wave;                            ///< "2026-Q2"; absent: all waves
  bool operator==(const Cell&) const = default;
};

/// A value that knows its doubt.
struct Measure {
  MeasureId id;
  uint32_t table = 0;       ///< index into Report::tables
  uint32_t column = 0;      ///< 1-based column of the question; 0: none, of a roll-out's measures
  uint32_t cell = 0;        ///< index into Report::cells
  std::string option = {};  ///< share: the answer whose share this is
  std::optional<double> value = {};
  std::optional<uint64_t> n =
      {};  ///< base: people who answered, unweighted; absent where suppressed
  std::optional<double> se = {};
  std::optional<double> n_effective = {};  ///< with weights
  std::optional<MeasureInterval> interval = {};
  std::vector<std::pair<std::string, uint64_t>> parts =
      {};  ///< nps: detractors, passives, promoters; csat: satisfied
  std::vector<std::pair<std::string, uint64_t>> distribution =
      {};                               ///< score → count, ascending, all scores of the scale
  std::vector<stats::WeightedValue> weighed = {};  ///< with weights: the values that the score is of, 1 and 0
                                                   ///< for a share, 1, 0 and −1 for a net score
  std::vector<std::pair<std::string, double>> figures = {};  ///< named figures beside the value
  std::vector<std::pair<std::string, std::vector<double>>> series = {};  ///< such as irr's "roots"
  std::optional<Int128> exact = {};  ///< money: the value in full, in units of 1e-12
  std::string unit = {};      ///< where it isn't the catalogue's: the currency of money, "months" …
  std::string method = {};    ///< how it was had where there is a choice: "accounts", "orders" …
  bool census = false;        ///< of all there is: it has no interval
  std::string box = {};                 ///< csat: "4-5 of 5"
  std::vector<std::string> notes = {};  ///< "low_base", "weighted" …
  std::string why = {};  ///< why there is no value: "no_answers", "scale_ambiguous" …
  bool suppressed = false;
  std::optional<MeasureBound> bound = {};  ///< of a suppressed measure that nearly all share
  bool headline = false;
};

/// Bases under this are marked low_base.
inline constexpr uint64_t kLowBase = 30;

}  // namespace topline
