// SPDX-License-Identifier: Apache-2.0
#include "core/report/words.h"

namespace topline {

std::string_view english_words(Code code) {
  switch (code) {
    case Code::unknown_column:
      return "There is no column “{name}”. Nearest: {nearest}. Use a header's text, or #3 for the "
             "third column.";
    case Code::ambiguous_column:
      return "“{name}” names more than one column ({columns}). Say which by its number, such as "
             "#3.";
    case Code::bad_option:
      return "“{value}” is no value for {option}. Allowed: {allowed}.";
    case Code::bad_json:
      return "This is no {what} that Topline can read ({detail}). Write it again with this "
             "version.";
    case Code::plan_mismatch:
      return "These tallies were counted by different plans ({ours}, {theirs}). Write one plan "
             "with "
             "'topline inspect … -o plan.json' and tally every part with --plan plan.json.";
    case Code::ids_needed:
      return "The response ids in “{column}” overlap between parts, so a response may be in both. "
             "Tally "
             "the parts again with --ids.";
    case Code::range_misaligned:
      return "The parts do not join at byte {offset}: one of them began inside a quoted cell or "
             "was read "
             "twice. Tally that part again.";
    case Code::nothing_to_merge:
      return "There is nothing to add up. Name at least one tally.";
    case Code::empty_input:
      return "The table is empty. Open a file with a header row and answers under it.";
    case Code::header_only:
      return "The table has a header and no rows. Export it again with the answers.";
    case Code::not_text:
      return "This looks like {looks_like}, not like CSV or TSV. Save it as CSV (UTF-8) and open "
             "that.";
    case Code::bad_workbook:
      return "This is no XLSX workbook that can be read: {detail}. Open it in a spreadsheet program "
             "and save it as XLSX, or as CSV (UTF-8).";
    case Code::no_sheet:
      return "There is no sheet “{sheet}”. The workbook has: {sheets}.";
    case Code::sheets_left_out:
      return "Hidden sheets were not read: {names}. To read one, name it: --sheet NAME.";
    case Code::hidden_cells:
      return "The workbook hides {rows|row|rows} and {columns|column|columns}; they were read like "
             "all others.";
    case Code::no_value:
      return "{count|formula has|formulas have} no value in the file and were read as empty. Open "
             "the workbook in a spreadsheet program and save it again.";
    case Code::preamble:
      return "{count|line|lines} above the header passed over.";
    case Code::frequency_table:
      return "Each row stands for as many people as “{name}” says: {rows} rows, {people} answers.";
    case Code::summary_table:
      return "This is a summary that was counted before (it has totals), not a table of answers: "
             "nothing is scored. Open the export with one row per response.";
    case Code::bad_frequency:
      return "{count|row was|rows were} left out: the number of people in it is missing or is no "
             "whole number.";
    case Code::rows_skipped:
      return "{count|response was|responses were} left out: {incomplete} not finished, {excluded} "
             "previews or tests. To keep them, take the column that says so as ignore.";
    case Code::cannot_read:
      return "“{path}” cannot be read: {detail}. Check the name and the permissions.";
    case Code::cannot_write:
      return "“{path}” cannot be written: {detail}. Choose another place with -o.";
    case Code::stray_quote:
      return "{count|row holds|rows hold} a quotation mark where CSV allows none, read as it "
             "stands. "
             "Look at the first one if its cells seem shifted.";
    case Code::unclosed_quote:
      return "{count|quotation mark never closes|quotation marks never close}: read as text. Close "
             "or remove them if cells "
             "run together.";
    case Code::record_cut:
      return "{count|row is|rows are} too large to be read whole: cut. Look for a missing line end "
             "there.";
    case Code::invalid_utf8:
      return "{bytes|byte is|bytes are} no valid UTF-8. If letters look wrong, save the file as "
             "UTF-8.";
    case Code::long_row:
      return "{count|row has|rows have} more filled cells than the header has columns ({columns}): "
             "left "
             "out. Quote the cells that hold the delimiter.";
    case Code::short_row:
      return "{count|row ends|rows end} early; the cells that are not there count as missing.";
    case Code::duplicate_header:
      return "More than one column is called “{name}”. Name them by number: #3.";
    case Code::no_header:
      return "The first row looks like data, so columns are called by their number. Add a header "
             "row if "
             "that is wrong.";
    case Code::no_score_column:
      return "No column was sure to hold NPS, satisfaction or ratings. Say which one does, for "
             "example "
             "--column '#3=nps'.";
    case Code::unsure_role:
      return "Is “{name}” {role} or {other}? It is not scored until you say: --column "
             "'{flag}={role}' or "
             "--column '{flag}={other}'.";
    case Code::scale_ambiguous:
      return "The scale of “{name}” is not clear from its answers ({detail}). It is not scored "
             "until you "
             "say, for example --column '{flag}'.";
    case Code::role_impossible:
      return "“{name}” cannot be {role} on a scale of {detail}: NPS runs from 0 to 10. Take it as "
             "csat or "
             "rating.";
    case Code::invalid_answers:
      return "{count|cell|cells} of “{name}” not on its scale {scale}, left out; the first is "
             "“{value}”.";
    case Code::outside_scale_code:
      return "{count|answer|answers} {code} in “{name}” beside a 0–10 scale that uses 0: read as "
             "“no answer”. "
             "If {code} means 10, export the values again.";
    case Code::too_many_values:
      return "“{name}” has more than {limit} different values, too many to compare by.";
    case Code::segments_proposed:
      return "Answers can be compared by {names}. Add for example {flag}.";
    case Code::wave_proposed:
      return "“{name}” can split the answers into waves. Add {flag}.";
    case Code::weight_proposed:
      return "“{name}” looks like a weight and is not applied. Add {flag} if it is one.";
    case Code::dates_ambiguous:
      return "The dates in “{name}” may be day/month or month/day, so they make no waves. Write "
             "them as "
             "2026-09-27.";
    case Code::tables_stacked:
      return "{count} files have the same columns and were read as one table: {names}.";
    case Code::duplicates_left_out:
      return "{count|response is|responses are} in the table twice (same “{column}”, same "
             "answers): counted once.";
    case Code::same_id_other_answers:
      return "{count|row repeats|rows repeat} a “{column}” with other answers; all are kept. If "
             "they are one response, "
             "say {flag}: then the latest counts.";
    case Code::bad_weight:
      return "{count|row has|rows have} no usable weight (missing, negative or no number): left "
             "out.";
    case Code::weight_rounded:
      return "{count|weight has|weights have} more than 12 decimals: rounded.";
    case Code::weight_overflow:
      return "The weights are too large to add up exactly. Scale them to a mean of 1.";
    case Code::frame_limit:
      return "The table is too large to look for responses that are in it twice ({bytes} bytes "
             "were "
             "needed). Sort it by its response id.";
    case Code::no_wave_date:
      return "{count|row has|rows have} no readable date in “{name}” and count in all waves "
             "together only.";
    case Code::kind_guessed:
      return "Taken for a table of the kind: {kind}. If it is none, say {flag}.";
    case Code::unreadable_cells:
      return "{count|cell|cells} of “{name}” can’t be read as {role} and {count|is|are} left out of what needs "
             "{count|it|them}.";
    case Code::ledger_limit:
      return "The table is too large to keep its rows ({bytes} bytes were needed): what needs them is left "
             "out. Give it in parts, by year for example.";
    case Code::low_base:
      return "{count|figure rests|figures rest} on fewer than 30 answers: read with care.";
    case Code::cells_suppressed:
      return "{count|figure is|figures are} hidden: the answers of fewer than {min_n} people could "
             "be told apart.";
    case Code::synthetic_data:
      return "These answers are made up: the sample that comes with Topline.";


    // Roll-out: customers
    case Code::orders_left_out:
      return "{count} orders without a customer, a date or an amount that can be read were left out. "
             "Fill these cells, or tell the columns with --column NAME=customer, date or amount.";
    case Code::orders_not_grouped:
      return "Figures of orders are not broken down by “{name}”: put it into a table of customers "
             "and add that table.";
    case Code::churn_unknown:
      return "{count} customers don't tell whether they were lost; they are left out of the churn "
             "rate. Write yes or no in the column, or give the day they ended.";


    // Roll-out: sales


    // Roll-out: service


    // Roll-out: money


    // Roll-out: adoption


    // Roll-out: goals

  }
  return {};
}

std::string_view english_words(Reason reason) {
  switch (reason) {
    case Reason::told:
      return "as you said";
    case Reason::no_clue:
      return "nothing tells what it is";
    case Reason::empty_column:
      return "no cell is filled";
    case Reason::header_recommend:
      return "asks about recommending; whole numbers within 0–10";
    case Reason::header_recommend_1_10:
      return "asks about recommending, but among many answers there is no 0: the scale may be 1–10";
    case Reason::header_recommend_short:
      return "asks about recommending, but no answer is above 7: the scale may be shorter than "
             "0–10";
    case Reason::header_recommend_1_11:
      return "asks about recommending, but answers run from 1 to 11: codes may stand for 0–10";
    case Reason::header_recommend_words:
      return "asks about recommending, answered in words: no NPS";
    case Reason::nps_group:
      return "the group of an NPS answer, not a score";
    case Reason::plain_0_10:
      return "whole numbers 0–10, but the header does not speak of recommending";
    case Reason::header_satisfied:
      return "asks about satisfaction; whole numbers on a scale";
    case Reason::header_satisfied_short:
      return "asks about satisfaction, but where the scale ends can't be told from the answers";
    case Reason::words_satisfied:
      return "answered in degrees of satisfaction";
    case Reason::words_scale:
      return "answered in the words of a scale";
    case Reason::words_ambiguous:
      return "answered in words that scales of several lengths have";
    case Reason::words_reversed:
      return "its labels say that the low numbers are the good ones";
    case Reason::words_unknown:
      return "answered in the words of a scale, but for some that stand on none known here";
    case Reason::header_rating:
      return "asks for a rating; whole numbers on a scale";
    case Reason::plain_scale:
      return "a few whole numbers: a rating or a code";
    case Reason::header_segment:
      return "names a group of people";
    case Reason::few_texts:
      return "a few texts that repeat";
    case Reason::one_option:
      return "one option of a multiple choice";
    case Reason::header_effort:
      return "asks about effort; whole numbers on a scale";
    case Reason::several_options:
      return "cells name several options: a multiple choice";
    case Reason::asks_question:
      return "a question answered by a few texts";
    case Reason::many_texts:
      return "texts that hardly repeat";
    case Reason::header_wave:
      return "names a wave or period";
    case Reason::header_weight:
      return "is called a weight and holds numbers";
    case Reason::header_response_id:
      return "is called an id, and hardly any repeats";
    case Reason::header_respondent_id:
      return "names a person by number";
    case Reason::header_serial:
      return "counts the rows";
    case Reason::header_personal:
      return "may name a person; its cells are never shown";
    case Reason::counts_people:
      return "says how many people each row stands for";
    case Reason::summary:
      return "the table is a summary: its cells are figures, not answers";
    case Reason::holds_dates:
      return "every filled cell is a date";
    case Reason::export_column:
      return "a column that the survey tool adds to every export";
    case Reason::holds_numbers:
      return "numbers that are no scale";
    case Reason::kind_field:
      return "its header names it";
    case Reason::no_part:
      return "plays no part in a table of this kind";
  }
  return {};
}

}  // namespace topline
