// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace topline {

/// Does a question about recommending speak of the employer, as a place to work ("… as a place to
/// work", 推荐…来公司工作, eNPS)? One that names a product, a service or the CRM does not, whoever is
/// asked, unless it says outright that the employer is meant ("our software company as an employer").
bool asks_about_employer(std::string_view header);

}  // namespace topline
