// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "native/commands/commands.h"
#include "native/run.h"

namespace topline::native {
namespace {

struct TallyCommand {
  AnalysisOptions analysis;
  OutputOptions output;

  Exit run() const {
    const auto read = read_as_told(analysis, output);
    if (!read) return report_error(read.error());
    return write_result(output, [&](Output& to) { read->tally_json(to.sink()); });
  }
};

}  // namespace

void add_tally(CommandLine& line) {
  auto command = std::make_shared<TallyCommand>();
  CLI::App& app =
      line.add("tally", "Write the mergeable tally of tables; it is as confidential as they are",
               "topline tally survey.csv -o survey.tally.json\n"
               "topline tally big.csv --plan plan.json --part 3/8 -o big.3.json\n"
               "topline report big.*.json",
               [command] { return command->run(); });
  add_analysis_options(app, command->analysis);
  app.add_option("--plan", command->analysis.plan,
                 "Obey a plan that 'inspect --plan' wrote, so that parts add up")
      ->type_name("FILE")
      ->group("Reading");
  app.add_option("--part", command->analysis.part,
                 "Only the K-th of N equal byte ranges of each file; merge joins them")
      ->type_name("K/N")
      ->group("Reading");
  app.add_flag("--ids", command->analysis.ids,
               "Keep a fingerprint per row, so that responses in two parts are found")
      ->group("Reading");
  add_output_options(app, command->output, {});
}

}  // namespace topline::native
