// SPDX-License-Identifier: Apache-2.0
#include "native/command_line.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <sstream>

#include "core/base/text.h"
#include "core/topline.h"
#include "native/help.h"
#include "native/options.h"
#include "native/output.h"
#include "native/words.h"

namespace topline::native {
namespace {

bool is_file(const std::string& text) {
  std::error_code ignored;
  return text == "-" || std::filesystem::exists(text, ignored);
}

bool is_option(const std::string& text) { return text.size() > 1 && text[0] == '-'; }

// --lang decides how errors of the call itself are said, so it is looked for before anything is
// parsed.
void take_language(const std::vector<std::string>& arguments) {
  for (size_t i = 0; i < arguments.size(); ++i) {
    std::string name;
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) name = arguments[i + 1];
    if (arguments[i].rfind("--lang=", 0) == 0) name = arguments[i].substr(7);
    const std::string language = language_from_name(name);
    if (!language.empty()) set_language(language);
  }
}

Exit write_out(const std::string& text) {
  auto output = Output::open("");
  output->write(text);
  const auto written = output->finish();
  return written ? Exit::done : report_error(written.error());
}

// The option or argument that was one too many: "…: --bogus x"; the first option, if there is one.
std::string extra_of(const CLI::ExtrasError& error) {
  const std::string text = error.what();
  const size_t colon = text.find(": ");
  std::istringstream extras(text.substr(colon == std::string::npos ? 0 : colon + 2));
  std::string first;
  for (std::string extra; extras >> extra;) {
    if (first.empty()) first = extra;
    if (is_option(extra)) return extra;
  }
  return first;
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

Exit wrong_call(const std::string& text, const std::string& command) {
  const std::string call = command.empty() ? "topline help" : "topline help " + command;
  complain(text + " " + say(Words::see_help, {{"call", call}}));
  return Exit::wrong_call;
}

Exit explain_parse_error(const CLI::ParseError& error, const CLI::App& app,
                         const CLI::App* command) {
  const std::string name = command == nullptr ? "" : command->get_name();
  if (const auto* extras = dynamic_cast<const CLI::ExtrasError*>(&error)) {
    const std::string extra = extra_of(*extras);
    if (!is_option(extra)) {
      return wrong_call(say(Words::too_many_arguments, {{"name", extra}}), name);
    }
    const auto near = nearest(extra, option_names(command == nullptr ? app : *command));
    return wrong_call(say(Words::no_such_option, {{"name", extra}, {"nearest", join(near, ", ")}}),
                      name);
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return wrong_call(say(Words::file_needed), name);
  }
  const std::string text = error.what();
  const size_t colon = text.find(": ");
  const size_t mark = text.find(kAllowedMark);
  if (mark != std::string::npos && colon < mark) {
    return report_error({Code::bad_option,
                         {},
                         {{"option", text.substr(0, colon)},
                          {"value", text.substr(colon + 2, mark - colon - 2)},
                          {"allowed", text.substr(mark + 1)}}});
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr && colon != std::string::npos) {
    return wrong_call(say(Words::argument_needed, {{"name", text.substr(0, colon)}}), name);
  }
  return wrong_call(say(Words::bad_call, {{"detail", error.what()}}), name);
}

}  // namespace

CommandLine::CommandLine() : app_("", "topline") {
  app_.set_version_flag("--version", "topline " + std::string(version()));
  app_.set_help_flag("-h,--help", "This help");
  app_.fallthrough();
}

CLI::App& CommandLine::add(const std::string& name, const std::string& what,
                           const std::string& examples, std::function<Exit()> run) {
  CLI::App* command = app_.add_subcommand(name, what);
  command->set_help_flag("-h,--help", "This help")->group("Output");
  command->footer(examples);
  command->final_callback(
      [run = std::move(run)] { throw CLI::RuntimeError(static_cast<int>(run())); });
  return *command;
}

Exit CommandLine::run(int argc, char** argv) {
  try {
    return dispatch({argv + 1, argv + argc});
  } catch (const std::bad_alloc&) {
    complain(say(Words::fault, {{"detail", say(Words::no_memory)}}));
  } catch (const std::exception& fault) {
    complain(say(Words::fault, {{"detail", fault.what()}}));
  }
  return Exit::our_fault;
}

std::vector<std::string> CommandLine::names() const {
  std::vector<std::string> names;
  for (const CLI::App* command : app_.get_subcommands({})) names.push_back(command->get_name());
  names.push_back("help");
  return names;
}

Exit CommandLine::help(const std::vector<std::string>& commands) {
  if (commands.empty()) return write_out(overview(app_));
  for (const CLI::App* command : app_.get_subcommands({})) {
    if (command->get_name() == commands[0]) return write_out(command_help(*command));
  }
  if (commands[0] == "help") return write_out(overview(app_));
  return wrong_call(
      say(Words::no_such_command,
          {{"name", commands[0]}, {"nearest", join(nearest(commands[0], names()), ", ")}}),
      "");
}

Exit CommandLine::dispatch(std::vector<std::string> arguments) {
  take_language(arguments);
  if (arguments.empty()) {
    std::fputs(overview(app_).c_str(), stderr);
    return Exit::wrong_call;
  }
  const std::string first = arguments[0];
  if (first == "help") return help({arguments.begin() + 1, arguments.end()});
  const std::vector<std::string> commands = names();
  if (std::find(commands.begin(), commands.end(), first) == commands.end()) {
    // `topline FILE` is short for report, with options before or after the file.
    const bool names_file = std::any_of(arguments.begin(), arguments.end(), is_file);
    const bool about_itself = first == "-h" || first == "--help" || first == "--version";
    if (is_file(first) || (is_option(first) && names_file && !about_itself)) {
      arguments.insert(arguments.begin(), "report");
    } else if (!is_option(first)) {
      return wrong_call(say(Words::no_such_command,
                            {{"name", first}, {"nearest", join(nearest(first, commands), ", ")}}),
                        "");
    }
  }
  const auto asked = [&]() -> const CLI::App* {
    for (const CLI::App* command : app_.get_subcommands({})) {
      if (command->get_name() == arguments[0]) return command;
    }
    return nullptr;
  };
  try {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
    std::vector<std::string> reversed = arguments;
    std::reverse(arguments.begin(), arguments.end());
    app_.parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    return write_out(asked() == nullptr ? overview(app_) : command_help(*asked()));
  } catch (const CLI::CallForVersion&) {
    return write_out("topline " + std::string(version()) + "\n");
  } catch (const CLI::RuntimeError& ended) {
    return static_cast<Exit>(ended.get_exit_code());
  } catch (const CLI::ParseError& error) {
    return explain_parse_error(error, app_, asked());
  }
  std::fputs(overview(app_).c_str(), stderr);
  return Exit::wrong_call;
}

void complain(const std::string& text) { std::fputs(("topline: " + text + "\n").c_str(), stderr); }

Exit report_error(const Error& error) {
  complain(describe(error, language()));
  return exit_of(error.code);
}

}  // namespace topline::native
