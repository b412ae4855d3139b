// SPDX-License-Identifier: Apache-2.0
#include "core/intake/text_form.h"

#include <algorithm>
#include <vector>

#include "core/base/text.h"
#include "core/intake/marked_line.h"

namespace topline {
namespace {

constexpr size_t kLines = 200;  // that are looked at

// The first lines of the head that hold anything; the last one, which the head may cut, is left out.
std::vector<std::string_view> first_lines(std::string_view text, bool is_all) {
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() < kLines) {
    const size_t end = text.find('\n');
    if (end == std::string_view::npos && !is_all && !lines.empty()) break;
    const std::string_view line = text.substr(0, end);
    if (!trim(line).empty()) lines.push_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

bool is_pipe_table(const std::vector<std::string_view>& lines) {
  return lines.size() >= 2 && lines[0].find('|') != std::string_view::npos &&
         is_dashes(lines[1]);
}

// Cut by blanks into as many cells in every line, which are figures all; or by two blanks and more.
bool is_blank_table(const std::vector<std::string_view>& lines) {
  if (lines.size() < 3) return false;
  for (const bool wide : {false, true}) {
    size_t width = 0, even = 0;
    bool figures = true;
    for (std::string_view line : lines) {
      const std::vector<std::string_view> cells = split_blanks(line, wide);
      if (width == 0) width = cells.size();
      even += cells.size() == width;
      figures = figures && std::all_of(cells.begin(), cells.end(), is_figure);
    }
    if (width >= 2 && even == lines.size() && (wide || figures)) return true;
  }
  return false;
}

Marking find_marking(std::string_view text, bool is_all) {
  const std::vector<std::string_view> lines = first_lines(text, is_all);
  if (is_pipe_table(lines)) return Marking::pipes;
  const bool may_be_delimited = std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
    return line.find_first_of(",;\t|\"") != std::string_view::npos;
  });
  if (!may_be_delimited && is_blank_table(lines)) return Marking::blanks;
  return Marking::delimited;
}

}  // namespace

TextForm find_form(std::string_view head, bool head_is_all, std::optional<Encoding> told) {
  TextForm form;
  const EncodingGuess guess = detect_encoding(head, head_is_all);
  form.encoding = told.value_or(guess.encoding);
  form.confidence = told ? 1 : guess.confidence;
  std::string text;
  Decoder decoder(form.encoding);
  decoder.decode(head, text);
  if (head_is_all) decoder.finish(text);
  form.marking = find_marking(text, head_is_all);
  return form;
}

struct TextConverter::State {
  explicit State(const TextForm& form)
      : marking(form.marking), decoder(form.encoding), wide(form.marking == Marking::blanks) {}

  void convert_lines(std::string& csv, bool last) {
    size_t from = 0;
    for (;;) {
      const size_t end = text.find('\n', from);
      if (end == std::string::npos) break;
      write_line(std::string_view(text).substr(from, end - from), csv);
      from = end + 1;
    }
    text.erase(0, from);
    if (last && !text.empty()) write_line(text, csv);
    if (last) text.clear();
  }

  void write_line(std::string_view line, std::string& csv) {
    if (marking == Marking::pipes) {
      write_cells(split_pipes(line), csv);
      return;
    }
    // The first line settles whether single blanks cut as well.
    if (!settled && !trim(line).empty()) {
      const auto cells = split_blanks(line, false);
      wide = !std::all_of(cells.begin(), cells.end(), is_figure);
      settled = true;
    }
    write_cells(split_blanks(line, wide), csv);
  }

  Marking marking;
  Decoder decoder;
  bool wide;
  bool settled = false;
  std::string text;  ///< decoded, the line not yet complete
};

TextConverter::TextConverter(const TextForm& form) : state_(std::make_unique<State>(form)) {}
TextConverter::~TextConverter() = default;
TextConverter::TextConverter(TextConverter&&) noexcept = default;
TextConverter& TextConverter::operator=(TextConverter&&) noexcept = default;

void TextConverter::feed(std::string_view bytes, std::string& csv) {
  State& s = *state_;
  const bool lines = s.marking != Marking::delimited;
  s.decoder.decode(bytes, lines ? s.text : csv);
  if (lines) s.convert_lines(csv, false);
}

void TextConverter::finish(std::string& csv) {
  State& s = *state_;
  const bool lines = s.marking != Marking::delimited;
  s.decoder.finish(lines ? s.text : csv);
  if (lines) s.convert_lines(csv, true);
}

uint64_t TextConverter::invalid() const { return state_->decoder.invalid(); }

}  // namespace topline
