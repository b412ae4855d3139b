// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "native/commands/commands.h"
#include "native/run.h"

namespace topline::native {
namespace {

struct ReportCommand {
  AnalysisOptions analysis;
  OutputOptions output;

  Exit run() const {
    const auto read = read_as_told(analysis, output);
    if (!read) return report_error(read.error());
    const auto report = read->report();
    if (!report) return report_error(report.error());
    const Format format = output.chosen(Format::text);
    if (format != Format::text || !output.path.empty()) say_messages(*report, output);
    return write_result(output, [&](Output& to) {
      switch (format) {
        case Format::text:
          return render_text(*report, output.style(), to.sink());
        case Format::json:
          return render_json(*report, to.sink());
        case Format::markdown:
          return render_markdown(*report, to.sink());
        case Format::csv:
          return render_csv(*report, to.sink());
      }
    });
  }
};

}  // namespace

void add_report(CommandLine& line) {
  auto command = std::make_shared<ReportCommand>();
  CLI::App& app =
      line.add("report", "The topline of one or more tables",
               "topline report survey.csv\n"
               "topline report survey.csv --by department --wave submitted:quarter\n"
               "topline report survey.csv --column 'Q7=csat:1-7' --weight w --format json\n"
               "topline report survey.csv --drivers 'Q1=Q2,Q3,Q4' --scale 'Trust=Q5,Q6,Q7'\n"
               "topline report survey.csv --comments '#9' --theme 'Speed=slow*,fast,卡顿' --quotes 5\n"
               "topline report survey.csv --roster-size 800 --margin 'role=manager:20%,rep:80%'\n"
               "topline report 2026-q1.csv 2026-q2.csv -o report.md --lang zh-CN\n"
               "cat survey.csv | topline report - --where 'country=DE'",
               [command] { return command->run(); });
  add_analysis_options(app, command->analysis);
  app.add_option("--plan", command->analysis.plan, "Obey a plan that 'inspect --plan' wrote")
      ->type_name("FILE")
      ->group("Reading");
  add_output_options(app, command->output, {"text", "json", "md", "csv"});
}

}  // namespace topline::native
