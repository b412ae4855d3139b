// SPDX-License-Identifier: Apache-2.0
#pragma once

// Several small tables as one call, whole and in pieces.

#include <random>
#include <utility>
#include <vector>

#include "tests/analysis/analyse.h"

namespace topline {
inline namespace with_rollout_files {  // other topics have helpers of the same names in the same binary

using Files = std::vector<std::pair<std::string, std::string>>;  // name, text

inline Analysis analyse_files(const Files& files, const Settings& settings) {
  Analysis analysis(settings);
  for (const auto& [name, text] : files)
    EXPECT_TRUE(read_into(analysis, name, text).has_value()) << name;
  if (!analysis.must_read_again()) return analysis;
  Analysis second = analysis.again();
  for (const auto& [name, text] : files)
    EXPECT_TRUE(read_into(second, name, text).has_value()) << name;
  return second;
}

inline nlohmann::json report_of(const Files& files, const Settings& settings = {}) {
  const std::string text = report_text(analyse_files(files, settings));
  return text.rfind("error: ", 0) == 0 ? nlohmann::json{{"error", text}}
                                       : nlohmann::json::parse(text);
}

/// The same through tallies of pieces of each file, added up in another order.
inline std::string report_of_pieces(const Files& files, const Settings& settings, size_t pieces,
                                    uint32_t seed) {
  const std::string plan = analyse_files(files, settings).plan_json();
  std::mt19937 random(seed);
  std::vector<std::string> tallies;
  for (const auto& [name, text] : files) {
    std::vector<uint64_t> cuts = {0};
    while (cuts.size() < pieces) cuts.push_back(1 + random() % (text.size() - 1));
    cuts.push_back(UINT64_MAX);
    std::sort(cuts.begin(), cuts.end());
    for (size_t k = 0; k + 1 < cuts.size(); ++k) {
      Analysis part(settings);
      EXPECT_TRUE(part.use_plan(plan).has_value());
      EXPECT_TRUE(read_into(part, name, text, {cuts[k], cuts[k + 1], false}).has_value());
      std::string tally;
      part.tally_json([&](std::string_view piece) { tally += piece; });
      tallies.push_back(std::move(tally));
    }
  }
  for (size_t i = tallies.size(); i > 1; --i) std::swap(tallies[i - 1], tallies[random() % i]);
  Analysis sum(settings);
  for (const std::string& tally : tallies) {
    Analysis one(settings);
    EXPECT_TRUE(one.add_tally(tally).has_value());
    EXPECT_TRUE(sum.merge(std::move(one)).has_value());
  }
  return report_text(sum);
}

/// The one measure that matches; null where there is none or several.
inline nlohmann::json measure_of(const nlohmann::json& report, const std::string& id,
                                 const nlohmann::json& segment = nlohmann::json::object(),
                                 const nlohmann::json& wave = nullptr) {
  const auto found = measures_of(report, id, segment, wave);
  return found.size() == 1 ? found[0] : nlohmann::json();
}

}  // namespace rollout_files
}  // namespace topline
