// SPDX-License-Identifier: Apache-2.0
#pragma once

// The Tally: sufficient statistics of any number of rows of one table. Merging is associative and
// commutative, exactly, so that threads, files, browser workers and machines all end in the same
// numbers. It counts raw texts; what a text is worth is decided right of it.

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/ingest/dialect.h"
#include "core/intake/input_info.h"
#include "core/profile/date.h"
#include "core/profile/profile.h"
#include "core/tally/activity_fold.h"
#include "core/tally/customer_fold.h"
#include "core/tally/frame.h"
#include "core/tally/group_counts.h"
#include "core/tally/ledger.h"
#include "core/tally/row_frame.h"

namespace topline {

/// A stretch of an input that was read, from where its first record begins to where the next one
/// does. Pieces of one input join when they touch; all read, there is one.
struct Piece {
  uint64_t begin = 0;
  uint64_t end = 0;
  uint64_t lines = 0;    ///< physical lines within it
  uint64_t held = 0;     ///< blank lines at its end: missing answers if a filled line follows
  bool filled = false;   ///< has it a row that is no blank line?
  std::string first_id;  ///< response ids at its ends, where a range of them is kept
  std::string last_id;
};

/// Rows that something is to be said of: how many, and where the first one is.
struct Noted {
  uint64_t count = 0;
  Place first;
  void note(const Place& place) {
    if (count++ == 0 || place < first) first = place;
  }
};

/// What is noted of an input's rows; the name is its key in a tally file.
#define TOPLINE_NOTES(X)                                                                     \
  X(rejected)        /* rows of more filled cells than columns */                            \
  X(bad_frequency)   /* rows whose number of people is missing or no whole one; rejected too */  \
  X(bad_weight)      /* rows whose weight is missing, negative or no number; rejected too */ \
  X(short_rows)      /* rows of fewer cells than columns: the rest is missing */             \
  X(no_wave)         /* used rows whose wave cell is blank or no date */                     \
  X(stray_quotes)    /* rows read to the letter since a quote broke RFC 4180 */              \
  X(unclosed_quotes) /* quotes read as text since they never close */                        \
  X(cut_records)     /* records cut since they were larger than the scanner holds */

struct Notes {
#define TOPLINE_NOTE(name) Noted name;
  TOPLINE_NOTES(TOPLINE_NOTE)
#undef TOPLINE_NOTE
  /// Calls visit(name, noted) for each.
  template <class Self, class Visit>
  static void each(Self& self, Visit visit) {
#define TOPLINE_NOTE(name) visit(#name, self.name);
    TOPLINE_NOTES(TOPLINE_NOTE)
#undef TOPLINE_NOTE
  }
};

struct InputTally {
  std::string name;
  uint64_t bytes = 0;  ///< size as it was told; 0: unknown
  InputSource source;
  Dialect dialect;
  uint32_t preamble = 0;     ///< records above the header
  uint32_t header_rows = 1;
  std::vector<Piece> pieces;  ///< by begin
  uint64_t rows = 0;          ///< data rows met, each as often as the people it stands for: blank
                              ///< lines and header rows are not among them
  uint64_t table_rows = 0;    ///< of a frequency table: its rows
  uint64_t blank = 0;
  uint64_t filtered = 0;
  uint64_t incomplete = 0;  ///< responses that were not finished
  uint64_t excluded = 0;    ///< previews and tests
  uint64_t dropped = 0;     ///< left out on request for what they show; of a report, never of a file
  Notes notes;
  uint64_t rounded_weights = 0;
  uint64_t invalid_utf8 = 0;
};

struct Tally {
  Shape shape;
  Profile profile;  ///< all rows but blank and rejected ones
  std::vector<std::vector<uint64_t>>
      left_out;                     ///< per column and code: rows of the profile not used
  std::vector<InputTally> inputs;   ///< by name
  TokenTable waves{65536};          ///< the names of the waves: "2026-Q3"
  std::vector<GroupCounts> groups;  ///< everyone, each `by`, the crossing (see groupings())
  uint64_t used = 0;                ///< rows counted: the design's n
  Day latest = INT32_MIN;           ///< latest event date met
  bool weight_overflow = false;
  Frame frame;
  RowFrame rows;  ///< of shape.frame's columns
  Ledger ledger;                     ///< of a table that is no survey: its rows
  ActivityFold activity;             ///< of a usage log, instead of its rows
  Noted activity_left_out;           ///< of a usage log: rows without a user or a date
  std::vector<Noted> field_invalid;  ///< by shape.fields: cells that could not be read
  CustomerFold customers;            ///< of a table of orders, in place of its ledger
  Noted orders_left_out;             ///< of orders: rows without a customer, a date or an amount
};

/// The segment columns of each of a shape's groupings: {} for everyone first.
std::vector<std::vector<uint32_t>> groupings(const Shape& shape);

/// A tally of no row.
Tally make_tally(const Shape& shape);

/// Do no two pieces' response ids overlap, and does none go down? Then no response was met twice.
bool ids_are_apart(const Tally& tally);

/// Adds `other` to `tally`. Errors: plan_mismatch, range_misaligned (a stretch read twice),
/// ids_needed.
Result<void> merge(Tally& tally, Tally other);

/// Joins the pieces of each input that touch and makes the line numbers of what stands in the later
/// one count on from the earlier one.
void join_pieces(Tally& tally);

}  // namespace topline
