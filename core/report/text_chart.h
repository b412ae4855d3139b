// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small pictures made of characters: the stacked bar of an NPS, the histogram of a scale, and
// whisker plots on a common axis. Each is readable without colour.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/report/report.h"
#include "core/report/text_line.h"

namespace topline {

/// How many of `width` cells each count gets: in proportion, by largest remainder; whatever was
/// answered at all gets one. REQUIRES: width >= the number of counts.
std::vector<int> share_out(const std::vector<uint64_t>& counts, int width);

/// ▓▓▓▓ ░░░░░ ██████ and, under it, the share of each part.
std::vector<Line> stacked_bar(const std::vector<std::pair<Ink, uint64_t>>& parts, int width,
                              bool color);

/// One column per score, `height` lines high, the scores under it; `inside` tells which scores are
/// in the box of satisfied answers.
std::vector<Line> histogram(std::span<const std::pair<std::string, uint64_t>> distribution,
                            const std::vector<bool>& inside, int width, int height);

/// A three-line score of large digits ("+23", "71%", "3.94").
std::array<std::string, 3> big_digits(std::string_view figure);

/// A horizontal axis of round numbers that covers intervals and a reference.
class Axis {
 public:
  /// Ends are rounded to ticks, and kept within `limits`. `width` is in columns, at least 8.
  Axis(double low, double high, std::pair<double, double> limits, int width);

  int column(double value) const;
  /// The ticks' figures in `unit`, each centred under its place.
  Line ticks(std::string_view unit) const;
  /// "  ───●──── ", with `reference` as a dotted line through it; a hollow dot where `hollow`.
  Line whisker(std::optional<std::pair<double, double>> interval, double value,
               std::optional<double> reference, bool hollow) const;
  /// A bar from the axis' beginning to `value`.
  Line bar(double value) const;
  int width() const { return width_; }

 private:
  double low_;
  double high_;
  double step_;
  int width_;
};

}  // namespace topline
