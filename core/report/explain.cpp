// SPDX-License-Identifier: Apache-2.0
#include "core/report/explain.h"

#include "core/base/json_writer.h"
#include "core/measure/catalogue.h"
#include "core/profile/table_kind.h"
#include "core/report/words.h"

namespace topline {

std::string describe(const Error& error, std::string_view language) {
  std::string text;
  if (!error.where.input.empty()) {
    text = error.where.input;
    if (error.where.line != 0) text += ":" + std::to_string(error.where.line);
    if (error.where.line != 0 && error.where.column != 0) {
      text += ":" + std::to_string(error.where.column);
    }
    text += ": ";
  }
  return text + fill(words_of(error.code, language_of(language)), error.params);
}

std::string explain(std::string_view measure, std::string_view language) {
  const auto id = find_measure(measure);
  if (!id) return {};
  const MeasureInfo& info = measure_info(*id);
  const bool chinese = language_of(language) == Language::zh;
  std::string text(info.name);
  text += "  ";
  text += chinese ? info.chinese : info.english;
  const auto line = [&](std::string_view en, std::string_view zh, std::string_view value) {
    text += "\n  ";
    text += chinese ? zh : en;
    text += value;
  };
  line("unit: ", "单位：", info.unit);
  line("better: ", "越好方向：",
       info.better == Better::higher  ? (chinese ? "越高越好" : "higher")
       : info.better == Better::lower ? (chinese ? "越低越好" : "lower")
                                      : (chinese ? "无" : "neither"));
  line("formula: ", "公式：", chinese ? info.formula_chinese : info.formula);
  line("source: ", "出处：", info.source);
  line("needs: ", "所需：",
       std::string(info.table) + (info.needs == Needs::tally ? " (tally)" : " (frame)"));
  return text + "\n";
}

std::string kinds_json(std::string_view language) {
  const bool chinese = language_of(language) == Language::zh;
  std::string text;
  JsonWriter out([&text](std::string_view piece) { text += piece; });
  out.begin_array();
  for (TableKind kind : all_kinds()) {
    out.begin_object();
    out.field("kind", kind_name(kind));
    out.field("label", kind_label(kind, chinese));
    out.key("fields");
    out.begin_array();
    for (const FieldInfo& field : fields_of(kind)) {
      out.begin_object();
      out.field("field", field.name);
      out.field("label", chinese ? field.chinese : field.english);
      out.field("must", field.must);
      out.end_object();
    }
    out.end_array();
    out.end_object();
  }
  out.end_array();
  out.flush();
  return text;
}

}  // namespace topline
