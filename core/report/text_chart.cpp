// SPDX-License-Identifier: Apache-2.0
#include "core/report/text_chart.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>

#include "core/report/display_width.h"
#include "core/report/figures.h"

namespace topline {
namespace {

std::string repeat(std::string_view text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) repeated += text;
  return repeated;
}

uint64_t sum(const std::vector<uint64_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), uint64_t{0});
}

}  // namespace

std::vector<int> share_out(const std::vector<uint64_t>& counts, int width) {
  std::vector<int> cells(counts.size(), 0);
  const auto total = static_cast<double>(sum(counts));
  if (total == 0) return cells;
  std::vector<std::pair<double, size_t>> remainders;
  int given = 0;
  for (size_t i = 0; i < counts.size(); ++i) {
    const double exact = static_cast<double>(counts[i]) / total * width;
    cells[i] = counts[i] == 0 ? 0 : std::max(1, static_cast<int>(exact));
    given += cells[i];
    remainders.emplace_back(cells[i] - exact, i);
  }
  std::sort(remainders.begin(), remainders.end());
  for (size_t i = 0; given < width && i < remainders.size(); ++i) {
    if (counts[remainders[i].second] == 0) continue;
    ++cells[remainders[i].second];
    ++given;
  }
  while (given > width) {
    --*std::max_element(cells.begin(), cells.end());
    --given;
  }
  return cells;
}

std::vector<Line> stacked_bar(const std::vector<std::pair<Ink, uint64_t>>& parts, int width,
                              bool color) {
  constexpr std::string_view kWithoutColor[] = {"▓", "░", "█"};
  std::vector<uint64_t> counts;
  for (const auto& part : parts) counts.push_back(part.second);
  const auto filled = static_cast<int>(
      std::count_if(counts.begin(), counts.end(), [](uint64_t count) { return count > 0; }));
  const std::vector<int> cells = share_out(counts, width - std::max(0, filled - 1));
  Line bar;
  Line shares;
  bool all_fit = true;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (cells[i] == 0) continue;
    if (!bar.empty()) bar.add(" ");
    shares.fill_to(bar.width());
    const std::string share = share_text(counts[i], sum(counts));
    all_fit = all_fit && static_cast<int>(share.size()) <= cells[i];
    shares.add(parts[i].first, share);
    bar.add(parts[i].first, repeat(color ? "▇" : kWithoutColor[i % 3], cells[i]));
  }
  if (!all_fit) {
    shares = Line();
    for (const auto& [ink, count] : parts) {
      if (!shares.empty()) shares.add(Ink::mute, " · ");
      shares.add(ink, share_text(count, sum(counts)));
    }
  }
  return {bar, shares};
}

std::vector<Line> histogram(std::span<const std::pair<std::string, uint64_t>> distribution,
                            const std::vector<bool>& inside, int width, int height) {
  constexpr std::string_view kEighths[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const auto bars = static_cast<int>(distribution.size());
  if (bars == 0) return {};
  const int pitch = std::clamp(width / bars, 2, 8);
  const int thick = std::max(1, pitch - (pitch > 3 ? 2 : 1));
  uint64_t most = 1;
  uint64_t all = 0;
  for (const auto& [score, count] : distribution) {
    most = std::max(most, count);
    all += count;
  }
  std::vector<Line> lines;
  const auto ink = [&](int i) { return inside[static_cast<size_t>(i)] ? Ink::box : Ink::outside; };
  for (int row = height - 1; row >= 0; --row) {
    Line line;
    for (int i = 0; i < bars; ++i) {
      const double part = static_cast<double>(distribution[static_cast<size_t>(i)].second) /
                          static_cast<double>(most);
      int eighths = static_cast<int>(std::lround(part * height * 8));
      if (part > 0) eighths = std::max(eighths, 1);
      line.fill_to(i * pitch);
      line.add(ink(i), repeat(kEighths[std::clamp(eighths - row * 8, 0, 8)], thick));
    }
    lines.push_back(line);
  }
  const auto under = [&](auto text_of, bool mute) {
    Line line;
    for (int i = 0; i < bars; ++i) {
      const std::string text = text_of(distribution[static_cast<size_t>(i)]);
      if (display_width(text) > pitch - 1) return Line();
      line.fill_to(i * pitch + std::max(0, (thick - display_width(text)) / 2));
      line.add(mute ? Ink::mute : Ink::plain, text);
    }
    return line;
  };
  lines.push_back(under([](const auto& bar) { return printable(bar.first); }, false));
  const Line shares = under([&](const auto& bar) { return share_text(bar.second, all); }, true);
  if (!shares.empty()) lines.push_back(shares);
  return lines;
}

std::array<std::string, 3> big_digits(std::string_view figure) {
  struct Glyph {
    std::string_view character;
    std::string_view rows[3];
  };
  constexpr Glyph kGlyphs[] = {
      {"0", {"█▀█", "█ █", "▀▀▀"}}, {"1", {"▀█ ", " █ ", "▀▀▀"}}, {"2", {"▀▀█", "█▀▀", "▀▀▀"}},
      {"3", {"▀▀█", " ▀█", "▀▀▀"}}, {"4", {"█ █", "▀▀█", "  ▀"}}, {"5", {"█▀▀", "▀▀█", "▀▀▀"}},
      {"6", {"█▀▀", "█▀█", "▀▀▀"}}, {"7", {"▀▀█", "  █", "  ▀"}}, {"8", {"█▀█", "█▀█", "▀▀▀"}},
      {"9", {"█▀█", "▀▀█", "▀▀▀"}}, {"+", {" ▄ ", "▀█▀", "   "}}, {"−", {"   ", "▀▀▀", "   "}},
      {"%", {"▀ █", "▄▀ ", "▀ ▀"}}, {".", {" ", " ", "▀"}}};
  std::array<std::string, 3> rows;
  while (!figure.empty()) {
    size_t taken = 1;
    for (const Glyph& glyph : kGlyphs) {
      if (figure.substr(0, glyph.character.size()) != glyph.character) continue;
      taken = glyph.character.size();
      for (size_t row = 0; row < 3; ++row) {
        if (!rows[row].empty()) rows[row] += ' ';
        rows[row] += glyph.rows[row];
      }
    }
    figure.remove_prefix(taken);
  }
  return rows;
}

Axis::Axis(double low, double high, std::pair<double, double> limits, int width)
    : low_(low), high_(high), step_(1), width_(std::max(8, width)) {
  if (high_ - low_ < 1e-9) {
    low_ -= 0.5;
    high_ += 0.5;
  }
  // Ticks of 1, 2 or 5 times a power of ten, about eight columns apart at the least; the ends of
  // the axis are rounded five times finer, so that little of it is empty.
  const double most_ticks = std::max(2.0, std::floor(width_ / 8.0));
  const double rough = (high_ - low_) / most_ticks;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double times : {1.0, 2.0, 5.0, 10.0}) {
    step_ = times * power;
    if (step_ >= rough - 1e-12) break;
  }
  const double fine = step_ / 5;
  low_ = std::max(limits.first, std::floor(low_ / fine + 1e-9) * fine);
  high_ = std::min(limits.second, std::ceil(high_ / fine - 1e-9) * fine);
}

int Axis::column(double value) const {
  const double part = (value - low_) / (high_ - low_);
  return std::clamp(static_cast<int>(std::lround(part * (width_ - 1))), 0, width_ - 1);
}

Line Axis::ticks(std::string_view unit) const {
  Line line;
  const auto first = static_cast<int>(std::ceil(low_ / step_ - 1e-9));
  const auto last = static_cast<int>(std::floor(high_ / step_ + 1e-9));
  for (int i = first; i <= last; ++i) {
    std::string text = figure(i * step_, unit);
    // A scale's ticks are whole numbers or tenths: no ".00".
    while (unit == "score" && text.size() > 1 && text.find('.') != std::string::npos &&
           (text.back() == '0' || text.back() == '.')) {
      text.pop_back();
    }
    const int start = std::clamp(column(i * step_) - (display_width(text) - 1) / 2, 0,
                                 width_ - display_width(text));
    if (start < line.width() + (line.empty() ? 0 : 1)) continue;
    line.fill_to(start);
    line.add(Ink::mute, text);
  }
  return line;
}

Line Axis::whisker(std::optional<std::pair<double, double>> interval, double value,
                   std::optional<double> reference, bool hollow) const {
  const int from = interval ? column(interval->first) : column(value);
  const int to = interval ? column(interval->second) : column(value);
  Line line;
  for (int i = 0; i < width_; ++i) {
    if (i == column(value)) {
      line.add(Ink::accent, hollow ? "○" : "●");
    } else if (i >= from && i <= to) {
      line.add(Ink::accent, reference && i == column(*reference) ? "┼" : "─");
    } else if (reference && i == column(*reference)) {
      line.add(Ink::mute, "┊");
    } else {
      line.add(" ");
    }
  }
  return line;
}

Line Axis::bar(double value) const {
  const int cells = value > low_ ? std::max(1, column(value)) : 0;
  return Line(Ink::box, repeat("▇", cells)).fill_to(width_);
}

}  // namespace topline
