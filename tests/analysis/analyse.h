// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "core/topline.h"

namespace topline {

/// Reads `text` (or the range of it) into the analysis, `chunk` bytes at a time.
inline Result<void> read_into(Analysis& analysis, const std::string& name, std::string_view text,
                              ScanRange range = {}, size_t chunk = 1 << 16,
                              Lane lane = best_lane()) {
  const std::string_view head = text.substr(0, Analysis::kHead);
  auto begun = analysis.begin({name, text.size()}, head, head.size() == text.size(), range, lane);
  if (!begun) return begun;
  for (size_t at = analysis.feed_from(); at < text.size() && !analysis.range_done();) {
    const std::span<char> room = analysis.room(chunk);
    const size_t n = std::min({chunk, room.size(), text.size() - at});
    std::copy_n(text.data() + at, n, room.data());
    if (auto done = analysis.commit(n); !done) return done;
    at += n;
  }
  return analysis.end();
}

/// The analysis of a text, read again where its full profile asks for that.
inline Result<Analysis> analyse(std::string_view text, const Settings& settings = {},
                                size_t chunk = 1 << 16) {
  Analysis analysis(settings);
  if (auto done = read_into(analysis, "t.csv", text, {}, chunk); !done) {
    return tl::unexpected<Error>(done.error());
  }
  if (!analysis.must_read_again()) return analysis;
  Analysis second = analysis.again();
  if (auto done = read_into(second, "t.csv", text, {}, chunk); !done) {
    return tl::unexpected<Error>(done.error());
  }
  EXPECT_FALSE(second.must_read_again()) << "a second reading settles the plan";
  return second;
}

inline std::string report_text(const Analysis& analysis) {
  const auto report = analysis.report();
  if (!report) return "error: " + describe(report.error(), "en");
  std::string text;
  render_json(*report, [&](std::string_view piece) { text += piece; });
  return text;
}

inline nlohmann::json report_json(std::string_view text, const Settings& settings = {}) {
  const auto analysis = analyse(text, settings);
  if (!analysis) return {{"error", std::string(code_name(analysis.error().code))}};
  const std::string report = report_text(*analysis);
  if (report.rfind("error: ", 0) == 0) return {{"error", report}};
  return nlohmann::json::parse(report);
}

/// The measures of a report that match, as JSON.
inline std::vector<nlohmann::json> measures_of(const nlohmann::json& report, const std::string& id,
                                               const nlohmann::json& segment = nlohmann::json::object(),
                                               const nlohmann::json& wave = nullptr) {
  std::vector<nlohmann::json> found;
  for (const auto& measure : report["measures"]) {
    if (measure["id"] == id && measure["segment"] == segment && measure["wave"] == wave) {
      found.push_back(measure);
    }
  }
  return found;
}

inline nlohmann::json message_of(const nlohmann::json& report, const std::string& code) {
  for (const auto& message : report["messages"]) {
    if (message["code"] == code) return message;
  }
  return nullptr;
}

/// A file of the shared truth; empty where it is not there.
inline std::string shared_file(const std::string& name) {
  std::ifstream in(std::string(TOPLINE_SHARED) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string sample_text(const SampleOptions& options) {
  std::string text;
  write_sample(options, [&](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace topline
