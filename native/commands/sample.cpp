// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <functional>
#include <memory>
#include <system_error>

#include "native/commands/commands.h"
#include "native/input_file.h"
#include "native/run.h"
#include "native/words.h"
#include "native/workbook_writer.h"

namespace topline::native {
namespace {

// A sheet holds so many rows beside its header; a longer survey is left out of the workbook.
constexpr uint64_t kMostRows = 1'048'575;

constexpr const char* kLanguages[] = {"en", "zh-CN"};

struct SampleFile {
  std::string name;
  std::function<Result<void>(const Sink&)> write;
};

struct SampleCommand {
  std::string folder;
  SampleOptions sample;
  OutputOptions output;

  Exit run() const {
    if (folder == "-") {
      return write_result(output, [&](Output& to) { write_sample(in(language(), sample.kind), to.sink()); });
    }
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
      return report_error(
          {Code::cannot_write, {}, {{"path", folder}, {"detail", error.message()}}});
    }
    const std::vector<SampleFile> files = all_files();
    // All or nothing: no table of the user's is written over.
    for (const SampleFile& file : files) {
      const std::string path = path_of(file.name);
      if (!std::filesystem::exists(path) || holds_the_same(path, file)) continue;
      complain(say(Words::file_exists, {{"name", path}}));
      return Exit::wrong_call;
    }
    for (const SampleFile& file : files) {
      OutputOptions place = output;
      place.path = path_of(file.name);
      Result<void> made;
      const Exit exit = write_result(place, [&](Output& to) { made = file.write(to.sink()); });
      if (!made) return report_error(made.error());
      if (exit != Exit::done) return exit;
    }
    if (output.quiet) return Exit::done;
    complain(say(Words::wrote_files, {{"count", std::to_string(files.size())}, {"name", folder}}));
    complain(say(Words::sample_next,
                 {{"name", path_of(sample_file_name("rollout", language(), "xlsx"))},
                  {"study", path_of(sample_file_name("study", language(), "json"))}}));
    return Exit::done;
  }

  std::string path_of(const std::string& name) const {
    return (std::filesystem::path(folder) / name).string();
  }

  SampleOptions in(const std::string& language, std::string_view kind) const {
    SampleOptions options = sample;
    options.language = language;
    options.kind = kind;
    return options;
  }

  // A CSV file a kind, a workbook of them all and the study, in each language.
  std::vector<SampleFile> all_files() const {
    std::vector<SampleFile> files;
    for (const std::string language : kLanguages) {
      for (TableKind kind : all_kinds()) {
        const SampleOptions options = in(language, kind_name(kind));
        files.push_back({sample_file_name(options.kind, language, "csv"), [options](const Sink& sink) {
                           write_sample(options, sink);
                           return Result<void>();
                         }});
      }
      files.push_back({sample_file_name("rollout", language, "xlsx"),
                       [this, language](const Sink& sink) { return write_workbook(language, sink); }});
      files.push_back({sample_file_name("study", language, "json"), [this, language](const Sink& sink) {
                         sink(sample_study(in(language, "survey")));
                         return Result<void>();
                       }});
    }
    return files;
  }

  Result<void> write_workbook(const std::string& language, const Sink& sink) const {
    std::vector<SampleSheet> sheets;
    for (TableKind kind : all_kinds()) {
      if (kind == TableKind::survey && sample.rows > kMostRows) continue;
      sheets.push_back(sample_sheet(in(language, kind_name(kind))));
    }
    const auto bytes = workbook_of(sheets);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    sink(*bytes);
    return {};
  }

  bool holds_the_same(const std::string& path, const SampleFile& sample_file) const {
    auto file = InputFile::open(path, path);
    if (!file) return false;
    const auto there = file->read_all();
    std::string ours;
    const auto made = sample_file.write([&](std::string_view text) { ours += text; });
    return made && there && *there == ours;
  }
};

}  // namespace

void add_sample(CommandLine& line) {
  auto command = std::make_shared<SampleCommand>();
  CLI::App& app =
      line.add("sample", "Write a synthetic roll-out into a folder: all tables and a study",
               "topline sample demo\n"
               "topline sample - --lang zh-CN > survey.csv\n"
               "topline sample - --kind orders > orders.csv\n"
               "topline sample - --rows 1000000 --text messy | topline report -",
               [command] { return command->run(); });
  app.add_option("DIR", command->folder,
                 "The folder, made where it is not there; - for standard output")
      ->required()
      ->group("Arguments");
  app.add_option("--rows", command->sample.rows, "How many answers the survey has (1200)")
      ->type_name("N")
      ->group("Sample");
  app.add_option("--seed", command->sample.seed, "Another sample of the same kind (1)")
      ->type_name("N")
      ->group("Sample");
  app.add_option("--text", command->sample.text,
                 "Of the survey: plain, or messy: quoted commas, quotes and line breaks in comments (plain)")
      ->check(one_of({"plain", "messy"}))
      ->type_name("KIND")
      ->group("Sample");
  std::vector<std::string> kinds;
  for (TableKind kind : all_kinds()) kinds.emplace_back(kind_name(kind));
  app.add_option("--kind", command->sample.kind,
                 "With DIR -: which table to write: survey, orders, tickets … (survey)")
      ->check(one_of(kinds))
      ->type_name("KIND")
      ->group("Sample");
  add_output_options(app, command->output, {});
  app.remove_option(app.get_option("--output"));
}

}  // namespace topline::native
