// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rows behind survey_design_oracle.json, for figures that need every score.

#include <fstream>
#include <string>
#include <vector>

#include "tests/stats/oracle.h"

namespace topline::stats {

struct ScoredRow {
  std::string region;
  std::string wave;
  double score = 0;  ///< 0-10
};

/// Rows with a score. Empty where the file is missing.
inline std::vector<ScoredRow> read_scored_rows() {
  std::ifstream file(oracle_path("synthetic_crm_survey.csv"));
  std::vector<ScoredRow> rows;
  std::string line;
  std::getline(file, line);  // the header: id, region, role, team, wave, base_w, N_h, nps, ...
  while (std::getline(file, line)) {
    std::vector<std::string> cells{""};
    for (const char c : line) {
      if (c == ',') {
        cells.push_back("");
      } else if (c != '"' && c != '\r') {
        cells.back() += c;
      }
    }
    if (cells.at(7).empty() || cells.at(7) == "NA") continue;
    rows.push_back({cells.at(1), cells.at(4), std::stod(cells.at(7))});
  }
  return rows;
}

}  // namespace topline::stats
