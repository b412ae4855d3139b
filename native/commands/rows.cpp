// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <optional>

#include "core/base/json_writer.h"
#include "core/ingest/layout.h"
#include "core/ingest/table_reader.h"
#include "native/commands/commands.h"
#include "native/inputs.h"
#include "native/run.h"

namespace topline::native {
namespace {

constexpr size_t kChunk = size_t{1} << 20;

// Writes rows as a JSON list of lists, one row a line, or as CSV.
class RowWriter {
 public:
  RowWriter(Output& to, bool csv) : to_(to), csv_(csv) {}

  void row(std::span<const std::string_view> cells) {
    line_.clear();
    if (!csv_) line_ = first_ ? "[\n[" : ",\n[";
    first_ = false;
    for (size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line_ += ',';
      if (csv_) {
        append_csv(cells[i], cells.size() == 1);
      } else {
        append_json_string(line_, cells[i]);
      }
    }
    line_ += csv_ ? "\n" : "]";
    to_.write(line_);
  }

  void end() {
    if (!csv_) to_.write(first_ ? "[]\n" : "\n]\n");
  }

 private:
  // `alone`: an empty cell that is all of its row needs its quotes, or the row would be a blank
  // line.
  void append_csv(std::string_view cell, bool alone) {
    if (cell.find_first_of("\",\r\n") == std::string_view::npos && !(alone && cell.empty())) {
      line_ += cell;
      return;
    }
    line_ += '"';
    for (const char c : cell) {
      if (c == '"') line_ += '"';
      line_ += c;
    }
    line_ += '"';
  }

  Output& to_;
  const bool csv_;
  bool first_ = true;
  std::string line_;
};

struct RowsCommand {
  std::string file;
  InputOptions input_options;
  uint64_t from = 1;
  std::optional<uint64_t> limit;
  OutputOptions output;

  Exit run() const {
    auto inputs = open_inputs({file}, input_options);
    if (!inputs) return report_error(inputs.error());
    InputFile& input = inputs->front();
    input.read_once();
    if (auto error = not_text(input)) return report_error(*error);
    std::optional<Error> trouble;
    const Exit exit = write_result(output, [&](Output& to) { trouble = copy(input, to); });
    return trouble ? report_error(*trouble) : exit;
  }

  // A spreadsheet or another file that is no text would come out as rubbish.
  static std::optional<Error> not_text(const InputFile& input) {
    Analysis probe{Settings{}};
    const auto begun =
        probe.begin(input.info(), input.head(), input.head_is_all());
    if (begun) return std::nullopt;
    const Code code = begun.error().code;
    if (code != Code::not_text && code != Code::old_workbook && code != Code::bad_workbook) {
      return std::nullopt;
    }
    return begun.error();
  }

  std::optional<Error> copy(InputFile& input, Output& to) const {
    const Dialect dialect = sniff_dialect(input.head(), input.head_is_all());
    const Layout layout = detect_layout(input.head(), input.head_is_all(), dialect);
    TableReader reader(dialect, layout.columns);
    RowWriter writer(to, output.chosen(Format::json) == Format::csv);
    const uint64_t last = limit ? from - 1 + *limit : UINT64_MAX;
    uint64_t row = 0;
    Record record;
    const auto drain = [&] {
      while (row < last && reader.next(record)) {
        if (++row >= from) writer.row(record.cells);
      }
    };
    uint64_t at = reader.scanner().feed_from();
    while (row < last && !to.closed()) {
      const std::span<char> room = reader.scanner().room(kChunk);
      const auto got = input.read(at, room);
      if (!got) return got.error();
      if (*got == 0) break;
      at += *got;
      reader.scanner().commit(*got);
      drain();
    }
    reader.scanner().finish();
    drain();
    writer.end();
    return std::nullopt;
  }
};

}  // namespace

void add_rows(CommandLine& line) {
  auto command = std::make_shared<RowsCommand>();
  CLI::App& app = line.add("rows", "The cells exactly as read, header rows included",
                           "topline rows survey.csv\n"
                           "topline rows survey.csv --from 2 --limit 10 --format csv",
                           [command] { return command->run(); });
  app.add_option("FILE", command->file, "A CSV, TSV, XLSX or ODS file, or - for standard input")
      ->required()
      ->group("Arguments");
  add_input_options(app, command->input_options);
  app.add_option("--from", command->from, "The first row to write; the header is row 1 (1)")
      ->check(between(1, 1e18))
      ->type_name("N")
      ->group("Rows");
  app.add_option("--limit", command->limit, "At most this many rows (all)")
      ->type_name("N")
      ->group("Rows");
  add_output_options(app, command->output, {"json", "csv"});
}

}  // namespace topline::native
