// SPDX-License-Identifier: Apache-2.0
#include "core/profile/guess_kind.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/profile/answer.h"
#include "core/profile/period.h"

namespace topline {
namespace {

// A header is taken for a field where a known word makes up at least this share of it.
constexpr double kLeastMatch = 0.3;
// A kind is proposed where the fields that it must have match so well on average.
constexpr double kLeastKind = 0.6;

// "Amount (USD)" → "amount": what stands in brackets at the end is a unit or a note.
std::string bare_header(std::string_view header) {
  std::string text = as_words(header);
  const size_t bracket = std::min(text.find('('), text.find("（"));
  if (bracket != std::string::npos && bracket > 0) text.resize(bracket);
  std::replace(text.begin(), text.end(), '_', ' ');
  std::replace(text.begin(), text.end(), '-', ' ');
  return fold(text);
}

// How well the best of a field's words fills the header (1 is all of it, 0 is not at all), and which
// of them that is: words that tell a record best stand first.
struct Match {
  double share = 0;
  size_t word = 0;
};

Match match(const FieldInfo& field, const std::string& header) {
  Match best;
  std::string_view words = field.words;
  for (size_t index = 0; !words.empty(); ++index) {
    const std::string_view word = words.substr(0, words.find('|'));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    if (header == word) return {1, index};
    if (!has_word(header, word)) continue;
    const double share = 0.9 * static_cast<double>(word.size()) / static_cast<double>(header.size());
    if (share > best.share) best = {share, index};
  }
  return best;
}

bool holds(FieldType type, const Evidence& e) {
  if (e.filled == 0) return true;  // an empty column may be anything
  switch (type) {
    case FieldType::text:
      return true;
    case FieldType::moment:
      return e.most_orders != 0;
    case FieldType::amount:
    case FieldType::series:
      return e.amounts * 10 >= e.filled * 9;
  }
  return false;
}

// Is every filled cell a month, quarter or year of the calendar? Costs and benefits are often dated so.
bool holds_periods(const TokenTable& column) {
  bool any = false;
  for (uint32_t code = 0; code < column.size(); ++code) {
    if (!column.kept(code) || column.count_of(code) == 0 || is_missing(column.text(code))) continue;
    const auto period = parse_period(column.text(code));
    if (!period || !period->calendar) return false;
    any = true;
  }
  return any;
}

bool is_money(TableKind kind) {
  return kind == TableKind::costs || kind == TableKind::benefits || kind == TableKind::cashflows;
}

class FieldFinder {
 public:
  FieldFinder(const Profile& profile, std::span<const Evidence> evidence)
      : profile_(profile), evidence_(evidence) {
    for (const std::string& header : profile.headers) headers_.push_back(bare_header(header));
  }

  struct Found {
    std::vector<std::optional<Field>> fields;
    std::vector<double> matches;  ///< of each column with a field
    double total = 0;             ///< the better the kind explains the table
    double musts = 0;             ///< mean match of the fields that must be there; 0: one is not
    bool has(Field field) const {
      return std::find(fields.begin(), fields.end(), field) != fields.end();
    }
  };

  // The best matches first; each column plays one part, each part is played by one column.
  Found find(TableKind kind) const {
    struct Pair {
      Match match;
      size_t field, column;
    };
    const std::span<const FieldInfo> fields = fields_of(kind);
    std::vector<Pair> pairs;
    for (size_t f = 0; f < fields.size(); ++f) {
      if (fields[f].type == FieldType::series) continue;
      for (size_t c = 0; c < headers_.size(); ++c) {
        const Match m = match(fields[f], headers_[c]);
        if (m.share < kLeastMatch) continue;
        if (holds(fields[f].type, evidence_[c]) ||
            (fields[f].type == FieldType::moment && is_money(kind) && holds_periods(profile_.columns[c]))) {
          pairs.push_back({m, f, c});
        }
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
      if (a.match.share != b.match.share) return a.match.share > b.match.share;
      return a.field != b.field ? a.field < b.field : a.match.word < b.match.word;
    });
    Found found;
    found.fields.resize(headers_.size());
    std::vector<double> by_field(fields.size());
    for (const Pair& pair : pairs) {
      if (by_field[pair.field] > 0 || found.fields[pair.column]) continue;
      by_field[pair.field] = pair.match.share;
      found.fields[pair.column] = fields[pair.field].field;
    }
    fill_series(fields, found, by_field);
    // Where no field is a must (tickets), the mean is of those that were found.
    const bool any_must = std::any_of(fields.begin(), fields.end(), [](const auto& f) { return f.must; });
    size_t counted = 0;
    bool all_there = true;
    for (size_t f = 0; f < fields.size(); ++f) {
      found.total += by_field[f];
      if (any_must ? !fields[f].must : by_field[f] == 0) continue;
      ++counted;
      found.musts += by_field[f];
      all_there = all_there && by_field[f] > 0;
    }
    found.musts = all_there && counted > 0 ? found.musts / static_cast<double>(counted) : 0;
    return found;
  }

  // Is each header, to the letter, a word for some field of the kind?
  bool names_all(TableKind kind) const {
    const std::span<const FieldInfo> fields = fields_of(kind);
    return std::all_of(headers_.begin(), headers_.end(), [&](const std::string& header) {
      return std::any_of(fields.begin(), fields.end(), [&](const FieldInfo& field) {
        return match(field, header).share == 1;
      });
    });
  }

 private:
  void fill_series(std::span<const FieldInfo> fields, Found& found,
                   std::vector<double>& by_field) const {
    for (size_t f = 0; f < fields.size(); ++f) {
      if (fields[f].type != FieldType::series) continue;
      for (size_t c = 0; c < headers_.size(); ++c) {
        if (found.fields[c] || evidence_[c].filled == 0 || !holds(FieldType::series, evidence_[c])) {
          continue;
        }
        found.fields[c] = fields[f].field;
        by_field[f] = 1;
      }
    }
  }

  const Profile& profile_;
  std::span<const Evidence> evidence_;
  std::vector<std::string> headers_;
};

// Beside what a kind must have: some are told only by one of several fields.
bool is_plausible(TableKind kind, const FieldFinder::Found& found) {
  const auto any = [&](std::initializer_list<Field> fields) {
    return std::any_of(fields.begin(), fields.end(), [&](Field f) { return found.has(f); });
  };
  switch (kind) {
    case TableKind::usage:
      return any({Field::usage_feature, Field::usage_events}) || found.fields.size() <= 3;
    case TableKind::roster:
      return any({Field::roster_team, Field::roster_role, Field::roster_licence,
                  Field::roster_manager, Field::roster_last_login});
    case TableKind::accounts:
      return any({Field::accounts_start, Field::accounts_end, Field::accounts_churned,
                  Field::accounts_revenue, Field::accounts_importance}) ||
             (found.has(Field::accounts_segment) && found.fields.size() <= 3);
    case TableKind::pipeline:
      return any({Field::pipeline_deal, Field::pipeline_owner}) &&
             any({Field::pipeline_amount, Field::pipeline_created, Field::pipeline_closed});
    case TableKind::receivables:
      return any({Field::receivables_paid, Field::receivables_paid_amount, Field::receivables_invoice});
    case TableKind::tickets: {
      const int times = int{found.has(Field::tickets_opened)} +
                        int{found.has(Field::tickets_first_response)} +
                        int{found.has(Field::tickets_resolved)};
      return times >= 2 && any({Field::tickets_ticket, Field::tickets_status, Field::tickets_severity,
                                Field::tickets_first_contact, Field::tickets_contacts});
    }
    case TableKind::costs:
      return any({Field::costs_planned, Field::costs_item});
    case TableKind::benefits:
      return any({Field::benefits_mode, Field::benefits_attribution}) ||
             (found.has(Field::benefits_amount) && found.fields.size() <= 4);
    case TableKind::cashflows:
      return any({Field::cashflows_period, Field::cashflows_date}) && found.fields.size() <= 4;
    default:
      return true;
  }
}

// Does the table ask people for scores? Then it is a survey, whatever else it holds.
bool asks_for_scores(std::span<const ColumnPlan> guesses, TableKind kind) {
  int nps = 0, satisfaction = 0, ratings = 0;
  for (const ColumnPlan& guess : guesses) {
    if (guess.confidence < 0.7) continue;
    nps += is_net_score(guess.role);
    satisfaction += guess.role == Role::csat || guess.role == Role::ces;
    ratings += guess.role == Role::rating;
  }
  const int one_rating = kind == TableKind::tickets ? 1 : 0;  // of the service that was given
  return nps > 0 || satisfaction > one_rating || ratings > 1;
}

// "What could be better?", 您希望增加哪些功能: no column of a record is headed so. Tickets may have
// been rated by such a question.
bool asks_people(const Profile& profile, TableKind kind, const FieldFinder::Found& found) {
  if (kind == TableKind::tickets) return false;
  for (size_t c = 0; c < profile.headers.size(); ++c) {
    if (found.fields[c]) continue;
    const std::string header = fold(profile.headers[c]);
    const bool question = !header.empty() && header.back() == '?';
    if (question || has_word(header, "您") || has_word(header, "你")) return true;
  }
  return false;
}

}  // namespace

KindGuess guess_kind(const Profile& profile, std::span<const Evidence> evidence,
                     std::span<const ColumnPlan> guesses, std::optional<TableKind> told) {
  KindGuess best;
  best.fields.resize(profile.headers.size());
  const FieldFinder finder(profile, evidence);
  if (told) {
    best.kind = *told;
    if (*told != TableKind::survey) best.fields = finder.find(*told).fields;
    return best;
  }
  // Google Forms is told by a first column "Timestamp", which logs have too.
  const bool form = profile.layout == LayoutKind::google_forms;
  if (profile.layout != LayoutKind::plain && !form) return best;
  double total = 0;
  for (TableKind kind : all_kinds()) {
    if (kind == TableKind::survey || asks_for_scores(guesses, kind)) continue;
    const FieldFinder::Found found = finder.find(kind);
    if (found.musts < kLeastKind || !is_plausible(kind, found) || found.total <= total) continue;
    if (asks_people(profile, kind, found)) continue;
    if (form && !finder.names_all(kind)) continue;
    total = found.total;
    best.kind = kind;
    best.fields = found.fields;
    best.confidence = 0.5 + found.musts / 2;
  }
  return best;
}

std::string currency_of(std::string_view header, const TokenTable& column) {
  struct Mark {
    std::string_view text, code;
  };
  static constexpr Mark kMarks[] = {{"usd", "USD"}, {"eur", "EUR"}, {"gbp", "GBP"}, {"cny", "CNY"},
                                    {"rmb", "CNY"}, {"人民币", "CNY"}, {"元", "CNY"}, {"jpy", "JPY"},
                                    {"dollars", "USD"}, {"us$", "USD"}, {"€", "EUR"}, {"£", "GBP"},
                                    {"￥", "CNY"}, {"¥", "CNY"}, {"$", "USD"}};
  const std::string folded = fold(header);
  for (const Mark& mark : kMarks) {
    const bool symbol = static_cast<unsigned char>(mark.text[0]) >= 0x80 || mark.text.back() == '$';
    if (symbol ? folded.find(mark.text) != std::string::npos : has_word(folded, mark.text)) {
      return std::string(mark.code);
    }
  }
  std::string found;
  for (uint32_t code = 0; code < column.size(); ++code) {
    if (!column.kept(code) || column.count_of(code) == 0) continue;
    for (const Mark& mark : kMarks) {
      if (fold(column.text(code)).find(mark.text) == std::string::npos) continue;
      if (!found.empty() && found != mark.code) return {};  // several: none is the unit
      found = mark.code;
      break;
    }
  }
  return found;
}

}  // namespace topline
