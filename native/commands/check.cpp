// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "core/base/json_writer.h"
#include "core/base/text.h"
#include "core/report/display_width.h"
#include "native/commands/commands.h"
#include "native/globs.h"
#include "native/run.h"
#include "native/words.h"

namespace topline::native {
namespace {

// What became of one file, or of all files as one report.
struct Outcome {
  std::string name;
  std::vector<Check> checks;
  std::string failed;  ///< what stopped it; empty: it was checked
  Exit exit = Exit::done;
};

// 3 weighs more than 2, 2 more than 1: the worst that happened.
Exit worst_of(const std::vector<Outcome>& outcomes) {
  Exit worst = Exit::done;
  for (const Outcome& outcome : outcomes) {
    if (static_cast<int>(outcome.exit) > static_cast<int>(worst)) worst = outcome.exit;
  }
  return worst;
}

struct CheckCommand {
  AnalysisOptions analysis;
  OutputOptions output;
  std::vector<std::string> under, over;
  std::string gate_on = "value";
  bool each = false;

  Exit run() const {
    std::vector<Gate> gates;
    for (const auto& [texts, side] :
         {std::pair(&under, Gate::Side::under), std::pair(&over, Gate::Side::over)}) {
      for (const std::string& text : *texts) {
        auto gate = read_gate(text, side);
        if (!gate) return report_error(gate.error());
        gates.push_back(std::move(*gate));
      }
    }
    const AnalysisOptions told = with_segments(gates);
    if (each) return check_each(told, gates);
    const Outcome outcome = check(told, gates);
    if (!outcome.failed.empty()) {
      complain(outcome.failed);
      return outcome.exit;
    }
    const Exit written = write_result(output, [&](Output& to) { write(outcome, to); });
    return written == Exit::done ? outcome.exit : written;
  }

 private:
  // A gate on a group of a survey asks for that group's scores.
  AnalysisOptions with_segments(const std::vector<Gate>& gates) const {
    AnalysisOptions told = analysis;
    told.files = expand_globs(analysis.files);
    const auto add = [](std::vector<std::string>& names, const std::string& name) {
      const bool there = std::any_of(names.begin(), names.end(), [&](const std::string& other) {
        return fold(other) == fold(name);
      });
      if (!there) names.push_back(name);
    };
    for (const Gate& gate : gates) {
      if (measure_info(gate.id).table != "survey") continue;
      if (gate.segment.size() == 1) add(told.gate_by, gate.segment[0].first);
      if (gate.segment.size() == 2 && told.cross.empty()) {
        for (const auto& [name, value] : gate.segment) told.cross.push_back(name);
      }
    }
    return told;
  }

  Outcome check(const AnalysisOptions& told, const std::vector<Gate>& gates) const {
    Outcome outcome;
    outcome.name = join(told.files, ", ");
    const auto fail_with = [&](const Error& error) {
      outcome.failed = describe(error, language());
      outcome.exit = exit_of(error.code);
      return outcome;
    };
    const auto read = read_as_told(told, output);
    if (!read) return fail_with(read.error());
    const auto report = read->report();
    if (!report) return fail_with(report.error());
    if (!each) say_messages(*report, output);
    outcome.checks = check_gates(*report, gates,
                                 gate_on == "low"    ? Gate::On::low
                                 : gate_on == "high" ? Gate::On::high
                                                     : Gate::On::value);
    for (Check& goal : check_goals(*report)) outcome.checks.push_back(std::move(goal));
    if (outcome.checks.empty()) {
      outcome.failed = say(Words::nothing_to_check, {{"name", outcome.name}});
      outcome.exit = Exit::wrong_call;
    } else if (count_checks(outcome.checks).missed != 0) {
      outcome.exit = Exit::gate_missed;
    }
    return outcome;
  }

  void write(const Outcome& outcome, Output& to) const {
    if (output.chosen(Format::text) != Format::json) {
      return render_checks_text(outcome.checks, language(), output.style(), to.sink());
    }
    JsonWriter out(to.sink(), 1);
    out.begin_object();
    write_checks(outcome.checks, out);
    out.end_object();
    out.flush();
    to.write("\n");
  }

  Exit check_each(const AnalysisOptions& told, const std::vector<Gate>& gates) const {
    std::vector<Outcome> outcomes;
    for (const std::string& file : told.files) {
      AnalysisOptions one = told;
      one.files = {file};
      outcomes.push_back(check(one, gates));
    }
    const Exit written = write_result(output, [&](Output& to) {
      if (output.chosen(Format::text) == Format::json) {
        write_json(outcomes, to);
      } else {
        for (const Outcome& outcome : outcomes) to.write(line_of(outcome) + "\n");
      }
    });
    return written == Exit::done ? worst_of(outcomes) : written;
  }

  static std::string line_of(const Outcome& outcome) {
    const std::string name = printable(outcome.name);
    if (!outcome.failed.empty()) {
      return say(Words::each_failed, {{"name", name}, {"detail", outcome.failed}});
    }
    const CheckCount count = count_checks(outcome.checks);
    std::vector<std::string> missed;
    for (const Check& check : outcome.checks) {
      if (!check.passed) missed.push_back(printable(check.gate));
    }
    return say(missed.empty() ? Words::each_checked : Words::each_missed,
               {{"name", name},
                {"passed", std::to_string(count.passed)},
                {"missed", std::to_string(count.missed)},
                {"gates", join(missed, "; ")}});
  }

  static void write_json(const std::vector<Outcome>& outcomes, Output& to) {
    CheckCount all;
    uint64_t failed = 0;
    JsonWriter out(to.sink(), 1);
    out.begin_object();
    out.key("files");
    out.begin_array();
    for (const Outcome& outcome : outcomes) {
      out.begin_object();
      out.field("file", outcome.name);
      out.field("exit", uint64_t{static_cast<unsigned>(outcome.exit)});
      if (outcome.failed.empty()) {
        const CheckCount count = count_checks(outcome.checks);
        all.passed += count.passed;
        all.missed += count.missed;
        write_checks(outcome.checks, out);
      } else {
        ++failed;
        out.field("error", outcome.failed);
      }
      out.end_object();
    }
    out.end_array();
    out.field("passed", all.passed);
    out.field("missed", all.missed);
    out.field("failed", failed);
    out.end_object();
    out.flush();
    to.write("\n");
  }
};

}  // namespace

void add_check(CommandLine& line) {
  auto command = std::make_shared<CheckCommand>();
  CLI::App& app = line.add(
      "check", "Stop a script where a goal or a limit is missed: exit 1",
      "topline check survey.csv --fail-under nps=20\n"
      "topline check survey.csv --fail-under 'nps[department=Sales]=10' --gate-on low\n"
      "topline check survey.csv --wave sent:quarter --fail-under 'csat[wave=2026-Q2]=80%'\n"
      "topline check tickets.csv --fail-over resolution_time_median=4h --format json\n"
      "topline check *.xlsx --study study.json\n"
      "topline check --each 'teams/*.csv' --fail-under nps=0",
      [command] { return command->run(); });
  add_analysis_options(app, command->analysis);
  app.add_option("--plan", command->analysis.plan, "Obey a plan that 'inspect --plan' wrote")
      ->type_name("FILE")
      ->group("Reading");
  constexpr const char* kGates = "Gates";
  app.add_option("--fail-under", command->under,
                 "Missed where the measure is under the value: nps=20, csat=80%. In brackets which "
                 "one: 'nps[department=Sales,wave=2026-Q2]=20', also question=, option=, table=. "
                 "A measure that is absent or hidden misses its gate. Goals of the study and of "
                 "goal tables are checked too: passed where reached or on track (repeatable)")
      ->allow_extra_args(false)
      ->type_name("ID=VALUE")
      ->group(kGates);
  app.add_option("--fail-over", command->over,
                 "Missed where the measure is over the value: churn_rate=5%, "
                 "resolution_time_median=4h (repeatable)")
      ->allow_extra_args(false)
      ->type_name("ID=VALUE")
      ->group(kGates);
  app.add_option("--gate-on", command->gate_on,
                 "What is held against the limit: the value, or the low or high end of its "
                 "interval (value)")
      ->check(one_of({"value", "low", "high"}))
      ->type_name("value|low|high")
      ->group(kGates);
  app.add_flag("--each", command->each,
               "Check each file by itself, one line a file; one that cannot be read doesn't stop "
               "the rest, and the exit code is the worst one's")
      ->group(kGates);
  add_output_options(app, command->output, {"text", "json"});
}

}  // namespace topline::native
