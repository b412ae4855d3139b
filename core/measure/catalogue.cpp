// SPDX-License-Identifier: Apache-2.0
#include "core/measure/catalogue.h"

namespace topline {
namespace {

constexpr MeasureInfo kCatalogue[] = {
#define TOPLINE_MEASURE(id, unit, better, needs, kind, en, zh, formula, formula_zh, source)   \
  {MeasureId::id, #id, unit,    Better::better, Needs::needs, kind, en, zh, \
   formula,       formula_zh, source},
#include "core/measure/catalogue.def"
#undef TOPLINE_MEASURE
};

}  // namespace

std::span<const MeasureInfo> catalogue() { return kCatalogue; }

const MeasureInfo& measure_info(MeasureId id) { return kCatalogue[static_cast<size_t>(id)]; }

std::optional<MeasureId> find_measure(std::string_view name) {
  for (const MeasureInfo& info : kCatalogue) {
    if (info.name == name) return info.id;
  }
  return std::nullopt;
}

}  // namespace topline
