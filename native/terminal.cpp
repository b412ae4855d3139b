// SPDX-License-Identifier: Apache-2.0
#include "native/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "core/base/text.h"

namespace topline::native {
namespace {

constexpr int kUsualWidth = 80;
constexpr int kWidest = 120;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

bool is_dumb() { return environment("TERM") == "dumb"; }

int width_of_terminal() {
  if (const int columns = std::atoi(std::string(environment("COLUMNS")).c_str()); columns > 0) {
    return columns;
  }
  struct winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kUsualWidth;
}

// Only a locale that names another charset rules Unicode out: an unset one says nothing.
bool takes_unicode() {
  for (const char* variable : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const std::string_view value = environment(variable);
    if (value.empty()) continue;
    const size_t dot = value.find('.');
    if (dot == std::string_view::npos) return true;
    const std::string charset = fold(value.substr(dot + 1));
    return charset.substr(0, 3) == "utf";
  }
  return true;
}

}  // namespace

TextStyle text_style(ColorChoice color, bool to_file) {
  TextStyle style;
  const bool terminal = !to_file && isatty(STDOUT_FILENO) != 0;
  style.color = color == ColorChoice::always || (color == ColorChoice::automatic && terminal &&
                                                 !is_dumb() && environment("NO_COLOR").empty());
  style.width = to_file ? kUsualWidth : std::clamp(width_of_terminal(), 40, kWidest);
  style.unicode = to_file || (takes_unicode() && !(terminal && is_dumb()));
  return style;
}

bool can_show_progress() { return isatty(STDERR_FILENO) != 0 && !is_dumb(); }

}  // namespace topline::native
