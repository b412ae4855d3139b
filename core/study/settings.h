// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace topline {

/// A guess overruled: `--column 'NAME=ROLE[:SCALE[:MISSING,…]]'`.
struct ColumnChoice {
  std::string name;   ///< header text, "#3" or "@Q1"
  std::string role;   ///< as in JSON: "nps", "csat", "ignore" …
  std::string scale;  ///< "0-10", "1-5" …; empty: as guessed
  std::vector<std::string> missing = {};  ///< answers that stand for none: "0", "6", "Blank" …
  bool operator==(const ColumnChoice&) const = default;
};

/// What is told of one table: its kind and its columns.
struct TableChoice {
  std::string file;  ///< the input's name; of a workbook's sheet "book.xlsx:Sheet"
  std::string kind;  ///< "orders" …; empty: guessed
  std::vector<ColumnChoice> columns;
  bool operator==(const TableChoice&) const = default;
};

/// A goal: a figure that is to reach a target by a date, and who answers for it.
struct GoalChoice {
  struct Milestone {
    std::string name;
    std::string due;              ///< ISO date
    std::optional<double> value;  ///< that the figure is to have by then
    bool operator==(const Milestone&) const = default;
  };
  std::string kpi;     ///< a measure's id, or what it is called
  std::string target;  ///< "40", "+10%", "+10 points": what is meant by a bare + is asked
  std::string change;  ///< of a target like "+10%": "relative" or "points"; empty: not told
  std::optional<double> baseline;
  std::optional<double> value;  ///< the figure now; empty: measured, where kpi is a measure
  std::string start;            ///< ISO date of the baseline
  std::string due;              ///< ISO date
  std::string owner;
  std::vector<Milestone> milestones;
  bool operator==(const GoalChoice&) const = default;
};

/// A target for one line of the scorecard.
struct TargetChoice {
  std::string measure;  ///< its id
  double target = 0;    ///< in the measure's unit
  bool operator==(const TargetChoice&) const = default;
};

/// Items to be held against an outcome: what goes with its score.
struct DriverChoice {
  std::string outcome;
  std::vector<std::string> items;
  bool operator==(const DriverChoice&) const = default;
};

/// Items that are meant to measure one thing.
struct ScaleChoice {
  std::string name;
  std::vector<std::string> items;
  std::string kind = "alpha";  ///< "alpha", "sus" (ten items of 1–5) or "umux_lite" (two of 1–7)
  bool operator==(const ScaleChoice&) const = default;
};

/// A theme of the codebook and what tells it. A word of letters matches whole words, case folded, one
/// that ends in * any ending; several words a phrase; a Chinese one anywhere in the text.
struct ThemeChoice {
  std::string name;
  std::vector<std::string> words;
  bool operator==(const ThemeChoice&) const = default;
};

/// Open answers to be read: nothing where `column` is empty.
struct CommentsChoice {
  std::string column;
  std::vector<ThemeChoice> themes;
  uint32_t quotes = 0;  ///< texts to be shown, masked
  bool operator==(const CommentsChoice&) const = default;
};

/// What is known of the population by one column: people, or shares, of each category.
struct MarginChoice {
  std::string column;
  std::vector<std::pair<std::string, double>> targets;
  bool operator==(const MarginChoice&) const = default;
};

/// What the command line, the page or a study file tells the core. Column names are resolved
/// against the table when it is read: header text (trimmed; case and width folded), "#3" or "@Q1".
struct Settings {
  std::vector<ColumnChoice> columns;
  std::vector<std::string> by;     ///< segment columns, each on its own
  std::vector<std::string> cross;  ///< none, or the columns whose crossing is shown
  std::string wave;                ///< the wave or date column; empty: none
  std::string wave_unit;           ///< "", "day", "week", "month", "quarter" or "year"
  std::string weight;              ///< the weight column; empty: none
  std::vector<std::pair<std::string, std::string>> where;  ///< rows kept: all NAME=VALUE hold
  double confidence = 0.95;
  std::string interval = "score";  ///< "score", "wald" or "adjusted-wald" (of NPS)
  std::string compare = "headline";  ///< what is tested: "headline", "all" or "none"
  uint32_t min_n = 5;              ///< cells of fewer people are hidden
  std::string audience;            ///< "customer", "employee" or "" (unknown: as employee)
  std::string language = "en";     ///< "en" or "zh-CN"
  std::string title;
  std::string as_of;  ///< ISO date; empty: the latest event date in the tables
  uint64_t seed = 1;
  // What needs rows, or is shown only where it is asked for (see core/profile/declared.h).
  std::vector<DriverChoice> drivers;
  std::vector<ScaleChoice> scales;
  CommentsChoice comments;
  std::vector<std::string> strata;    ///< columns whose crossing is the strata of the sample
  std::vector<std::string> clusters;  ///< the first is the sampling unit, later stages add nothing
  std::string fpc;  ///< column: how many units the row's stratum has in the population; empty: none
  std::optional<uint64_t> roster_size;  ///< how many people could have answered
  std::optional<uint64_t> invited;      ///< how many people were asked to answer, in each wave
  bool paired = false;  ///< people who answer in several waves are followed by their respondent id
  std::vector<MarginChoice> margins;    ///< weights are calibrated to them
  bool favourable = false;              ///< favourable, neutral and unfavourable of each item
  bool crosstabs = false;               ///< each question against each segment column, with χ²
  bool quality = false;                 ///< look for answers given without care
  std::vector<std::string> drop;        ///< see drop_kinds(); none where only counted
  // Of a roll-out.
  std::vector<TableChoice> tables;
  std::vector<GoalChoice> goals;
  std::vector<TargetChoice> targets;
  std::string period = "year";  ///< of lifetime value and retention: "month", "quarter" or "year"
  std::optional<double> discount_rate;  ///< effective, a year (a period, for bare periods); 0.08 is 8 %
  std::optional<double> finance_rate;   ///< of MIRR; empty: discount_rate
  std::optional<double> reinvest_rate;  ///< of MIRR; empty: discount_rate
  std::string change_date;              ///< ISO date of the roll-out: before and after it
  std::vector<std::string> key_features;  ///< features whose use is a key action; empty: any
  uint32_t activation_days = 14;          ///< a first key action within so many days of the start

  std::string kind;  ///< the kind of table told for all inputs that `tables` doesn't name; empty: guessed
  /// A column's name need stand only in one of the tables; of the call, not of the study: not in JSON.
  bool several_tables = false;
  bool ids = false;  ///< keep a fingerprint per row, so that overlapping parts can merge
  bool operator==(const Settings&) const = default;
};

/// The settings for one input: what `tables` says of it stands before what is said of all.
Settings settings_for(const Settings& settings, const std::string& input);

/// What `drop` may name: "straightliners", "speeders", "near_duplicates", "partials".
const std::vector<std::string>& drop_kinds();

/// Reads settings, and so a study file, from JSON (the schema: docs/study.schema.json). All keys are
/// optional; an unknown key is an error that names the nearest.
Result<Settings> settings_from_json(std::string_view json);
std::string settings_to_json(const Settings& settings);

/// Are the values allowed ones? Error: bad_option.
Result<void> check_settings(const Settings& settings);

}  // namespace topline
