// SPDX-License-Identifier: Apache-2.0
#include "native/options.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <tuple>

#include "core/base/number.h"
#include "core/base/text.h"
#include "native/column_names.h"
#include "native/words.h"

namespace topline::native {
namespace {

// An option that may be said several times, each time with one value.
CLI::Option* add_repeatable(CLI::App& command, const std::string& flags,
                            std::vector<std::string>& values, const std::string& help) {
  return command.add_option(flags, values, help)->allow_extra_args(false);
}

tl::unexpected<Error> bad_option(std::string_view option, std::string_view value,
                                 std::string_view allowed) {
  return fail(Code::bad_option, {},
              {{"option", std::string(option)},
               {"value", std::string(value)},
               {"allowed", std::string(allowed)}});
}

bool ends_with(const std::string& path, std::string_view ending) {
  const std::string folded = fold(path);
  return folded.size() >= ending.size() &&
         folded.compare(folded.size() - ending.size(), ending.size(), ending) == 0;
}

// 0 where `text` is no whole number.
uint64_t whole_number(std::string_view text) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

}  // namespace

Format OutputOptions::chosen(Format usual) const {
  if (format == "text") return Format::text;
  if (format == "json") return Format::json;
  if (format == "md") return Format::markdown;
  if (format == "csv") return Format::csv;
  if (ends_with(path, ".json")) return Format::json;
  if (ends_with(path, ".md") || ends_with(path, ".markdown")) return Format::markdown;
  if (ends_with(path, ".csv")) return Format::csv;
  if (ends_with(path, ".txt")) return Format::text;
  return usual;
}

TextStyle OutputOptions::style() const {
  const ColorChoice choice = color == "always"  ? ColorChoice::always
                             : color == "never" ? ColorChoice::never
                                                : ColorChoice::automatic;
  return text_style(choice, !path.empty());
}

Result<Settings> AnalysisOptions::settings() const {
  Settings settings;
  if (!study.empty()) {
    auto file = InputFile::open(study, study);
    if (!file) return tl::unexpected<Error>(file.error());
    const auto text = file->read_all();
    if (!text) return tl::unexpected<Error>(text.error());
    auto saved = settings_from_json(*text);
    if (!saved) {
      Error error = saved.error();
      if (error.where.input.empty()) error.where.input = study;
      return tl::unexpected<Error>(error);
    }
    settings = std::move(*saved);
  }
  // What is said in the call holds over what the study says.
  for (const std::string& text : columns) {
    auto choice = column_choice(text);
    if (!choice) return bad_option("--column", text, "NAME=ROLE, NAME=ROLE:SCALE");
    settings.columns.push_back(std::move(*choice));
  }
  for (const std::string& text : kinds) {
    const size_t equals = text.rfind('=');
    if (equals == std::string::npos) {
      settings.kind = text;
    } else {
      const std::string file = std::filesystem::path(text.substr(0, equals)).filename().string();
      settings.tables.push_back({file, text.substr(equals + 1), {}});
    }
  }
  if (!by.empty()) settings.by.clear();
  for (const std::string& name : by) settings.by.push_back(unescape(name));
  for (const std::string& name : gate_by) {
    const bool there = std::any_of(settings.by.begin(), settings.by.end(),
                                   [&](const std::string& other) { return fold(other) == fold(name); });
    if (!there) settings.by.push_back(name);
  }
  if (!cross.empty()) settings.cross.clear();
  for (const std::string& name : cross) settings.cross.push_back(unescape(name));
  if (cross.size() == 1 || cross.size() > 2) {
    return bad_option("--cross", join(cross, ", "), "--cross A --cross B");
  }
  if (!wave.empty()) std::tie(settings.wave, settings.wave_unit) = name_and_unit(wave);
  if (!weight.empty()) settings.weight = unescape(weight);
  if (!where.empty()) settings.where.clear();
  for (const std::string& text : where) {
    auto pair = name_and_value(text);
    if (!pair) return bad_option("--where", text, "NAME=VALUE");
    settings.where.push_back(std::move(*pair));
  }
  settings.confidence = confidence.value_or(settings.confidence);
  settings.interval = interval.value_or(settings.interval);
  settings.compare = compare.value_or(settings.compare);
  settings.min_n = min_n.value_or(settings.min_n);
  settings.audience = audience.value_or(settings.audience);
  settings.language = language();
  settings.title = title.value_or(settings.title);
  settings.as_of = as_of.value_or(settings.as_of);
  settings.seed = seed.value_or(settings.seed);
  settings.ids |= ids;
  settings.period = period.value_or(settings.period);
  settings.change_date = change_date.value_or(settings.change_date);
  for (const auto& [option, said, into] :
       {std::tuple("--discount-rate", &discount_rate, &settings.discount_rate),
        std::tuple("--finance-rate", &finance_rate, &settings.finance_rate),
        std::tuple("--reinvest-rate", &reinvest_rate, &settings.reinvest_rate)}) {
    if (said->empty()) continue;
    const auto rate = read_rate(*said);
    if (!rate) return bad_option(option, *said, "8%, 0.08");
    *into = rate;
  }
  if (auto done = declared.apply(settings); !done) return tl::unexpected<Error>(done.error());
  return settings;
}

std::optional<double> read_rate(std::string_view text) {
  const bool percent = !text.empty() && text.back() == '%';
  const auto number = parse_number(text.substr(0, text.size() - percent));
  if (!number) return {};
  return percent ? *number / 100 : *number;
}

Result<ReadingOptions> AnalysisOptions::reading() const {
  ReadingOptions options;
  options.threads = threads;
  if (part.empty()) return options;
  const size_t slash = std::min(part.find('/'), part.size());
  const uint64_t number = whole_number(std::string_view(part).substr(0, slash));
  const uint64_t of = whole_number(std::string_view(part).substr(std::min(slash + 1, part.size())));
  if (number == 0 || number > of) return bad_option("--part", part, "1/4, 2/4, 3/4, 4/4 …");
  options.part = Part{number, of};
  return options;
}

CLI::Validator one_of(const std::vector<std::string>& values) {
  return CLI::Validator(
      [values](std::string& text) {
        const bool allowed = std::find(values.begin(), values.end(), text) != values.end();
        return allowed ? std::string() : text + kAllowedMark + join(values, ", ");
      },
      "");
}

CLI::Validator between(double low, double high) {
  return CLI::Validator(
      [low, high](std::string& text) {
        const auto number = parse_number(text);
        const bool allowed = number && *number >= low && *number <= high;
        return allowed ? std::string()
                       : text + kAllowedMark + format_number(low) + " … " + format_number(high);
      },
      "");
}

void add_output_options(CLI::App& command, OutputOptions& options,
                        const std::vector<std::string>& formats) {
  if (!formats.empty()) {
    command
        .add_option("--format", options.format,
                    "How the result is written: " + join(formats, ", ") + " (follows -o's ending)")
        ->check(one_of(formats))
        ->type_name("FORMAT")
        ->group("Output");
  }
  command.add_option("-o,--output", options.path, "Write to FILE: beside it, then renamed")
      ->type_name("FILE")
      ->group("Output");
  command
      .add_option_function<std::string>(
          "--lang",
          [](const std::string& name) {
            const std::string language = language_from_name(name);
            if (language.empty()) {
              throw CLI::ValidationError("--lang", name + kAllowedMark + "en, zh-CN");
            }
            set_language(language);
          },
          "Language of the result and of messages: en, zh-CN (from the environment)")
      ->type_name("LANG")
      ->trigger_on_parse()
      ->group("Output");
  command.add_option("--color", options.color, "Colours: auto, always, never (NO_COLOR is obeyed)")
      ->check(one_of({"auto", "always", "never"}))
      ->type_name("WHEN")
      ->group("Output");
  command.add_flag("-q,--quiet", options.quiet, "Say nothing but errors on standard error")
      ->group("Output");
  command.add_flag("--no-progress", options.no_progress, "No progress line on the terminal")
      ->group("Output");
  command.add_flag("--verbose", options.verbose, "Say what was read, how fast, and every note")
      ->group("Output");
}

void add_analysis_options(CLI::App& command, AnalysisOptions& options, const std::string& files) {
  command.add_option(files, options.files, "CSV, TSV, XLSX or ODS files, tallies, or - for standard input")
      ->required()
      ->type_name("FILE")
      ->group("Arguments");
  add_input_options(command, options.input);
  command
      .add_option("--rejects", options.rejects,
                  "Write the rows that are left out to FILE (CSV): file, line, why, cells")
      ->type_name("FILE")
      ->group("Reading");
  command
      .add_option("--study", options.study,
                  "A study file that the page saved: its columns, segments and settings hold where "
                  "the call says nothing else")
      ->type_name("FILE")
      ->group("Reading");
  constexpr const char* kColumns = "Columns";
  add_repeatable(
      command, "--column", options.columns,
      "What a column is: NAME=ROLE[:SCALE[:MISSING]], such as 'Q1=nps', '#3=csat:1-7' or "
      "'Q7=csat:1-5:0,6', where 0 and 6 are no answers; overrules a guess (repeatable)")
      ->type_name("NAME=ROLE[:SCALE[:MISSING]]")
      ->group(kColumns);
  add_repeatable(command, "--by", options.by, "Compare the groups of this column (repeatable)")
      ->type_name("NAME")
      ->group(kColumns);
  add_repeatable(command, "--cross", options.cross, "Said twice: show the crossing of two columns")
      ->type_name("NAME")
      ->group(kColumns);
  command
      .add_option("--wave", options.wave,
                  "The column that tells waves apart; dates by day, week, month, quarter or year")
      ->type_name("NAME[:UNIT]")
      ->group(kColumns);
  command.add_option("--weight", options.weight, "The column that holds each row's weight")
      ->type_name("NAME")
      ->group(kColumns);
  add_repeatable(command, "--where", options.where,
                 "Only rows in which NAME is VALUE (repeatable: all must hold)")
      ->type_name("NAME=VALUE")
      ->group(kColumns);
  constexpr const char* kFigures = "Figures";
  command.add_option("--confidence", options.confidence, "Level of the intervals (0.95)")
      ->check(between(0.5, 0.9999))
      ->type_name("LEVEL")
      ->group(kFigures);
  command
      .add_option("--interval", options.interval,
                  "Interval of NPS: score, wald, adjusted-wald (score)")
      ->check(one_of({"score", "wald", "adjusted-wald"}))
      ->type_name("METHOD")
      ->group(kFigures);
  command
      .add_option("--compare", options.compare,
                  "What is tested for differences: headline scores, all, none (headline)")
      ->check(one_of({"headline", "all", "none"}))
      ->type_name("WHAT")
      ->group(kFigures);
  command.add_option("--min-n", options.min_n, "Hide groups of fewer people than this (5)")
      ->type_name("N")
      ->group(kFigures);
  command
      .add_option("--audience", options.audience,
                  "Who answered: employee (small groups are hidden), customer (they are marked)")
      ->check(one_of({"customer", "employee"}))
      ->type_name("WHO")
      ->group(kFigures);
  command.add_option("--as-of", options.as_of, "The report's date (the latest date in the tables)")
      ->type_name("DATE")
      ->group(kFigures);
  command.add_option("--title", options.title, "A title for the report")
      ->type_name("TEXT")
      ->group(kFigures);
  command.add_option("--seed", options.seed, "Seed of everything random (1)")
      ->type_name("N")
      ->group(kFigures);
  add_declared_options(command, options.declared);
  constexpr const char* kRollout = "Roll-out";
  add_repeatable(command, "--kind", options.kinds,
                 "What a table is: survey, usage, roster, orders, accounts, pipeline, receivables, "
                 "tickets, decisions, processes, costs, benefits, cashflows, campaigns, requirements, "
                 "controls, goals, vendors (FILE=KIND for one of several; repeatable)")
      ->type_name("[FILE=]KIND")
      ->group(kRollout);
  command
      .add_option("--period", options.period,
                  "Period of lifetime value and retention: month, quarter, year (year)")
      ->check(one_of({"month", "quarter", "year"}))
      ->type_name("PERIOD")
      ->group(kRollout);
  command
      .add_option("--discount-rate", options.discount_rate,
                  "Effective rate a year, 8% or 0.08; without it nothing is discounted")
      ->type_name("RATE")
      ->group(kRollout);
  command.add_option("--finance-rate", options.finance_rate, "Of MIRR (the discount rate)")
      ->type_name("RATE")
      ->group(kRollout);
  command.add_option("--reinvest-rate", options.reinvest_rate, "Of MIRR (the discount rate)")
      ->type_name("RATE")
      ->group(kRollout);
  command
      .add_option("--change-date", options.change_date,
                  "The day of the roll-out: figures before and after it are compared")
      ->type_name("DATE")
      ->group(kRollout);
  constexpr const char* kReading = "Reading";
  command
      .add_option("--threads", options.threads,
                  "Threads that read a file (all cores where it is over 64 MB, else 1)")
      ->check(between(1, 1024))
      ->type_name("N")
      ->group(kReading);
}

}  // namespace topline::native
