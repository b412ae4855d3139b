// SPDX-License-Identifier: Apache-2.0
#include "core/profile/plan.h"

#include <gtest/gtest.h>

#include "core/profile/answer.h"
#include "core/profile/profile.h"

namespace topline {
namespace {

Profile small_profile() {
  Profile profile = make_profile({"id", "How likely to recommend?", "Team", "Team", "w", "When"});
  for (int i = 0; i < 60; ++i) {
    profile.columns[0].add("R" + std::to_string(100 + i), 1, {});
    profile.columns[1].add(std::to_string(i % 11), 1, {});
    profile.columns[2].add(i % 2 ? "A" : "B", 1, {});
    profile.columns[3].add(i % 3 ? "C" : "D", 1, {});
    profile.columns[4].add("1.5", 1, {});
    profile.columns[5].add("2026-0" + std::to_string(1 + i % 6) + "-01", 1, {});
  }
  profile.rows = 60;
  return profile;
}

TEST(FindColumn, ByHeaderNumberOrNothing) {
  const std::vector<std::string> headers = {"ID", "id", "How likely?", "Team", "Team", "Ｎame"};
  EXPECT_EQ(*find_column(headers, "id"), 1u) << "to the letter first";
  EXPECT_EQ(*find_column(headers, "how LIKELY?"), 2u);
  EXPECT_EQ(*find_column(headers, "name"), 5u) << "width folded";
  EXPECT_EQ(*find_column(headers, "#4"), 3u);
  EXPECT_EQ(find_column(headers, "Team").error().code, Code::ambiguous_column);
  EXPECT_EQ(find_column(headers, "Teem").error().code, Code::unknown_column);
  EXPECT_EQ(find_column(headers, "#7").error().code, Code::unknown_column);
}

TEST(MakePlan, WhatIsToldOverrulesAGuess) {
  Settings settings;
  settings.columns = {{"#2", "rating", "0-10"}};
  const auto plan = make_plan(small_profile(), settings);
  ASSERT_TRUE(plan.has_value());
  EXPECT_EQ(plan->columns[1].role, Role::rating);
  EXPECT_TRUE(plan->columns[1].told);
  EXPECT_EQ(plan->columns[1].confidence, 1);
}

TEST(MakePlan, WeightsWavesAndSegmentsApplyOnlyWhenTold) {
  const auto guessed = make_plan(small_profile(), {});
  ASSERT_TRUE(guessed.has_value());
  EXPECT_FALSE(guessed->shape.grouped());
  EXPECT_EQ(guessed->proposed_wave, 5u);
  EXPECT_EQ(guessed->proposed_segments, (std::vector<uint32_t>{2, 3}));
  Settings settings;
  settings.by = {"#3"};
  settings.wave = "When";
  settings.weight = "w";
  const auto told = make_plan(small_profile(), settings);
  ASSERT_TRUE(told.has_value());
  EXPECT_EQ(told->shape.by, std::vector<uint32_t>{2});
  EXPECT_EQ(told->shape.wave_unit, WaveUnit::quarter);
  EXPECT_EQ(told->shape.weight, 4u);
  EXPECT_EQ(told->shape.questions, std::vector<uint32_t>{1});
}

TEST(MakePlan, BadCallsAreErrors) {
  const auto code = [](Settings settings) { return make_plan(small_profile(), settings).error().code; };
  Settings settings;
  settings.columns = {{"#2", "npss", ""}};
  EXPECT_EQ(code(settings), Code::bad_option);
  settings.columns = {{"#2", "nps", "1-5"}};
  EXPECT_EQ(code(settings), Code::role_impossible);
  settings.columns = {{"#2", "csat", "5-1"}};
  EXPECT_EQ(code(settings), Code::bad_option);
  settings.columns.clear();
  settings.cross = {"#3"};
  EXPECT_EQ(code(settings), Code::bad_option);
  settings.cross.clear();
  settings.wave = "When";
  settings.wave_unit = "fortnight";
  EXPECT_EQ(code(settings), Code::bad_option);
}

TEST(MakePlan, ElevenBesideZeroIsAMissingCodeAndIsAskedWithoutOne) {
  Profile profile = make_profile({"NPS"});
  for (int i = 1; i <= 11; ++i) profile.columns[0].add(std::to_string(i), 20, {});
  Settings settings;
  settings.columns = {{"NPS", "nps", ""}};
  EXPECT_FALSE(make_plan(profile, settings)->columns[0].scored()) << "1–11 for 0–10?";
  profile.columns[0].add("0", 5, {});
  const auto plan = make_plan(profile, settings);
  EXPECT_TRUE(plan->columns[0].scored());
  EXPECT_EQ(read_answer("11", plan->columns[0]).kind, Answer::Kind::missing);
  EXPECT_EQ(read_answer("12", plan->columns[0]).kind, Answer::Kind::invalid);
}

TEST(ReadAnswer, WholeNumbersOnTheScale) {
  ColumnPlan column;
  column.role = Role::nps;
  column.scale = Scale{0, 10};
  const auto kind = [&](std::string_view text) { return read_answer(text, column).kind; };
  for (const char* text : {"0", "10", " 9", "8.0", "9.00", "１０", "+7", "9分", "10 - Extremely likely"}) {
    EXPECT_EQ(kind(text), Answer::Kind::score) << text;
  }
  for (const char* text : {"", " ", "NA", "N/A", "null", "(空)", "(跳过)"}) {
    EXPECT_EQ(kind(text), Answer::Kind::missing) << text;
  }
  for (const char* text : {"11", "-1", "6.5", "ten", "9 months"}) {
    EXPECT_EQ(kind(text), Answer::Kind::invalid) << text;
  }
  EXPECT_EQ(read_answer("１０", column).score, 10);
}

TEST(Scale, NamesAndBoxes) {
  EXPECT_EQ(scale_name(*scale_from_name("1-5")), "1-5");
  EXPECT_EQ(scale_name(*scale_from_name("-2-2")), "-2-2");
  for (const char* name : {"5", "1-", "-5", "a-b", "5-1", "1-5x"}) {
    EXPECT_FALSE(scale_from_name(name).has_value()) << name;
  }
  EXPECT_EQ(*top_box({1, 5}), (Scale{4, 5}));
  EXPECT_EQ(*top_box({1, 4}), (Scale{3, 4}));
  EXPECT_EQ(*top_box({0, 10}), (Scale{8, 10}));
  EXPECT_FALSE(top_box({0, 100}).has_value()) << "mean only";
}

TEST(Shape, FingerprintTellsShapesApart) {
  Shape shape;
  shape.headers = {"a", "b"};
  Shape other = shape;
  EXPECT_EQ(shape_fingerprint(shape), shape_fingerprint(other));
  other.headers = {"ab", ""};
  EXPECT_FALSE(shape_fingerprint(shape) == shape_fingerprint(other));
  other = shape;
  other.by = {1};
  EXPECT_FALSE(shape_fingerprint(shape) == shape_fingerprint(other));
}

}  // namespace
}  // namespace topline
