// SPDX-License-Identifier: Apache-2.0
#pragma once

// Options that several commands share. Each add_…() declares them on a command; after the command
// line is parsed, the struct holds what was said.

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/study/settings.h"
#include "native/declared_options.h"
#include "native/inputs.h"
#include "native/reading.h"
#include "native/terminal.h"

namespace topline::native {

enum class Format : uint8_t { text, json, markdown, csv };

/// Where the result goes and how the run speaks.
struct OutputOptions {
  std::string path;    ///< -o; empty: standard output
  std::string format;  ///< --format as said; empty: by -o's ending, else the command's own
  std::string color = "auto";
  bool quiet = false;
  bool no_progress = false;
  bool verbose = false;

  /// The format that --format, the ending of -o or `usual` gives.
  Format chosen(Format usual) const;
  TextStyle style() const;
};

/// How tables are read and understood.
struct AnalysisOptions {
  std::vector<std::string> files;
  InputOptions input;
  std::vector<std::string> kinds;  ///< --kind: "KIND" or "FILE=KIND"
  std::vector<std::string> columns;
  std::vector<std::string> by;
  std::vector<std::string> cross;
  std::vector<std::string> gate_by;  ///< segments that gates ask for, beside those of `by` or the study
  std::string wave;
  std::string weight;
  std::vector<std::string> where;
  std::string plan;
  std::optional<double> confidence;
  std::optional<std::string> interval;
  std::optional<std::string> compare;
  std::optional<uint32_t> min_n;
  std::optional<std::string> audience;
  std::optional<std::string> as_of;
  std::optional<std::string> title;
  std::optional<uint64_t> seed;
  std::optional<std::string> period;
  std::string discount_rate, finance_rate, reinvest_rate;  ///< "8%" or "0.08"; empty: as the study says
  std::optional<std::string> change_date;
  DeclaredOptions declared;
  unsigned threads = 0;
  bool ids = false;
  std::string part;
  std::string rejects;  ///< where the rows left out are written; empty: nowhere
  std::string study;

  /// Error: bad_option.
  Result<Settings> settings() const;
  /// Error: bad_option.
  Result<ReadingOptions> reading() const;
};

/// "8%" and "0.08" alike: 0.08.
std::optional<double> read_rate(std::string_view text);

// Validators. What they complain of is "VALUE<kAllowedMark>what is allowed", from which the command
// line makes a message in the language of the run.
inline constexpr char kAllowedMark = '\x1F';
CLI::Validator one_of(const std::vector<std::string>& values);
CLI::Validator between(double low, double high);

/// `formats`: those that --format takes, such as {"text", "json"}.
void add_output_options(CLI::App& command, OutputOptions& options,
                        const std::vector<std::string>& formats);
/// `files`: how the tables are named, "FILE" as arguments or by an option such as "--on".
void add_analysis_options(CLI::App& command, AnalysisOptions& options, const std::string& files = "FILE");

}  // namespace topline::native
