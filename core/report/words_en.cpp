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
    case Code::nothing_to_plan:
      return "The table has no headline NPS or CSAT to plan with. Say which column is one (--column "
             "NAME=nps), or give --variance or --share without a file.";
    case Code::empty_input:
      return "The table is empty. Open a file with a header row and answers under it.";
    case Code::header_only:
      return "The table has a header and no rows. Export it again with the answers.";
    case Code::not_text:
      return "This looks like {looks_like}, not like CSV or TSV. Save it as CSV (UTF-8) and open "
             "that.";
    case Code::old_workbook:
      return "This is a workbook of the old kind (.xls), which only the page opens: open it there "
             "(dist/topline.html), or in a spreadsheet program and save it as XLSX.";
    case Code::bad_workbook:
      return "This is no XLSX or ODS workbook that can be read: {detail}. Open it in a spreadsheet program "
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
    case Code::driver_collinear:
      return "“{name}” is made up of the other items, so what goes with “{outcome}” can’t be told apart. Leave it out of --drivers.";
    case Code::driver_constant:
      return "“{name}” has one value only in the rows that answered everything: it can’t go with “{outcome}”, or nothing can. Leave it out of --drivers.";
    case Code::comments_personal:
      return "“{name}” holds personal data, which is never shown. If it holds comments, say so: --column '{name}=text'.";
    case Code::items_reversed:
      return "{count|item runs|items run} against the rest of “{scale}”: {names}. Probably worded the other way round; it was not turned. Turn it in the table (highest + lowest − answer) if so.";
    case Code::items_constant:
      return "{count|item has|items have} one value only, so the reliability of “{scale}” can’t be told: {names}. Leave out what is constant.";
    case Code::sus_all_equal:
      return "{count|person|people} gave all ten items of “{scale}” the same answer. Every second item is worded the other way round, so that is hardly meant; the score counts them.";
    case Code::fpc_unclear:
      return "“{name}” gives no population size, or more than one, for stratum “{stratum}”. It must be one number above zero for all rows of a stratum.";
    case Code::strata_lonely:
      return "{count|stratum has|strata have} one sampling unit only: {names}. No error can be told; join such strata to others.";
    case Code::strata_too_small:
      return "{count|stratum has|strata have} fewer units in the population than in the sample: {names}. Check the column of --fpc.";
    case Code::margin_no_target:
      return "The margin “{name}” has no target for “{category}”. Add one, or leave those rows out with --where.";
    case Code::margin_empty_cell:
      return "In the margin “{name}” only one side has people in “{category}”: the population or the sample. Join that category to another one.";
    case Code::margins_disagree:
      return "The margin “{name}” adds up to {sum}, not to {wanted}. Give all margins as shares that sum to 1, or as counts of the same people.";
    case Code::margins_no_convergence:
      return "No weights meet all margins at once (last: “{name}”). Use fewer margins, or coarser categories.";
    case Code::more_answers_than_invited:
      return "{count|person|people} answered, but only {invited} were said to be invited: there is no response rate. Say how many were invited in each wave (--invited N), or leave repeated answers out.";
    case Code::response_by_group:
      return "Who answered differs by {name}: {groups} (χ² {chi}, df {df}, p {p}). Scores speak of those who answered; weigh by {name} (--margin) to see how much that matters.";
    case Code::response_alike:
      return "Who answered, by {name}: {groups}; no clear difference (χ² {chi}, df {df}, p {p}).";
    case Code::no_respondent_on_roster:
      return "No value of “{name}” stands on the roster, so who did not answer is not known. Use the same ids in both tables, or say which column holds them (--column NAME=respondent_id).";
    case Code::pairs_unknown:
      return "The waves are compared as of different people: no column holds the respondent id, the table is weighted, or "
             "its rows are too many to keep. Say which column tells people apart: --column NAME=respondent_id.";
    case Code::roster_too_small:
      return "{count|person|people} answered, but the roster was said to have {roster}. It was not used; check --roster-size.";
    case Code::straightliners:
      return "{count|row gives|rows give} the same answer to all items of a scale (up to {items} items; {rows} rows looked at). To leave them out: {flag}.";
    case Code::speeders:
      return "{count|row was|rows were} filled in within {limit} s, a third of the median of {median} s ({rows} rows looked at). To leave them out: {flag}.";
    case Code::near_duplicates:
      return "{count|row equals|rows equal} another one in at least 95 % of {items} items ({rows} rows looked at). To leave them out: {flag}.";
    case Code::partials:
      return "{count|row answers|rows answer} under 80 % of the {items} items ({rows} rows looked at). To leave them out: {flag}.";
    case Code::no_grid:
      return "Straight-lining was not looked for: no scale has five items or more.";
    case Code::no_duration:
      return "Haste was not looked for: no column tells how long an answer took. Name it: --column 'NAME=duration'.";
    case Code::few_items_alike:
      return "Rows that are nearly alike were not looked for: that takes ten items or more.";
    case Code::quality_unchecked:
      return "The quality of the answers could not be checked, or no row left out for it: the rows are too many to keep, or the tally was made without --quality or --drop.";
    case Code::rows_dropped:
      return "{count|row was|rows were} left out on request ({names}). With them and without: {scores}.";
    case Code::kind_guessed:
      return "Taken for a table of the kind: {kind}. If it is none, say {flag}.";
    case Code::unreadable_cells:
      return "{count|cell|cells} of “{name}” can’t be read as {role}; figures that need more than an empty cell "
             "there leave the row out.";
    case Code::ledger_limit:
      return "The table is too large to keep its rows ({bytes} bytes were needed): what needs them is left "
             "out. Give it in parts, by year for example.";
    case Code::low_base:
      return "{count|figure rests|figures rest} on fewer than 30 answers: read with care.";
    case Code::cells_suppressed:
      return "{count|figure is|figures are} hidden: the answers of fewer than {min_n} people could "
             "be told apart. Another report of the same answers (a filter, other groups, some days earlier) can be subtracted from "
             "this one: share one, when the survey is over.";
    case Code::ranks_invalid:
      return "{count|answer|answers} to the ranking that begins with “{name}” {count|gives|give} a rank twice, or one that is "
             "none, and {count|is|are} left out of it.";
    case Code::cells_alike:
      return "{count|figure is|figures are} left out or given as a bound such as ≥ 90 %: nearly everybody in the group "
             "answered alike, and an exact figure would tell what each of them said.";
    case Code::filter_leaves_few:
      return "{count|question is|questions are} hidden: the filter leaves out the answers of fewer than {min_n} "
             "people, which the report without it would give away. Widen or drop the filter.";
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
    case Code::deals_repeated:
      return "{count|row repeats|rows repeat} a deal that stands in the table already: counted once.";
    case Code::closed_before_created:
      return "{count|deal is|deals are} closed before the day of creation: left out of the sales cycle. "
             "Correct the dates.";
    case Code::opportunity_before_lead:
      return "{count|lead|leads} became an opportunity before the day of creation: left out of the "
             "conversion. Correct the dates.";
    case Code::won_without_amount:
      return "{count|won deal has|won deals have} no amount: left out of sales. Fill in what is missing.";
    case Code::closed_without_date:
      return "{count|won or lost deal has|won or lost deals have} no close date: in the totals, but in no "
             "month and no sales cycle. Fill in what is missing.";
    case Code::reps_without_deals:
      return "{count|person has|people have} no deal, of {total} on the roster. All of them count in sales "
             "per rep. The names stand under joins.";
    case Code::owners_not_on_roster:
      return "{count|deal belongs|deals belong} to {owners|owner|owners} not on {roster}: left out of sales per "
             "rep. Add them there, or write the names alike in both tables.";
    case Code::invoices_repeated:
      return "{count|row repeats|rows repeat} an invoice that stands in the table already: counted once.";
    case Code::invoices_unreadable:
      return "{count|receivable has|receivables have} no amount above zero or no due date: left out of the "
             "figures that need it. Fill in what is missing.";
    case Code::invoices_overpaid:
      return "More was paid than was due for {count|receivable|receivables}; the rest counts as collected, but "
             "pays for no other one. Check the amounts.";
    case Code::change_date_outside:
      return "Nothing before or nothing after {date} in {name}: there is no before and after. Check "
             "--change-date, or give the rows of both times.";


    // Roll-out: service
    case Code::duplicate_rows:
      return "{count|row repeats|rows repeat} another one with the same “{name}” in every cell: counted once.";
    case Code::impossible_times:
      return "{count|row has an end|rows have an end} before the beginning. These times are impossible and set apart; "
             "figures with them stand beside. Check whether the columns of times are mixed up.";
    case Code::unknown_words:
      return "{count|cell|cells} of “{name}” can’t be understood. Write one of: {known}.";
    case Code::rows_incomplete:
      return "{count|row is|rows are} left out for lack of a number, or for one below zero. Fill it in to have all "
             "counted.";
    case Code::missing_marks:
      return "“{name}” lacks {count|mark|marks} and gets no score. Fill in what is missing, or leave those "
             "criteria out for all.";
    case Code::vendors_tie:
      return "The first place is shared by {names}. Look at the weights, or add a criterion that tells them "
             "apart.";
    case Code::winner_hangs_on_weight:
      return "{winner} wins only by the weight of “{criterion}”: it is {weight} %, and at {to} % {other} draws "
             "level. Agree on this weight before deciding.";


    // Roll-out: money
    case Code::money_overflow:
      return "The amounts of “{name}” are too large to be added up exactly: check them for a wrong unit or extra "
             "digits. Their sums are left out.";
    case Code::percent_as_share:
      return "No number of “{name}” is above 1, so 0.8 is read as 80 %. If they are percentages, write them with %.";
    case Code::percent_outside:
      return "{count|cell|cells} of “{name}” left out, below 0 or above 100 %: write percentages from 0 to 100.";
    case Code::bad_range:
      return "{count|range|ranges} of benefits not in the order low ≤ most likely ≤ high: the most likely amount alone "
             "is used there. Correct the order.";
    case Code::counted_in_full:
      return "{count|benefit|benefits} without an attribution, counted in full (100 %). Add a column “Attribution” "
             "where only a part is due to the CRM.";
    case Code::flow_without_period:
      return "{count|cash flow|cash flows} left out of NPV, IRR and payback, having no period or date that can be "
             "read: write periods such as 2026-01, 2026-Q1, 2026 or 0, 1, 2.";
    case Code::total_rows_left_out:
      return "{count|row|rows} called “Total” left out, so that nothing is counted twice.";
    case Code::many_items:
      return "The table has {count} different items; figures by item are given up to {limit}. Give the larger items a "
             "common name to see them.";


    // Roll-out: adoption
    case Code::usage_rows_left_out:
      return "{count|row has|rows have} no user or no date that can be read, and are not counted. "
             "Mend them in the export, or say which column it is with --column 'NAME=user' or "
             "'NAME=date'.";
    case Code::usage_log_short:
      return "The log covers {count|day|days} only: figures over 30 days are lower than they will be "
             "once it covers 30.";
    case Code::key_feature_unknown:
      return "No event of the log is called “{name}”, which is told as a key feature. Nearest: "
             "{nearest}.";
    case Code::users_outside_roster:
      return "{count|user of the log is|users of the log are} on no roster: the first are named under joins. Add "
             "them to the roster or mend their names; the adoption rate leaves them out.";
    case Code::unlicensed_users_active:
      return "{count|person|people} without a licence on the roster used the system in the 30 days. "
             "Correct the roster, or look into shared accounts; the adoption rate leaves them out.";
    case Code::roster_repeats:
      return "{count|person stands|people stand} in several rows of the roster and are counted once: "
             "licensed if any row says so, since the earliest start. Remove the rows that are not so.";
    case Code::starts_before_log:
      return "{count|person|people} started before the log begins ({date}): a first action before that "
             "can't be seen, so the share of activated users may be too low. Give a log that reaches "
             "back to their start.";


    // Roll-out: goals
    case Code::goal_relative_or_points:
      return "The goal for {kpi} is “{target}”: of what it was (relative), or percentage "
             "points? Write “+10 points”, or say so in the study: \"change\": "
             "\"relative\" or \"points\".";
    case Code::goal_change_or_value:
      return "The goal for {kpi} is “{target}”: so many points more, or that score? Say "
             "so in the study (\"change\": \"points\"), or write “≥ …” for the score "
             "itself.";
    case Code::goal_relative_nps:
      return "The goal for {kpi} is “{target}”, relative: NPS runs from −100 to +100 "
             "through zero, so a percentage of it means nothing. Set points, such as “+10 "
             "points”, or the score itself.";
    case Code::goal_no_number:
      return "The goal for {kpi} has no number that fits it (“{target}”). Write the "
             "figure that it is to reach, such as “≥ 40”, or the change, such as “+10 "
             "points”.";
    case Code::goal_no_kpi:
      return "No measure is called {names}, and no value was entered. Use a measure's name "
             "('topline explain' lists them), or enter the value now.";
    case Code::goal_no_baseline:
      return "These goals have no baseline, so their progress cannot be told: {names}. Say "
             "where they began.";
    case Code::goal_no_date:
      return "These goals have no date: {names}. Say when they are due.";
    case Code::goal_no_owner:
      return "These goals have no owner: {names}. Say who answers for them.";
    case Code::unknown_measure:
      return "There is no measure “{name}”. Nearest: {nearest}. 'topline explain' lists "
             "all.";
    case Code::unknown_target:
      return "The study sets a target for “{name}”, which is no measure, or has no better "
             "and worse. Nearest: {nearest}.";

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
    case Reason::header_employer:
      return "asks about recommending the employer; whole numbers within 0–10";
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
    case Reason::ranks_items:
      return "its answers put several items in order";
    case Reason::ranks_item:
      return "the header asks for an order, and the answers are ranks";
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
