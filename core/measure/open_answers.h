// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the open answers of a survey say, where that was asked for.

#include <cstdint>
#include <string>
#include <vector>

#include "core/measure/cells.h"
#include "core/measure/comment_terms.h"
#include "core/measure/frame_rows.h"
#include "core/measure/measure.h"
#include "core/measure/theme_counts.h"
#include "core/study/settings.h"

namespace topline {

/// Of one column of comments, by the used rows of the headline wave (of all rows where there is none).
struct OpenAnswers {
  uint32_t table = 0;         ///< index into Report::tables
  uint32_t column = 0;        ///< 1-based
  uint32_t score_column = 0;  ///< 1-based: the NPS question that groups them; 0: there is none
  std::string wave;           ///< empty: all
  std::string why;            ///< why there is nothing: "frame_limit", "not_in_frame"; else empty
  uint64_t min_n = 0;         ///< people a word is to be from, and under which counts are hidden
  bool hidden = false;        ///< counts under min_n are hidden
  ThemeCounts themes;
  std::vector<CommentTerm> promoter_terms;
  std::vector<CommentTerm> detractor_terms;
  /// Texts as they were written, contacts masked, in an order that the seed and the texts decide. No
  /// score, no segment. None where few commented, or where a filter would tell whose they are.
  std::vector<std::string> quotes;
  std::string why_no_quotes;  ///< "few_comments", "filtered"; empty: there are, or none were asked for
};

struct OpenAnswersMeasured {
  OpenAnswers answers;
  /// comment_rate, then comment_theme per theme (option: its name; n: the comments it is of). Wilson
  /// intervals; unweighted. Hidden as the counts are.
  std::vector<Measure> measures;
};

/// REQUIRES: plan.declared.comments. Comments of employees and of people unknown are hidden under ten
/// people, or under min_n where that is more. A blank cell, a word for "no answer" and a text without
/// a letter or digit are no comments.
OpenAnswersMeasured measure_open_answers(const FrameRows& rows, const Plan& plan, const CellSet& cells,
                                         const std::string& headline_wave, const Settings& settings,
                                         bool weighted);

}  // namespace topline
