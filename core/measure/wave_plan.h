// SPDX-License-Identifier: Apache-2.0
#pragma once

// How many answers the next wave needs, and what a number of answers can show.

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/result.h"

namespace topline {

/// What is planned and by which assumptions. Margins and differences are in the unit of the score:
/// NPS points, or percentage points of a share such as CSAT.
struct WaveQuestion {
  enum class Score : uint8_t { nps, share };
  Score score = Score::nps;
  double variance = 0.56;  ///< of nps: that of one answer, p + q − (p − q)², 0..1
  double share = 0.7;      ///< of share: what is expected, 0..1
  uint64_t before = 0;     ///< answers of the wave that this one is compared with; 0: as many as this one
  double confidence = 0.95;
  double power = 0.8;
  std::optional<double> population;     ///< how many people there are
  std::optional<double> response_rate;  ///< 0..1: of those invited
  std::vector<double> margins;          ///< wanted; none asked: 3, 5 and 10
  std::vector<double> sizes;            ///< answers, or none asked: 50 to 1600
  std::vector<double> differences;      ///< that matter; none asked: 5, 10 and 15
};

struct WavePlan {
  struct Margin {
    double margin = 0;
    double answers = 0;    ///< needed
    std::optional<double> invitations;
  };
  struct Size {
    double answers = 0;
    double margin = 0;      ///< half the width of the interval
    double detectable = 0;  ///< the smallest difference to another wave found with the power asked for
    std::vector<double> powers;  ///< the chance to find each of WaveQuestion::differences, 0..1
  };
  struct Difference {
    double difference = 0;
    double answers = 0;  ///< needed in each of two waves
    std::optional<double> invitations;
  };
  WaveQuestion question;  ///< with what was not asked filled in
  std::vector<Margin> margins;
  std::vector<Size> sizes;
  std::vector<Difference> differences;
};

/// A population is told by n' = n(N − 1)/(N − n) wherever n counts (core/stats/finite_population.h);
/// the formulas: core/stats/sample_size.h. Values that can't be had (a share that would pass 100 %)
/// are NaN. Error: bad_option.
Result<WavePlan> plan_wave(WaveQuestion question);

}  // namespace topline
