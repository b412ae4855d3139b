// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the settings declare that needs rows, resolved to the columns of one table.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/study/settings.h"

namespace topline {

struct Plan;
struct Profile;

/// Columns are 0-based.
struct Declared {
  struct Driver {
    uint32_t outcome = 0;
    std::vector<uint32_t> items;
  };
  struct Scale {
    std::string name;
    std::string kind;  ///< "alpha", "sus", "umux_lite"
    std::vector<uint32_t> items;
  };
  struct Margin {
    uint32_t column = 0;
    std::vector<std::pair<std::string, double>> targets;  ///< category as told, folded; its total
  };
  struct Comments {
    uint32_t column = 0;
    std::optional<uint32_t> score;  ///< the first NPS question that can be scored
  };
  std::vector<std::vector<uint32_t>> rankings;  ///< the columns of each that has one an item
  std::vector<Driver> drivers;
  std::vector<Scale> scales;
  std::optional<Comments> comments;
  std::vector<uint32_t> strata;
  std::vector<uint32_t> clusters;
  std::vector<uint32_t> fpc;  ///< one column or none
  std::vector<Margin> margins;
  std::vector<uint32_t> respondent;  ///< one column that tells people apart, or none
  bool paired = false;  ///< waves are compared by those who answered in both
  bool quality = false;
  std::vector<uint32_t> items;     ///< quality: the scored items
  std::vector<uint32_t> duration;  ///< quality: one column or none

  /// Is the sample anything but a simple random one, or calibrated?
  bool designed() const {
    return !strata.empty() || !clusters.empty() || !fpc.empty() || !margins.empty();
  }
};

/// Resolves what is declared, and puts the columns whose rows it needs into plan.shape.frame: none
/// where nothing is declared, or the table is no survey. An item may be an nps, csat, ces or rating
/// column, or any column of numbers. Errors: unknown_column, ambiguous_column (of several tables in
/// one call only what stands in this one is taken up), comments_personal (a column of personal data is
/// never shown).
Result<void> plan_declared(Plan& plan, const Profile& profile, const Settings& settings);

}  // namespace topline
