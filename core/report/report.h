// SPDX-License-Identifier: Apache-2.0
#pragma once

// The Report is a value: everything that a person or a program is told, before any wording of layout.
// Every surface (JSON, text, Markdown, CSV, page) is a pure function of it.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/measure/catalogue.h"
#include "core/measure/crosstabs.h"
#include "core/measure/difference.h"
#include "core/measure/measure.h"
#include "core/measure/open_answers.h"
#include "core/measure/trend.h"
#include "core/profile/table_kind.h"
#include "core/rollout/results.h"

namespace topline {

/// read = used + duplicate + incomplete + excluded + filtered + blank + rejected.
struct RowCounts {
  uint64_t read = 0;
  uint64_t used = 0;
  uint64_t duplicate = 0;
  uint64_t incomplete = 0;
  uint64_t excluded = 0;
  uint64_t filtered = 0;
  uint64_t blank = 0;
  uint64_t rejected = 0;
  bool operator==(const RowCounts&) const = default;
};

/// One column of a table as it was understood. answered + missing + invalid = used rows.
struct ReportColumn {
  uint32_t column = 0;     ///< 1-based
  std::string name;        ///< the header as read ("column 3" where there is none)
  std::string label;       ///< the question's text where it differs from the name
  std::string role;        ///< "nps", "csat", "segment" …
  std::string scale;       ///< "0-10", "1-5" …; empty where the role has none
  double confidence = 0;   ///< of the guess, 0 to 1; 1 where it was told
  bool told = false;       ///< settled by the user, not guessed
  std::string reason;      ///< why, in the report's language
  std::string alternative;  ///< the other role that an unsure guess asks about; empty: sure
  uint64_t answered = 0;
  uint64_t missing = 0;
  uint64_t invalid = 0;
  uint64_t distinct = 0;    ///< distinct texts; an estimate where `many`
  bool many = false;        ///< more distinct texts than are kept
  std::vector<std::pair<std::string, uint64_t>> top;  ///< the most frequent texts with counts, at most 12; a count of 0 is hidden
};

/// One file or paste.
struct ReportInput {
  std::string name;
  std::string table;       ///< the table that it is part of (its first input's name)
  std::string kind = "survey";
  std::string layout;      ///< "plain", "headerless" …
  std::string encoding;    ///< "utf-8", "gb18030" …
  std::string sheet;       ///< of a workbook; else empty
  std::string delimiter;   ///< ",", "\t" …
  uint32_t preamble = 0;   ///< lines above the header
  uint64_t table_rows = 0; ///< of a frequency table, whose `rows` count people; else 0
  uint32_t header_rows = 1;
  uint64_t bytes = 0;
  RowCounts rows;
  std::vector<ReportColumn> columns;
};

/// A table as a whole: one survey, perhaps of several files with the same columns.
struct ReportTable {
  std::string name;
  TableKind kind = TableKind::survey;
  std::string data_through;            ///< ISO date of its latest event; empty: it has none
  std::vector<ReportColumn> columns;
  std::vector<std::string> waves;      ///< in order of time; empty without a wave column
  std::string headline_wave;           ///< the wave that headlines speak of; empty: all
  std::vector<std::string> proposed_segments;
  std::string proposed_wave;
  std::string proposed_weight;
};

struct Message {
  Severity severity = Severity::info;
  Code code;
  std::string text;    ///< in the report's language; says what to do where something is to be done
  Where where;
  uint64_t count = 1;
};

struct Report {
  std::string version;
  std::string title;
  std::string language;  ///< "en" or "zh-CN"
  std::string as_of;     ///< ISO date, or empty where no event date is known
  double confidence = 0.95;
  std::string interval = "score";
  std::string compare = "headline";
  uint32_t min_n = 5;
  uint64_t seed = 1;
  std::string summary;   ///< a paragraph that can be forwarded as it is
  std::vector<ReportTable> tables;
  std::vector<ReportInput> inputs;
  std::vector<Cell> cells;
  std::vector<Measure> measures;
  std::vector<Difference> differences;  ///< of the surveys first
  std::vector<Trend> trends;
  std::vector<Crosstab> crosstabs;        ///< where they were asked for
  std::vector<OpenAnswers> open_answers;  ///< where they were asked for
  std::vector<Goal> goals;
  std::vector<Criterion> scorecard;
  std::vector<Join> joins;
  std::vector<Message> messages;
};

/// The name of a measure's question: its column's header; empty where it has none.
const std::string& question_of(const Report& report, const Measure& measure);

}  // namespace topline
