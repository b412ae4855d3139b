// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace topline {

/// `text` with what leads to a person or a page made "[…]": e-mail addresses, @names, web addresses,
/// and numbers of seven digits and more (telephones, identity cards), with blanks, dots, hyphens and
/// brackets among them. Names of people can't be told and stay.
std::string mask_contacts(std::string_view text);

}  // namespace topline
