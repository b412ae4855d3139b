// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "native/exit_code.h"

namespace topline::native {

/// The command line as a whole: its commands, and how a call of one is carried out.
class CommandLine {
 public:
  CommandLine();

  /// Declares a command. `examples`: one call a line. `run` carries it out once it is parsed.
  CLI::App& add(const std::string& name, const std::string& what, const std::string& examples,
                std::function<Exit()> run);

  /// Parses and carries out. Whatever goes wrong ends as a message on standard error and a code.
  Exit run(int argc, char** argv);

 private:
  Exit dispatch(std::vector<std::string> arguments);
  Exit help(const std::vector<std::string>& commands);
  std::vector<std::string> names() const;

  CLI::App app_;
};

/// "topline: survey.csv:12:3: …" on standard error; the code that the error ends a run with.
Exit report_error(const Error& error);
/// "topline: …" on standard error.
void complain(const std::string& text);

}  // namespace topline::native
