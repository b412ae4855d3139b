// SPDX-License-Identifier: Apache-2.0
#include "core/report/rollout_figures.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/report/figures.h"
#include "core/report/measure_words.h"
#include "core/report/words.h"

namespace topline {
namespace {

// "1,234.5" of a number of at most so many decimals; no zeros at the end of them.
std::string plain(double value, int decimals) {
  std::string text = rounded(value, decimals, false);
  const size_t point = text.find('.');
  if (point != std::string::npos) {
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  const size_t first = text[0] == '-' ? 1 : 0;
  size_t at = std::min(text.find('.'), text.size());
  while (at > first + 3) {
    at -= 3;
    text.insert(at, ",");
  }
  if (first == 1) text.replace(0, 1, "−");
  return text;
}

// About three digits: "1.24", "12.4", "124".
std::string short_form(double value) {
  const double size = std::fabs(value);
  return plain(value, size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
}

struct Currency {
  std::string_view code, before, chinese;
};
constexpr Currency kCurrencies[] = {{"CNY", "¥", "元"},     {"USD", "$", "美元"},
                                    {"EUR", "€", "欧元"},   {"GBP", "£", "英镑"},
                                    {"HKD", "HK$", "港元"}, {"JPY", "JP¥", "日元"}};

const Currency* find_currency(std::string_view code) {
  for (const Currency& currency : kCurrencies) {
    if (currency.code == code) return &currency;
  }
  return nullptr;
}

bool is_code(std::string_view unit) {
  if (unit.size() != 3) return false;
  for (char c : unit) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

std::string money(double value, std::string_view unit, const Labels& labels) {
  const double size = std::fabs(value);
  const Currency* currency = find_currency(unit);
  std::string number;
  if (labels.chinese()) {
    // A step is taken once what is rounded would be a thousand of the one below.
    if (size >= 99'995'000) {
      number = short_form(value / 1e8) + " 亿";
    } else if (size >= 9'999.5) {
      number = short_form(value / 1e4) + " 万";
    } else {
      number = short_form(value) + " ";
    }
    if (currency != nullptr) return number + std::string(currency->chinese);
    if (is_code(unit)) return number + (number.back() == ' ' ? "" : " ") + std::string(unit);
    while (number.back() == ' ') number.pop_back();
    return number;
  }
  if (size >= 999'500'000) {
    number = short_form(value / 1e9) + " billion";
  } else if (size >= 999'500) {
    number = short_form(value / 1e6) + " million";
  } else {
    number = short_form(value);
  }
  if (currency == nullptr) return is_code(unit) ? std::string(unit) + " " + number : number;
  const std::string_view minus = "−";
  if (number.substr(0, minus.size()) == minus) {
    return std::string(minus) + std::string(currency->before) + number.substr(minus.size());
  }
  return std::string(currency->before) + number;
}

struct Step {
  double seconds;
  std::string_view one, many, chinese;
};
constexpr Step kSteps[] = {{86400, " day", " days", " 天"},
                           {3600, " hour", " hours", " 小时"},
                           {60, " minute", " minutes", " 分钟"},
                           {1, " second", " seconds", " 秒"}};

std::string duration(double seconds, const Labels& labels) {
  const double size = std::fabs(seconds);
  const Step* step = std::end(kSteps) - 1;
  for (const Step& candidate : kSteps) {
    // Up to two days are said in hours, up to two minutes in seconds and so on.
    if (size >= 2 * candidate.seconds || (candidate.seconds == 3600 && size >= candidate.seconds)) {
      step = &candidate;
      break;
    }
  }
  const std::string number = plain(seconds / step->seconds, size / step->seconds < 99.95 ? 1 : 0);
  if (labels.chinese()) return number + std::string(step->chinese);
  return number + std::string(number == "1" ? step->one : step->many);
}

}  // namespace

std::string_view unit_of(const Measure& measure) {
  return measure.unit.empty() ? measure_info(measure.id).unit : std::string_view(measure.unit);
}

std::string figure_in(double value, std::string_view unit, const Labels& labels) {
  if (unit == "%" || unit == "points") return figure(value, unit);
  if (unit == "seconds") return duration(value, labels);
  if (unit == "money" || is_code(unit)) return money(value, unit, labels);
  if (const auto period = find_label("unit_" + std::string(unit))) {
    return labels(*period, short_form(value));
  }
  return short_form(value);
}

std::string beside_figure(const Measure& measure, const Labels& labels) {
  if (!measure.interval) return {};
  return figure_in(measure.interval->low, unit_of(measure), labels) +
         std::string(labels(Label::to)) +
         figure_in(measure.interval->high, unit_of(measure), labels);
}

std::string verdict_text(Criterion::Verdict verdict, const Labels& labels) {
  return std::string(labels(*find_label("verdict_" + std::string(verdict_name(verdict)))));
}

std::string criterion_text(const Criterion& criterion, const Labels& labels) {
  const auto name = find_label("criterion_" + criterion.name);
  return name ? std::string(labels(*name)) : criterion.name;
}

std::string evidence_text(const Report& report, const Criterion& criterion, const Labels& labels) {
  // What has a target decides; of the rest a few say what there is.
  constexpr size_t kMostBeside = 3;
  std::vector<Criterion::Evidence> shown;
  for (const Criterion::Evidence& one : criterion.evidence) {
    if (one.target) shown.push_back(one);
  }
  const size_t most = shown.size() + kMostBeside;
  for (const Criterion::Evidence& one : criterion.evidence) {
    if (!one.target && report.measures[one.measure].value && shown.size() < most) shown.push_back(one);
  }
  std::string text;
  for (const Criterion::Evidence& one : shown) {
    const Measure& measure = report.measures[one.measure];
    if (!text.empty()) text += " · ";
    text += measure_name(measure.id, labels) + " " +
            (measure.value ? figure_in(*measure.value, unit_of(measure), labels)
                           : absence_text(measure, labels));
    if (one.target) {
      text += labels(Label::against_target, figure_in(*one.target, unit_of(measure), labels));
    }
  }
  return text;
}

}  // namespace topline
