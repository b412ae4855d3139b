// SPDX-License-Identifier: Apache-2.0
#include "core/measure/mask_contacts.h"

#include <algorithm>

#include "core/base/text.h"

namespace topline {
namespace {

constexpr std::string_view kMask = "[…]";
constexpr size_t kDigits = 7;  // fewer are a price or a year

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alnum(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool in_name(char c) { return is_alnum(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-'; }

// How many bytes at `at` hold the characters that `allowed` allows.
template <class Allowed>
size_t run(std::string_view text, size_t at, Allowed allowed) {
  size_t end = at;
  while (end < text.size() && allowed(text[end])) ++end;
  return end - at;
}

size_t at_sign(std::string_view text, size_t at) {
  if (text.substr(at, 1) == "@") return 1;
  return text.substr(at, 3) == "＠" ? 3 : 0;
}

// "ann@example.com", "@ann"
size_t address(std::string_view text, size_t at) {
  const size_t name = run(text, at, in_name);
  const size_t sign = at_sign(text, at + name);
  if (sign == 0) return 0;
  const size_t host = run(text, at + name + sign, in_name);
  return host == 0 ? 0 : name + sign + host;
}

// "https://…", "www.…", "example.com/…"
size_t web(std::string_view text, size_t at) {
  const auto in_address = [](char c) {
    return c > ' ' && static_cast<unsigned char>(c) < 0x80 && c != '<' && c != '>' && c != '"';
  };
  const std::string start = fold(text.substr(at, 8));
  if (start.rfind("http://", 0) == 0 || start.rfind("https://", 0) == 0 || start.rfind("www.", 0) == 0) {
    return run(text, at, in_address);
  }
  const size_t host = run(text, at, [](char c) { return is_alnum(c) || c == '-' || c == '.'; });
  const std::string folded = fold(text.substr(at, host));
  for (std::string_view end : {".com", ".cn", ".org", ".net", ".io", ".edu", ".gov", ".co", ".de", ".uk"}) {
    const bool ends = folded.size() > end.size() &&
                      folded.compare(folded.size() - end.size(), end.size(), end) == 0;
    if (!ends) continue;
    return text.substr(at + host, 1) == "/" ? host + run(text, at + host, in_address) : host;
  }
  return 0;
}

// A digit at `at`, of either width: its bytes.
size_t digit(std::string_view text, size_t at) {
  if (at < text.size() && is_digit(text[at])) return 1;
  const std::string_view wide = text.substr(std::min(at, text.size()), 3);
  return wide >= "０" && wide <= "９" ? 3 : 0;
}

size_t number(std::string_view text, size_t at) {
  size_t end = at, last = at, digits = 0;
  while (end < text.size()) {
    if (const size_t bytes = digit(text, end)) {
      end += bytes;
      last = end;
      ++digits;
    } else if (std::string_view(" -.()+/").find(text[end]) != std::string_view::npos) {
      ++end;
    } else {
      break;
    }
  }
  // An identity card ends in a letter.
  if (digits == 17 && last < text.size() && (text[last] == 'X' || text[last] == 'x')) ++last;
  return digits >= kDigits ? last - at : 0;
}

}  // namespace

std::string mask_contacts(std::string_view text) {
  std::string masked;
  for (size_t at = 0; at < text.size();) {
    const bool within = at > 0 && in_name(text[at - 1]) && in_name(text[at]);
    size_t length = 0;
    if (!within) length = std::max(address(text, at), web(text, at));
    const bool starts = digit(text, at) != 0 || text[at] == '+' || text[at] == '(';
    if (length == 0 && starts) length = number(text, at);
    if (length != 0) {
      masked += kMask;
      at += length;
    } else {
      masked += text[at++];
    }
  }
  return masked;
}

}  // namespace topline
