// SPDX-License-Identifier: Apache-2.0
#include "native/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "core/report/display_width.h"
#include "core/report/figures.h"
#include "native/command_line.h"
#include "native/input_file.h"
#include "native/progress.h"
#include "native/words.h"

namespace topline::native {
namespace {

tl::unexpected<Error> error_of(const Error& error) { return tl::unexpected<Error>(error); }

Result<std::string> read_plan(const std::string& path) {
  if (path.empty()) return std::string();
  auto file = InputFile::open(path, path);
  if (!file) return error_of(file.error());
  return file->read_all();
}

void append_cell(std::string& line, std::string_view cell) {
  if (!line.empty()) line += ',';
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    line += cell;
    return;
  }
  line += '"';
  for (const char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

// The rows that no measure counts, with where they stand and why.
Result<void> write_left_out(const Analysis& analysis, std::vector<InputFile>& inputs,
                            const std::string& path) {
  auto output = Output::open(path);
  if (!output) return error_of(output.error());
  output->write("file,line,why\n");
  std::string line;
  const auto read = read_left_out(analysis, inputs, [&](const InputFile& input, const LeftOutRow& row) {
    line.clear();
    append_cell(line, input.name());
    append_cell(line, std::to_string(row.line));
    append_cell(line, name_of(row.why));
    for (std::string_view cell : row.cells) append_cell(line, cell);
    output->write(line += '\n');
  });
  if (!read) return error_of(read.error());
  return output->finish();
}

Result<void> check_inputs(const AnalysisOptions& analysis) {
  const auto standard = std::count(analysis.files.begin(), analysis.files.end(), "-");
  const auto bad = [](const char* option, const std::string& value, Words why) {
    return fail(Code::bad_option, {},
                {{"option", option}, {"value", value}, {"allowed", say(why)}});
  };
  if (standard > 1) return bad("FILE", "-", Words::standard_input_once);
  if (standard > 0 && !analysis.part.empty()) return bad("--part", "-", Words::part_needs_file);
  return {};
}

}  // namespace

Result<Analysis> read_as_told(const AnalysisOptions& analysis, const OutputOptions& output) {
  auto settings = analysis.settings();
  if (!settings) return error_of(settings.error());
  const auto reading = analysis.reading();
  if (!reading) return error_of(reading.error());
  if (auto checked = check_inputs(analysis); !checked) return error_of(checked.error());
  const auto plan = read_plan(analysis.plan);
  if (!plan) return error_of(plan.error());
  const MakeAnalysis make = [&]() -> Result<Analysis> {
    Analysis made(*settings);
    if (!plan->empty()) {
      if (auto used = made.use_plan(*plan); !used) return error_of(used.error());
    }
    return made;
  };
  auto inputs = open_inputs(analysis.files, analysis.input);
  if (!inputs) return error_of(inputs.error());
  settings->several_tables = inputs->size() > 1;
  if (reading->part) {
    for (const InputFile& input : *inputs) {
      if (!input.seekable()) {
        return fail(Code::bad_option, {},
                    {{"option", "--part"},
                     {"value", input.name()},
                     {"allowed", say(Words::part_needs_file)}});
      }
    }
  }
  Progress progress(!output.quiet && !output.no_progress && can_show_progress());
  ReadingFigures figures;
  auto read = read_inputs(make, *inputs, *reading, progress, figures);
  if (read && output.verbose) {
    const double seconds = std::max(1e-3, progress.seconds());
    const auto rate = static_cast<uint64_t>(static_cast<double>(progress.bytes()) / seconds);
    complain(say(Words::read_figures, {{"bytes", bytes_text(progress.bytes())},
                                       {"seconds", fmt::format("{:.2f}", seconds)},
                                       {"rate", bytes_text(rate)},
                                       {"threads", std::to_string(figures.threads)},
                                       {"passes", std::to_string(figures.passes)}}));
  }
  if (read && !analysis.rejects.empty()) {
    if (auto written = write_left_out(*read, *inputs, analysis.rejects); !written) {
      return error_of(written.error());
    }
  }
  return read;
}

Exit write_result(const OutputOptions& options, const std::function<void(Output&)>& write) {
  auto output = Output::open(options.path);
  if (!output) return report_error(output.error());
  write(*output);
  if (auto written = output->finish(); !written) return report_error(written.error());
  return Exit::done;
}

void say_messages(const Report& report, const OutputOptions& output) {
  if (output.quiet) return;
  for (const Message& message : report.messages) {
    if (message.severity == Severity::info && !output.verbose) continue;
    complain(printable(message.text));
  }
}

}  // namespace topline::native
