// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace topline {

/// Every measure that Topline knows, in the order of catalogue.def.
enum class MeasureId : uint8_t {
#define TOPLINE_MEASURE(id, ...) id,
#include "core/measure/catalogue.def"
#undef TOPLINE_MEASURE
};

enum class Better : uint8_t { higher, lower, none };
enum class Needs : uint8_t { tally, frame };

/// One entry of the catalogue. CLI `explain`, page tooltips, report footnotes and docs all read it.
struct MeasureInfo {
  MeasureId id;
  std::string_view name;  ///< as in JSON: "csat_mean"
  std::string_view unit;  ///< "points", "%", "score"
  Better better;
  Needs needs;
  std::string_view table;  ///< the kind of table it is computed from
  std::string_view english;
  std::string_view chinese;
  std::string_view formula;
  std::string_view formula_chinese;
  std::string_view source;
};

/// Promoters less detractors: nps, enps. Their parts are detractors, passives, promoters.
constexpr bool is_net_score(MeasureId id) { return id == MeasureId::nps || id == MeasureId::enps; }

std::span<const MeasureInfo> catalogue();
const MeasureInfo& measure_info(MeasureId id);
std::optional<MeasureId> find_measure(std::string_view name);

}  // namespace topline
