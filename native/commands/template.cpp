// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "core/base/text.h"
#include "native/commands/commands.h"
#include "native/run.h"
#include "native/words.h"
#include "native/workbook_writer.h"

namespace topline::native {
namespace {

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (TableKind kind : all_kinds()) names.emplace_back(kind_name(kind));
  return names;
}

// "orders        orders: lifetime value, …", a line a kind.
std::string list_of_kinds() {
  size_t widest = 0;
  for (TableKind kind : all_kinds()) widest = std::max(widest, kind_name(kind).size());
  const bool chinese = language() == "zh-CN";
  std::string text = say(Words::template_kinds) + "\n\n";
  for (TableKind kind : all_kinds()) {
    const std::string name(kind_name(kind));
    text += "  " + name + std::string(widest + 2 - name.size(), ' ');
    if (chinese) text += std::string(kind_label(kind, true)) + "：";
    text += std::string(kind_brings(kind, language())) + "\n";
  }
  return text;
}

struct TemplateCommand {
  std::string kind;
  bool example = false;
  OutputOptions output;

  Exit run() const {
    if (kind.empty()) {
      return write_result(output, [](Output& to) { to.write(list_of_kinds()); });
    }
    const SampleSheet sheet = blank_sheet(*kind_from_name(kind), language(), example);
    if (!is_workbook()) {
      const bool chinese = language() == "zh-CN";
      return write_result(output, [&](Output& to) { write_csv(sheet, chinese, to.sink()); });
    }
    const auto bytes = workbook_of({&sheet, 1});
    if (!bytes) return report_error(bytes.error());
    return write_result(output, [&](Output& to) { to.write(*bytes); });
  }

  bool is_workbook() const {
    constexpr std::string_view ending = ".xlsx";
    const std::string path = fold(output.path);
    return path.size() >= ending.size() &&
           path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
  }
};

}  // namespace

void add_template(CommandLine& line) {
  auto command = std::make_shared<TemplateCommand>();
  CLI::App& app = line.add("template", "Write a blank table of a kind, to fill in; without KIND: list them",
                           "topline template\n"
                           "topline template orders --example -o orders.csv\n"
                           "topline template tickets --lang zh-CN -o tickets.xlsx",
                           [command] { return command->run(); });
  app.add_option("KIND", command->kind, "survey, orders, tickets …: 'topline template' lists them")
      ->check(one_of(kind_names()))
      ->group("Arguments");
  app.add_flag("--example", command->example, "With one row filled in")->group("Template");
  add_output_options(app, command->output, {});
}

}  // namespace topline::native
