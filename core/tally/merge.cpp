// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/tally/tally.h"

namespace topline {
namespace {

using Codes = std::vector<uint32_t>;  // old code -> new code

Codes merge_tokens(TokenTable& into, const TokenTable& from) {
  if (!from.complete()) into.set_incomplete();
  Codes codes(from.size(), TokenTable::kNone);
  for (uint32_t code = 0; code < from.size(); ++code) {
    if (!from.kept(code)) continue;
    codes[code] = into.add(from.text(code), from.count_of(code), from.first_place(code));
  }
  // A text added early can fall out again for a later one.
  for (uint32_t code = 0; code < from.size(); ++code) {
    if (from.kept(code) && !into.complete()) codes[code] = into.find(from.text(code));
  }
  return codes;
}

void merge_noted(Noted& into, const Noted& from) {
  if (from.count == 0) return;
  if (into.count == 0 || from.first < into.first) into.first = from.first;
  into.count += from.count;
}

void merge_notes(Notes& into, const Notes& from) {
#define TOPLINE_NOTE(name) merge_noted(into.name, from.name);
  TOPLINE_NOTES(TOPLINE_NOTE)
#undef TOPLINE_NOTE
}

template <class Visit>
void each_place(Tally& tally, Visit visit) {
  for (TokenTable& column : tally.profile.columns) {
    for (uint32_t code = 0; code < column.size(); ++code) {
      Place place = column.first_place(code);
      if (!place.known()) continue;
      visit(place);
      column.set_place(code, place);
    }
  }
  for (InputTally& input : tally.inputs) {
    Notes::each(input.notes, [&](const char*, Noted& noted) {
      if (noted.count != 0) visit(noted.first);
    });
  }
  for (Frame::Row& row : tally.frame.rows) visit(row.place);
  for (RowFrame::Row& row : tally.rows.rows()) visit(row.place);
  for (Noted& noted : tally.field_invalid) {
    if (noted.count != 0) visit(noted.first);
  }
  if (tally.activity_left_out.count != 0) visit(tally.activity_left_out.first);
  for (Place& place : tally.ledger.places()) visit(place);
  if (tally.orders_left_out.count != 0) visit(tally.orders_left_out.first);
}

// Puts the inputs of both in the order of their names; what stood at index i is now at order[i].
void renumber(Tally& tally, const std::vector<std::string>& names) {
  std::vector<uint32_t> order;
  for (const InputTally& input : tally.inputs) {
    const auto at = std::lower_bound(names.begin(), names.end(), input.name);
    order.push_back(static_cast<uint32_t>(at - names.begin()));
  }
  each_place(tally, [&](Place& place) { place.input = order[place.input]; });
  std::vector<InputTally> inputs(names.size());
  for (size_t i = 0; i < order.size(); ++i) inputs[order[i]] = std::move(tally.inputs[i]);
  tally.inputs = std::move(inputs);
}

Result<void> merge_inputs(Tally& tally, Tally& other) {
  std::vector<std::string> names;
  for (const Tally* side : {&tally, &other}) {
    for (const InputTally& input : side->inputs) names.push_back(input.name);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  renumber(tally, names);
  renumber(other, names);
  for (size_t i = 0; i < names.size(); ++i) {
    InputTally& into = tally.inputs[i];
    const InputTally& from = other.inputs[i];
    if (from.name.empty()) continue;
    if (into.name.empty()) {
      into = from;
      continue;
    }
    for (const Piece& piece : from.pieces) {
      for (const Piece& ours : into.pieces) {
        if (std::max(piece.begin, ours.begin) < std::min(piece.end, ours.end)) {
          return fail(Code::range_misaligned, {into.name},
                      {{"offset", std::to_string(std::max(piece.begin, ours.begin))}});
        }
      }
      into.pieces.push_back(piece);
    }
    std::sort(into.pieces.begin(), into.pieces.end(),
              [](const Piece& a, const Piece& b) { return a.begin < b.begin; });
    // A range in which no record begins leaves an empty piece: it says nothing beside others.
    const auto is_empty = [](const Piece& piece) { return piece.begin == piece.end; };
    if (std::all_of(into.pieces.begin(), into.pieces.end(), is_empty)) {
      into.pieces.resize(1);
    } else {
      into.pieces.erase(std::remove_if(into.pieces.begin(), into.pieces.end(), is_empty),
                        into.pieces.end());
    }
    into.bytes = std::max(into.bytes, from.bytes);
    into.rows += from.rows;
    into.blank += from.blank;
    into.table_rows += from.table_rows;
    into.filtered += from.filtered;
    into.incomplete += from.incomplete;
    into.excluded += from.excluded;
    into.rounded_weights += from.rounded_weights;
    into.invalid_utf8 += from.invalid_utf8;
    merge_notes(into.notes, from.notes);
  }
  return {};
}

void count_missing(Tally& tally, InputTally& input, uint64_t rows) {
  if (rows == 0) return;
  tally.profile.columns[0].add({}, rows, {});
  tally.profile.rows += rows;
  tally.profile.table_rows += rows;
  input.rows += rows;
  input.blank -= rows;
  if (tally.shape.where.empty()) {
    tally.used += rows;
    return;
  }
  input.filtered += rows;
  std::vector<uint64_t>& left = tally.left_out[0];
  if (left.empty()) left.resize(1);
  left[TokenTable::kEmpty] += rows;
}

bool id_less(const std::string& a, const std::string& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

// May `after` stand behind `before`? The lines of one order may go on in another piece.
bool ascends(const Shape& shape, const std::string& before, const std::string& after) {
  return shape.kind == TableKind::orders ? !id_less(after, before) : id_less(before, after);
}

}  // namespace

std::vector<std::vector<uint32_t>> groupings(const Shape& shape) {
  std::vector<std::vector<uint32_t>> all = {{}};
  for (uint32_t column : shape.by) all.push_back({column});
  // Of three columns or more every pair is crossed.
  for (size_t i = 0; i < shape.cross.size(); ++i) {
    for (size_t j = i + 1; j < shape.cross.size(); ++j) {
      all.push_back({shape.cross[i], shape.cross[j]});
    }
  }
  return all;
}

Tally make_tally(const Shape& shape) {
  Tally tally;
  tally.shape = shape;
  tally.profile = make_profile(shape.headers);
  tally.profile.layout = shape.layout;
  tally.profile.labels = shape.labels;
  tally.profile.export_ids = shape.export_ids;
  tally.left_out.resize(shape.headers.size());
  if (shape.grouped()) {
    tally.groups.assign(groupings(shape).size(),
                        GroupCounts(shape.questions.size(), shape.weight != Shape::kNo));
  }
  tally.frame.width = static_cast<uint32_t>(shape.headers.size());
  tally.rows = RowFrame(shape.frame);
  tally.ledger = Ledger(shape.fields);
  tally.field_invalid.resize(shape.fields.size());
  return tally;
}

bool ids_are_apart(const Tally& tally) {
  if (!tally.profile.ids_ascend) return false;
  std::vector<const Piece*> pieces;
  for (const InputTally& input : tally.inputs) {
    for (const Piece& piece : input.pieces) {
      if (!piece.first_id.empty()) pieces.push_back(&piece);
    }
  }
  std::sort(pieces.begin(), pieces.end(),
            [](const Piece* a, const Piece* b) {
              return a->first_id != b->first_id ? id_less(a->first_id, b->first_id)
                                                : id_less(a->last_id, b->last_id);
            });
  for (size_t i = 1; i < pieces.size(); ++i) {
    if (!ascends(tally.shape, pieces[i - 1]->last_id, pieces[i]->first_id)) return false;
  }
  return true;
}

void join_pieces(Tally& tally) {
  for (uint32_t index = 0; index < tally.inputs.size(); ++index) {
    std::vector<Piece>& pieces = tally.inputs[index].pieces;
    for (size_t i = 1; i < pieces.size();) {
      Piece& before = pieces[i - 1];
      const Piece& after = pieces[i];
      if (before.end != after.begin) {
        ++i;
        continue;
      }
      const uint64_t shift = before.lines + (before.begin == tally.inputs[index].dialect.body
                                                 ? tally.inputs[index].dialect.first_line
                                                 : 0);
      each_place(tally, [&](Place& place) {
        if (place.input == index && place.offset >= after.begin && place.offset < after.end) {
          place.line += shift;
        }
      });
      if (!before.last_id.empty() && !after.first_id.empty() &&
          !ascends(tally.shape, before.last_id, after.first_id)) {
        tally.profile.ids_ascend = false;
      }
      // In a one-column table blank lines are missing answers once a filled line follows them.
      if (after.filled) {
        count_missing(tally, tally.inputs[index], before.held);
        before.held = after.held;
      } else {
        before.held += after.held;
      }
      before.filled |= after.filled;
      before.end = after.end;
      before.lines += after.lines;
      if (before.first_id.empty()) before.first_id = after.first_id;
      if (!after.last_id.empty()) before.last_id = after.last_id;
      pieces.erase(pieces.begin() + static_cast<ptrdiff_t>(i));
    }
  }
}

Result<void> merge(Tally& tally, Tally other) {
  if (tally.shape != other.shape) {
    return fail(Code::plan_mismatch, {},
                {{"ours", to_hex(shape_fingerprint(tally.shape))},
                 {"theirs", to_hex(shape_fingerprint(other.shape))}});
  }
  if (auto done = merge_inputs(tally, other); !done) return done;

  const size_t width = tally.profile.columns.size();
  std::vector<Codes> codes(width);
  for (size_t c = 0; c < width; ++c) {
    codes[c] = merge_tokens(tally.profile.columns[c], other.profile.columns[c]);
    std::vector<uint64_t>& left = tally.left_out[c];
    for (uint32_t code = 0; code < other.left_out[c].size(); ++code) {
      const uint32_t mapped = codes[c][code];
      if (mapped == TokenTable::kNone || other.left_out[c][code] == 0) continue;
      if (left.size() <= mapped) left.resize(mapped + 1);
      left[mapped] += other.left_out[c][code];
    }
  }
  const Codes waves = merge_tokens(tally.waves, other.waves);

  const auto columns_of = groupings(tally.shape);
  for (size_t g = 0; g < tally.groups.size(); ++g) {
    const GroupCounts& theirs = other.groups[g];
    for (uint32_t cell = 0; cell < theirs.cells().size(); ++cell) {
      GroupCounts::Key key = theirs.cells()[cell];
      if (!columns_of[g].empty()) key.first = codes[columns_of[g][0]][key.first];
      if (columns_of[g].size() > 1) key.second = codes[columns_of[g][1]][key.second];
      key.wave = waves[key.wave];
      if (key.first == TokenTable::kNone || key.second == TokenTable::kNone) continue;
      const uint32_t ours = tally.groups[g].cell(key);
      for (size_t q = 0; q < theirs.questions(); ++q) {
        const Codes& mapped = codes[tally.shape.questions[q]];
        for (uint32_t code = 0; code < theirs.codes(q) && code < mapped.size(); ++code) {
          const Count count = theirs.at(cell, q, code);
          if (count.n == 0 || mapped[code] == TokenTable::kNone) continue;
          if (!tally.groups[g].add(ours, q, mapped[code], count)) tally.weight_overflow = true;
        }
      }
    }
  }

  tally.frame.over_limit |= other.frame.over_limit;
  for (size_t r = 0; r < other.frame.rows.size() && !tally.frame.over_limit; ++r) {
    Frame::Row row = other.frame.rows[r];
    row.wave = waves[row.wave];
    tally.frame.rows.push_back(row);
    for (size_t c = 0; c < width; ++c) {
      const uint32_t code = other.frame.codes[r * width + c];
      tally.frame.codes.push_back(code == TokenTable::kNone ? code : codes[c][code]);
    }
    tally.frame.over_limit = tally.frame.bytes() > tally.frame.limit;
  }
  if (tally.frame.over_limit) {
    tally.frame.rows.clear();
    tally.frame.codes.clear();
  }

  tally.rows.merge(other.rows, waves);
  tally.ledger.merge(other.ledger);
  tally.activity.merge(other.activity);
  merge_noted(tally.activity_left_out, other.activity_left_out);
  tally.customers.merge(std::move(other.customers));
  merge_noted(tally.orders_left_out, other.orders_left_out);
  for (size_t f = 0; f < tally.field_invalid.size(); ++f) {
    merge_noted(tally.field_invalid[f], other.field_invalid[f]);
  }

  tally.profile.rows += other.profile.rows;
  tally.profile.table_rows += other.profile.table_rows;
  tally.profile.ids_ascend &= other.profile.ids_ascend;
  tally.used += other.used;
  tally.latest = std::max(tally.latest, other.latest);
  tally.weight_overflow |= other.weight_overflow;
  join_pieces(tally);
  return {};
}

}  // namespace topline
