// SPDX-License-Identifier: Apache-2.0
#include "core/measure/suppress.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include "core/measure/hidden_ranges.h"
#include "core/measure/hidden_sums.h"
#include "tests/measure/compared_cells.h"

namespace topline {
namespace {

constexpr uint32_t kMinN = 5;

// Can any hidden base be solved for from the shown ones? Gaussian elimination over the relations:
// a hidden cell is determined where the unit vector of it lies in the row space.
bool gives_one_away(const std::vector<uint64_t>& bases, const std::vector<Relation>& relations,
                    const std::vector<bool>& hidden) {
  std::vector<uint32_t> unknowns;
  std::vector<int> column(bases.size(), -1);
  for (uint32_t cell = 0; cell < bases.size(); ++cell) {
    if (!hidden[cell]) continue;
    column[cell] = static_cast<int>(unknowns.size());
    unknowns.push_back(cell);
  }
  std::vector<std::vector<double>> rows;
  for (const Relation& relation : relations) {
    std::vector<double> row(unknowns.size());
    if (column[relation.total] >= 0) row[static_cast<size_t>(column[relation.total])] -= 1;
    for (uint32_t part : relation.parts) {
      if (column[part] >= 0) row[static_cast<size_t>(column[part])] += 1;
    }
    rows.push_back(row);
  }
  size_t rank = 0;
  for (size_t c = 0; c < unknowns.size() && rank < rows.size(); ++c) {
    size_t pivot = rank;
    while (pivot < rows.size() && std::abs(rows[pivot][c]) < 1e-9) ++pivot;
    if (pivot == rows.size()) continue;
    std::swap(rows[pivot], rows[rank]);
    const double scale = rows[rank][c];
    for (double& value : rows[rank]) value /= scale;
    for (size_t r = 0; r < rows.size(); ++r) {
      if (r == rank || std::abs(rows[r][c]) < 1e-9) continue;
      const double factor = rows[r][c];
      for (size_t k = 0; k < rows[r].size(); ++k) rows[r][k] -= factor * rows[rank][k];
    }
    ++rank;
  }
  for (size_t r = 0; r < rank; ++r) {
    size_t filled = 0;
    for (double value : rows[r]) filled += std::abs(value) > 1e-9;
    if (filled == 1) return true;
  }
  return false;
}

TEST(HiddenCells, SmallOnesTakeAnotherWithThem) {
  // everyone = Sales 40 + IT 3 + Legal 20
  const std::vector<uint64_t> bases = {63, 40, 3, 20};
  const std::vector<Relation> relations = {{0, {1, 2, 3}}};
  EXPECT_EQ(hidden_cells(bases, relations, kMinN), (std::vector<bool>{false, false, true, true}));
}

TEST(HiddenCells, JointBaseMustReachMinN) {
  const std::vector<uint64_t> bases = {44, 40, 1, 2, 1};
  const std::vector<Relation> relations = {{0, {1, 2, 3, 4}}};
  const auto hidden = hidden_cells(bases, relations, kMinN);
  EXPECT_TRUE(hidden[1]) << "1 + 2 + 1 people are still fewer than five";
}

TEST(HiddenCells, EmptyCellsHideNobody) {
  const std::vector<uint64_t> bases = {50, 50, 0};
  EXPECT_EQ(hidden_cells(bases, {{0, {1, 2}}}, kMinN), (std::vector<bool>{false, false, false}));
}

TEST(HiddenCells, EverythingUnderMinN) {
  const std::vector<uint64_t> bases = {4, 3, 1};
  EXPECT_EQ(hidden_cells(bases, {{0, {1, 2}}}, kMinN), (std::vector<bool>{true, true, true}));
}

// Random two-way tables with margins and waves: no hidden base can be solved for by subtraction.
TEST(HiddenCells, NothingCanBeSolvedFor) {
  std::mt19937 random(3);
  int hidden_somewhere = 0;
  for (int round = 0; round < 400; ++round) {
    const uint32_t rows = 2 + random() % 4, columns = 2 + random() % 4;
    // cell 0: everyone; then row totals; then column totals; then the crossing.
    std::vector<uint64_t> bases(1 + rows + columns + rows * columns);
    std::vector<Relation> relations;
    Relation by_row{0, {}}, by_column{0, {}};
    for (uint32_t r = 0; r < rows; ++r) by_row.parts.push_back(1 + r);
    for (uint32_t c = 0; c < columns; ++c) by_column.parts.push_back(1 + rows + c);
    for (uint32_t r = 0; r < rows; ++r) {
      Relation relation{1 + r, {}};
      for (uint32_t c = 0; c < columns; ++c) {
        const uint32_t cell = 1 + rows + columns + r * columns + c;
        const uint64_t n = random() % 3 ? random() % 30 : random() % 6;
        bases[cell] = n;
        bases[1 + r] += n;
        bases[1 + rows + c] += n;
        bases[0] += n;
        relation.parts.push_back(cell);
      }
      relations.push_back(relation);
    }
    for (uint32_t c = 0; c < columns; ++c) {
      Relation relation{1 + rows + c, {}};
      for (uint32_t r = 0; r < rows; ++r) {
        relation.parts.push_back(1 + rows + columns + r * columns + c);
      }
      relations.push_back(relation);
    }
    relations.push_back(by_row);
    relations.push_back(by_column);
    const auto hidden = hidden_cells(bases, relations, kMinN);
    for (size_t cell = 0; cell < bases.size(); ++cell) {
      if (bases[cell] != 0 && bases[cell] < kMinN) {
        EXPECT_TRUE(hidden[cell]);
      }
      hidden_somewhere += hidden[cell];
    }
    for (const Relation& relation : relations) {
      size_t count = hidden[relation.total];
      for (uint32_t part : relation.parts) count += hidden[part];
      EXPECT_NE(count, 1u) << "round " << round;
    }
    EXPECT_FALSE(gives_one_away(bases, relations, hidden)) << "round " << round;
  }
  EXPECT_GT(hidden_somewhere, 400) << "the tables were meant to hide something";
}

TEST(HiddenCells, TheCheckItselfCanFail) {
  const std::vector<uint64_t> bases = {63, 40, 3, 20};
  const std::vector<Relation> relations = {{0, {1, 2, 3}}};
  EXPECT_TRUE(gives_one_away(bases, relations, {false, false, true, false}));
  EXPECT_FALSE(gives_one_away(bases, relations, {false, false, true, true}));
}

// Two blocks of hidden cells that are joined by one: no relation has a lone hidden cell, yet the joint
// follows from the two blocks' sums.
TEST(HiddenCells, ABridgeBetweenTwoBlocksIsFound) {
  // 4 × 4 crossing, cells 9 + 4r + c; row totals 1–4, column totals 5–8, everyone 0.
  std::vector<Relation> relations;
  for (uint32_t r = 0; r < 4; ++r) {
    relations.push_back({1 + r, {9 + 4 * r, 10 + 4 * r, 11 + 4 * r, 12 + 4 * r}});
  }
  for (uint32_t c = 0; c < 4; ++c) relations.push_back({5 + c, {9 + c, 13 + c, 17 + c, 21 + c}});
  std::vector<bool> hidden(25);
  const auto hide = [&](uint32_t r, uint32_t c) { hidden[9 + 4 * r + c] = true; };
  for (uint32_t r : {0u, 1u}) {
    for (uint32_t c : {0u, 1u}) hide(r, c), hide(r + 2, c + 2);
  }
  EXPECT_TRUE(solvable_cells(relations, hidden).empty());
  hide(1, 2);
  EXPECT_EQ(solvable_cells(relations, hidden), std::vector<uint32_t>{9 + 4 * 1 + 2});
}

TEST(HiddenCells, OneGroupingCannotBeSolvedByElimination) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const uint32_t groups = 2 + random() % 8, waves = 1 + random() % 4;
    // everyone, everyone by wave, then each group and its waves.
    std::vector<uint64_t> bases(1 + waves);
    std::vector<Relation> relations(1 + waves);
    relations[0].total = 0;
    Relation over_waves{0, {}};
    for (uint32_t w = 0; w < waves; ++w) {
      relations[1 + w].total = 1 + w;
      over_waves.parts.push_back(1 + w);
    }
    for (uint32_t g = 0; g < groups; ++g) {
      const auto group = static_cast<uint32_t>(bases.size());
      bases.push_back(0);
      relations[0].parts.push_back(group);
      Relation own{group, {}};
      for (uint32_t w = 0; w < waves; ++w) {
        const uint64_t n = random() % 2 ? random() % 40 : random() % 7;
        relations[1 + w].parts.push_back(static_cast<uint32_t>(bases.size()));
        own.parts.push_back(static_cast<uint32_t>(bases.size()));
        bases.push_back(n);
        bases[group] += n;
        bases[0] += n;
        bases[1 + w] += n;
      }
      relations.push_back(own);
    }
    relations.push_back(over_waves);
    const auto hidden = hidden_cells(bases, relations, kMinN);
    EXPECT_FALSE(gives_one_away(bases, relations, hidden)) << "round " << round;
  }
}

// Scores by cell; the classes of an NPS question.
AlikeAnswers nps_answers(const std::vector<std::array<uint64_t, 3>>& cells) {
  std::vector<Answers> answers;
  for (const auto& [detractors, passives, promoters] : cells) {
    answers.push_back(sample::net(detractors, passives, promoters));
  }
  return AlikeAnswers(answers, sample::nps_plan(), false);
}

TEST(HiddenCells, WhoAnsweredAlikeIsHiddenWithAnother) {
  // everyone = Sales 40 + IT 12, all promoters, + Legal 20
  const std::vector<uint64_t> bases = {72, 40, 12, 20};
  const std::vector<Relation> relations = {{0, {1, 2, 3}}};
  const auto alike = nps_answers({{20, 20, 32}, {15, 15, 10}, {0, 0, 12}, {5, 5, 10}});
  EXPECT_EQ(hidden_cells(bases, relations, kMinN, alike),
            (std::vector<bool>{false, false, true, true}));
  EXPECT_EQ(hidden_cells(bases, relations, 1, alike), std::vector<bool>(4)) << "nothing is hidden at 1";
}

TEST(HiddenCells, AllButOneOfTenIsAlike) {
  const auto alike = nps_answers({{0, 1, 9}, {0, 1, 8}, {0, 0, 5}, {0, 0, 0}, {2, 0, 40}});
  EXPECT_TRUE(alike.alike({0}));
  EXPECT_FALSE(alike.alike({1})) << "one of nine is not one of few";
  EXPECT_TRUE(alike.alike({2}));
  EXPECT_FALSE(alike.alike({3}));
  EXPECT_FALSE(alike.alike({4}));
  EXPECT_TRUE(alike.alike({1, 2})) << "together 13 promoters of 14";
}

// What two hidden groups leave together must not be unanimous either.
TEST(HiddenCells, HiddenGroupsThatAgreeTakeAnother) {
  const std::vector<uint64_t> bases = {46, 3, 8, 15, 20};
  const auto alike = nps_answers({{10, 10, 26}, {0, 0, 3}, {1, 0, 7}, {5, 5, 5}, {4, 5, 11}});
  EXPECT_EQ(hidden_cells(bases, {{0, {1, 2, 3, 4}}}, kMinN, alike),
            (std::vector<bool>{false, true, true, true, false}));
}

// A hidden cell is in two sums: one has no detractors, the other no passives.
TEST(HiddenRanges, TwoSumsTellAnAnswer) {
  // 0 = 1 + 2 and 3 = 1 + 4, with 1, 2 and 4 hidden
  const AnswerCounts answers = {{0, 4, 6}, {0, 0, 3}, {0, 4, 3}, {5, 0, 5}, {5, 0, 2}};
  const std::vector<uint64_t> bases = {10, 3, 7, 10, 7};
  const std::vector<bool> hidden = {false, true, true, false, true};
  const std::vector<WholeRange> known(5, {1, 10});
  const auto ranges = hidden_ranges(bases, answers, {{0, {1, 2}}, {3, {1, 4}}}, hidden, known);
  EXPECT_TRUE(ranges.tells_answer(1));
  EXPECT_FALSE(ranges.tells_answer(2));
  EXPECT_EQ(ranges.bases[1].high, 5) << "no more than the promoters of the second sum";
}

TEST(HiddenCells, WholeNumbersLeaveRoom) {
  // five of one person each: had only they been hidden, each would be one
  const std::vector<uint64_t> bases = {45, 40, 1, 1, 1, 1, 1};
  EXPECT_TRUE(hidden_cells(bases, {{0, {1, 2, 3, 4, 5, 6}}}, kMinN)[1]);
  const auto ranges = hidden_ranges(bases, {}, {{0, {1, 2, 3, 4, 5, 6}}},
                                    {false, false, true, true, true, true, true},
                                    std::vector<WholeRange>(7, {1, 45}));
  EXPECT_EQ(ranges.bases[2].low, 1);
  EXPECT_EQ(ranges.bases[2].high, 1);
}

TEST(HiddenCells, NestedSumsAreSums) {
  // cell 0 = 1 + 2 + 3 + 4 and 5 = 1 + 2: with 1…4 hidden 3 + 4 are known together
  const std::vector<Relation> relations = {{0, {1, 2, 3, 4}}, {5, {1, 2}}};
  const auto sums = hidden_sums(relations, {{0}, {0, 1}, {0, 1}, {0}, {0}, {1}},
                                {false, true, true, true, true, false});
  EXPECT_NE(std::find(sums.begin(), sums.end(), std::vector<uint32_t>({3, 4})), sums.end());
}

Measure of_parts(MeasureId id, double value, std::vector<std::pair<std::string, uint64_t>> parts,
                 uint64_t n) {
  Measure measure{id};
  measure.value = value;
  measure.n = n;
  measure.parts = std::move(parts);
  return measure;
}

TEST(BoundOf, SaysWhatHoldsForAllAndForAllButOne) {
  using Parts = std::vector<std::pair<std::string, uint64_t>>;
  const auto all = bound_of(of_parts(MeasureId::csat, 100, {{"satisfied", 12}}, 12));
  const auto but_one = bound_of(of_parts(MeasureId::csat, 91.7, {{"satisfied", 11}}, 12));
  ASSERT_TRUE(all && but_one);
  EXPECT_EQ(all->low, 90);
  EXPECT_EQ(but_one->low, 90);
  EXPECT_FALSE(all->high);
  EXPECT_EQ(bound_of(of_parts(MeasureId::csat, 0, {{"satisfied", 0}}, 10))->high, 10);
  const Parts promoters = {{"detractors", 1}, {"passives", 0}, {"promoters", 9}};
  EXPECT_EQ(bound_of(of_parts(MeasureId::nps, 80, promoters, 10))->low, 80);
  const Parts passives = {{"detractors", 0}, {"passives", 12}, {"promoters", 0}};
  EXPECT_EQ(bound_of(of_parts(MeasureId::nps, 0, passives, 12))->low, -10);
  EXPECT_EQ(bound_of(of_parts(MeasureId::nps, 0, passives, 12))->high, 10);
  EXPECT_FALSE(bound_of(of_parts(MeasureId::csat, 100, {{"satisfied", 9}}, 9)))
      << "nine of nine is the only whole number from 90 % on";
  EXPECT_FALSE(bound_of(of_parts(MeasureId::csat, 75, {{"satisfied", 9}}, 12)));
  EXPECT_FALSE(bound_of(of_parts(MeasureId::csat, 80, {{"satisfied", 11}}, 12))) << "of weights";
  EXPECT_FALSE(bound_of(of_parts(MeasureId::csat_mean, 5, {}, 12)));
}

}  // namespace
}  // namespace topline
