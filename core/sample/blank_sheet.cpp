// SPDX-License-Identifier: Apache-2.0
#include <iterator>

#include "core/sample/sample.h"
#include "core/sample/sheet_builder.h"

namespace topline {
namespace {

struct Example {
  Field field;
  Bilingual text;
};

constexpr Example kExamples[] = {
#define TOPLINE_BRINGS(...)
#define TOPLINE_EXAMPLE(kind, field, english, chinese) {Field::kind##_##field, {english, chinese}},
#include "core/sample/table_examples.def"
#undef TOPLINE_BRINGS
#undef TOPLINE_EXAMPLE
};

struct SurveyColumn {
  Bilingual header;
  SampleSheet::Type type;
  Bilingual example;
};

constexpr SurveyColumn kSurvey[] = {
    {{"Response ID", "答卷编号"}, SampleSheet::Type::text, {"R000000001", "R000000001"}},
    {{"Submitted", "提交时间"}, SampleSheet::Type::day, {"2026-04-02", "2026-04-02"}},
    {{"Department", "部门"}, SampleSheet::Type::text, {"Sales", "销售部"}},
    {{"How likely are you to recommend the CRM to a colleague? (0–10)",
      "您有多大可能向同事推荐这套CRM系统？（0–10分）"}, SampleSheet::Type::whole, {"9", "9"}},
    {{"Overall, how satisfied are you with the CRM? (1–5)", "您对CRM系统的总体满意度如何？（1–5分）"},
     SampleSheet::Type::whole, {"4", "4"}},
    {{"What should we improve?", "您认为哪里需要改进？"}, SampleSheet::Type::text,
     {"Search takes too many clicks", "搜索要点太多次"}}};

Bilingual example_of(Field field) {
  for (const Example& example : kExamples) {
    if (example.field == field) return example.text;
  }
  return {};
}

SampleSheet::Type type_of(const FieldInfo& field) {
  switch (field.type) {
    case FieldType::moment:
      return example_of(field.field).english.size() > 10 ? SampleSheet::Type::moment : SampleSheet::Type::day;
    case FieldType::amount:
    case FieldType::series:
      return SampleSheet::Type::amount;
    case FieldType::text:
      break;
  }
  return SampleSheet::Type::text;
}

SampleSheet blank_survey(SheetBuilder to, bool example) {
  for (const SurveyColumn& column : kSurvey) to.column(column.header, column.type);
  if (example) to.row();
  for (const SurveyColumn& column : kSurvey) {
    if (example) to.put(column.example);
  }
  return to.take();
}

}  // namespace

SampleSheet blank_sheet(TableKind kind, std::string_view language, bool example) {
  const bool chinese = language == "zh-CN";
  SheetBuilder to(kind_label(kind, chinese), chinese);
  if (kind == TableKind::survey) return blank_survey(std::move(to), example);
  if (example) to.row();
  for (const FieldInfo& field : fields_of(kind)) {
    const Bilingual label = {field.english, field.chinese};
    const Bilingual text = example_of(field.field);
    if (field.type != FieldType::series) {
      to.column(label, type_of(field));
      if (example) to.put(text);
      continue;
    }
    // As many as there are: two stand for them.
    for (const std::string_view name : {"A", "B"}) {
      const std::string english = std::string(label.english) + " " + std::string(name);
      const std::string chinese_name = std::string(label.chinese) + std::string(name);
      to.column({english, chinese_name}, type_of(field));
      if (example) to.put(text);
    }
  }
  return to.take();
}

std::string_view kind_brings(TableKind kind, std::string_view language) {
  static constexpr Bilingual kBrings[] = {
#define TOPLINE_BRINGS(kind, english, chinese) {english, chinese},
#define TOPLINE_EXAMPLE(...)
#include "core/sample/table_examples.def"
#undef TOPLINE_BRINGS
#undef TOPLINE_EXAMPLE
  };
  static_assert(std::size(kBrings) > static_cast<size_t>(TableKind::vendors));
  return kBrings[static_cast<size_t>(kind)].in(language == "zh-CN");
}

}  // namespace topline
