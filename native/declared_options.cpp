// SPDX-License-Identifier: Apache-2.0
#include "native/declared_options.h"

#include "core/base/number.h"
#include "core/base/text.h"
#include "native/column_names.h"

namespace topline::native {
namespace {

tl::unexpected<Error> bad(std::string_view option, const std::string& value,
                          std::string_view allowed) {
  return fail(Code::bad_option, {},
              {{"option", std::string(option)}, {"value", value}, {"allowed", std::string(allowed)}});
}

std::string plain(std::string_view name) {
  std::string text;
  for (size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '\\' && i + 1 < name.size() && name[i + 1] == ',') continue;
    text += name[i];
  }
  return unescape(trim(text));
}

std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  for (const std::string& part : listed(text)) names.push_back(plain(part));
  return names;
}

// NAME=ITEM,ITEM
struct Named {
  std::string_view name;
  std::string_view rest;
};
std::optional<Named> named(std::string_view text) {
  const size_t equals = find_unescaped(text, '=');
  if (equals == std::string_view::npos || equals == 0) return std::nullopt;
  return Named{text.substr(0, equals), text.substr(equals + 1)};
}

std::optional<ScaleChoice> scale_in(const std::string& text) {
  const auto parts = named(text);
  if (!parts) return std::nullopt;
  const size_t colon = find_unescaped(parts->name, ':');
  ScaleChoice scale;
  scale.name = plain(parts->name.substr(0, colon));
  if (colon != std::string_view::npos) scale.kind = std::string(trim(parts->name.substr(colon + 1)));
  scale.items = names_in(parts->rest);
  return scale;
}

std::optional<MarginChoice> margin_in(const std::string& text) {
  const auto parts = named(text);
  if (!parts) return std::nullopt;
  MarginChoice margin{plain(parts->name), {}};
  for (const std::string& part : listed(parts->rest)) {
    const size_t colon = find_unescaped(part, ':');
    if (colon == std::string::npos) return std::nullopt;
    std::string_view target = trim(std::string_view(part).substr(colon + 1));
    const bool percent = !target.empty() && target.back() == '%';
    if (percent) target.remove_suffix(1);
    const auto number = parse_number(target);
    if (!number) return std::nullopt;
    margin.targets.emplace_back(plain(part.substr(0, colon)), percent ? *number / 100 : *number);
  }
  return margin;
}

}  // namespace

std::vector<std::string> listed(std::string_view text) {
  std::vector<std::string> parts;
  for (;;) {
    const size_t comma = find_unescaped(text, ',');
    const std::string_view part = trim(text.substr(0, comma));
    if (!part.empty()) parts.emplace_back(part);
    if (comma == std::string_view::npos) return parts;
    text.remove_prefix(comma + 1);
  }
}

Result<void> DeclaredOptions::apply(Settings& settings) const {
  if (!drivers.empty()) settings.drivers.clear();
  for (const std::string& text : drivers) {
    const auto parts = named(text);
    if (!parts || names_in(parts->rest).empty()) return bad("--drivers", text, "OUTCOME=ITEM,ITEM");
    settings.drivers.push_back({plain(parts->name), names_in(parts->rest)});
  }
  if (!scales.empty()) settings.scales.clear();
  for (const std::string& text : scales) {
    auto scale = scale_in(text);
    if (!scale) return bad("--scale", text, "NAME=ITEM,ITEM, NAME:sus=ITEM,…, NAME:umux_lite=ITEM,ITEM");
    settings.scales.push_back(std::move(*scale));
  }
  if (!comments.empty()) settings.comments.column = unescape(comments);
  if (!themes.empty()) settings.comments.themes.clear();
  for (const std::string& text : themes) {
    const auto parts = named(text);
    if (!parts || names_in(parts->rest).empty()) return bad("--theme", text, "NAME=WORD,WORD");
    settings.comments.themes.push_back({plain(parts->name), names_in(parts->rest)});
  }
  if (quotes) settings.comments.quotes = *quotes;
  if (settings.comments.column.empty() && settings.comments != CommentsChoice()) {
    return bad(themes.empty() ? "--quotes" : "--theme", themes.empty() ? "" : themes[0],
               "--comments NAME --theme NAME=WORD,WORD");
  }
  if (!strata.empty()) settings.strata.clear();
  for (const std::string& name : strata) settings.strata.push_back(unescape(name));
  if (!clusters.empty()) settings.clusters.clear();
  for (const std::string& name : clusters) settings.clusters.push_back(unescape(name));
  if (!fpc.empty()) settings.fpc = unescape(fpc);
  if (!margins.empty()) settings.margins.clear();
  for (const std::string& text : margins) {
    auto margin = margin_in(text);
    if (!margin) return bad("--margin", text, "NAME=CATEGORY:SHARE,CATEGORY:SHARE");
    settings.margins.push_back(std::move(*margin));
  }
  if (roster_size) settings.roster_size = roster_size;
  if (invited) settings.invited = invited;
  settings.paired |= paired;
  settings.favourable |= favourable;
  settings.crosstabs |= crosstabs;
  settings.quality |= quality;
  if (!drop.empty()) settings.drop = listed(drop);
  return {};
}

void add_declared_options(CLI::App& command, DeclaredOptions& options) {
  constexpr const char* kAnalyses = "Analyses";
  constexpr const char* kSample = "Sample";
  const auto repeatable = [&command](const std::string& flag, std::vector<std::string>& values,
                                     const std::string& help, const char* type, const char* group) {
    command.add_option(flag, values, help)->allow_extra_args(false)->type_name(type)->group(group);
  };
  repeatable("--drivers", options.drivers,
             "What goes with an outcome's score: each item's part of R², such as "
             "'Q1=Q2,Q3,Q4' (repeatable)",
             "OUTCOME=ITEM,ITEM", kAnalyses);
  repeatable("--scale", options.scales,
             "Items that measure one thing: their reliability, such as 'Trust=Q5,Q6,Q7'; or SUS or "
             "UMUX-Lite: 'Ease:sus=#3,#4,…', 'Ease:umux_lite=Q8,Q9' (repeatable)",
             "NAME[:KIND]=ITEM,ITEM", kAnalyses);
  command.add_flag("--favourable", options.favourable,
                   "Favourable, neutral and unfavourable answers of each item of 5 or 7 points")
      ->group(kAnalyses);
  command.add_flag("--crosstabs", options.crosstabs,
                   "Each question against each --by column: counts, percentages, χ² and Cramér's V, "
                   "such as '--by Team --crosstabs'")
      ->group(kAnalyses);
  command.add_flag("--quality", options.quality,
                   "Count rows that may have been answered without care: straight-lining, haste, "
                   "near-duplicates, partial ones")
      ->group(kAnalyses);
  command
      .add_option("--drop", options.drop,
                  "Leave such rows out, and show the scores with and without: straightliners, "
                  "speeders, near_duplicates, partials, such as 'straightliners,speeders'")
      ->type_name("KINDS")
      ->group(kAnalyses);
  command
      .add_option("--comments", options.comments,
                  "The column of open answers: how many comment, on what, and the words that set "
                  "promoters and detractors apart")
      ->type_name("NAME")
      ->group(kAnalyses);
  repeatable("--theme", options.themes,
             "A theme of the comments and its words, such as 'Speed=slow*,fast,long wait,卡顿': whole "
             "words, * any ending, Chinese anywhere (repeatable)",
             "NAME=WORD,WORD", kAnalyses);
  command
      .add_option("--quotes", options.quotes,
                  "Show so many comments to read, without score or segment, contacts masked")
      ->type_name("N")
      ->group(kAnalyses);
  command.add_option("--roster-size", options.roster_size, "How many people could have answered")
      ->type_name("N")
      ->group(kSample);
  command
      .add_option("--invited", options.invited,
                  "How many people were asked to answer (in each wave): gives the response rate and what "
                  "those who did not answer could change")
      ->type_name("N")
      ->group(kSample);
  command
      .add_flag("--paired", options.paired,
                "Compare waves by the people who answered in both, told apart by their respondent id")
      ->group(kSample);
  repeatable("--strata", options.strata, "The column that tells the sample's strata (repeatable)",
             "NAME", kSample);
  repeatable("--clusters", options.clusters, "The column that tells the sample's clusters", "NAME",
             kSample);
  command
      .add_option("--fpc", options.fpc,
                  "The column that tells how many units the row's stratum has in the population")
      ->type_name("NAME")
      ->group(kSample);
  repeatable("--margin", options.margins,
             "What is known of the population: weights are calibrated to it, such as "
             "'role=manager:20%,rep:80%' or 'region=East:300,West:200' (repeatable)",
             "NAME=CATEGORY:TARGET,…", kSample);
}

}  // namespace topline::native
