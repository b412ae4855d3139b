// SPDX-License-Identifier: Apache-2.0
#pragma once

// The kinds of tables and the fields that each may have: what table_kinds.def says, as values.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace topline {

enum class TableKind : uint8_t {
#define TOPLINE_KIND(kind, ...) kind,
#define TOPLINE_FIELD(...)
#include "core/profile/table_kinds.def"
#undef TOPLINE_KIND
#undef TOPLINE_FIELD
};

/// A field of one kind: Field::orders_customer, Field::tickets_opened …
enum class Field : uint8_t {
#define TOPLINE_KIND(...)
#define TOPLINE_FIELD(kind, field, ...) kind##_##field,
#include "core/profile/table_kinds.def"
#undef TOPLINE_KIND
#undef TOPLINE_FIELD
};

enum class FieldType : uint8_t {
  text,    ///< a name, a key, a category, yes or no
  moment,  ///< a date, a time of day may follow
  amount,  ///< a number as money is written
  series,  ///< amounts too; every column of amounts that is left over
};

struct FieldInfo {
  Field field;
  TableKind kind;
  std::string_view name;  ///< as --column and the report have it: "customer", "first_response"
  FieldType type;
  bool must;
  std::string_view english;
  std::string_view chinese;
  std::string_view words;  ///< header words, folded, with | between them
};

/// "orders"
std::string_view kind_name(TableKind kind);
std::optional<TableKind> kind_from_name(std::string_view name);
std::string_view kind_label(TableKind kind, bool chinese);
std::span<const TableKind> all_kinds();

const FieldInfo& field_info(Field field);
/// The fields of one kind, in the order of the definition.
std::span<const FieldInfo> fields_of(TableKind kind);
/// The field that tells one record from another, where rows that repeat a record are left out.
std::optional<Field> record_id(TableKind kind);
std::optional<Field> field_from_name(TableKind kind, std::string_view name);

}  // namespace topline
