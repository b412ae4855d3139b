// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "native/commands/commands.h"
#include "native/run.h"

namespace topline::native {
namespace {

struct InspectCommand {
  AnalysisOptions analysis;
  OutputOptions output;
  bool write_plan = false;

  Exit run() const {
    const auto read = read_as_told(analysis, output);
    if (!read) return report_error(read.error());
    if (write_plan) {
      return write_result(output, [&](Output& to) { to.write(read->plan_json()); });
    }
    auto report = read->report();
    if (!report) return report_error(report.error());
    const Format format = output.chosen(Format::text);
    if (format != Format::text || !output.path.empty()) say_messages(*report, output);
    return write_result(output, [&](Output& to) {
      if (format == Format::text) return render_inspection_text(*report, output.style(), to.sink());
      // The report without its scores: inputs, columns and messages.
      report->measures.clear();
      report->cells.clear();
      report->summary.clear();
      render_json(*report, to.sink());
    });
  }
};

}  // namespace

void add_inspect(CommandLine& line) {
  auto command = std::make_shared<InspectCommand>();
  CLI::App& app =
      line.add("inspect", "What each table and column was taken for, why, and what was repaired",
               "topline inspect survey.csv\n"
               "topline inspect survey.csv --column '#3=csat:1-7' --format json\n"
               "topline inspect --plan part-*.csv -o plan.json",
               [command] { return command->run(); });
  add_analysis_options(app, command->analysis);
  app.add_flag("--plan", command->write_plan,
               "Write the plan that 'tally --plan' obeys, as JSON, instead")
      ->group("Output");
  add_output_options(app, command->output, {"text", "json"});
}

}  // namespace topline::native
