// SPDX-License-Identifier: Apache-2.0
#include "core/topline.h"

#include "core/analysis/state.h"

namespace topline {

std::string_view version() { return TOPLINE_VERSION; }

Analysis::Analysis(Settings settings) : state_(std::make_unique<State>()) {
  state_->settings = std::move(settings);
}
Analysis::~Analysis() = default;
Analysis::Analysis(Analysis&&) noexcept = default;
Analysis& Analysis::operator=(Analysis&&) noexcept = default;

}  // namespace topline
