// SPDX-License-Identifier: Apache-2.0
#include "native/inputs.h"

#include <filesystem>
#include <map>
#include <optional>

#include "core/base/text.h"
#include "native/workbook_file.h"

namespace topline::native {
namespace {

std::string file_name(const std::string& path) {
  return path == "-" ? "stdin" : std::filesystem::path(path).filename().string();
}

// What was said for this file, or else for all.
std::optional<std::string> told(const std::vector<std::string>& options, const std::string& path) {
  std::optional<std::string> found;
  for (const std::string& option : options) {
    const size_t equals = option.find('=');
    const std::string file = equals == std::string::npos ? std::string() : option.substr(0, equals);
    if (!file.empty() && (file == path || file == file_name(path))) return option.substr(equals + 1);
    if (equals == std::string::npos) found = option;
  }
  return found;
}

}  // namespace

void add_input_options(CLI::App& command, InputOptions& options) {
  command
      .add_option("--encoding", options.encodings,
                  "How text files are encoded, if they look otherwise: utf-8, gbk, windows-1252, "
                  "latin1, macintosh, utf-16le … (FILE=NAME for one of several; repeatable)")
      ->allow_extra_args(false)
      ->type_name("[FILE=]NAME")
      ->group("Reading");
  command
      .add_option("--sheet", options.sheets,
                  "Read this sheet of a workbook, not all of them (FILE=NAME for one of several; "
                  "repeatable)")
      ->allow_extra_args(false)
      ->type_name("[FILE=]NAME")
      ->group("Reading");
}

Result<std::vector<InputFile>> open_inputs(const std::vector<std::string>& paths,
                                           const InputOptions& options) {
  std::map<std::string, int> times;
  for (const std::string& path : paths) ++times[file_name(path)];
  std::vector<InputFile> inputs;
  for (const std::string& path : paths) {
    std::string name = file_name(path);
    if (times[name] > 1) name = path;
    std::optional<Encoding> encoding;
    if (const auto said = told(options.encodings, path)) {
      encoding = encoding_named(*said);
      if (!encoding) {
        return fail(Code::bad_option, {},
                    {{"option", "encoding"},
                     {"value", *said},
                     {"allowed", "utf-8 utf-16le utf-16be gb18030 gbk windows-1252 iso-8859-1 macintosh"}});
      }
    }
    auto input = InputFile::open(path, name, encoding);
    if (!input) return tl::unexpected<Error>(input.error());
    if (!is_zip(input->head())) {
      inputs.push_back(std::move(*input));
      continue;
    }
    auto sheets = open_sheets(*input, told(options.sheets, path));
    if (!sheets) {
      Error error = sheets.error();
      error.where.input = name;
      return tl::unexpected<Error>(error);
    }
    for (InputFile& sheet : *sheets) inputs.push_back(std::move(sheet));
  }
  return inputs;
}

}  // namespace topline::native
