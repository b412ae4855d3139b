// SPDX-License-Identifier: Apache-2.0

// The door between JavaScript and the core: bytes and JSON in, bytes and JSON out. Every call that
// can fail answers JSON, {"ok":true,…} or {"ok":false,"error":{"code","text"}}: a C++ exception that
// reached JavaScript would arrive there without its message. Offsets travel as doubles, which hold
// every integer below 2^53.

#include <emscripten/bind.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "core/topline.h"
#include "wasm/answers.h"

namespace topline {
namespace {

using nlohmann::json;

uint64_t to_offset(double value) {
  return value >= 0 && std::isfinite(value) ? static_cast<uint64_t>(value) : UINT64_MAX;
}

/// JSON has no infinity: an open end is absent.
ScanRange to_range(const json& info) {
  ScanRange range;
  range.from = info.value("from", uint64_t{0});
  range.to = info.value("to", UINT64_MAX);
  range.exact = info.value("exact", true);
  return range;
}

/// {"name","size","source":{…}}: see core/intake/input_info.h.
InputInfo to_info(const json& told) {
  InputInfo info{told.at("name"), told.at("size"), {}};
  const json source = told.value("source", json::object());
  info.source.encoding = source.value("encoding", "");
  info.source.undecodable = source.value("undecodable", uint64_t{0});
  info.source.sheet = source.value("sheet", "");
  info.source.hidden_rows = source.value("hidden_rows", uint64_t{0});
  info.source.hidden_columns = source.value("hidden_columns", uint64_t{0});
  info.source.unvalued = source.value("unvalued", uint64_t{0});
  info.source.left_out = source.value("left_out", "");
  return info;
}

/// One analysis and the memory that JavaScript writes bytes into.
class Door {
 public:
  std::string create(const std::string& settings_json) {
    return guarded([&] {
      Result<Settings> settings = settings_from_json(settings_json);
      if (!settings) return failure(settings.error(), language_);
      language_ = settings->language;
      settings->several_tables = true;  // what comes is not known yet; the report checks every name
      settings_ = *settings;
      analysis_.emplace(std::move(*settings));
      return ok();
    });
  }

  /// Takes over what `other` has counted, under this door's settings: {"fits":false} where they ask for
  /// other counts, and then `other` has its own back.
  std::string take_over(Door& other) {
    return guarded([&] {
      if (const auto done = analysis_->merge(std::move(*other.analysis_)); !done) return answer(done);
      const bool fits = !analysis_->must_read_again();
      if (!fits) {
        other.analysis_.emplace(other.settings_);
        if (const auto done = other.analysis_->merge(std::move(*analysis_)); !done) return answer(done);
      }
      return written({{"ok", true}, {"fits", fits}});
    });
  }

  /// Where the first bytes of an input are written before begin() or look().
  double head_room(double bytes) {
    head_.resize(static_cast<size_t>(bytes));
    return address(head_.data());
  }

  /// {"name","size","head_is_all","from","to","exact"}
  std::string begin(const std::string& info_json) {
    return guarded([&] {
      const json info = json::parse(info_json);
      const bool all = info.at("head_is_all");
      look_at_head(all);
      return answer(analysis_->begin(to_info(info), head_, all, to_range(info)));
    });
  }

  double feed_from() const { return static_cast<double>(analysis_->feed_from()); }
  double room(double bytes) { return address(analysis_->room(static_cast<size_t>(bytes)).data()); }
  std::string commit(double bytes) {
    return guarded([&] { return answer(analysis_->commit(static_cast<size_t>(bytes))); });
  }
  bool range_done() const { return analysis_->range_done(); }
  std::string end() {
    return guarded([&] { return answer(analysis_->end()); });
  }

  bool must_read_again() const { return analysis_->must_read_again(); }
  std::string again() {
    return guarded([&] {
      analysis_.emplace(analysis_->again());
      return ok();
    });
  }

  std::string use_plan(const std::string& plan) {
    return guarded([&] { return answer(analysis_->use_plan(plan)); });
  }
  std::string plan() {
    return guarded([&] { return analysis_->plan_json(); });
  }
  std::string add_tally(const std::string& tally) {
    return guarded([&] { return answer(analysis_->add_tally(tally)); });
  }
  std::string tally() {
    return guarded([&] {
      std::string out;
      analysis_->tally_json([&](std::string_view piece) { out += piece; });
      return out;
    });
  }
  std::string covered() {
    return guarded([&] {
      const ScanRange range = analysis_->covered();
      return written({{"ok", true}, {"from", range.from}, {"to", range.to}});
    });
  }
  std::string row_index() {
    return guarded([&] { return written(json(analysis_->row_index())); });
  }

  /// Renders the report as "json", "text", "markdown", "csv" or "inspect" into bytes that JavaScript fetches.
  std::string report(const std::string& format, int width) {
    return guarded([&] {
      Result<Report> report = analysis_->report();
      if (!report) return failure(report.error(), language_);
      text_.clear();
      const Sink sink = [&](std::string_view piece) { text_ += piece; };
      TextStyle style;
      style.width = width;
      if (format == "json") render_json(*report, sink);
      else if (format == "text") render_text(*report, style, sink);
      else if (format == "markdown") render_markdown(*report, sink);
      else if (format == "csv") render_csv(*report, sink);
      else if (format == "inspect") render_inspection_text(*report, style, sink);
      else return failure("bad_option", format);
      return ok();
    });
  }
  /// What report() rendered, as bytes: a string would lose a byte order mark on its way.
  double text_at() const { return address(text_.data()); }
  double text_size() const { return static_cast<double>(text_.size()); }

  /// Makes the head that was written the input that rows() reads, without an analysis.
  std::string look(bool head_is_all) {
    return guarded([&] {
      look_at_head(head_is_all);
      if (analysis_) analysis_->look_at(layout_);
      return ok();
    });
  }

  double slice_room(double bytes) {
    slice_.resize(static_cast<size_t>(bytes));
    return address(slice_.data());
  }

  /// Cells of the records in the slice, whose first byte is the input's byte `offset`, where a record
  /// begins: {"rows":[[…]],"states":["0012…"],"read_as":[{"2":"10"}],"left_out":["bad_weight"],"seen":
  /// records}: a digit of states is a CellState, read_as has repaired cells by their place in the row,
  /// left_out says why a row is not counted. Cells that a row lacks have states. The first `skip` records are passed
  /// over, at most `limit` are read; a record cut by the slice's end counts only where `last`.
  std::string rows(double offset, int skip, int limit, bool last) {
    return guarded([&] {
      ScanRange range;
      range.from = to_offset(offset);
      TableReader reader(dialect_, layout_.columns, range);
      Scanner& scanner = reader.scanner();
      const std::span<char> room = scanner.room(slice_.size());
      std::copy(slice_.begin(), slice_.end(), room.begin());
      scanner.commit(slice_.size());
      json rows = json::array();
      json states = json::array(), read_as = json::array(), left_out = json::array();
      Record record;
      bool finished = false;
      int seen = 0;
      while (static_cast<int>(rows.size()) < limit) {
        if (!reader.next(record)) {
          if (!last || finished) break;
          scanner.finish();
          finished = true;
          continue;
        }
        if (seen++ < skip) continue;
        rows.push_back(json(std::vector<std::string_view>(record.cells.begin(), record.cells.end())));
        json repaired = json::object();
        states.push_back(states_of(record, repaired));
        read_as.push_back(std::move(repaired));
        left_out.push_back(left_out_of(record));
      }
      return written({{"ok", true},
                      {"rows", rows},
                      {"states", states},
                      {"read_as", read_as},
                      {"left_out", left_out},
                      {"seen", seen}});
    });
  }

 private:
  std::string answer(const Result<void>& result) const {
    return result ? ok() : failure(result.error(), language_);
  }

  void look_at_head(bool all) {
    dialect_ = sniff_dialect(head_, all);
    layout_ = detect_layout(head_, all, dialect_);
  }

  /// One digit a cell, also for cells that the row lacks.
  std::string states_of(const Record& record, json& repaired) const {
    std::string digits;
    for (size_t i = 0; i < record.cells.size(); ++i) {
      CellReading reading;
      if (analysis_) reading = analysis_->read_cell(static_cast<uint32_t>(i + 1), record.cells[i]);
      digits += static_cast<char>('0' + static_cast<int>(reading.state));
      if (reading.state == CellState::repaired) repaired[std::to_string(i)] = reading.read_as;
    }
    if (analysis_ && digits.size() < layout_.columns) {
      digits.resize(layout_.columns, static_cast<char>('0' + static_cast<int>(CellState::absent)));
    }
    return digits;
  }

  /// Why the row is not counted; empty where it is.
  std::string_view left_out_of(const Record& record) const {
    const auto why = analysis_ ? analysis_->left_out_why(record.cells) : std::nullopt;
    return why ? name_of(*why) : std::string_view();
  }

  Settings settings_;
  std::optional<Analysis> analysis_;
  std::string language_ = "en";
  std::string head_;
  std::string slice_;
  std::string text_;
  Dialect dialect_;
  Layout layout_;
};

std::string version_text() { return std::string(version()); }

std::string sample(const std::string& options_json) {
  return guarded([&] {
    const json given = json::parse(options_json);
    SampleOptions options;
    options.seed = given.value("seed", options.seed);
    options.rows = given.value("rows", options.rows);
    options.language = given.value("language", options.language);
    options.text = given.value("text", options.text);
    options.kind = given.value("kind", options.kind);
    std::string text;
    write_sample(options, [&](std::string_view piece) { text += piece; });
    return text;
  });
}

std::string explain_measure(const std::string& measure, const std::string& language) {
  return explain(measure, language);
}

std::string kinds(const std::string& language) { return kinds_json(language); }

}  // namespace

EMSCRIPTEN_BINDINGS(topline) {
  emscripten::function("version", &version_text);
  emscripten::function("sample", &sample);
  emscripten::function("explain", &explain_measure);
  emscripten::function("kinds", &kinds);
  emscripten::constant("headBytes", static_cast<double>(Analysis::kHead));
  emscripten::constant("indexStride", static_cast<double>(Analysis::kIndexStride));
  emscripten::class_<Door>("Door")
      .constructor<>()
      .function("create", &Door::create)
      .function("takeOver", &Door::take_over)
      .function("headRoom", &Door::head_room)
      .function("begin", &Door::begin)
      .function("feedFrom", &Door::feed_from)
      .function("room", &Door::room)
      .function("commit", &Door::commit)
      .function("rangeDone", &Door::range_done)
      .function("end", &Door::end)
      .function("mustReadAgain", &Door::must_read_again)
      .function("again", &Door::again)
      .function("usePlan", &Door::use_plan)
      .function("plan", &Door::plan)
      .function("addTally", &Door::add_tally)
      .function("tally", &Door::tally)
      .function("covered", &Door::covered)
      .function("rowIndex", &Door::row_index)
      .function("report", &Door::report)
      .function("textAt", &Door::text_at)
      .function("textSize", &Door::text_size)
      .function("look", &Door::look)
      .function("sliceRoom", &Door::slice_room)
      .function("rows", &Door::rows);
}

}  // namespace topline
