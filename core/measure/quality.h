// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/measure/frame_rows.h"
#include "core/study/settings.h"

namespace topline {

/// Responses that may have been given without care, by what their rows show.
struct QualityCheck {
  std::string kind;        ///< as in drop_kinds(), and as its code
  bool possible = true;    ///< false: the table has not what it takes
  std::vector<size_t> rows = {};  ///< of FrameRows, ascending
};

struct Quality {
  std::string why;  ///< why nothing could be checked: those of FrameRows::why_absent
  uint64_t checked = 0;
  uint64_t items = 0;          ///< scored items
  uint64_t most_alike = 0;     ///< items of the longest run of one scale
  double median_seconds = 0;   ///< of the duration column
  std::vector<QualityCheck> checks;  ///< in the order of drop_kinds()
};

/// - straightliners: the same answer to all of five or more items of one scale;
/// - speeders: under a third of the median duration (Greszki, Meyer & Schoen 2015, Public Opinion
///   Quarterly 79:471);
/// - near_duplicates: with at least ten items answered, equal to another row in 95 % of the items
///   (Kuriakose & Robbins 2016, Statistical Journal of the IAOS 32:283);
/// - partials: under 80 % of five items or more answered (AAPOR, Standard Definitions, 2023).
/// A hint each, and no proof: short or clear-cut questionnaires bring such rows about as well.
Quality check_quality(const FrameRows& rows, const Plan& plan);

/// Where the rows stand that one of the `kinds` flags.
std::set<Place> flagged_places(const Quality& quality, const FrameRows& rows,
                               const std::vector<std::string>& kinds);

/// Findings: one a check, with its count; and what could not be checked.
std::vector<Finding> quality_findings(const Quality& quality);

}  // namespace topline
