// SPDX-License-Identifier: Apache-2.0
#include "core/study/adopt_settings.h"

namespace topline {

void adopt_settings(Settings& settings, const Settings& from) {
  if (settings.columns.empty()) settings.columns = from.columns;
  if (settings.by.empty()) settings.by = from.by;
  if (settings.cross.empty()) settings.cross = from.cross;
  if (settings.wave.empty()) {
    settings.wave = from.wave;
    settings.wave_unit = from.wave_unit;
  }
  if (settings.weight.empty()) settings.weight = from.weight;
  if (settings.where.empty()) settings.where = from.where;
  if (settings.drivers.empty()) settings.drivers = from.drivers;
  if (settings.scales.empty()) settings.scales = from.scales;
  if (settings.comments.column.empty()) settings.comments = from.comments;
  if (settings.strata.empty()) settings.strata = from.strata;
  if (settings.clusters.empty()) settings.clusters = from.clusters;
  if (settings.fpc.empty()) settings.fpc = from.fpc;
  if (settings.margins.empty()) settings.margins = from.margins;
  if (!settings.roster_size) settings.roster_size = from.roster_size;
  if (!settings.invited) settings.invited = from.invited;
  settings.paired |= from.paired;
  if (settings.drop.empty()) settings.drop = from.drop;
  settings.quality |= from.quality;
  settings.favourable |= from.favourable;
  settings.crosstabs |= from.crosstabs;
  if (settings.audience.empty()) settings.audience = from.audience;
  settings.ids |= from.ids;
}

}  // namespace topline
