// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/dialect.h"

namespace topline {

/// The tools whose exports are known by their headers; the name is what reports call the layout.
#define TOPLINE_LAYOUTS(X)                                                                       \
  X(plain)             /* one header row */                                                      \
  X(headerless)        /* the first record is data */                                            \
  X(markdown)          /* a pipe table: the header, a row of dashes */                           \
  X(surveymonkey)      /* two rows: questions, options */                                        \
  X(qualtrics)         /* three rows: names, questions, {"ImportId":…}; older: V1 …, questions */ \
  X(limesurvey)        /* question codes, Q[SQ001] */                                            \
  X(wjx)               /* 问卷星 */                                                              \
  X(tencent)           /* 腾讯问卷 */                                                            \
  X(google_forms)                                                                                \
  X(microsoft_forms)                                                                             \
  X(typeform)                                                                                    \
  X(formbricks)                                                                                  \
  X(delighted)

enum class LayoutKind : uint8_t {
#define TOPLINE_LAYOUT(name) name,
  TOPLINE_LAYOUTS(TOPLINE_LAYOUT)
#undef TOPLINE_LAYOUT
};
std::string_view layout_name(LayoutKind kind);
std::optional<LayoutKind> layout_from_name(std::string_view name);

/// Where the header stands and what it says. Decided from the head of the input.
struct Layout {
  LayoutKind kind = LayoutKind::plain;
  uint32_t preamble = 0;             ///< records above the header: a title, the date of the export
  uint32_t header_rows = 1;          ///< 0: the first record is data
  uint32_t columns = 0;              ///< of the header, or of the first record
  uint64_t body = 0;                 ///< offset of the first record that is data
  std::vector<std::string> headers;  ///< trimmed, on one line each; empty where header_rows == 0
  std::vector<std::string> labels;   ///< what is asked, where headers are codes; else empty
  std::vector<std::string> export_ids;  ///< the export's own ids of the columns; else empty
  bool operator==(const Layout&) const = default;
};

/// Header or none and whose, from the first records of the input. Where it can't be told, there is a
/// header.
Layout detect_layout(std::string_view head, bool head_is_all, const Dialect& dialect);

}  // namespace topline
