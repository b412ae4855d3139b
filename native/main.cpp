// SPDX-License-Identifier: Apache-2.0
#include "native/command_line.h"
#include "native/commands/commands.h"
#include "native/stop.h"

int main(int argc, char** argv) {
  using namespace topline::native;
  catch_signals();
  CommandLine line;
  add_report(line);
  add_inspect(line);
  add_check(line);
  add_rows(line);
  add_plan(line);
  add_explain(line);
  add_tally(line);
  add_merge(line);
  add_template(line);
  add_sample(line);
  return static_cast<int>(line.run(argc, argv));
}
