// SPDX-License-Identifier: Apache-2.0
#include "core/report/render_wave_plan.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "core/base/json_writer.h"
#include "core/report/display_width.h"
#include "core/report/figures.h"
#include "core/report/labels.h"
#include "core/report/text_page.h"
#include "core/report/words.h"

namespace topline {
namespace {

using Rows = std::vector<std::vector<std::string>>;
using Score = WaveQuestion::Score;

// With as many decimals as are needed, one at most.
std::string plain(double value) {
  if (!std::isfinite(value)) return "–";
  char text[32];
  std::snprintf(text, sizeof text, std::fabs(value - std::round(value)) < 0.05 ? "%.0f" : "%.1f", value);
  return text;
}

std::string count_text(double count) {
  return std::isfinite(count) ? grouped(static_cast<uint64_t>(count)) : "–";
}

class TextPlan {
 public:
  TextPlan(const WavePlan& plan, const std::string& language)
      : plan_(plan), q_(plan.question), labels_(language) {}

  std::vector<Line> head(const std::string& measured) const {
    const bool nps = q_.score == Score::nps;
    std::string what = labels_.filled(nps ? Label::plan_of_nps : Label::plan_of_share,
                                      {{"confidence", percent_text(q_.confidence)},
                                       {"power", percent_text(q_.power)}});
    std::vector<Line> lines = {Line(Ink::title, what)};
    char variance[16];
    std::snprintf(variance, sizeof variance, "%.2f", q_.variance);
    const std::string value = nps ? variance : percent_text(q_.share);
    const Label assumed = nps ? Label::plan_variance : Label::plan_share;
    lines.push_back(Line(Ink::mute, labels_.filled(assumed, {{"value", value}}) + " " +
                                        (measured.empty() ? std::string(labels_(Label::plan_guessed))
                                                          : labels_(Label::plan_measured, measured))));
    if (q_.population) {
      lines.push_back(Line(Ink::mute, labels_(Label::plan_population, count_text(*q_.population))));
    }
    if (q_.response_rate) {
      lines.push_back(Line(Ink::mute, labels_(Label::plan_response, percent_text(*q_.response_rate))));
    }
    return lines;
  }

  std::vector<Line> margins() const {
    Rows rows = {{text(Label::plan_margin), text(Label::plan_answers)}};
    if (q_.response_rate) rows[0].push_back(text(Label::plan_invitations));
    for (const WavePlan::Margin& margin : plan_.margins) {
      rows.push_back({"±" + points(margin.margin), count_text(margin.answers)});
      if (margin.invitations) rows.back().push_back(count_text(*margin.invitations));
    }
    return table(Label::plan_for_margin, rows);
  }

  std::vector<Line> sizes() const {
    Rows rows = {{text(Label::plan_answers), text(Label::plan_margin), text(Label::plan_detectable)}};
    for (double difference : q_.differences) {
      rows[0].push_back(labels_(Label::plan_chance, points(difference)));
    }
    for (const WavePlan::Size& size : plan_.sizes) {
      rows.push_back({count_text(size.answers), "±" + points(size.margin), points(size.detectable)});
      for (double power : size.powers) {
        rows.back().push_back(std::isfinite(power) ? figure(100 * power, "%") : "–");
      }
    }
    return table(q_.before == 0 ? text(Label::plan_of_size)
                                : labels_(Label::plan_of_size_against, count_text(static_cast<double>(q_.before))),
                 rows);
  }

  std::vector<Line> differences() const {
    Rows rows = {{text(Label::plan_difference), text(Label::plan_answers_each)}};
    if (q_.response_rate) rows[0].push_back(text(Label::plan_invitations));
    for (const WavePlan::Difference& difference : plan_.differences) {
      rows.push_back({points(difference.difference), count_text(difference.answers)});
      if (difference.invitations) rows.back().push_back(count_text(*difference.invitations));
    }
    return table(Label::plan_for_difference, rows);
  }

 private:
  std::string text(Label label) const { return std::string(labels_(label)); }
  std::string points(double value) const {
    if (!std::isfinite(value)) return "–";
    return labels_(Label::plan_points, plain(value));
  }
  std::vector<Line> table(Label title, const Rows& rows) const { return table(text(title), rows); }
  // Figures stand under the ends of their headings.
  std::vector<Line> table(const std::string& title, const Rows& rows) const {
    std::vector<int> widths(rows[0].size());
    for (const auto& row : rows) {
      for (size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], display_width(row[c]));
    }
    std::vector<Line> lines = {Line(Ink::strong, title)};
    for (size_t r = 0; r < rows.size(); ++r) {
      Line line;
      int end = 0;
      for (size_t c = 0; c < rows[r].size(); ++c) {
        end += 2 + widths[c];
        line.fill_to(end - display_width(rows[r][c])).add(r == 0 ? Ink::mute : Ink::plain, rows[r][c]);
      }
      lines.push_back(std::move(line));
    }
    return lines;
  }

  const WavePlan& plan_;
  const WaveQuestion& q_;
  Labels labels_;
};

void optional_number(JsonWriter& out, const char* name, const std::optional<double>& value) {
  out.key(name);
  value ? out.number(*value) : out.null();
}

}  // namespace

void render_wave_plan_text(const WavePlan& plan, const std::string& measured,
                           const std::string& language, const TextStyle& style, const Sink& sink) {
  const TextPlan text(plan, language);
  TextPage page(style, sink);
  page.block(text.head(measured));
  page.block(text.margins());
  page.block(text.sizes());
  page.block(text.differences());
}

void render_wave_plan_json(const WavePlan& plan, const std::string& measured, const Sink& sink) {
  const WaveQuestion& q = plan.question;
  JsonWriter out(sink, 2);
  out.begin_object();
  out.key("plan");
  out.begin_object();
  out.field("score", q.score == Score::nps ? "nps" : "share");
  if (q.score == Score::nps) {
    out.field("variance", q.variance);
  } else {
    out.field("share", 100 * q.share);
  }
  if (!measured.empty()) out.field("measured_in", measured);
  out.field("confidence", q.confidence);
  out.field("power", q.power);
  optional_number(out, "population", q.population);
  optional_number(out, "response_rate", q.response_rate ? std::optional(100 * *q.response_rate) : std::nullopt);
  if (q.before != 0) out.field("answers_before", q.before);
  out.key("margins");
  out.begin_array();
  for (const WavePlan::Margin& margin : plan.margins) {
    out.begin_object(true);
    out.field("margin", margin.margin);
    out.field("answers", margin.answers);
    if (margin.invitations) out.field("invitations", *margin.invitations);
    out.end_object();
  }
  out.end_array();
  out.key("sizes");
  out.begin_array();
  for (const WavePlan::Size& size : plan.sizes) {
    out.begin_object(true);
    out.field("answers", size.answers);
    out.field("margin", size.margin);
    out.field("detectable", size.detectable);
    out.key("power");
    out.begin_array(true);
    for (double power : size.powers) out.number(power);
    out.end_array();
    out.end_object();
  }
  out.end_array();
  out.key("differences");
  out.begin_array();
  for (const WavePlan::Difference& difference : plan.differences) {
    out.begin_object(true);
    out.field("difference", difference.difference);
    out.field("answers_each", difference.answers);
    if (difference.invitations) out.field("invitations", *difference.invitations);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  out.end_object();
  out.flush();
  sink("\n");
}

}  // namespace topline
