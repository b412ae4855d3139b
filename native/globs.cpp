// SPDX-License-Identifier: Apache-2.0
#include "native/globs.h"

#include <glob.h>

#include <filesystem>

namespace topline::native {

std::vector<std::string> expand_globs(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code ignored;
    const bool pattern = path.find_first_of("*?[") != std::string::npos;
    glob_t found = {};
    if (pattern && !std::filesystem::exists(path, ignored) &&
        glob(path.c_str(), 0, nullptr, &found) == 0) {
      files.insert(files.end(), found.gl_pathv, found.gl_pathv + found.gl_pathc);
    } else {
      files.push_back(path);
    }
    globfree(&found);
  }
  return files;
}

}  // namespace topline::native
