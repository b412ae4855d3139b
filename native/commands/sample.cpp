// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <memory>
#include <system_error>

#include "native/commands/commands.h"
#include "native/input_file.h"
#include "native/run.h"
#include "native/words.h"

namespace topline::native {
namespace {

struct SampleFile {
  const char* name;
  const char* language;
};

// The same survey in both languages.
constexpr SampleFile kFiles[] = {{"survey.csv", "en"}, {"survey.zh-CN.csv", "zh-CN"}};

struct SampleCommand {
  std::string folder;
  SampleOptions sample;
  OutputOptions output;

  Exit run() const {
    if (folder == "-") return write_to("", language());
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
      return report_error(
          {Code::cannot_write, {}, {{"path", folder}, {"detail", error.message()}}});
    }
    // All or nothing: no table of the user's is written over.
    for (const SampleFile& file : kFiles) {
      const std::string path = path_of(file);
      if (!std::filesystem::exists(path) || holds_the_same(path, file.language)) continue;
      complain(say(Words::file_exists, {{"name", path}}));
      return Exit::wrong_call;
    }
    for (const SampleFile& file : kFiles) {
      const std::string path = path_of(file);
      const Exit exit = write_to(path, file.language);
      if (exit != Exit::done) return exit;
      if (!output.quiet) complain(say(Words::wrote, {{"name", path}}));
    }
    const bool chinese = language() == "zh-CN";
    if (!output.quiet) complain(say(Words::sample_next, {{"name", path_of(kFiles[chinese])}}));
    return Exit::done;
  }

  std::string path_of(const SampleFile& file) const {
    return (std::filesystem::path(folder) / file.name).string();
  }

  SampleOptions in(const std::string& language) const {
    SampleOptions options = sample;
    options.language = language;
    return options;
  }

  Exit write_to(const std::string& path, const std::string& language) const {
    OutputOptions place = output;
    place.path = path;
    return write_result(place, [&](Output& to) { write_sample(in(language), to.sink()); });
  }

  bool holds_the_same(const std::string& path, const std::string& language) const {
    auto file = InputFile::open(path, path);
    if (!file) return false;
    const auto there = file->read_all();
    std::string ours;
    write_sample(in(language), [&](std::string_view text) { ours += text; });
    return there && *there == ours;
  }
};

}  // namespace

void add_sample(CommandLine& line) {
  auto command = std::make_shared<SampleCommand>();
  CLI::App& app =
      line.add("sample", "Write a synthetic sample survey, in both languages, into a folder",
               "topline sample demo\n"
               "topline sample - --lang zh-CN > survey.csv\n"
               "topline sample - --rows 1000000 --text messy | topline report -",
               [command] { return command->run(); });
  app.add_option("DIR", command->folder,
                 "The folder, made where it is not there; - for standard output")
      ->required()
      ->group("Arguments");
  app.add_option("--rows", command->sample.rows, "How many answers (1200)")
      ->type_name("N")
      ->group("Sample");
  app.add_option("--seed", command->sample.seed, "Another sample of the same kind (1)")
      ->type_name("N")
      ->group("Sample");
  app.add_option("--text", command->sample.text,
                 "plain, or messy: quoted commas, quotes and line breaks in comments (plain)")
      ->check(one_of({"plain", "messy"}))
      ->type_name("KIND")
      ->group("Sample");
  add_output_options(app, command->output, {});
  app.remove_option(app.get_option("--output"));
}

}  // namespace topline::native
