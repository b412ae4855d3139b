// SPDX-License-Identifier: Apache-2.0

// The pieces that open answers are made of: words, the codebook, counts that hide few people, words that
// set a group apart, and what is masked in a quote.

#include "core/measure/open_answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/measure/codebook.h"
#include "core/measure/comment_words.h"
#include "core/measure/mask_contacts.h"

namespace topline {
namespace {

using ::testing::ElementsAre;

TEST(CommentWords, AreLowerCaseLettersWithTheirApostrophes) {
  EXPECT_THAT(comment_words("It's SLOW -- don’t 'like' it!"),
              ElementsAre("it's", "slow", "don't", "like", "it"));
  EXPECT_THAT(comment_words("Très ÉLÉGANT, Ökonom; ПРИВЕТ"),
              ElementsAre("très", "élégant", "ökonom", "привет"));
  EXPECT_THAT(comment_words("用CRM很慢 v2.0 ＦＡＳＴ"), ElementsAre("crm", "v2", "0", "fast"));
  EXPECT_THAT(comment_words(std::string_view("a\xff" "b\xe4\xb8", 5)), ElementsAre("a", "b"));
  EXPECT_THAT(comment_words(" - ... 。"), ElementsAre());
  EXPECT_TRUE(has_unspaced_script("ok 慢"));
  EXPECT_FALSE(has_unspaced_script("slow… “quoted”。（ＡＢ）"));
}

TEST(CommentWords, StopWordsAreFoundWhereverTheyStandInTheList) {
  for (const char* word : {"a", "the", "don't", "it's", "yourselves", "with", "i've", "can't", "nor"}) {
    EXPECT_TRUE(is_stop_word(word)) << word;
  }
  for (const char* word : {"slow", "fast", "support", "", "zebra"}) EXPECT_FALSE(is_stop_word(word)) << word;
}

TEST(Codebook, WholeWordsEndingsPhrasesAndChineseAnywhere) {
  const Codebook book({{"speed", {"slow*", "Fast", "long wait", "卡顿", "慢"}},
                       {"price", {"price", "$", "价格"}},
                       {"login", {"log* in"}}});
  const auto found = [&](const char* text) {
    std::string names;
    const std::vector<bool> themes = book.themes_of(text);
    for (size_t t = 0; t < themes.size(); ++t) {
      if (themes[t]) names += "spl"[t];
    }
    return names;
  };
  EXPECT_EQ(found("So SLOWLY it loads"), "s");
  EXPECT_EQ(found("fast!"), "s");
  EXPECT_EQ(found("breakfast was fine, steadfast"), "");
  EXPECT_EQ(found("a long, long wait"), "s");
  EXPECT_EQ(found("long time, no wait"), "");
  EXPECT_EQ(found("Pricey"), "") << "no ending is allowed";
  EXPECT_EQ(found("costs $5 and slow"), "sp");
  EXPECT_EQ(found("系统很慢，价格也高"), "sp");
  EXPECT_EQ(found("打开时经常卡顿"), "s");
  EXPECT_EQ(found("can't logging in"), "l");
  EXPECT_EQ(found(""), "");
}

TEST(MaskContacts, AddressesAndLongNumbersAndNothingElse) {
  EXPECT_EQ(mask_contacts("mail ann.lee+x@example.co.uk now"), "mail […] now");
  EXPECT_EQ(mask_contacts("ask @ann_l about it"), "ask […] about it");
  EXPECT_EQ(mask_contacts("see https://example.com/a?b=c 或 www.example.org，谢谢"), "see […] 或 […]，谢谢");
  EXPECT_EQ(mask_contacts("on example.com/help"), "on […]");
  EXPECT_EQ(mask_contacts("call +44 (0)20 7946 0958 please"), "call […] please");
  EXPECT_EQ(mask_contacts("电话13800138000，微信同号"), "电话[…]，微信同号");
  EXPECT_EQ(mask_contacts("电话１３８００１３８０００。"), "电话[…]。");
  EXPECT_EQ(mask_contacts("身份证11010519491231002X。"), "身份证[…]。");
  EXPECT_EQ(mask_contacts("tel13800138000"), "tel[…]");
  for (const char* text : {"In 2024 it took 10-15 minutes, 3.5 of 5", "a@ b, v2.0.1", "等了 30 分钟", "e.g. this."}) {
    EXPECT_EQ(mask_contacts(text), text);
  }
}

// promoters, passives, detractors, without a score
Comment by(std::string_view text, uint64_t promoters, uint64_t passives, uint64_t detractors,
           uint64_t unscored = 0) {
  return {text, {detractors, passives, promoters, unscored}};
}

TEST(ThemeCounts, CountPeopleByGroup) {
  const std::vector<Comment> comments = {by("slow", 1, 2, 30), by("fast and cheap", 20, 0, 0),
                                         by("很慢，太贵", 0, 3, 10), by("nothing to add", 5, 4, 3, 2)};
  const ThemeCounts counts =
      count_themes(comments, {{"speed", {"slow", "fast", "慢"}}, {"price", {"cheap", "贵"}}, {"bugs", {"bug*"}}}, true, 0);
  EXPECT_EQ(counts.base, 80u);
  EXPECT_FALSE(counts.scored_only);
  EXPECT_THAT(counts.groups, ElementsAre(43u, 9u, 26u));
  ASSERT_EQ(counts.themes.size(), 3u);
  EXPECT_EQ(counts.themes[0].n, 66u);
  EXPECT_THAT(counts.themes[0].groups, ElementsAre(40u, 5u, 21u));
  EXPECT_EQ(counts.themes[1].n, 33u);
  EXPECT_THAT(counts.themes[1].groups, ElementsAre(10u, 3u, 20u));
  EXPECT_EQ(counts.themes[2].n, 0u);
}

// No shown count of few people, and none that follows from the shown ones, whatever the counts are.
TEST(ThemeCounts, NobodyOfAFewCanBeWorkedOut) {
  constexpr uint64_t kMin = 10;
  uint64_t state = 7;
  const auto draw = [&](uint64_t below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (state >> 33) % below;
  };
  size_t shown = 0, hidden = 0;
  for (int trial = 0; trial < 300; ++trial) {
    std::vector<Comment> comments;
    for (const char* text : {"slow", "cheap", "slow cheap", "fine"}) {
      comments.push_back(by(text, draw(40), draw(30), draw(40), draw(8)));
    }
    const ThemeCounts counts = count_themes(comments, {{"s", {"slow"}}, {"c", {"cheap"}}}, true, kMin);
    const auto few = [&](uint64_t n) { return n != 0 && n < kMin; };
    const auto check = [&](const std::optional<uint64_t>& n, const std::optional<uint64_t>& base) {
      if (!n) {
        ++hidden;
        return;
      }
      ++shown;
      EXPECT_FALSE(few(*n));
      EXPECT_FALSE(base && few(*base - *n)) << "those without it";
    };
    for (const ThemeCount& theme : counts.themes) {
      check(theme.n, counts.base);
      uint64_t sum = 0, missing = 0;
      for (size_t g = 0; g < 3; ++g) {
        check(theme.groups[g], counts.groups[g]);
        sum += theme.groups[g].value_or(0);
        missing += !theme.groups[g];
      }
      // What is left of the total for one hidden group (or for those without a score).
      const bool told = missing == 0 || (missing == 1 && counts.scored_only);
      EXPECT_FALSE(theme.n && told && few(*theme.n - sum));
    }
  }
  EXPECT_GT(shown, 500u);
  EXPECT_GT(hidden, 100u);
}

TEST(ThemeCounts, AFewWithoutAScoreAreLeftOutRatherThanAGroupHidden) {
  const std::vector<Comment> comments = {by("slow", 20, 20, 40, 2), by("fine", 30, 20, 20, 1)};
  const ThemeCounts counts = count_themes(comments, {{"speed", {"slow"}}}, true, 10);
  EXPECT_TRUE(counts.scored_only);
  EXPECT_EQ(counts.base, 150u);
  EXPECT_EQ(counts.themes[0].n, 80u);
  EXPECT_THAT(counts.themes[0].groups, ElementsAre(40u, 20u, 20u));
}

TEST(CommentTerms, WhatSetsAGroupApartByLogLikelihood) {
  const std::vector<Comment> comments = {
      by("slow slow reports", 1, 2, 12), by("the reports are great", 15, 0, 0), by("great team", 8, 1, 1),
      by("crashes", 0, 0, 4),            by("fine 2024 x", 3, 9, 3)};
  const CommentTerms terms(comments);
  const auto bad = terms.apart(CommentGroup::detractors, 5, false, 10);
  ASSERT_EQ(bad.size(), 1u) << "crashes: four people";
  EXPECT_EQ(bad[0].text, "slow");
  EXPECT_EQ(bad[0].here, 12u);
  EXPECT_EQ(bad[0].elsewhere, 3u);
  // 2 Σ O ln(O ÷ E) of 12 and 3 with it, 8 and 36 without.
  EXPECT_NEAR(*bad[0].g_squared, 18.825986785367512, 1e-9);
  const auto good = terms.apart(CommentGroup::promoters, 5, false, 10);
  ASSERT_GE(good.size(), 1u);
  EXPECT_EQ(good[0].text, "great");
  EXPECT_EQ(good[0].here, 23u);
  EXPECT_EQ(terms.apart(CommentGroup::promoters, 5, false, 0).size(), 0u);
  const auto lower = terms.apart(CommentGroup::detractors, 4, false, 10);
  ASSERT_EQ(lower.size(), 2u);
  EXPECT_EQ(lower[1].text, "crashes");
  const std::vector<Comment> signed_texts = {by("ask ann@example.com", 0, 0, 20), by("fine", 20, 10, 0)};
  const auto no_address = CommentTerms(signed_texts).apart(CommentGroup::detractors, 5, false, 10);
  ASSERT_EQ(no_address.size(), 1u);
  EXPECT_EQ(no_address[0].text, "ask");
}

TEST(CommentTerms, AFewElsewhereAreHiddenWithTheFigureThatWouldTellThem) {
  const std::vector<Comment> comments = {by("slow", 2, 1, 30), by("fine", 40, 20, 30)};
  const auto terms = CommentTerms(comments).apart(CommentGroup::detractors, 10, true, 10);
  ASSERT_EQ(terms.size(), 1u);
  EXPECT_EQ(terms[0].here, 30u);
  EXPECT_FALSE(terms[0].elsewhere);
  EXPECT_FALSE(terms[0].g_squared);
  // All detractors but four: the four would be told.
  const std::vector<Comment> most = {by("slow", 0, 0, 30), by("fine", 40, 20, 4)};
  EXPECT_TRUE(CommentTerms(most).apart(CommentGroup::detractors, 10, true, 10).empty());
}

}  // namespace
}  // namespace topline
