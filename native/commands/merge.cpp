// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "native/commands/commands.h"
#include "native/inputs.h"
#include "native/run.h"
#include "native/words.h"

namespace topline::native {
namespace {

struct MergeCommand {
  std::vector<std::string> files;
  OutputOptions output;

  Exit run() const {
    auto inputs = open_inputs(files);
    if (!inputs) return report_error(inputs.error());
    Settings settings;
    settings.language = language();
    Analysis sum(settings);
    for (InputFile& input : *inputs) {
      const auto text = input.read_all();
      if (!text) return report_error(text.error());
      if (auto added = sum.add_tally(*text); !added) {
        Error error = added.error();
        if (error.where.input.empty()) error.where.input = input.name();
        return report_error(error);
      }
    }
    return write_result(output, [&](Output& to) { sum.tally_json(to.sink()); });
  }
};

}  // namespace

void add_merge(CommandLine& line) {
  auto command = std::make_shared<MergeCommand>();
  CLI::App& app = line.add("merge", "Add tallies up, in any order, to the tally of the whole",
                           "topline merge big.*.json -o big.tally.json\n"
                           "topline merge monday.json tuesday.json | topline report -",
                           [command] { return command->run(); });
  app.add_option("TALLY", command->files, "Tallies that 'topline tally' wrote")
      ->required()
      ->group("Arguments");
  add_output_options(app, command->output, {});
}

}  // namespace topline::native
