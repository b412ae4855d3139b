// SPDX-License-Identifier: Apache-2.0
#include "core/measure/open_answers.h"

#include <algorithm>
#include <cmath>

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/measure/comment_words.h"
#include "core/measure/mask_contacts.h"
#include "core/profile/answer.h"
#include "core/stats/proportion.h"

namespace topline {
namespace {

constexpr uint32_t kFewestComments = 10;  // of employees, or of people unknown
constexpr size_t kTerms = 10;

bool is_comment(std::string_view text) {
  return !is_no_score(text) && text != "无" && text != "没有" &&
         (has_unspaced_script(text) || !comment_words(text).empty());
}

CommentGroup group_of(double score) {
  if (!(score >= 0)) return CommentGroup::unscored;
  return score >= 9   ? CommentGroup::promoters
         : score >= 7 ? CommentGroup::passives
                      : CommentGroup::detractors;
}

// The distinct comments with their people; `names` holds the texts.
struct Comments {
  std::vector<std::string> names;
  std::vector<Comment> texts;
  uint64_t people = 0;
  uint64_t used = 0;
};

Comments read_comments(const FrameRows& rows, const Declared::Comments& declared,
                       const std::string& wave) {
  Comments all;
  const std::vector<uint32_t> codes = rows.categories(declared.column, &all.names);
  const std::vector<double> scores =
      declared.score ? rows.scores(*declared.score) : std::vector<double>(rows.size(), std::nan(""));
  std::vector<bool> counts;
  for (const std::string& name : all.names) {
    counts.push_back(is_comment(name));
    all.texts.push_back({name, {}});
  }
  for (size_t row = 0; row < rows.size(); ++row) {
    if (!wave.empty() && rows.wave(row) != wave) continue;
    ++all.used;
    if (codes[row] == FrameRows::kMissing || !counts[codes[row]]) continue;
    ++all.people;
    ++all.texts[codes[row]].people[static_cast<size_t>(group_of(scores[row]))];
  }
  std::erase_if(all.texts, [](const Comment& comment) { return comment.people == Comment{}.people; });
  return all;
}

// Which texts are quoted must not depend on where they stood, so their hashes draw the lot.
std::vector<std::string> draw_quotes(const std::vector<Comment>& comments, uint64_t seed, size_t most) {
  const Fingerprint start = {mix(seed ^ kHashA, kHashB), seed};
  std::vector<std::pair<Fingerprint, std::string_view>> lots;
  for (const Comment& comment : comments) lots.emplace_back(fingerprint(comment.text, start), comment.text);
  const size_t count = std::min(most, lots.size());
  std::partial_sort(lots.begin(), lots.begin() + static_cast<ptrdiff_t>(count), lots.end());
  std::vector<std::string> quotes;
  for (size_t i = 0; i < count; ++i) quotes.push_back(mask_contacts(lots[i].second));
  return quotes;
}

uint32_t cell_of_wave(const CellSet& cells, const std::string& wave) {
  for (uint32_t c = 0; c < cells.cells.size(); ++c) {
    const PeopleCell& people = cells.cells[c];
    if (people.grouping == 0 && (wave.empty() ? !people.wave : people.wave == wave)) return c;
  }
  return 0;
}

void state_share(Measure& measure, uint64_t count, uint64_t n, const Settings& settings, bool weighted) {
  measure.n = n;
  if (n == 0) {
    measure.why = "no_answers";
    return;
  }
  const double share = static_cast<double>(count) / static_cast<double>(n);
  const stats::Interval interval = stats::wilson(share, static_cast<double>(n), settings.confidence);
  measure.value = 100 * share;
  measure.interval =
      MeasureInterval{settings.confidence, 100 * interval.low, 100 * interval.high, "wilson"};
  if (n < kLowBase) measure.notes.push_back("low_base");
  if (weighted) measure.notes.push_back("unweighted");
}

void hide(Measure& measure) {
  measure.suppressed = true;
  measure.notes.push_back("min_n");
}

Measure theme_measure(const ThemeCount& theme, const ThemeCounts& counts, const Settings& settings,
                      bool weighted) {
  static constexpr const char* kGroups[] = {"detractors", "passives", "promoters"};
  Measure measure{MeasureId::comment_theme};
  measure.option = theme.name;
  if (!counts.base || !theme.n) {
    hide(measure);
    return measure;
  }
  state_share(measure, *theme.n, *counts.base, settings, weighted);
  measure.parts.emplace_back("comments", *theme.n);
  for (size_t g = 0; g < theme.groups.size(); ++g) {
    if (theme.groups[g]) measure.parts.emplace_back(kGroups[g], *theme.groups[g]);
  }
  return measure;
}

}  // namespace

OpenAnswersMeasured measure_open_answers(const FrameRows& rows, const Plan& plan, const CellSet& cells,
                                         const std::string& headline_wave, const Settings& settings,
                                         bool weighted) {
  const Declared::Comments& declared = *plan.declared.comments;
  OpenAnswersMeasured result;
  OpenAnswers& answers = result.answers;
  answers.column = declared.column + 1;
  answers.score_column = declared.score ? *declared.score + 1 : 0;
  answers.wave = headline_wave;
  answers.hidden = settings.audience != "customer";
  answers.min_n = answers.hidden ? std::max(settings.min_n, kFewestComments)
                                 : std::max(settings.min_n, uint32_t{1});
  Measure rate{MeasureId::comment_rate};
  std::vector<uint32_t> needed = {declared.column};
  if (declared.score) needed.push_back(*declared.score);
  answers.why = rows.why_absent(needed);
  if (answers.why == "too_many_values") answers.why = "frame_limit";
  if (!answers.why.empty()) {
    rate.why = answers.why;
    result.measures.push_back(std::move(rate));
  } else {
    const Comments comments = read_comments(rows, declared, headline_wave);
    const bool few = comments.people < answers.min_n;
    if (answers.hidden && ((few && comments.people != 0) ||
                           (comments.used != 0 && comments.used < answers.min_n))) {
      hide(rate);
    } else {
      state_share(rate, comments.people, comments.used, settings, weighted);
      rate.parts.emplace_back("comments", comments.people);
    }
    result.measures.push_back(std::move(rate));
    answers.themes = count_themes(comments.texts, settings.comments.themes, declared.score.has_value(),
                                  answers.hidden ? static_cast<uint32_t>(answers.min_n) : 0);
    for (const ThemeCount& theme : answers.themes.themes) {
      result.measures.push_back(theme_measure(theme, answers.themes, settings, weighted));
    }
    const auto& bases = answers.themes.groups;
    if (bases[0] && bases[1] && bases[2]) {
      const CommentTerms terms(comments.texts);
      answers.promoter_terms = terms.apart(CommentGroup::promoters, answers.min_n, answers.hidden, kTerms);
      answers.detractor_terms = terms.apart(CommentGroup::detractors, answers.min_n, answers.hidden, kTerms);
    }
    if (settings.comments.quotes != 0) {
      answers.why_no_quotes = few ? "few_comments" : settings.where.empty() ? "" : "filtered";
      if (answers.why_no_quotes.empty()) {
        answers.quotes = draw_quotes(comments.texts, settings.seed, settings.comments.quotes);
      }
    }
  }
  const uint32_t cell = cell_of_wave(cells, headline_wave);
  for (Measure& measure : result.measures) {
    measure.column = answers.column;
    measure.cell = cell;
  }
  return result;
}

}  // namespace topline
