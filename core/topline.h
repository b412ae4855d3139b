// SPDX-License-Identifier: Apache-2.0
#pragma once

// The front door: the one header that native/, wasm/ and an embedding program include.
//
//   Analysis analysis(settings);
//   for (each input) {
//     std::string head = first bytes, up to Analysis::kHead;
//     analysis.begin({name, size}, head, head_is_whole_input);
//     for (bytes from offset analysis.feed_from() on) {
//       auto room = analysis.room(n);  fill it;  analysis.commit(filled);
//       if (analysis.range_done()) break;
//     }
//     analysis.end();
//   }
//   if (analysis.must_read_again()) { the same once more over analysis.again(); }
//   Report report = *analysis.report();
//
// Nothing here reads files, clocks or locales, starts threads, prints or throws.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/ingest/dialect.h"
#include "core/ingest/scanner.h"
#include "core/ingest/layout.h"
#include "core/ingest/table_reader.h"
#include "core/intake/input_info.h"
#include "core/measure/catalogue.h"
#include "core/measure/wave_plan.h"
#include "core/profile/cell_reading.h"
#include "core/report/explain.h"
#include "core/report/gates.h"
#include "core/report/proof.h"
#include "core/report/render.h"
#include "core/report/render_checks.h"
#include "core/report/render_wave_plan.h"
#include "core/report/report.h"
#include "core/sample/sample.h"
#include "core/study/settings.h"

namespace topline {

/// Topline's version: "0.1.0".
std::string_view version();

/// Inputs in, report out. Analyses over parts (byte ranges of a file, files, machines) merge, in
/// any order, to exactly the analysis of the whole.
class Analysis {
 public:
  /// How many first bytes of an input begin() wants.
  static constexpr size_t kHead = size_t{1} << 20;

  explicit Analysis(Settings settings);
  ~Analysis();
  Analysis(Analysis&&) noexcept;
  Analysis& operator=(Analysis&&) noexcept;

  /// Obeys a plan (JSON, as plan_json() writes it) instead of guessing what to tally; takes its
  /// settings where none were told.
  Result<void> use_plan(std::string_view plan_json);

  /// Starts an input. `head` is its first kHead bytes, or all of it (`head_is_all`); it must be
  /// given in full for a range too. Inputs whose headers are alike are one table. `lane` only
  /// changes speed.
  Result<void> begin(const InputInfo& input, std::string_view head, bool head_is_all,
                     ScanRange range = {}, Lane lane = best_lane());
  /// The input's offset that the first byte committed must have.
  uint64_t feed_from() const;
  /// At least `at_least` writable bytes; the head is to be fed as well.
  std::span<char> room(size_t at_least);
  /// `bytes` of the last room() are filled: they are read and counted.
  Result<void> commit(size_t bytes);
  /// True once all records of the range were met: feed no more.
  bool range_done() const;
  /// The input (or the range's part of it) is at its end.
  Result<void> end();

  /// True where what was seen of all rows leads to another plan than the one that the pass obeyed.
  /// Then read every input once more into again().
  bool must_read_again() const;
  Analysis again() const;

  /// Adds up: ranges of one input, inputs of one table, tables. Refuses unequal plans.
  Result<void> merge(Analysis&& other);
  /// Shows the rows that the inputs begun from now on leave out to `sink`, in the order of the input.
  void show_left_out(LeftOutSink sink);

  /// What the last input's pass covered: `from` is where its first record began, `to` where the
  /// next one begins. Ranges of one input join where one's `to` is the next one's `from`; where
  /// they do not (a range was guessed to begin inside a quoted cell) read again from the first
  /// one's `to`, exact.
  ScanRange covered() const;
  /// Byte offsets of the records 0, 1024, 2048 … of the last input (header rows included): where
  /// the grid of a large file seeks.
  const std::vector<uint64_t>& row_index() const;
  static constexpr uint64_t kIndexStride = 1024;

  /// What the next three are about: the table whose header is that of `layout`; before any call the
  /// last input's.
  void look_at(const Layout& layout);
  /// How a cell counts in its column (1-based), and what it was read as: for marking cells where they
  /// stand.
  CellReading read_cell(uint32_t column, std::string_view cell) const;
  CellState cell_state(uint32_t column, std::string_view cell) const;
  /// Why a row of these cells is not counted; empty where it is.
  std::optional<LeftOutRow::Why> left_out_why(std::span<const std::string_view> cells) const;

  /// The mergeable tally as JSON, and its way back in.
  void tally_json(const Sink& sink) const;
  Result<void> add_tally(std::string_view json);
  /// The plan as JSON: what `inspect` writes and `tally --plan` obeys.
  std::string plan_json() const;

  Result<Report> report() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Do an input's first bytes look like a tally that tally_json() wrote?
bool looks_like_tally(std::string_view head);

}  // namespace topline
