// SPDX-License-Identifier: Apache-2.0
#include "core/measure/comment_terms.h"

#include <algorithm>
#include <map>

#include "core/measure/comment_words.h"
#include "core/measure/mask_contacts.h"
#include "core/stats/log_likelihood.h"

namespace topline {
namespace {

bool is_term(const std::string& word) {
  return word.size() > 1 && !is_stop_word(word) &&
         word.find_first_not_of("0123456789'") != std::string::npos;
}

}  // namespace

CommentTerms::CommentTerms(const std::vector<Comment>& comments) {
  std::map<std::string, std::array<uint64_t, kCommentGroups>> counts;
  for (const Comment& comment : comments) {
    // Parts of an address are no words.
    std::vector<std::string> words = comment_words(mask_contacts(comment.text));
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (size_t g = 0; g < kCommentGroups; ++g) people_[g] += comment.people[g];
    for (const std::string& word : words) {
      if (!is_term(word)) continue;
      auto& people = counts[word];
      for (size_t g = 0; g < kCommentGroups; ++g) people[g] += comment.people[g];
    }
  }
  for (const auto& [text, people] : counts) terms_.push_back({text, people});
}

std::vector<CommentTerm> CommentTerms::apart(CommentGroup group, uint64_t min_n, bool hide,
                                             size_t most) const {
  constexpr double kLevel = 0.05;
  const auto here = static_cast<size_t>(group);
  const auto others = [here](const std::array<uint64_t, kCommentGroups>& people) {
    uint64_t sum = 0;
    for (size_t g = 0; g < static_cast<size_t>(CommentGroup::unscored); ++g) {
      if (g != here) sum += people[g];
    }
    return sum;
  };
  const auto few = [&](uint64_t people) { return hide && people != 0 && people < min_n; };
  std::vector<std::pair<double, CommentTerm>> found;
  for (const Term& term : terms_) {
    const uint64_t a = term.people[here], b = others(term.people);
    const uint64_t c = people_[here] - a, d = others(people_) - b;
    if (a < min_n || few(c)) continue;
    const stats::Keyness keyness = stats::keyness(
        {static_cast<double>(a), static_cast<double>(b), static_cast<double>(c), static_cast<double>(d)});
    if (!(keyness.p < kLevel) || keyness.signed_value <= 0) continue;
    CommentTerm out{term.text, a, {}, {}};
    if (!few(b) && !few(d)) {
      out.elsewhere = b;
      out.g_squared = keyness.g_squared;
    }
    found.emplace_back(keyness.g_squared, std::move(out));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& x, const auto& y) { return x.first > y.first; });
  if (found.size() > most) found.resize(most);
  std::vector<CommentTerm> terms;
  for (auto& [g, term] : found) terms.push_back(std::move(term));
  return terms;
}

}  // namespace topline
