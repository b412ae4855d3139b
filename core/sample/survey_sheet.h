// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sample survey, streamed as CSV and as a sheet. Private to core/sample.

#include "core/sample/sample.h"

namespace topline {

void write_survey(const SampleOptions& options, const Sink& sink);
SampleSheet survey_sheet(const SampleOptions& options);

}  // namespace topline
