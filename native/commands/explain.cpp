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
  AnalysisOptions analysis;
  OutputOptions output;

  Exit run() const {
    if (!analysis.files.empty()) return explain_on_tables();
    if (measure.empty()) {
      return write_result(output, [](Output& to) { write_catalogue(to); });
    }
    const std::string text = explain(measure, language());
    if (text.empty()) return no_such_measure();
    return write_result(output, [&](Output& to) {
      to.write(text);
      if (text.back() != '\n') to.write("\n");
    });
  }

  Exit no_such_measure() const {
    std::vector<std::string> ids;
    for (const MeasureInfo& info : catalogue()) ids.emplace_back(info.name);
    complain(say(Words::no_such_measure,
                 {{"name", measure}, {"nearest", join(nearest(measure, ids), ", ")}}));
    return Exit::wrong_call;
  }

  // The headline scores of that id, each opened up.
  Exit explain_on_tables() const {
    const auto id = find_measure(measure);
    if (!id) return no_such_measure();
    const auto read = read_as_told(analysis, output);
    if (!read) return report_error(read.error());
    const auto report = read->report();
    if (!report) return report_error(report.error());
    std::string text;
    render_proofs_text(*report, *id, [&text](std::string_view piece) { text += piece; });
    if (text.empty()) {
      complain(say(Words::nothing_to_explain, {{"name", measure}, {"file", analysis.files[0]}}));
      return Exit::bad_input;
    }
    return write_result(output, [&](Output& to) { to.write(text); });
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
                           "topline explain nps --on survey.csv\n"
                           "topline explain csat --lang zh-CN",
                           [command] { return command->run(); });
  app.add_option("MEASURE", command->measure,
                 "A measure's id, such as nps; all where there is none")
      ->group("Arguments");
  add_analysis_options(app, command->analysis, "--on");
  app.get_option("--on")->required(false)->description(
      "Open up that score of these tables: its counts, what other tools' rules would give, and R code "
      "that gives the same figures");
  add_output_options(app, command->output, {});
}

}  // namespace topline::native
