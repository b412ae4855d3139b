// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/header_rows.h"

#include <algorithm>
#include <cstring>

#include "core/base/text.h"
#include "core/ingest/scanner.h"

namespace topline {
namespace {

constexpr size_t kRows = 200;  // rows below the first that are looked at

using Row = std::vector<std::string>;

/// A header cell on one line, with single blanks, as people would type its name.
std::string one_line(std::string_view cell) {
  static constexpr std::string_view kNbsp = "\xC2\xA0";
  std::string line;
  for (size_t at = 0; at < cell.size(); ++at) {
    const bool nbsp = cell.substr(at, kNbsp.size()) == kNbsp;
    if (nbsp) ++at;
    if (nbsp || std::strchr(" \t\r\n", cell[at]) != nullptr) {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else {
      line += cell[at];
    }
  }
  return std::string(trim(line));
}

/// The entities that SurveyMonkey leaves in its headers.
std::string without_entities(std::string text) {
  static constexpr std::pair<std::string_view, char> kEntities[] = {
      {"&apos;", '\''}, {"&#39;", '\''}, {"&quot;", '"'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}};
  for (const auto& [entity, character] : kEntities) {
    for (size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1)) {
      text.replace(at, entity.size(), 1, character);
    }
  }
  return text;
}

Row names_of(const Row& row) {
  Row names;
  for (const std::string& cell : row) names.push_back(one_line(cell));
  return names;
}

bool has(const Row& folded, std::initializer_list<std::string_view> names) {
  return std::all_of(names.begin(), names.end(), [&](std::string_view name) {
    return std::find(folded.begin(), folded.end(), name) != folded.end();
  });
}

bool any_holds(const Row& folded, std::string_view part) {
  return std::any_of(folded.begin(), folded.end(), [&](const std::string& name) {
    return name.find(part) != std::string::npos;
  });
}

/// How many names are numbered as 问卷星 does it: "1、您的部门".
size_t numbered(const Row& folded) {
  return static_cast<size_t>(std::count_if(folded.begin(), folded.end(), [](const std::string& name) {
    const size_t digits = name.find_first_not_of("0123456789");
    return digits != 0 && digits != std::string::npos && name.compare(digits, 3, "、") == 0;
  }));
}

/// The tool, by columns that its exports always have.
LayoutKind tool_of(const Row& names) {
  Row folded;
  for (const std::string& name : names) folded.push_back(fold(name));
  if (has(folded, {"respondent id", "collector id"})) return LayoutKind::surveymonkey;
  if (has(folded, {"序号", "提交答卷时间"}) || (folded[0] == "序号" && numbered(folded) >= 2)) {
    return LayoutKind::wjx;
  }
  if (has(folded, {"编号", "开始答题时间"}) || has(folded, {"编号", "答题时间"}) ||
      has(folded, {"开始答题时间", "结束答题时间"})) {
    return LayoutKind::tencent;
  }
  if (has(folded, {"submitdate", "lastpage"}) || has(folded, {"date submitted", "last page"})) {
    return LayoutKind::limesurvey;
  }
  if (any_holds(folded, "formbricks id")) return LayoutKind::formbricks;
  if (has(folded, {"id", "start time", "completion time"}) ||
      has(folded, {"id", "开始时间", "完成时间"})) {
    return LayoutKind::microsoft_forms;
  }
  if (folded[0] == "#" && (any_holds(folded, "(utc)") || has(folded, {"network id"}))) {
    return LayoutKind::typeform;
  }
  if (has(folded, {"score", "comment"}) && (any_holds(folded, "response type") || any_holds(folded, "survey id") || has(folded, {"response id"}))) {
    return LayoutKind::delighted;
  }
  if (folded[0] == "timestamp" || folded[0] == "时间戳记" || folded[0] == "时间戳") {
    return LayoutKind::google_forms;
  }
  if (has(folded, {"startdate", "enddate", "finished"})) return LayoutKind::qualtrics;
  return LayoutKind::plain;
}

std::string import_id(std::string_view cell) {
  static constexpr std::string_view kKey = "\"ImportId\":\"";
  const size_t at = cell.find(kKey);
  if (at == std::string_view::npos) return {};
  const size_t from = at + kKey.size();
  return std::string(cell.substr(from, cell.find('"', from) - from));
}

/// Names, questions, {"ImportId":…}; or, before 2017, V1 … over questions.
bool read_qualtrics(const std::vector<HeadRow>& rows, HeaderRows& header) {
  for (size_t at = 1; at < rows.size() && at <= 2; ++at) {
    const Row& ids = rows[at].cells;
    if (ids.empty() || import_id(ids[0]).empty()) continue;
    for (const std::string& cell : ids) header.export_ids.push_back(import_id(cell));
    if (at == 2) header.labels = names_of(rows[1].cells);
    header.rows = at + 1;
    header.kind = LayoutKind::qualtrics;
    return true;
  }
  const Row& first = rows[0].cells;
  const bool legacy = rows.size() > 1 && trim(first[0]) == "V1" && !rows[1].cells.empty() &&
                      fold(rows[1].cells[0]).starts_with("response");
  if (!legacy) return false;
  header.labels = names_of(rows[1].cells);
  header.rows = 2;
  header.kind = LayoutKind::qualtrics;
  return true;
}

/// A second row that says "Response" under every question with one column, and the options under
/// the others, whose question stands only over the first of its columns.
bool read_surveymonkey(const std::vector<HeadRow>& rows, HeaderRows& header) {
  if (rows.size() < 2) return false;
  const Row& questions = rows[0].cells;
  const Row& options = rows[1].cells;
  const auto option = [&](size_t c) {
    return c < options.size() ? one_line(options[c]) : std::string();
  };
  bool says_response = false;
  bool goes_on = false;  // a column without a question belongs to the one left of it
  for (size_t c = 0; c < options.size(); ++c) {
    const std::string text = option(c);
    const bool response = text == "Response" || text == "Open-Ended Response";
    says_response |= response;
    // A question without a text over an option without one: no such header.
    const bool unasked = c < questions.size() && trim(questions[c]).empty();
    if (unasked && text.empty()) return false;
    goes_on |= unasked;
  }
  const bool ids_above = options.empty() || trim(options[0]).empty();
  const bool is_header = ids_above || goes_on || header.kind == LayoutKind::surveymonkey;
  if (!says_response || !is_header) return false;
  std::string question;
  for (size_t c = 0; c < questions.size(); ++c) {
    const std::string text = without_entities(one_line(questions[c]));
    if (!text.empty()) question = text;
    const std::string chosen = without_entities(option(c));
    const bool alone = chosen.empty() || chosen == "Response" || chosen == "Open-Ended Response";
    header.names[c] = alone ? question : question + " – " + chosen;
  }
  header.rows = 2;
  header.kind = LayoutKind::surveymonkey;
  return true;
}

/// |---|:--:| below the names.
bool read_markdown(const std::vector<HeadRow>& rows, HeaderRows& header) {
  if (rows.size() < 2) return false;
  for (const std::string& cell : rows[1].cells) {
    const std::string_view dashes = trim(cell);
    if (dashes.find_first_not_of("-:") != std::string_view::npos ||
        dashes.find('-') == std::string_view::npos) {
      return false;
    }
  }
  header.rows = 2;
  header.kind = LayoutKind::markdown;
  return true;
}

}  // namespace

std::vector<HeadRow> first_rows(std::string_view head, bool head_is_all, const Dialect& dialect) {
  Scanner scanner(dialect, {}, Lane::scalar);
  std::vector<HeadRow> rows;
  Record record;
  const auto take = [&] {
    while (rows.size() <= kRows && scanner.next(record)) {
      if (record.blank) continue;
      rows.push_back({Row(record.cells.begin(), record.cells.end()), scanner.end_offset()});
    }
  };
  constexpr size_t kPiece = size_t{64} << 10;
  for (size_t at = 0; at < head.size() && rows.size() <= kRows; at += kPiece) {
    const std::string_view piece = head.substr(at, kPiece);
    std::memcpy(scanner.room(piece.size()).data(), piece.data(), piece.size());
    scanner.commit(piece.size());
    take();
  }
  // A head that stops short cuts its last record; where there is no other, it still names columns.
  if (head_is_all || rows.empty()) {
    scanner.finish();
    take();
  }
  return rows;
}

HeaderRows read_header(const std::vector<HeadRow>& rows) {
  HeaderRows header;
  header.names = names_of(rows[0].cells);
  header.kind = tool_of(header.names);
  if (read_qualtrics(rows, header) || read_surveymonkey(rows, header) ||
      read_markdown(rows, header)) {
    header.labels.resize(header.labels.empty() ? 0 : header.names.size());
    header.export_ids.resize(header.export_ids.empty() ? 0 : header.names.size());
  }
  return header;
}

}  // namespace topline
