// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "native/commands/commands.h"
#include "native/run.h"
#include "native/words.h"

namespace topline::native {
namespace {

struct PlanCommand {
  AnalysisOptions analysis;
  OutputOptions output;
  std::string score;
  std::optional<double> variance;
  std::string share, response_rate, power;
  WaveQuestion question;
  std::string measured;  ///< the table that the assumption is taken from

  Exit run() {
    if (auto asked = ask(); !asked) return report_error(asked.error());
    const auto plan = plan_wave(question);
    if (!plan) return report_error(plan.error());
    return write_result(output, [&](Output& to) {
      if (output.chosen(Format::text) == Format::json) {
        return render_wave_plan_json(*plan, measured, to.sink());
      }
      render_wave_plan_text(*plan, measured, language(), output.style(), to.sink());
    });
  }

  Result<void> ask() {
    question.confidence = analysis.confidence.value_or(question.confidence);
    if (score == "csat" || (score.empty() && !share.empty())) question.score = WaveQuestion::Score::share;
    if (!analysis.files.empty()) {
      if (auto taken = take_from_table(); !taken) return taken;
    }
    if (variance) {
      question.variance = *variance;
      measured.clear();
    }
    if (!share.empty()) measured.clear();
    const auto rate = [](const char* option, const std::string& said, auto& into) -> Result<void> {
      if (said.empty()) return {};
      const auto value = read_rate(said);
      if (!value) return fail(Code::bad_option, {}, {{"option", option}, {"value", said}, {"allowed", "30%, 0.3"}});
      into = *value;
      return {};
    };
    if (auto read = rate("--share", share, question.share); !read) return read;
    if (auto read = rate("--response-rate", response_rate, question.response_rate); !read) return read;
    return rate("--power", power, question.power);
  }

  // The variance or the share of the headline, and its answers to compare with.
  Result<void> take_from_table() {
    const auto read = read_as_told(analysis, output);
    if (!read) return tl::unexpected<Error>(read.error());
    const auto report = read->report();
    if (!report) return tl::unexpected<Error>(report.error());
    for (const Measure& measure : report->measures) {
      if (!measure.headline || !measure.value || !measure.n || *measure.n < 2) continue;
      const bool nps = is_net_score(measure.id);
      if (!nps && measure.id != MeasureId::csat) continue;
      if (!score.empty() && (score == "nps") != nps) continue;
      if (score.empty() && !share.empty() && nps) continue;
      question.score = nps ? WaveQuestion::Score::nps : WaveQuestion::Score::share;
      question.before = *measure.n;
      if (nps) {
        double promoters = 0, detractors = 0;
        const auto n = static_cast<double>(*measure.n);
        for (const auto& [part, count] : measure.parts) {
          if (part == "promoters") promoters = static_cast<double>(count) / n;
          if (part == "detractors") detractors = static_cast<double>(count) / n;
        }
        const double net = promoters - detractors;
        question.variance = promoters + detractors - net * net;
      } else {
        question.share = *measure.value / 100;
      }
      measured = report->tables[measure.table].name;
      return {};
    }
    return fail(Code::nothing_to_plan, {analysis.files[0]});
  }
};

}  // namespace

void add_plan(CommandLine& line) {
  auto command = std::make_shared<PlanCommand>();
  CLI::App& app = line.add(
      "plan", "Answers needed for the next wave: margin of error, sample size and power",
      "topline plan\n"
      "topline plan --margin-of-error 5 --population 800 --response-rate 30%\n"
      "topline plan --answers 150 --answers 300 --difference 8\n"
      "topline plan --score csat --share 72%\n"
      "topline plan last-wave.csv --difference 10 --power 90% --format json",
      [command] { return command->run(); });
  add_analysis_options(app, command->analysis);
  app.get_option("FILE")->required(false)->description(
      "The last wave: its headline's variance or share, and its number of answers, are planned with");
  constexpr const char* kPlan = "Plan";
  app.add_option("--score", command->score, "What is planned: nps, or csat for any share (nps)")
      ->check(one_of({"nps", "csat"}))
      ->type_name("nps|csat")
      ->group(kPlan);
  const auto repeatable = [&](const char* name, std::vector<double>& into, const char* what) {
    app.add_option(name, into, what)->allow_extra_args(false)->type_name("N")->group(kPlan);
  };
  repeatable("--margin-of-error", command->question.margins,
             "Answers for a margin of error of ±N points (3, 5 and 10; repeatable)");
  repeatable("--answers", command->question.sizes,
             "What N answers can show: their margin of error and power (50 to 1600; repeatable)");
  repeatable("--difference", command->question.differences,
             "A difference of N points that matters to you (5, 10 and 15; repeatable)");
  app.add_option("--power", command->power, "The chance to find a difference that is there (80%)")
      ->type_name("P")
      ->group(kPlan);
  app.add_option("--population", command->question.population,
                 "How many people there are: a small population needs fewer answers")
      ->type_name("N")
      ->group(kPlan);
  app.add_option("--response-rate", command->response_rate,
                 "The share of those invited who answer, such as 30%: gives the invitations needed")
      ->type_name("R")
      ->group(kPlan);
  app.add_option("--variance", command->variance,
                 "The variance of one answer to the NPS question, 0 to 1 (0.56; 1 is the worst)")
      ->type_name("V")
      ->group(kPlan);
  app.add_option("--share", command->share, "The share that is expected, such as 72% (70%)")
      ->type_name("P")
      ->group(kPlan);
  add_output_options(app, command->output, {"text", "json"});
}

}  // namespace topline::native
