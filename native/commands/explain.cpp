// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "core/base/text.h"
#include "core/report/display_width.h"
#include "native/commands/commands.h"
#include "native/run.h"
#include "native/words.h"

namespace topline::native {
namespace {

struct ExplainCommand {
  std::string measure;
  OutputOptions output;

  Exit run() const {
    if (measure.empty()) {
      return write_result(output, [](Output& to) { write_catalogue(to); });
    }
    const std::string text = explain(measure, language());
    if (text.empty()) {
      std::vector<std::string> ids;
      for (const MeasureInfo& info : catalogue()) ids.emplace_back(info.name);
      complain(say(Words::no_such_measure,
                   {{"name", measure}, {"nearest", join(nearest(measure, ids), ", ")}}));
      return Exit::wrong_call;
    }
    return write_result(output, [&](Output& to) {
      to.write(text);
      if (text.back() != '\n') to.write("\n");
    });
  }

  // Every measure on a line: its id, its name, its unit.
  static void write_catalogue(Output& to) {
    const bool chinese = language() == "zh-CN";
    int ids = 0;
    int names = 0;
    for (const MeasureInfo& info : catalogue()) {
      ids = std::max(ids, display_width(info.name));
      names = std::max(names, display_width(chinese ? info.chinese : info.english));
    }
    for (const MeasureInfo& info : catalogue()) {
      to.write(fit_left(info.name, ids) + "  " +
               fit_left(chinese ? info.chinese : info.english, names) + "  " +
               std::string(info.unit) + "\n");
    }
  }
};

}  // namespace

void add_explain(CommandLine& line) {
  auto command = std::make_shared<ExplainCommand>();
  CLI::App& app = line.add("explain", "The catalogue: a measure's definition, formula and source",
                           "topline explain\n"
                           "topline explain nps\n"
                           "topline explain csat --lang zh-CN",
                           [command] { return command->run(); });
  app.add_option("MEASURE", command->measure,
                 "A measure's id, such as nps; all where there is none")
      ->group("Arguments");
  add_output_options(app, command->output, {});
}

}  // namespace topline::native
