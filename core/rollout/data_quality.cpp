// SPDX-License-Identifier: Apache-2.0

// Quality of the records that a CRM export holds: are the key fields filled, can their cells be
// read as what they should be, and does a record stand there twice?

#include <algorithm>

#include "core/profile/answer.h"
#include "core/rollout/join.h"
#include "core/rollout/stages.h"

namespace topline {
namespace {

// Fields that each record of the kind must have. What only some records have (when a deal was
// qualified, a customer left, a ticket was reopened) can't be told from a gap.
constexpr Field kRequired[] = {
    Field::orders_customer,      Field::orders_date,         Field::orders_amount,
    Field::orders_order,         Field::orders_seller,       Field::accounts_customer,
    Field::accounts_segment,     Field::accounts_importance, Field::accounts_start,
    Field::accounts_churned,     Field::accounts_revenue,    Field::pipeline_deal,
    Field::pipeline_owner,       Field::pipeline_customer,   Field::pipeline_product,
    Field::pipeline_source,      Field::pipeline_stage,      Field::pipeline_amount,
    Field::pipeline_created,     Field::pipeline_closed,     Field::receivables_invoice,
    Field::receivables_customer, Field::receivables_amount,  Field::receivables_issued,
    Field::receivables_due,      Field::tickets_ticket,      Field::tickets_opened,
    Field::tickets_customer,     Field::tickets_severity,    Field::tickets_status,
    Field::tickets_type,
};

// Fields that tell a record from the others. Orders are left out: lines of one order share its
// number.
constexpr Field kKeys[] = {Field::accounts_customer, Field::pipeline_deal,
                           Field::receivables_invoice, Field::tickets_ticket};

struct Cells {
  uint64_t required = 0;
  uint64_t filled = 0;      ///< of those required
  uint64_t all_filled = 0;  ///< filled, required or not
  uint64_t readable = 0;    ///< of all_filled
};

template <size_t N>
bool is_one_of(Field field, const Field (&fields)[N]) {
  return std::find(std::begin(fields), std::end(fields), field) != std::end(fields);
}

// Cells of the column that are no missing word: exact however many values it has, for missing words
// are never dropped.
uint64_t filled_cells(const Tally& tally, uint32_t column) {
  const TokenTable& table = tally.profile.columns[column];
  const std::vector<uint64_t>& left = tally.left_out[column];
  uint64_t missing = 0;
  for (uint32_t code = 0; code < table.size(); ++code) {
    if (!table.kept(code) || !is_missing(table.text(code))) continue;
    missing += table.count_of(code) - (code < left.size() ? left[code] : 0);
  }
  return tally.used - missing;
}

// A deal has a date of its end once it has ended; before, the date is a hope.
bool only_of_ended(const RolloutTable& table, Field field) {
  return field == Field::pipeline_closed && table.ledger().has(Field::pipeline_stage);
}

Cells cells_of(const RolloutTable& table, size_t f) {
  const FieldColumn& column = table.tally->shape.fields[f];
  const uint64_t unreadable = table.tally->field_invalid[f].count;
  Cells cells;
  cells.all_filled = filled_cells(*table.tally, column.column);
  cells.readable = cells.all_filled - std::min(cells.all_filled, unreadable);
  if (!is_one_of(*column.field, kRequired)) return cells;
  cells.required = table.tally->used;
  cells.filled = cells.all_filled;
  if (!only_of_ended(table, *column.field)) return cells;
  cells.required = cells.filled = 0;
  const Ledger& ledger = table.ledger();
  for (size_t row = 0; row < ledger.rows(); ++row) {
    if (stage_end(ledger.text(row, Field::pipeline_stage)) == StageEnd::open) continue;
    ++cells.required;
    cells.filled += ledger.moment(row, Field::pipeline_closed).has_value();
  }
  return cells;
}

bool is_typed(Field field) { return field_info(field).type != FieldType::text; }

void add_share(RolloutResults& results, MeasureId id, const RolloutTable& table, std::string option,
               std::string part, uint64_t count, uint64_t base) {
  if (base == 0) return;
  Measure& measure = results.add(id, table);
  measure.option = std::move(option);
  measure.n = base;
  measure.parts = {{std::move(part), count}};
  measure.value = 100 * static_cast<double>(count) / static_cast<double>(base);
}

void measure_duplicates(const RolloutTable& table, RolloutResults& results) {
  const MeasureId id = MeasureId::data_duplicates;
  for (Field key : kKeys) {
    const Ledger& ledger = table.ledger();
    const Ledger::Column* column = ledger.find(key);
    if (column == nullptr) continue;
    if (ledger.over_limit) return results.add_absent(id, table, "over_limit");
    const auto records = static_cast<uint64_t>(
        std::count_if(column->codes.begin(), column->codes.end(),
                      [](uint32_t code) { return code != TokenTable::kEmpty; }));
    const uint64_t keys = keys_of(ledger, key).size();
    add_share(results, id, table, std::string(field_info(key).name), "repeated", records - keys,
              records);
  }
}

void measure_table(const RolloutTable& table, RolloutResults& results) {
  const std::vector<FieldColumn>& fields = table.tally->shape.fields;
  std::vector<Cells> of_field(fields.size());
  Cells all;
  for (size_t f = 0; f < fields.size(); ++f) {
    if (!fields[f].field) continue;  // a column that rows are grouped by
    of_field[f] = cells_of(table, f);
    all.required += of_field[f].required;
    all.filled += of_field[f].filled;
    if (!is_typed(*fields[f].field)) continue;
    all.all_filled += of_field[f].all_filled;
    all.readable += of_field[f].readable;
  }
  const auto each = [&](auto add) {
    add(std::string(), all);
    for (size_t f = 0; f < fields.size(); ++f) {
      if (fields[f].field) add(std::string(field_info(*fields[f].field).name), of_field[f]);
    }
  };
  each([&](std::string option, const Cells& cells) {
    add_share(results, MeasureId::data_completeness, table, std::move(option), "filled",
              cells.filled, cells.required);
  });
  // Any text can be read as one: validity is of dates and amounts.
  each([&](std::string option, const Cells& cells) {
    const auto field = field_from_name(table.kind(), option);
    if (field && !is_typed(*field)) return;
    add_share(results, MeasureId::data_validity, table, std::move(option), "readable",
              cells.readable, cells.all_filled);
  });
  measure_duplicates(table, results);
}

}  // namespace

void measure_data_quality(const Rollout& rollout, RolloutResults& results) {
  for (TableKind kind : {TableKind::accounts, TableKind::pipeline, TableKind::orders,
                         TableKind::receivables, TableKind::tickets}) {
    for (const RolloutTable* table : rollout.of(kind)) measure_table(*table, results);
  }
}

}  // namespace topline
