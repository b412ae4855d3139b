// SPDX-License-Identifier: Apache-2.0
#include "native/help.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "core/report/display_width.h"
#include "core/topline.h"

namespace topline::native {
namespace {

constexpr int kWidth = 80;
constexpr int kMargin = 28;  // where explanations begin

// "  --by NAME        Compare the groups …", wrapped under itself.
void add_entry(std::string& out, const std::string& term, const std::string& text, int margin) {
  std::string line = "  " + term;
  if (display_width(line) >= margin - 1) {
    out += line + "\n";
    line.clear();
  }
  for (const std::string& part : wrap(text, kWidth - margin)) {
    out += fit_left(line, margin) + part + "\n";
    line.clear();
  }
}

std::string term_of(const CLI::Option& option) {
  std::vector<std::string> flags;
  for (const std::string& name : option.get_snames()) flags.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) flags.push_back("--" + name);
  std::string term = join(flags, ", ");
  const std::string value = option.get_type_name();
  if (option.get_expected_max() > 0 && !value.empty()) term += " " + value;
  return term;
}

std::string usage_of(const CLI::App& command) {
  std::string usage = "topline " + command.get_name();
  for (const CLI::Option* option : command.get_options()) {
    if (!option->get_positional()) continue;
    std::string name = option->get_name(true);
    if (option->get_expected_max() > 1) name += "...";
    usage += option->get_required() ? " " + name : " [" + name + "]";
  }
  return usage + " [options]";
}

}  // namespace

std::string overview(const CLI::App& app) {
  std::string out =
      "Topline " + std::string(version()) +
      ": survey tables in, scores with their uncertainty out. Nothing leaves this\nmachine.\n\n"
      "Usage: topline COMMAND [options]      topline FILE is short for topline report FILE\n\n"
      "Commands\n";
  for (const CLI::App* command : app.get_subcommands({})) {
    std::string term = command->get_name();
    for (const CLI::Option* option : command->get_options()) {
      if (!option->get_positional()) continue;
      const std::string name =
          option->get_name(true) + (option->get_expected_max() > 1 ? "..." : "");
      term += option->get_required() ? " " + name : " [" + name + "]";
    }
    add_entry(out, term, command->get_description(), 22);
  }
  add_entry(out, "help [COMMAND]", "What a command does, its options and examples", 22);
  out += "\nOptions\n";
  add_entry(out, "-h, --help", "This help; after a command, that command's", 22);
  add_entry(out, "--version", "The version", 22);
  out +=
      "\nExamples\n"
      "  topline survey.csv\n"
      "  topline report survey.csv --by department --format json\n"
      "  topline inspect survey.csv\n"
      "\nExit codes: 0 done · 1 a gate was missed · 2 the call is wrong · 3 an input cannot\n"
      "be read · 70 our own fault · 130 interrupted\n";
  return out;
}

std::string command_help(const CLI::App& command) {
  std::string out = "topline " + command.get_name() + ": " + command.get_description() + "\n\n";
  out += "Usage: " + usage_of(command) + "\n";
  std::vector<std::pair<std::string, std::vector<const CLI::Option*>>> groups;
  for (const CLI::Option* option : command.get_options()) {
    const std::string group = option->get_positional() ? "Arguments" : option->get_group();
    auto same = std::find_if(groups.begin(), groups.end(),
                             [&](const auto& entry) { return entry.first == group; });
    if (same == groups.end()) same = groups.insert(groups.end(), {group, {}});
    same->second.push_back(option);
  }
  // What goes in first, what comes out last.
  const auto rank = [](const std::string& group) {
    return group == "Arguments" ? 0 : group == "Output" ? 2 : 1;
  };
  std::stable_sort(groups.begin(), groups.end(),
                   [&](const auto& a, const auto& b) { return rank(a.first) < rank(b.first); });
  for (const auto& [group, options] : groups) {
    out += "\n" + group + "\n";
    for (const CLI::Option* option : options) {
      add_entry(out, option->get_positional() ? option->get_name(true) : term_of(*option),
                option->get_description(), kMargin);
    }
  }
  out += "\nExamples\n";
  std::string examples = command.get_footer();
  for (size_t from = 0; from < examples.size();) {
    const size_t end = std::min(examples.find('\n', from), examples.size());
    out += "  " + examples.substr(from, end - from) + "\n";
    from = end + 1;
  }
  return out;
}

}  // namespace topline::native
